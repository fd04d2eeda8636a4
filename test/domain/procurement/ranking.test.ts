import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LotDecision, OpenedQuotation } from '../../../domain/procurement/file.ts';
import { decideLot, offersFor } from '../../../domain/procurement/ranking.ts';
import { sheetOn } from '../../../domain/procurement/methods/index.ts';
import { readQuotation } from '../../../domain/procurement/quotation.ts';
import { aQuotation, aRequestForQuotations, aRestriction, suppliers } from '../../support/builders.ts';

const { sheet } = sheetOn('price-quotations', '2026-02-11');
const lot = { number: '1', amount: '1000000.00' };

/** Quotations for lot 1 in the order of receipt: supplier number and price. */
const offered = (...offers: [supplier: number, price: string][]): OpenedQuotation[] =>
  offers.map(([supplier, price], index) => ({ ...aQuotation({ supplier, prices: { 1: price } }), order: index + 1 }));

const decide = (quotations: OpenedQuotation[], ...restricted: number[]) =>
  decideLot(lot, quotations, restricted.map(aRestriction), sheet);
const places = (decision: LotDecision) =>
  decision.outcome === 'held' ? [decision.winner.supplier, decision.second?.supplier, decision.winner.price] : decision;
const bin = (supplier: number) => suppliers(supplier).bin;

describe('the lowest price wins, equal prices go to the earlier (S1 §1.3.2)', () => {
  test('winner and second place', () => {
    expect(places(decide(offered([1, '900000.00'], [2, '850000.00'], [3, '870000.00'])))).toEqual([bin(2), bin(3), '850000.00']);
  });

  test('equal prices: the earlier quotation, wherever it stands in the list', () => {
    const quotations = offered([3, '850000.00'], [1, '850000.00'], [2, '900000.00']);
    expect(places(decide(quotations))).toEqual([bin(3), bin(1), '850000.00']);
    expect(places(decide([...quotations].reverse()))).toEqual([bin(3), bin(1), '850000.00']);
  });

  test('a tiyn decides, and amounts are compared as numbers, not as text', () => {
    expect(places(decide(offered([1, '850000.00'], [2, '849999.99'])))).toEqual([bin(2), bin(1), '849999.99']);
    expect(places(decide(offered([1, '100000.00'], [2, '99999.00'])))).toEqual([bin(2), bin(1), '99999.00']);
  });

  test('a price equal to the amount of the lot takes part', () => {
    expect(places(decide(offered([1, '1000000.00'], [2, '1000000.00'])))).toEqual([bin(1), bin(2), '1000000.00']);
  });
});

describe('a lot fails: the first ground that fits (spec 17 §5.1)', () => {
  test('no quotation', () => {
    expect(decide([])).toEqual({ outcome: 'failed', ground: 'none-submitted' });
  });

  test('quotations for other lots only are none for this one', () => {
    expect(
      decide([aQuotation({ supplier: 1, prices: { 2: '5.00' } }), aQuotation({ supplier: 2, prices: { 3: '5.00' } })]),
    ).toEqual({
      outcome: 'failed',
      ground: 'none-submitted',
    });
  });

  test('one quotation: a single-source announcement is due (S1 §1.7.1)', () => {
    expect(decide(offered([1, '900000.00']))).toEqual({ outcome: 'failed', ground: 'one-submitted', singleSource: 'due' });
  });

  test('one quotation, of a supplier under restrictions: no single-source announcement (spec 02)', () => {
    expect(decide(offered([1, '900000.00']), 1)).toEqual({
      outcome: 'failed',
      ground: 'one-submitted',
      singleSource: 'restricted-supplier',
    });
  });

  test('a restriction on somebody else keeps the single-source announcement due', () => {
    expect(decide(offered([1, '900000.00']), 2)).toEqual({ outcome: 'failed', ground: 'one-submitted', singleSource: 'due' });
  });

  test('two quotations, both rejected by the portal', () => {
    expect(decide(offered([1, '900000.00'], [2, '1000000.01']), 1)).toEqual({ outcome: 'failed', ground: 'none-admitted' });
  });

  test('two quotations, one rejected: fewer than two remain', () => {
    expect(decide(offered([1, '900000.00'], [2, '850000.00']), 2)).toEqual({ outcome: 'failed', ground: 'one-admitted' });
  });

  test('two remain after the rejection of the lowest: held among them', () => {
    expect(places(decide(offered([1, '900000.00'], [2, '850000.00'], [3, '950000.00']), 2))).toEqual([
      bin(1),
      bin(3),
      '900000.00',
    ]);
  });
});

describe('the portal itself rejects', () => {
  const rejections = (quotations: OpenedQuotation[], ...restricted: number[]) =>
    offersFor(lot, quotations, restricted.map(aRestriction)).map((offer) => [offer.supplier, offer.rejected]);

  test('a supplier under restrictions on participation, and a price above the amount of the lot', () => {
    expect(rejections(offered([1, '900000.00'], [2, '1000000.01'], [3, '1000000.00']), 1)).toEqual([
      [bin(1), 'restriction'],
      [bin(2), 'above-lot-amount'],
      [bin(3), undefined],
    ]);
  });

  test('restriction is named before the price when both fit', () => {
    expect(rejections(offered([1, '2000000.00']), 1)).toEqual([[bin(1), 'restriction']]);
  });

  test('a quotation that cannot be read names no lot', () => {
    const unreadable = { ...aQuotation({ supplier: 4, unreadable: 'wrong-key' }), order: 3 };
    expect(rejections([...offered([1, '900000.00']), unreadable])).toEqual([[bin(1), undefined]]);
    expect(decide([...offered([1, '900000.00']), unreadable])).toMatchObject({ ground: 'one-submitted' });
  });
});

test('agrees with a plain reading of the rule (property)', () => {
  const offer = fc.record({
    cents: fc.integer({ min: 90_000_000, max: 105_000_000 }).map((n) => n - (n % 2_500_000)),
    restricted: fc.boolean(),
    quotes: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(offer, { maxLength: 6 }), (offers) => {
      const price = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
      const quotations = offers.map((each, index) => ({
        ...aQuotation({ supplier: index + 1, prices: { [each.quotes ? '1' : '2']: price(each.cents) } }),
        order: index + 1,
      }));
      const restricted = offers.flatMap((each, index) => (each.restricted ? [index + 1] : []));
      const decision = decide(quotations, ...restricted);

      const submitted = offers.map((each, index) => ({ ...each, order: index + 1 })).filter((each) => each.quotes);
      const left = submitted.filter((each) => !each.restricted && each.cents <= 100_000_000);
      if (submitted.length === 0) expect(decision).toMatchObject({ ground: 'none-submitted' });
      else if (submitted.length === 1)
        expect(decision).toMatchObject({
          ground: 'one-submitted',
          singleSource: submitted[0]?.restricted ? 'restricted-supplier' : 'due',
        });
      else if (left.length === 0) expect(decision).toMatchObject({ ground: 'none-admitted' });
      else if (left.length === 1) expect(decision).toMatchObject({ ground: 'one-admitted' });
      else {
        left.sort((a, b) => a.cents - b.cents || a.order - b.order);
        expect(decision.outcome === 'held' && [decision.winner.order, decision.second?.order]).toEqual([
          left[0]?.order,
          left[1]?.order,
        ]);
      }
    }),
    { numRuns: 500, seed: 20260211 },
  );
});

describe('what a supplier sealed is read, or it is not a quotation (S1 §1.3.2)', () => {
  const { file } = aRequestForQuotations().lots(2);
  const read = (prices: unknown) => readQuotation({ prices }, file);

  test('a price per lot, for some lots or all', () => {
    expect(read([{ lot: '2', price: '12.50' }])).toEqual([{ lot: '2', price: '12.50' }]);
    expect(read([{ lot: '1', price: '1.00' }, { lot: '2', price: '0.01' }])).toHaveLength(2); // prettier-ignore
  });

  test.each([
    ['two prices for one lot', [{ lot: '1', price: '1.00' }, { lot: '1', price: '2.00' }]], // prettier-ignore
    ['a lot that is not here', [{ lot: '3', price: '1.00' }]],
    ['a price of nothing', [{ lot: '1', price: '0.00' }]],
    ['a negative price', [{ lot: '1', price: '-1.00' }]],
    ['one decimal', [{ lot: '1', price: '1.5' }]],
    ['a number instead of money', [{ lot: '1', price: 1.5 }]],
    ['leading zeros', [{ lot: '1', price: '01.00' }]],
    ['no lots', []],
    ['nothing', null],
  ])('%s is not a quotation', (_what, prices) => {
    expect(read(prices)).toBeNull();
  });
});
