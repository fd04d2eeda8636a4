import { describe, expect, test } from 'vitest';
import { methods, sheetOf, sheetOn } from '../../domain/procurement/methods/index.ts';
import { cite, ours, S1, sheetFrom, sheetInForce, workingDays } from '../../domain/regulation.ts';

const sheets = [
  { from: '2016-01-01', sheet: 'law of 2015' },
  { from: '2025-01-01', sheet: 'law of 2024' },
];

describe('the sheet in force', () => {
  test.each([
    ['2016-01-01', 'law of 2015'],
    ['2024-12-31', 'law of 2015'],
    ['2025-01-01', 'law of 2024'],
    ['2026-03-20', 'law of 2024'],
  ])('on %s it is the %s', (date, sheet) => {
    expect(sheetInForce(sheets, date).sheet).toBe(sheet);
    expect(sheetInForce([...sheets].reverse(), date).sheet).toBe(sheet);
  });

  test('before the first sheet nothing is in force', () => {
    expect(() => sheetInForce(sheets, '2015-12-31')).toThrow(RangeError);
  });

  test('a case finds the sheet it was published under, and says so when it was removed', () => {
    expect(sheetFrom(sheets, '2016-01-01')).toBe('law of 2015');
    expect(() => sheetFrom(sheets, '2020-01-01')).toThrow(RangeError);
  });
});

describe('sources', () => {
  test('an article of the manual and a decision of the project print as people cite them', () => {
    expect(cite(S1('1.3.2'))).toBe('S1 §1.3.2');
    expect(cite(ours('ADR 0007'))).toBe('ADR 0007');
  });

  test('a number comes with its unit and source', () => {
    expect(workingDays(5, ours('ADR 0007'))).toEqual({
      value: 5,
      unit: 'working-day',
      source: { document: 'ours', place: 'ADR 0007' },
    });
  });
});

describe('the numbers of a request for price quotations (S1 §1.3, spec 02)', () => {
  // Typed from the specification, not from the sheet.
  test.each(['2016-01-01', '2024-12-31', '2025-01-01', '2026-11-22'])('on %s', (date) => {
    const { sheet } = sheetOn('price-quotations', date);
    expect(sheet.window.atLeast).toMatchObject({ value: 5, unit: 'working-day' });
    expect(sheet.window.startsOn.day).toBe('working-day');
    expect(sheet.held.offersAtLeast).toMatchObject({ value: 2, unit: 'count' });
    expect(sheet.offers.perSupplierAndLot).toMatchObject({ value: 1, unit: 'count' });
    expect(sheet.offers.replaceable).toBe(true);
    expect(sheet.offers.atMost).toBe('lot-amount');
    expect(sheet.ranking).toEqual(['lowest-price', 'earliest-received']);
    expect(sheet.admission).toBe('automatic');
    expect(sheet.afterOneOffer.opens).toBe('single-source');
  });

  test('restrictions stand in article 6 of the law of 2015 and in article 7 of the law of 2024, from 1 January 2025', () => {
    expect(sheetOn('price-quotations', '2024-12-31').sheet.restrictions.article).toBe('6');
    expect(sheetOn('price-quotations', '2025-01-01').sheet.restrictions.article).toBe('7');
  });

  test('a file published under an older sheet keeps it', () => {
    expect(sheetOf({ method: 'price-quotations', sheet: '2016-01-01' }).restrictions.article).toBe('6');
  });

  test('the code inside a protocol number is ЗЦП (spec 17 §1.2)', () => {
    expect(methods['price-quotations'].protocolCode).toBe('ЗЦП');
  });
});
