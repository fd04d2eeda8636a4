import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchLots } from '../../db/search.ts';
import { fold } from '../../domain/search-fold.ts';
import { aDatabase, type TestDatabase } from '../support/database.ts';
import { townsperson } from '../support/people.ts';
import { settle } from '../support/townsfolk.ts';
import { announce, lotNamed, started } from './board.ts';

let own: TestDatabase;

beforeAll(async () => {
  own = await aDatabase();
  await settle(own.db.pool);
  const lots = [lotNamed(1, 'Ёлочные  игрушки', 'Шырша ойыншықтары'), lotNamed(2, 'Бумага «А4»', 'Қағаз')];
  await announce(own.db, { number: '1000001-1', lots, more: [started] });
  await announce(own.db, { number: '1000002-1', draft: true });
});
afterAll(() => own.drop());

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'db', 'migrations');

const columns = async () => {
  const { rows } = await own.db.pool.query<Record<string, unknown>>(
    `select c.number, c.customers, c.folded as words, l.* from procurement_case c left join lot l on l.case_id = c.id order by 1, l.number`,
  );
  return rows;
};

test('the database folds every letter as the queries are folded', async () => {
  const letters = [...'abcehikmoptxyəқғңөұүәһіёABCEHIKMOPTXYӘҚҒҢӨҰҮҺІЁ№½ﬁé'];
  const texts = ['  Ёлка\t и\nҚағаз ', ...letters.map((letter) => `«${letter}»`)];
  const { rows } = await own.db.pool.query<{ folded: string }>(
    'select search_fold(t) as folded from unnest($1::text[]) with ordinality as u(t, n) order by n',
    [texts],
  );
  expect(rows.map(({ folded }) => folded)).toEqual(texts.map(fold));
  expect(rows[0]!.folded).toBe('елка и кагаз');
});

test('what stood already is written by the migration as a step writes it', async () => {
  const written = await columns();
  expect(written.map(({ shown }) => shown)).toEqual(['taking-quotations', 'taking-quotations', null]);
  const name = readdirSync(MIGRATIONS).find((file) => file.endsWith('_search.sql'))!;
  const updates = readFileSync(join(MIGRATIONS, name), 'utf8')
    .split('--> statement-breakpoint')
    .filter((statement) => statement.includes('UPDATE "'));
  expect(updates).toHaveLength(2);
  await own.db.pool.query(`update procurement_case set customers = '{}', folded = ''`);
  await own.db.pool.query(
    `update lot set folded = '', announcement = '', shown = '', method = '', organizer_bin = '', published_at = null, next_deadline_at = null`,
  );
  for (const update of updates) await own.db.pool.query(update);
  expect(await columns()).toEqual(written);
});

test('a customer is found by the name it bears now', async () => {
  const found = async (q: string) =>
    (await searchLots(own.db.pool, { q, statuses: [], lotStatuses: [], methods: [] }, { order: 'newest', size: 50 })).total;
  const { bin } = townsperson('creator');
  expect(await found('переименована')).toBe(0);
  await own.db.pool.query(`update organization set name_ru = 'Школа переименована' where bin = $1`, [bin]);
  expect(await found('переименована бумага')).toBe(1);
});
