import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keepLedgerCheck } from '../../db/ledger-checks.ts';
import { aPortal, type Portal } from './portal.ts';
import type { Visitor } from './visitor.ts';

let portal: Portal;
let operator: Visitor;
beforeAll(async () => {
  portal = await aPortal({ sandbox: true });
  await portal.user({ login: 'operator', password: 'Тулпар-2026', roles: ['operator'] });
  await portal.user({ login: 'supplier', password: 'Тулпар-2026', roles: ['supplier'] });
  operator = portal.visitor({ 'accept-language': 'ru' });
  await operator.signIn('operator', 'Тулпар-2026');
}, 60_000);
afterAll(() => portal.stop());
beforeEach(() => portal.db.pool.query('truncate ledger_check'));

const journal = { name: 'journal', of: 'rows', count: 1_234, findings: 0 };
const clean = { seconds: 61, cases: 312, engineAsked: true, tallies: [journal], findings: [] };
const words = async (path: string) => (await operator.get(path)).text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

test('before the first check the page says so and how one is made', async () => {
  expect(await words('/operator/ledger')).toMatch(/Проверок ещё не было\./);
  expect(await words('/operator')).toMatch(/Записи Не проверялись/);
});

test('a clean check: when, how many cases, what was looked at', async () => {
  await keepLedgerCheck(portal.db.pool, clean);
  const page = await words('/operator/ledger');
  expect(page).toMatch(/Итог Сходится/);
  expect(page).toMatch(/Дел 312/);
  expect(page).toMatch(/Журнал: цепочка хэшей цела, строки не добавлены и не пропали 1234 0/);
  expect(await words('/operator')).toMatch(/Записи Сходится/);
});

test('findings are named by announcement, check and place; values are kept nowhere; beyond 200 they are counted', async () => {
  const finding = {
    number: '1000007-1',
    check: 'journal',
    row: 'journal 3.0 LotsDecided',
    expected: 'leaf 7777',
    found: 'leaf 8888',
  };
  const findings = Array.from({ length: 201 }, () => finding);
  await keepLedgerCheck(portal.db.pool, { ...clean, engineAsked: false, tallies: [{ ...journal, findings: 201 }], findings });
  const page = await words('/operator/ledger');
  expect(page).toMatch(/Итог Расхождений: 201/);
  expect(page).toMatch(/Процессы \(Temporal\) не спрошены/);
  expect(page).toMatch(/№ 1000007-1 Журнал: [^№]* journal 3\.0 LotsDecided/);
  expect(page).toMatch(/Показаны первые 200 из 201\./);
  expect(page).not.toMatch(/7777|8888/);
  const { rows } = await portal.db.pool.query<{ kept: string }>('select ledger_check::text as kept from ledger_check');
  expect(rows[0]!.kept).not.toMatch(/7777|8888/);
  expect(await words('/operator')).toMatch(/Записи Расхождений: 201/);
});

test('a check that is older than a day and an hour is out of date; former ones are listed by what they found', async () => {
  await keepLedgerCheck(portal.db.pool, { ...clean, findings: [{ number: '1000001-1', check: 'fold', row: 'file' }] });
  await keepLedgerCheck(portal.db.pool, clean);
  await portal.db.pool.query(`update ledger_check set ended_at = clock_timestamp() - interval '26 hours'`);
  const page = await words('/operator/ledger');
  expect(page).toMatch(/Итог Устарела/);
  expect(page).toMatch(/Прежние проверки .* Расхождений: 1 312/);
});

test('only operators see it', async () => {
  const supplier = portal.visitor();
  await supplier.signIn('supplier', 'Тулпар-2026');
  expect((await supplier.get('/operator/ledger')).status).toBe(403);
  expect((await portal.visitor().get('/operator/ledger')).status).toBe(303);
});
