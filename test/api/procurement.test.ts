import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentsOf } from '../../db/documents.ts';
import { setLegalOffset } from '../../db/clock.ts';
import { aLot, at } from '../support/draft-file.ts';
import { settle } from '../support/townsfolk.ts';
import { actForm, announce, letSignIn, sendFiles, signedIn, started } from './board.ts';
import { aPortal, type Portal } from './portal.ts';
import type { Visitor } from './visitor.ts';

let portal: Portal;
const people: Record<string, Visitor> = {};
const as = async (login: string): Promise<Visitor> =>
  (people[login] ??= await signedIn(portal.visitor({ 'accept-language': 'ru' }), login));
const taking = '1000002-1';

/** Words of the page: markup and no-break spaces gone. */
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ');

/** Names of the actions of the menu. */
const menu = (html: string) =>
  [.../<section class="app-actions"[^]*?<\/section>/.exec(html)![0].matchAll(/<a [^>]*>([^<]+)<\/a>/g)].map(([, text]) => text!);

beforeAll(async () => {
  portal = await aPortal();
  const { db } = portal;
  await settle(db.pool);
  await letSignIn(db);
  await setLegalOffset(db.pool, at('2026-11-24T09:00') - Date.now());
  await announce(db, { number: '1000001-1', draft: true });
  await announce(db, { number: taking, lots: [aLot(1), aLot(2, { customer: 'C2' })], more: [started] });
  await announce(db, { number: '1000003-1' });
});
afterAll(() => portal.stop());

describe('the procurement’s page', () => {
  test('a draft is to nobody but its author a page: not found', async () => {
    expect((await portal.visitor().get('/procurements/1000001-1')).status).toBe(404);
    expect((await (await as('supplier1')).get('/procurements/1000001-1/history')).status).toBe(404);
  });

  test('says what, how much, for whom, until when with zone and time left, and that nobody sees quotations before the opening', async () => {
    const { text } = await portal.visitor({ 'accept-language': 'ru' }).get(`/procurements/${taking}`);
    const said = words(text);
    expect(said).toContain('Закупка канцелярских товаров');
    expect(said).toContain('2 лота · 2 958 000,00 ₸ без НДС');
    expect(said).toContain('Приём ценовых предложений до 1 декабря 2026 г., 18:00, время Астаны (UTC+5)');
    expect(said).toContain('осталось 7 дней 8 часов');
    expect(said).toContain('ни организатор, ни администратор портала');
    expect(said).toContain('Войти, чтобы участвовать');
    expect(said).toContain('Просмотреть ценовые предложения: откроются сами 01.12.2026 18:00');
  });

  test.each(['', '/lots', '/lots/1', '/documents', '/protocols', '/history', '/acts', '/why/quotations-end'])(
    'has an address of its own for %s in three languages',
    async (part) => {
      for (const language of ['kk', 'ru', 'en']) {
        const { status, text } = await portal.visitor({ 'accept-language': language }).get(`/procurements/${taking}${part}`);
        expect(status).toBe(200);
        expect(text).toContain(`<html lang="${language}"`);
        expect(text).not.toMatch(/undefined|\[object|NaN|\{\w+\}/);
      }
    },
  );

  test('what is not there is not found', async () => {
    for (const path of [
      '/procurements/999-1',
      `/procurements/${taking}/lots/77`,
      `/procurements/${taking}/why/nothing`,
      `/procurements/${taking}/protocols/results/1`,
    ])
      expect((await portal.visitor().get(path)).status).toBe(404);
  });

  test.each([
    ['creator', ['Приостановить закупку', 'Отменить закупку', 'Изменить данные представителя', 'Скачать все']],
    ['supplier1', ['Подать ценовое предложение', 'Отозвать ценовое предложение']],
    ['customer', ['Отказаться от закупки', 'Скачать все']],
    ['administrator', ['Скачать все']],
    ['colleague', []],
    ['operator', ['Объявить утрату ключа']],
  ])('offers %s exactly what the table of actions allows', async (login, expected) => {
    expect(menu((await (await as(login)).get(`/procurements/${taking}`)).text)).toEqual(expected);
  });

  test('before the start a supplier is told from when quotations are taken', async () => {
    const { text } = await (await as('supplier1')).get('/procurements/1000003-1');
    expect(words(text)).toContain('Подать ценовое предложение: приём начнётся 23.11.2026 09:00');
  });

  test('the history names people to those who take part, to others only their role', async () => {
    expect(words((await (await as('creator')).get(`/procurements/${taking}/history`)).text)).toContain(
      'Объявление опубликовано Абдрахимова Айжан Бекболатовна (организатор)',
    );
    const visitors = words((await portal.visitor({ 'accept-language': 'ru' }).get(`/procurements/${taking}/history`)).text);
    expect(visitors).toContain('Объявление опубликовано организатор');
    expect(visitors).not.toContain('Айжан');
    expect(visitors).toContain('Статус: Проект → Опубликовано');
  });
});

describe('a form of an act (S1 §1.3.3)', () => {
  const path = `/procurements/${taking}/actions/suspend`;
  const send = (login: string, fields: Parameters<typeof sendFiles>[3], to = path) =>
    as(login).then((visitor) => sendFiles(portal.baseUrl, visitor, to, fields));

  test('names what changes before it asks', async () => {
    const { text, status } = await (await as('creator')).get(path);
    expect(status).toBe(200);
    expect(words(text)).toContain('Остаток всех сроков сохранится и продолжит течь после возобновления.');
  });

  test('asks for every field, beside the field and above the form', async () => {
    const { status, text } = await send('creator', { commandId: randomUUID() });
    expect(status).toBe(422);
    for (const field of ['number', 'date-day', 'kind', 'bodyKind', 'body', 'scan'])
      expect(text).toContain(`<a href="#${field}">`);
    expect(text).toContain('<title>Ошибка: Приостановить закупку');
  });

  test('keeps what was typed and the file when the date has not come', async () => {
    const { status, text } = await send('creator', actForm(randomUUID(), { 'date-month': '12' }));
    expect(status).toBe(422);
    expect(words(text)).toContain('Дата документа ещё не наступила. Указано: 19.12.2026. Сегодня: 24.11.2026.');
    expect(text).toContain('value="2-1187/2026"');
    expect(words(text)).toContain('Загруженный файл сохранён: Сот шешімі № 2-1187.pdf.');
    const kept = /name="kept" value="([^"]+)"/.exec(text)![1]!;
    const without = Object.fromEntries(
      Object.entries(actForm(randomUUID(), { kept, 'date-month': '12' })).filter(([name]) => name !== 'scan'),
    );
    expect(words((await send('creator', without)).text)).toContain('Загруженный файл сохранён');
  });

  test('takes no file but PDF, PNG, JPEG, whatever its name says', async () => {
    const { status, text } = await send('creator', actForm(randomUUID(), { scan: new File(['MZ program'], 'акт.pdf') }));
    expect(status).toBe(422);
    expect(words(text)).toContain('Принимаются: PDF, PNG, JPEG.');
  });

  test('somebody else’s stored file is not taken for one’s own', async () => {
    const [stored] = await documentsOf(
      portal.db.pool,
      (await portal.db.pool.query<{ id: string }>('select id from procurement_case where number = $1', [taking])).rows[0]!.id,
      'act-scan',
    );
    const without = Object.fromEntries(
      Object.entries(actForm(randomUUID(), { kept: stored!.id })).filter(([name]) => name !== 'scan'),
    );
    await portal.db.pool.query(`update document set created_by = 'somebody' where id = $1`, [stored!.id]);
    expect((await send('creator', without)).text).toContain('<a href="#scan">');
  });

  test.each(['supplier1', 'customer', 'administrator', 'colleague', 'operator'])(
    'is closed to %s, form and act alike',
    async (login) => {
      expect((await (await as(login)).get(path)).status).toBe(403);
      expect((await send(login, actForm(randomUUID()))).status).toBe(403);
    },
  );

  test('resuming what is not suspended is refused with the reason', async () => {
    const { status, text } = await (await as('creator')).get(`/procurements/${taking}/actions/resume`);
    expect(status).toBe(409);
    expect(words(text)).toContain('Это действие недоступно в нынешнем статусе закупки');
  });

  test('cancelling begins with Да / Нет, then the lots, then the form', async () => {
    const creator = await as('creator');
    const to = `/procurements/${taking}/actions/cancel`;
    expect(words((await creator.get(to)).text)).toMatch(/Провести отмену закупки\? Да Нет/);
    expect(words((await creator.get(`${to}?confirm=yes`)).text)).toContain('Провести отмену закупки по выбранным лотам');
    expect((await creator.get(`${to}?confirm=yes&step=lots`)).status).toBe(422);
    expect((await creator.get(`${to}?confirm=yes&step=lots&lots=2`)).text).toContain('name="lots" value="2"');
  });

  test('a customer refuses its own lots only', async () => {
    const { text } = await (await as('customer')).get(`/procurements/${taking}/actions/refuse`);
    expect([...text.matchAll(/name="lots" type="checkbox" value="(\d+)"/g)].map(([, lot]) => lot)).toEqual(['2']);
  });
});

describe('while the engine is away', () => {
  test('an act is received once however often it is sent, and its outcome has an address for its author alone', async () => {
    const commandId = randomUUID();
    const creator = await as('creator');
    const path = '/procurements/1000003-1/actions/suspend';
    const [first, second] = await Promise.all([1, 2].map(() => sendFiles(portal.baseUrl, creator, path, actForm(commandId))));
    expect([first!.location, second!.location]).toEqual([`/commands/${commandId}`, `/commands/${commandId}`]);
    const { rows } = await portal.db.pool.query('select 1 from command where id = $1', [commandId]);
    expect(rows).toHaveLength(1);
    const waiting = await creator.get(`/commands/${commandId}`);
    expect(waiting.status).toBe(202);
    expect(words(waiting.text)).toMatch(/Принято 24\.11\.2026 09:\d\d:\d\d, рассматривается\./);
    expect(waiting.text).toContain('hx-trigger="every 2s"');
    expect((await (await as('colleague')).get(`/commands/${commandId}`)).status).toBe(404);
  }, 40_000);

  test('the API answers 202 with the address of the outcome, and problems with code, article and what is available', async () => {
    const creator = await as('creator');
    const session = JSON.parse((await creator.get('/api/v1/session')).text) as { csrfToken: string };
    const cookie = [...creator.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const post = (action: string, body: unknown, key: string = randomUUID()) =>
      fetch(`${portal.baseUrl}/api/v1/procurements/${taking}/actions/${action}`, {
        method: 'POST',
        headers: {
          cookie,
          'x-csrf-token': session.csrfToken,
          'content-type': 'application/json',
          'idempotency-key': key,
          prefer: 'respond-async',
        },
        body: JSON.stringify(body),
      });
    const key = randomUUID();
    const waiting = await post('change-representative', { userId: '00000000-0000-4000-8000-000000000002' }, key);
    expect([waiting.status, waiting.headers.get('location')]).toEqual([202, `/api/v1/commands/${key}`]);
    const refused = await post('resume', { act: {} });
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(await refused.json()).toMatchObject({
      status: 409,
      code: 'not-in-this-status',
      article: 'S1 §1.4.19',
      availableActions: ['suspend', 'cancel', 'change-representative', 'download-all'],
    });
    expect((await post('suspend', {}, 'not-a-uuid')).status).toBe(422);
    const foreignScan = {
      number: '1',
      date: '2026-11-19',
      kind: 'decision',
      bodyKind: 'court',
      body: 'x',
      scan: { documentId: randomUUID(), sha256: 'a'.repeat(64), name: 'x.pdf' },
    };
    expect(await (await post('suspend', { act: foreignScan })).json()).toMatchObject({ status: 422, field: 'act.scan' });
  }, 40_000);
});

describe('changing the creator (S1 §1.3.4)', () => {
  test('lists announcements only when their creator is blocked, and takes several of one creator', async () => {
    const administrator = await as('administrator');
    expect(words((await administrator.get('/my/change-creator')).text)).toContain('Объявлений с заблокированным создателем нет.');
    await portal.db.pool.query(`update app_user set blocked = true where login = 'creator'`);
    const listed = await administrator.get('/my/change-creator');
    expect([...listed.text.matchAll(/name="number" type="checkbox" value="([^"]+)"/g)].map(([, number]) => number)).toEqual([
      taking,
      '1000003-1',
    ]);
    const form = await administrator.get(`/my/change-creator?number=${taking}&number=1000003-1`);
    // Neither the blocked creator nor somebody without the role may take over.
    expect([...form.text.matchAll(/name="userId" type="radio" value="[^"]+(\d\d)"/g)].map(([, end]) => end).sort()).toEqual([
      '02',
      '03',
    ]);
    expect((await (await as('colleague')).get('/my/change-creator')).status).toBe(403);
    await portal.db.pool.query(`update app_user set blocked = false where login = 'creator'`);
  });

  test('a number that a form names again is one act, and one receipt to come back to', async () => {
    const administrator = await as('administrator');
    await portal.db.pool.query(`update app_user set blocked = true where login = 'creator'`);
    await administrator.get(`/my/change-creator?number=${taking}`);
    const command = randomUUID();
    const answer = await administrator.post('/my/change-creator', {
      ...{ number: [taking, taking, taking], userId: '00000000-0000-4000-8000-000000000002', [`command-${taking}`]: command },
    });
    expect([answer.status, answer.location]).toEqual([303, `/my/change-creator/done?command=${command}`]);
    await portal.db.pool.query(`update app_user set blocked = false where login = 'creator'`);
  }, 40_000);
});
