import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillSearch } from '../../bench/search-rows.ts';
import { searchLots, type SearchKey, type SearchOrder } from '../../db/search.ts';
import { aDatabase, type TestDatabase } from '../support/database.ts';
import { settle } from '../support/townsfolk.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await aDatabase();
  await settle(own.db.pool);
  await fillSearch(own.db, 2_500);
});
afterAll(() => own.drop());

type Found = Awaited<ReturnType<typeof searchLots>>;
const nameOf = ({ number, lot }: Found['rows'][number]) => `${number}/${lot.number}`;
const look = (q: string, order: SearchOrder, key: { after?: SearchKey; before?: SearchKey } = {}) =>
  searchLots(own.db.pool, { q, statuses: [], lotStatuses: [], methods: [] }, { order, size: 200, ...key });

const SORTED: Record<SearchOrder, string> = {
  newest: 'published_at desc, announcement, length(l.number), l.number',
  ending: `coalesce(next_deadline_at, '3000-01-01Z'), announcement, length(l.number), l.number`,
  amount: 'amount desc, announcement, length(l.number), l.number',
};
/** The same by the plainest of queries. */
const plainly = async (condition: string, order: SearchOrder): Promise<string[]> => {
  const { rows } = await own.db.pool.query<{ name: string }>(
    `select announcement || '/' || l.number as name from lot l left join organization o on o.bin = customer_bin
     where ${condition} order by ${SORTED[order]}`,
  );
  return rows.map(({ name }) => name);
};

test.each([
  { q: 'школа', condition: `o.name_ru like '%школа%' or l.name_ru ilike '%школа%'`, more: true },
  { q: 'бумага', condition: `l.folded like '%бумага%'`, more: false },
])('“$q”: every result is on one page, in order, onwards and back', async ({ q, condition, more }) => {
  for (const order of ['newest', 'ending', 'amount'] as const) {
    const wanted = await plainly(condition, order);
    expect(wanted.length > 2_000).toBe(more);
    const pages: Found[] = [];
    for (let after: SearchKey | null | undefined; after !== null; after = pages.at(-1)!.next)
      pages.push(await look(q, order, after ? { after } : {}));
    expect(pages.flatMap(({ rows }) => rows.map(nameOf))).toEqual(wanted);
    for (const page of pages) expect(page).toMatchObject({ total: Math.min(wanted.length, 1_000), more: wanted.length > 1_000 });
    let before = pages.at(-1)!.previous;
    for (const page of pages.slice(0, -1).reverse()) {
      const back = await look(q, order, { before: before! });
      expect(back.rows.map(nameOf)).toEqual(page.rows.map(nameOf));
      before = back.previous;
    }
    expect(before).toBeNull();
  }
});

test('behind the last result there is an empty page, and their number is still told', async () => {
  const { total } = await look('бумага', 'newest');
  expect(total).toBeGreaterThan(0);
  const beyond = await look('бумага', 'newest', { after: ['0', '9999999-1', '9'] });
  expect(beyond).toMatchObject({ rows: [], total, next: null });
});
