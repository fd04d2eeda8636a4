import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stopLegalClock } from '../../db/clock.ts';
import type { ProcurementFact } from '../../domain/procurement/facts.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { aCourtDecision } from '../support/acts.ts';
import { aLot, at } from '../support/draft-file.ts';
import { organization } from '../support/people.ts';
import { settle } from '../support/townsfolk.ts';
import { announce, CLOSES, lotNamed, started } from './board.ts';
import { aPortal, type Portal } from './portal.ts';

let portal: Portal;

interface Page {
  items: { number: string; lot?: { number: string } }[];
  next: string | null;
  total: number;
}
const json = async (path: string) => (await (await fetch(portal.baseUrl + path)).json()) as Page;
const nameOf = ({ number, lot }: Page['items'][number]) => (lot ? `${number}/${lot.number}` : number);
const find = async (list: 'procurements' | 'lots', query: string) =>
  (await json(`/api/v1/${list}?limit=200&${query}`)).items.map(nameOf);

const [C1, C2, C3] = ['C1', 'C2', 'C3'].map((key) => organization(key).bin);
const closing = at(CLOSES);

/** Lot 1 held, lot 2 failed. */
const decided = (): ProcurementFact => ({
  ...{ type: 'LotsDecided', at: closing },
  decisions: [
    {
      lot: '1',
      decision: {
        outcome: 'held',
        winner: { order: 1, supplier: organization('S1').bin, price: '1.00', receivedAt: '2026-11-24T10:00:00.000+05:00' },
        second: null,
      },
    },
    { lot: '2', decision: { outcome: 'failed', ground: 'none-submitted' } },
  ],
});
const act = aCourtDecision({ date: '2026-11-23' });
const suspended = ({ creator: by }: ProcurementFile): ProcurementFact => ({
  ...{ type: 'ProcurementSuspended', at: closing - 1, frozen: [], calendarVersion: 1 },
  act: { ...act, action: 'suspend', at: closing - 1, by, lots: ['1'] },
});
const ended =
  (type: 'LotsCancelled' | 'LotsRefused', lots: string[]) =>
  (file: ProcurementFile): ProcurementFact => {
    const by = file.creator;
    return type === 'LotsCancelled'
      ? { type, at: closing, act: { ...act, action: 'cancel', at: closing, by, lots } }
      : { type, at: closing, refusal: { at: closing, by, customer: by.bin, lots, ground: 'потребность отпала' } };
  };

beforeAll(async () => {
  portal = await aPortal();
  const { db } = portal;
  await settle(db.pool);
  await stopLegalClock(db.pool, at('2026-12-01T19:00'));
  await announce(db, {
    ...{ number: '1000001-1', publishedAt: '2026-11-16T10:00' },
    lots: [aLot(1, { amount: '900000.00' }), aLot(2, { amount: '300000.00', customer: 'C2' })],
    more: [started, decided],
  });
  await announce(db, {
    ...{ number: '1000002-1', publishedAt: '2026-11-17T10:00', closesAt: '2026-12-03T18:00' },
    lots: [aLot(1, { amount: '500000.00', customer: 'C2' }), aLot(2, { amount: '400000.00', customer: 'C2' })],
    more: [started, ended('LotsCancelled', ['2'])],
  });
  await announce(db, {
    ...{ number: '1000003-1', publishedAt: '2026-11-18T10:00', closesAt: '2026-12-02T18:00' },
    lots: [aLot(1, { amount: '700000.00' }), aLot(2, { amount: '700000.00' })],
    more: [started, ended('LotsRefused', ['1'])],
  });
  await announce(db, { number: '1000004-1', draft: true });
  await announce(db, {
    ...{ number: '1000005-1', publishedAt: '2026-11-13T10:00' },
    lots: [aLot(1, { amount: '100000.00', customer: 'C4' })],
    more: [started, suspended],
  });
});
afterAll(() => portal.stop());

describe('lists are narrowed (S1 §1.2)', () => {
  test.each([
    ['held', ['1000001-1'], ['1000001-1/1']],
    ['failed', ['1000001-1'], ['1000001-1/2']],
    ['cancelled', ['1000002-1'], ['1000002-1/2']],
    ['refused', ['1000003-1'], ['1000003-1/1']],
    ['suspended', ['1000005-1'], ['1000005-1/1']],
    ['published', ['1000003-1', '1000002-1'], ['1000003-1/2', '1000002-1/1']],
    ['held&result=refused', ['1000003-1', '1000001-1'], ['1000003-1/1', '1000001-1/1']],
  ])('by the result of a lot: %s', async (result, procurements, lots) => {
    expect(await find('procurements', `result=${result}`)).toEqual(procurements);
    expect(await find('lots', `result=${result}`)).toEqual(lots);
  });

  test('by the customer: its announcements, and of lots only its own', async () => {
    expect(await find('procurements', `customer=${C2}`)).toEqual(['1000002-1', '1000001-1']);
    expect(await find('lots', `customer=${C2}`)).toEqual(['1000002-1/1', '1000002-1/2', '1000001-1/2']);
    expect(await find('procurements', `customer=${C1}&result=failed`)).toEqual(['1000001-1']);
    expect(await find('lots', `customer=${C1}&result=failed`)).toEqual([]);
    for (const list of ['procurements', 'lots'] as const) expect(await find(list, `customer=${C3}`)).toEqual([]);
  });

  test.each([
    ['result=lot-draft', 'result.0'],
    ['customer=12', 'customer'],
    ['order=oldest', 'order'],
  ])('%s is refused and its field named', async (query, field) => {
    for (const list of ['procurements', 'lots']) {
      const answer = await fetch(`${portal.baseUrl}/api/v1/${list}?${query}`);
      expect([answer.status, await answer.json()]).toMatchObject([422, { code: 'bad-input', field }]);
    }
  });
});

describe('lists are ordered', () => {
  test('by what ends first: 1, 2 and 3 December, then what has no deadline that runs', async () => {
    expect(await find('procurements', 'order=ending')).toEqual(['1000001-1', '1000003-1', '1000002-1', '1000005-1']);
    expect(await find('lots', 'order=ending&result=published')).toEqual(['1000003-1/2', '1000002-1/1']);
  });

  test('by amount, the greatest first: of the whole announcement, of the lot; equal ones by number', async () => {
    // 700 000 + 700 000, 900 000 + 300 000, 500 000 + 400 000, 100 000.
    expect(await find('procurements', 'order=amount')).toEqual(['1000003-1', '1000001-1', '1000002-1', '1000005-1']);
    expect(await find('lots', 'order=amount')).toEqual([
      ...['1000001-1/1', '1000003-1/1', '1000003-1/2', '1000002-1/1'],
      ...['1000002-1/2', '1000001-1/2', '1000005-1/1'],
    ]);
  });
});

describe('pages by key while others publish', () => {
  const DAYS = ['2026-12-03T18:00', '2026-12-05T18:00', '2026-12-07T18:00'];
  let number = 2_000_000;
  /** An announcement that the search for `word` finds; amount, end and publication are of those that stand, or between and beside them. */
  const publish = (word: string, step: number) =>
    announce(portal.db, {
      number: `${(number += 1)}-1`,
      lots: [lotNamed(1, word, `${word} (қаз)`, `${100_000 + (step % 5) * 50_000}.00`)],
      publishedAt: `2026-11-2${step % 3}T10:00`,
      closesAt: DAYS[step % 3]!,
    });

  test.each(['newest', 'ending', 'amount'])(
    '%s: of what stood at the first page nothing is skipped and nothing comes twice',
    async (order) => {
      const word = `бумага-${order}`;
      for (let step = 0; step < 7; step += 1) await publish(word, step);
      for (const list of ['procurements', 'lots'] as const) {
        const query = `order=${order}&text=${encodeURIComponent(word)}`;
        const stood = await find(list, query);
        expect(stood.length).toBeGreaterThanOrEqual(7);
        const seen: string[] = [];
        let path: string | null = `/api/v1/${list}?limit=2&${query}`;
        for (let step = 0; path; step += 1) {
          // Published while the page is being read, and before the next one is asked for; then the writers rest, so that the list ends.
          const writers = step < 4 ? [0, 1, 2].map((each) => publish(word, step + each)) : [];
          const [page]: [Page, ...unknown[]] = await Promise.all([json(path), ...writers]);
          seen.push(...page.items.map(nameOf));
          path = page.next;
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.filter((name) => stood.includes(name))).toEqual(stood);
        const all = await find(list, query);
        expect(all).toHaveLength(stood.length + 12);
        expect(seen).toEqual(all.filter((name) => seen.includes(name)));
      }
    },
  );
});
