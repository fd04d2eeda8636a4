import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stopLegalClock } from '../../db/clock.ts';
import { insertDraft } from '../../db/cases.ts';
import { writeColumns } from '../../db/projection.ts';
import { nextDeadline } from '../../domain/case.ts';
import { enterCalendar } from '../../tools/demo/registers.ts';
import { at, aRequestForQuotations, type RequestForQuotations } from '../support/builders.ts';
import { aPortal, type Portal } from './portal.ts';
import type { Visitor } from './visitor.ts';

let portal: Portal;
let operator: Visitor;

beforeAll(async () => {
  portal = await aPortal();
  await portal.user({ login: 'operator', password: 'Тулпар-2026', roles: ['operator'] });
  await portal.user({ login: 'second', password: 'Тулпар-2026', roles: ['operator'] });
  await portal.user({ login: 'supplier', password: 'Тулпар-2026', roles: ['supplier'] });
  await enterCalendar(portal.db.pool);
  await stopLegalClock(portal.db.pool, at('2026-02-03', '11:00'));
  operator = await signedIn('operator');
}, 60_000);
afterAll(() => portal.stop());

async function signedIn(login: string): Promise<Visitor> {
  const visitor = portal.visitor();
  await visitor.signIn(login, 'Тулпар-2026');
  return visitor;
}

/** A case in the database as the record of its last step leaves it. */
async function runs(number: string, request: RequestForQuotations): Promise<void> {
  const file = { ...request.file, id: randomUUID(), number };
  const { pool } = portal.db;
  await insertDraft(pool, file);
  await writeColumns(pool, file, nextDeadline(file));
}

const version = async () =>
  (await portal.db.pool.query<{ v: number }>('select max(version) as v from working_calendar')).rows[0]!.v;
const kindOf = async (date: string) =>
  (
    await portal.db.pool.query<{ kind: string | null }>(
      `select body -> 'days' ->> $1 as kind from working_calendar order by version desc limit 1`,
      [date],
    )
  ).rows[0]!.kind;

const on = (name: string, date: string) => {
  const [year, month, day] = date.split('-') as [string, string, string];
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
};
const holiday = (date: string, reason = 'новый закон') => ({
  ...on('date', date),
  'name-kk': 'Жаңа мереке',
  'name-ru': 'Новый праздник',
  'name-en': 'New holiday',
  act: 'Закон РК от 01.02.2026 № 1',
  reason,
});

/** Shows an edit and saves what was shown, with the hidden fields of the page. */
async function save(who: Visitor, kind: string, fields: Record<string, string>) {
  await who.get(`/calendar/edit/${kind}`);
  const preview = await who.post(`/calendar/edit/${kind}`, fields);
  expect(preview.status).toBe(200);
  const basedOn = /name="basedOn" value="(\d+)"/.exec(preview.text)![1]!;
  return { preview, answer: await who.post(`/calendar/edit/${kind}/save`, { ...fields, basedOn }), basedOn };
}

describe('the public page', () => {
  test('shows the year of the legal clock, its free and moved days with the act behind each, and the version', async () => {
    const page = await portal.visitor().get('/calendar');
    expect(page.status).toBe(200);
    expect(page.text).toContain('<h1 class="govuk-heading-l">Рабочий календарь, 2026</h1>');
    expect(page.text).toContain('Действующая версия: 1');
    expect(page.text).toContain('08.03.2026');
    expect(page.text).toContain('Международный женский день');
    expect(page.text).toContain('Закон «О праздниках в Республике Казахстан» от 13.12.2001 № 267');
    expect(page.text).toMatch(/app-day--weekend" aria-current="date"|aria-current="date"/);
    expect(page.text).not.toContain('/calendar/edit');
  });

  test('speaks Kazakh and English; a name without English says so', async () => {
    const kk = await portal.visitor({ 'accept-language': 'kk' }).get('/calendar?year=2024');
    expect(kk.text).toContain('08.05.2024');
    expect(kk.text).toContain('ауыстырылған демалыс');
    expect(kk.text).toContain('04.05.2024 күнінен ауыстырылған демалыс күні');
    expect(kk.text).toContain('Еңбек министрінің 2024 жылғы 17 сәуірдегі № 109 бұйрығы');
    expect(kk.text).not.toContain('Minister of Labour');
    const en = await portal.visitor({ 'accept-language': 'en' }).get('/calendar?year=2024');
    expect(en.text).toContain('International Women’s Day');
    expect(en.text).toContain('(in Russian)');
  });

  test('a year that nobody has entered is not shown as if it had no holidays', async () => {
    const page = await portal.visitor().get('/calendar?year=2031');
    expect(page.text).toContain('Календарь на 2031 год ещё не введён.');
    expect(page.text).not.toContain('class="app-month"');
  });

  test('a version that does not exist is not found; an odd year falls back to this one', async () => {
    expect((await portal.visitor().get('/calendar?version=77')).status).toBe(404);
    expect((await portal.visitor().get('/calendar?version=x')).status).toBe(404);
    expect((await portal.visitor().get('/calendar?year=abc')).text).toContain('Рабочий календарь, 2026');
  });
});

describe('who may edit', () => {
  test('the operator only; others are told, visitors sign in first', async () => {
    const supplier = await signedIn('supplier');
    expect((await supplier.get('/calendar/edit')).status).toBe(403);
    await supplier.get('/calendar');
    expect((await supplier.post('/calendar/edit/holiday/save', { ...holiday('2026-02-06'), basedOn: '1' })).status).toBe(403);
    expect((await portal.visitor().get('/calendar/edit')).location).toBe('/sign-in?next=%2Fcalendar%2Fedit');
    expect(await version()).toBe(1);
  });
});

describe('what an edit needs', () => {
  test.each([
    ['holiday', { ...holiday('2026-02-06'), act: '  ' }, '#act', 'Укажите акт'],
    ['holiday', { ...holiday('2026-02-06'), reason: '' }, '#reason', 'Укажите причину'],
    ['holiday', { ...holiday('2026-02-06'), 'name-kk': '' }, '#name-kk', 'Введите название на казахском'],
    ['holiday', holiday('2026-02-30'), '#date-day', 'Введите дату целиком, например 04 05 2026'],
    ['holiday', holiday('2026-03-08'), '#date-day', '08.03.2026 уже есть в календаре: праздник. Сначала уберите этот день'],
    ['holiday', holiday('2031-01-01'), '#date-day', 'Календаря на 2031 год ещё нет: сначала введите год целиком'],
    ['substitute', holiday('2026-02-07'), '#date-day', '07.02.2026 и так выходной'],
    ['remove', { ...on('date', '2026-02-06'), reason: 'x' }, '#date-day', '06.02.2026 в календаре отдельно не отмечено'],
    [
      'move',
      { ...on('working', '2026-02-05'), ...on('free', '2026-02-06'), act: 'Приказ', reason: 'x' },
      '#working-day',
      '05.02.2026 и так рабочий день',
    ],
    [
      'year',
      { year: '2031', days: '01.01.2030; праздник; Жаңа жыл; Новый год; Закон', reason: 'x' },
      '#days',
      'Строка 1: нужны пять частей: дата этого года; вид; два названия; акт',
    ],
    ['year', { year: '2026', days: '', reason: 'x' }, '#year', 'Календарь на 2026 год уже введён'],
  ])('%s: what is missing or wrong is named beside its field (%#)', async (kind, fields, anchor, sentence) => {
    await operator.get(`/calendar/edit/${kind}`);
    const answer = await operator.post(`/calendar/edit/${kind}`, fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`<a href="${anchor}">${sentence}</a>`);
    expect(await version()).toBe(1);
  });

  test('the last marked day of a year cannot be removed: the year would be unknown', async () => {
    const year = { year: '2033', days: '01.01.2033; holiday; Жаңа жыл; Новый год; Закон', reason: 'x' };
    expect((await save(operator, 'year', year)).answer.status).toBe(303);
    const answer = await operator.post('/calendar/edit/remove', { ...on('date', '2033-01-01'), reason: 'x' });
    expect(answer.text).toContain('Это последний отмеченный день 2033 года');
  });
});

describe('which deadlines an edit touches', () => {
  beforeAll(async () => {
    // Quotations from Tuesday 3 February 9:00; five full working days after it are over at midnight to the 11th.
    await runs('1000101-1', aRequestForQuotations().takingQuotations());
    await runs(
      '1000102-1',
      aRequestForQuotations()
        .published({ closesAt: at('2026-02-20', '18:00') })
        .takingQuotations(),
    );
    const friday = { opensAt: at('2026-02-06', '09:00'), closesAt: at('2026-02-27', '18:00') };
    await runs('1000103-1', aRequestForQuotations().published(friday));
    await runs('1000104-1', aRequestForQuotations().takingQuotations().suspended(at('2026-02-03', '10:00')));
    await runs('1000105-1', aRequestForQuotations().decided());
  });

  test('names procurement, deadline, what it was counted to be and what it would be, and that nothing is counted again', async () => {
    await operator.get('/calendar/edit/holiday');
    const { text } = await operator.post('/calendar/edit/holiday', holiday('2026-02-06'));
    expect(text).toContain('Какие сроки затронет: 3');
    const row = (number: string) => new RegExp(`/procurements/${number}"[^]*?</tr>`).exec(text)?.[0] ?? '';
    expect(row('1000101-1')).toContain('11.02.2026 00:00');
    expect(row('1000101-1')).toContain('12.02.2026 00:00');
    expect(row('1000101-1')).toContain('Выбранный срок (11.02.2026 18:00) окажется короче нового минимума');
    expect(row('1000102-1')).toContain('выбранный срок (20.02.2026 18:00) остаётся допустимым');
    expect(row('1000103-1')).toContain('Начало приёма придётся на нерабочий день');
    expect(row('1000103-1')).toContain('06.02.2026 09:00');
    expect(row('1000103-1')).toContain('09.02.2026 09:00');
    expect(text).toContain('Эти сроки не пересчитываются');
    expect(text).not.toContain('1000104-1');
    expect(text).not.toContain('1000105-1');
  });

  test('a transfer that keeps the number of working days touches nothing, and says so', async () => {
    const fields = { ...on('working', '2026-02-07'), ...on('free', '2026-02-09'), act: 'Приказ № 9', reason: 'перенос' };
    const { text } = await operator.post('/calendar/edit/move', fields);
    expect(text).toContain('Какие сроки затронет: 0');
    expect(text).toContain('Ни один срок идущих закупок не был бы посчитан иначе.');
    expect(text).toContain('Рабочий день (отдых перенесён на 09.02.2026)');
  });

  test('a window that runs on after a suspension is counted again over the other calendar', async () => {
    // Suspended Tuesday 10:00, resumed Thursday 5 February 10:00: 8 d 8 h were left, of them 6 d 8 h on working days.
    const suspended = aRequestForQuotations().takingQuotations().suspended(at('2026-02-03', '10:00'));
    await runs('1000106-1', suspended.resumed(at('2026-02-05', '10:00')));
    const { text } = await operator.post('/calendar/edit/holiday', holiday('2026-02-06'));
    const row = /\/procurements\/1000106-1"[^]*?<\/tr>/.exec(text)![0];
    expect(row).toContain('13.02.2026 18:00');
    expect(row).toContain('16.02.2026 18:00');
    await portal.db.pool.query(`delete from procurement_case where number = '1000106-1'`);
  });

  test('saving changes the calendar and no deadline', async () => {
    const before = await portal.db.pool.query<{ file: object }>('select file from procurement_case order by number');
    const { answer } = await save(operator, 'holiday', holiday('2026-02-06'));
    expect([answer.status, answer.location]).toEqual([303, '/calendar?year=2026']);
    expect(await kindOf('2026-02-06')).toBe('holiday');
    const after = await portal.db.pool.query<{ file: object }>('select file from procurement_case order by number');
    expect(after.rows).toEqual(before.rows);
    const page = await operator.get('/calendar?year=2026');
    expect(page.text).toContain(`Сохранена версия календаря ${await version()}`);
    expect(page.text).toContain('Новый праздник');
    expect(page.text).toContain('Закон РК от 01.02.2026 № 1');
    const en = await portal.visitor({ 'accept-language': 'en' }).get('/calendar?year=2026');
    expect(en.text).toContain('New holiday');
  });
});

describe('versions', () => {
  test('the history says who, when, why and which days; a former version can still be read', async () => {
    await save(operator, 'remove', { ...on('date', '2026-02-06'), reason: 'закон отменён' });
    const page = await portal.visitor().get('/calendar/history');
    expect(page.text).toContain('Причина: закон отменён');
    expect(page.text).toContain('Асель');
    expect(page.text).toContain('03.02.2026 11:00');
    expect(page.text).toContain('6 февраля 2026 г.: праздник → рабочий день.');
    const first = await portal.visitor().get('/calendar?version=1');
    expect(first.text).toContain('Это прежняя версия: 1');
    expect(first.text).not.toContain('Новый праздник');
  });

  test('a double click saves one version', async () => {
    const before = await version();
    const { answer, basedOn } = await save(operator, 'holiday', holiday('2026-06-12', 'двойной щелчок'));
    const again = await operator.post('/calendar/edit/holiday/save', { ...holiday('2026-06-12', 'двойной щелчок'), basedOn });
    expect([answer.status, again.status, again.location]).toEqual([303, 303, '/calendar?year=2026']);
    expect(await version()).toBe(before + 1);
  });

  test('an edit of a version that is not the newest is refused with both shown, and can be applied to the new one', async () => {
    const second = await signedIn('second');
    const mine = holiday('2026-07-20', 'моё изменение');
    await operator.get('/calendar/edit/holiday');
    const preview = await operator.post('/calendar/edit/holiday', mine);
    const basedOn = /name="basedOn" value="(\d+)"/.exec(preview.text)![1]!;
    await save(second, 'holiday', holiday('2026-07-21', 'чужое изменение'));

    const stale = await operator.post('/calendar/edit/holiday/save', { ...mine, basedOn });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Календарь за это время изменили');
    expect(stale.text).toContain('чужое изменение');
    expect(stale.text).toContain('21 июля 2026 г.: рабочий день → праздник.');
    expect(stale.text).toContain('20 июля 2026 г.');
    expect(stale.text).toContain('name="reason" value="моё изменение"');
    expect(await kindOf('2026-07-20')).toBeNull();

    expect((await save(operator, 'holiday', mine)).answer.status).toBe(303);
    expect([await kindOf('2026-07-20'), await kindOf('2026-07-21')]).toEqual(['holiday', 'holiday']);
  });

  test('of two that save at the same moment one is told', async () => {
    const [first, second] = [await signedIn('operator'), await signedIn('second')];
    await Promise.all([first.get('/calendar/edit/holiday'), second.get('/calendar/edit/holiday')]);
    const basedOn = String(await version());
    const answers = await Promise.all([
      first.post('/calendar/edit/holiday/save', { ...holiday('2026-08-05', 'первый'), basedOn }),
      second.post('/calendar/edit/holiday/save', { ...holiday('2026-08-06', 'второй'), basedOn }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await version()).toBe(Number(basedOn) + 1);
  });

  test('a new year is offered with the holidays that stand on fixed dates, without Kurban Ait', async () => {
    await portal.db.pool.query(`delete from working_calendar where version > 1`);
    const form = await operator.get('/calendar/edit/year');
    expect(form.text).toContain('value="2028"');
    expect(form.text).toContain('16.12.2028; праздник; Тәуелсіздік күні; День Независимости;');
    expect(form.text).not.toContain('Первый день Курбан айта');
    expect(form.text).toContain('\n02.01.2028; праздник;');
    const days = '01.01.2028; Праздник; Жаңа жыл; Новый год; Закон № 267\n05.05.2028; kurban; a; b; c';
    expect((await operator.post('/calendar/edit/year', { year: '2028', days, reason: 'год' })).text).toContain('Строка 2:');
    const entered = await save(operator, 'year', { year: '2028', days: days.split('\n')[0]!, reason: 'год' });
    expect(entered.answer.location).toBe('/calendar?year=2028');
    expect(await kindOf('2028-01-01')).toBe('holiday');
  });
});
