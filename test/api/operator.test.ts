import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stopLegalClock } from '../../db/clock.ts';
import { insertDraft } from '../../db/cases.ts';
import { writeColumns, writeWindows } from '../../db/projection.ts';
import { nextDeadline } from '../../domain/case.ts';
import { enterCalendar } from '../../tools/demo/registers.ts';
import { actors, at, aRequestForQuotations, type RequestForQuotations } from '../support/builders.ts';
import { aPortal, type Portal } from './portal.ts';
import type { Visitor } from './visitor.ts';

let portal: Portal;
let operator: Visitor;
let supplierId: string;

beforeAll(async () => {
  portal = await aPortal({ sandbox: true });
  await portal.user({ login: 'operator', password: 'Тулпар-2026', roles: ['operator'] });
  supplierId = await portal.user({ login: 'supplier', password: 'Тулпар-2026', roles: ['supplier'] });
  await enterCalendar(portal.db.pool);
  operator = portal.visitor();
  await operator.signIn('operator', 'Тулпар-2026');
}, 60_000);
afterAll(() => portal.stop());

/** A case in the database as the record of its last step leaves it; returns its id. */
async function stands(number: string, request: RequestForQuotations): Promise<string> {
  const windowId = randomUUID();
  const { intake } = request.file;
  const file = { ...request.file, id: randomUUID(), number, intake: intake && { ...intake, windowId } };
  const { pool } = portal.db;
  await insertDraft(pool, file);
  await writeColumns(pool, file, nextDeadline(file));
  await writeWindows(pool, file);
  return file.id;
}

/** The part of a page under a heading, up to the next heading. */
const under = (text: string, heading: string) =>
  text.split('<h2 class="govuk-heading-m"').find((part) => part.includes(`>${heading}`)) ?? '';

describe('the operator’s page', () => {
  test('with nothing late it says so, names the parts, and that the engine does not answer', async () => {
    await stopLegalClock(portal.db.pool, at('2026-02-02', '09:00'));
    const { status, text } = await operator.get('/operator');
    expect(status).toBe(200);
    expect(text).toContain('<h1 class="govuk-heading-l">Состояние портала</h1>');
    expect(text).toContain('По часам портала ничего не просрочено: каждый наступивший срок исполнен.');
    expect(text).toContain('На все принятые команды есть ответ.');
    expect(text).toContain('Все письма отправлены.');
    expect(text).toContain('Ни один документ не ждёт печати.');
    expect(text).toContain('Не отвечает');
    expect(text).toContain('Команды принимаются и хранятся; они исполнятся, когда процессы ответят.');
    expect(text).toContain('Остановлены');
    expect(text).toContain('href="/operator" aria-current="true"');
  });

  test('says whether the keys of windows can be used, and which cannot', async () => {
    expect((await operator.get('/operator')).text).toContain('Проверит процесс вскрытия, когда запустится.');
    const round = async (faults: object[]) => {
      await portal.db.pool.query('insert into canary (at, windows, faults) values (clock_timestamp(), 3, $1)', [
        JSON.stringify(faults),
      ]);
      return (await operator.get('/operator')).text;
    };
    const clean = await round([]);
    expect(clean).toContain('Исправны');
    expect(clean).toContain('Окон, ожидающих вскрытия: 3');
    const faulty = await round([{ fault: 'key-unreadable', number: '1000123-1', generation: 1 }]);
    expect(faulty).toContain('№ 1000123-1: ключ не читается');
    expect(faulty).toContain('Верните ключ из резервной копии');
  });

  test('shows what is overdue by the legal clock, not what is suspended', async () => {
    await stands('1000201-1', aRequestForQuotations().takingQuotations());
    await stands('1000202-1', aRequestForQuotations().takingQuotations().suspended(at('2026-02-03', '10:00')));
    await stopLegalClock(portal.db.pool, at('2026-02-11', '17:59'));
    expect(under((await operator.get('/operator')).text, 'Просрочено: 0')).not.toContain('1000201-1');
    await stopLegalClock(portal.db.pool, at('2026-02-11', '20:00'));
    const overdue = under((await operator.get('/operator')).text, 'Просрочено: 1');
    expect(overdue).toContain('№ 1000201-1');
    expect(overdue).toContain('11.02.2026 18:00:00');
    expect(overdue).toContain('2\u00A0часа');
    expect(overdue).toContain('Опубликовано (прием ценовых предложений)');
  });

  test('shows a command without outcome, a letter with its cause, a document for the printer, and who waits for the opener', async () => {
    const { pool } = portal.db;
    const id = await stands('1000203-1', aRequestForQuotations().closed());
    await pool.query('update intake_window set closes_at = $2 where case_id = $1', [id, new Date(at('2026-02-11', '18:00'))]);
    await stands('1000204-1', aRequestForQuotations().decided());
    await pool.query(
      `insert into command (id, case_id, action, actor, input, digest, received_at) values ($1, $2, 'suspend', $3, '{}', 'd', legal_now() - interval '5 minutes')`,
      [randomUUID(), id, JSON.stringify(actors.creator)],
    );
    await pool.query(
      `with told as (insert into notification (user_id, case_id, seq, event, params, at) values ($1, $2, 1, 'published', '{}', legal_now()) returning id)
       insert into outbox (notification_id, created_at, attempts, next_attempt_at, last_error)
       select id, clock_timestamp() - interval '10 minutes', 3, clock_timestamp() + interval '8 seconds', 'connect ECONNREFUSED' from told`,
      [supplierId, id],
    );
    await pool.query(
      `insert into document (id, case_id, kind, name, media_type, sha256, bytes, state, created_at, created_by)
       values ($1, $2, 'specification', 'Спецификация лота 1', 'application/pdf', '', 0, 'to-print', legal_now(), 'x')`,
      [randomUUID(), id],
    );
    const { text } = await operator.get('/operator');
    const commands = under(text, 'Команды без исхода: 1');
    expect(commands).toContain('Приостановить закупку');
    expect(commands).toContain('05:00');
    const letters = under(text, 'Неотправленные письма: 1');
    expect(letters).toContain('asel@example.kz');
    expect(letters).toContain('connect ECONNREFUSED');
    expect(under(text, 'Документы ждут печати: 1')).toContain('Спецификация лота 1');
    const protocols = under(text, 'Ждут вскрытия или протокола: 2');
    expect(protocols).toMatch(/1000203-1[^]*вскрытие предложений/);
    expect(protocols).toMatch(/1000204-1[^]*протокол итогов, версия 1/);
    expect(under(text, 'Части портала')).toContain('Отстаёт');
  });

  test('is for the operator alone, and the address of the engine’s interface is said to be missing', async () => {
    const supplier = portal.visitor();
    await supplier.signIn('supplier', 'Тулпар-2026');
    expect((await supplier.get('/operator')).status).toBe(403);
    expect((await supplier.get('/lots')).text).not.toContain('href="/operator"');
    expect((await portal.visitor().get('/operator')).location).toBe('/sign-in?next=%2Foperator');
    expect((await operator.get('/operator')).text).toContain('Адрес интерфейса Temporal не задан (ZAKUP_TEMPORAL_UI).');
  });
});

describe('help and rules, open to everyone', () => {
  test('help names the operator with telephone and mail, the three tasks of the sandbox, and every role', async () => {
    const { status, text } = await portal.visitor().get('/help');
    expect(status).toBe(200);
    expect(text).toContain('href="tel:+77000000000"');
    expect(text).toContain('href="mailto:asel@example.kz"');
    expect(text).toContain('Знакомство за три задачи');
    for (const role of ['supplier', 'organizer', 'customer', 'organization-administrator', 'operator']) {
      expect(text).toContain(`id="${role}"`);
    }
  });

  test('the reader’s own role comes first', async () => {
    const { text } = await operator.get('/help');
    expect(text).toContain('(ваша роль)');
    expect(text.indexOf('id="operator"')).toBeLessThan(text.indexOf('id="supplier"'));
  });

  test('rules say the numbers of the sheet in force with their sources, and an example by the calendar', async () => {
    await stopLegalClock(portal.db.pool, at('2026-02-02', '09:00'));
    const { text } = await portal.visitor().get('/rules');
    expect(text).toContain('Лист действует с 01.01.2025.');
    expect(text).toContain('не меньше: 5\u00A0рабочих дней');
    expect(text).toContain('не больше: 1\u00A0предложение');
    expect(text).toContain('не меньше: 2\u00A0предложения');
    expect(text).toContain('статья 7');
    expect(text).toContain('Руководство организатора, п. 1.3.2');
    expect(text).toContain('самая низкая цена; при равной цене – поступившее раньше');
    // Opens Tuesday 3 February: 4, 5, 6, 9 and 10 February are the five full working days.
    expect(text).toContain(
      '03.02.2026 09:00, время Астаны (UTC+5), самое раннее окончание по действующему календарю (версия 1): 11.02.2026 00:00',
    );
    expect(text).toContain(
      'До вскрытия никто не видит ни предложений, ни их числа: ни организатор, ни заказчик, ни оператор портала.',
    );
  });

  test('before 2025 the restrictions stand in article 6', async () => {
    await stopLegalClock(portal.db.pool, at('2024-12-30', '09:00'));
    const { text } = await portal.visitor().get('/rules');
    expect(text).toContain('Лист действует с 01.01.2016.');
    expect(text).toContain('статья 6');
  });

  test.each(['kk', 'ru', 'en'])('every page stands in %s and no link of the frame is dead', async (language) => {
    const visitor = portal.visitor({ 'accept-language': language });
    for (const path of ['/help', '/rules', '/calendar', '/calendar/history']) {
      const page = await visitor.get(path);
      expect(page.status).toBe(200);
      expect(page.text).toContain(`<html lang="${language}"`);
      expect(page.text).not.toContain('/open-data');
    }
  });
});
