import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setLegalOffset } from '../../db/clock.ts';
import { at } from '../support/draft-file.ts';
import { settle } from '../support/townsfolk.ts';
import { announce, started } from './board.ts';
import { aPortal, type Portal } from './portal.ts';

interface Page {
  items: { procurement: string; seq: number; action: string; facts: string[]; statusAfter: string }[];
  cursor: string;
  more: boolean;
}

let portal: Portal;
const page = async (cursor: string | null, limit = 50): Promise<Page> => {
  const answer = await fetch(`${portal.baseUrl}/api/v1/changes?limit=${limit}${cursor === null ? '' : `&after=${cursor}`}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Page;
};

/** Follows the feed from its beginning until `done` says that enough was seen: what was read, in order, as `number/seq`. */
async function follow(limit: number, done: (seen: string[]) => boolean): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  while (!done(seen)) {
    const { items, cursor: next } = await page(cursor, limit);
    seen.push(...items.map(({ procurement, seq }) => `${procurement}/${seq}`));
    cursor = next;
  }
  return seen;
}

beforeAll(async () => {
  portal = await aPortal();
  await settle(portal.db.pool);
  await setLegalOffset(portal.db.pool, at('2026-11-24T09:00') - Date.now());
});
afterAll(() => portal.stop());

describe('the feed of changes', () => {
  test('is empty with a cursor that stays, and tells recorded steps, never drafts', async () => {
    const empty = await page(null);
    expect([empty.items, empty.more]).toEqual([[], false]);
    expect(await page(empty.cursor)).toEqual(empty);
    await announce(portal.db, { number: '1000001-1', draft: true });
    await announce(portal.db, { number: '1000002-1', more: [started] });
    const { items, cursor } = await page(empty.cursor);
    expect(
      items.map(({ procurement, seq, action, facts, statusAfter }) => [procurement, seq, action, facts, statusAfter]),
    ).toEqual([
      ['1000002-1', 1, 'publish', ['ProcurementPublished'], 'published'],
      ['1000002-1', 2, 'step', ['QuotationsStarted'], 'taking-quotations'],
    ]);
    expect(await page(cursor)).toEqual({ items: [], cursor, more: false });
  });

  test('tells each step exactly once and in one order to all, while eight write at once and commit late', async () => {
    const WRITERS = 8;
    const STEPS = 25;
    const cases = [];
    for (let n = 0; n < WRITERS; n += 1) cases.push(await announce(portal.db, { number: `20000${n}0-1` }));
    const before = 2;
    const expected = before + WRITERS * (STEPS + 1);
    const enough = (seen: string[]) => seen.length >= expected;
    const write = async ({ id }: { id: string }, writer: number) => {
      const client = await portal.db.pool.connect();
      for (let seq = 2; seq < STEPS + 2; seq += 1) {
        await client.query('begin');
        await client.query(
          `insert into journal (case_id, seq, part, type, fact, actor, action, status_before, status_after, at, salt, leaf, prev, hash)
           values ($1, $2, 0, 'ProtocolDue', '{}', '{"role":"portal"}', 'step', 'published', 'published', legal_now(), '', '', '', '')`,
          [id, seq],
        );
        // The later the number was drawn, the sooner it is committed: numbers appear out of order.
        await client.query('select pg_sleep($1)', [((writer * 7 + seq * 3) % WRITERS) / 400]);
        await client.query('commit');
      }
      client.release();
    };
    const [first, second] = await Promise.all([follow(3, enough), follow(50, enough), ...cases.map(write)]);
    expect(first).toHaveLength(expected);
    expect(new Set(first).size).toBe(expected);
    expect(second).toEqual(first);
    // Steps of one procurement come in their own order.
    for (const { number } of cases) {
      const own = first.filter((each) => each.startsWith(`${number}/`)).map((each) => Number(each.split('/')[1]));
      expect(own).toEqual(Array.from({ length: STEPS + 1 }, (_, n) => n + 1));
    }
    expect(await follow(200, enough)).toEqual(first);
  });

  test('refuses a cursor that it did not give', async () => {
    const answer = await fetch(`${portal.baseUrl}/api/v1/changes?after=bm9wZQ`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'application/problem+json; charset=utf-8']);
    expect(await answer.json()).toMatchObject({ code: 'bad-input', field: 'after' });
  });
});
