import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  money,
  multiply,
  parseMoney,
  percentBelow,
  subtract,
  sum,
  tiyn,
  LARGEST_AMOUNT,
} from '../../domain/money.ts';
import { money as printed } from '../../templates/formats.ts';
import { seed } from '../support/seeds.ts';

describe('amounts', () => {
  test('tiyn and back', () => {
    expect(tiyn('1190000.00')).toBe(119000000n);
    expect(tiyn('0.01')).toBe(1n);
    expect(tiyn('-0.01')).toBe(-1n);
    expect(money(0n)).toBe('0.00');
    expect(money(-5n)).toBe('-0.05');
    expect(money(99999999999999n)).toBe('999999999999.99');
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (t) => tiyn(money(t)) === t));
  });

  test.each(['1', '1.0', '1.000', '01.00', '-0.00', '1 000.00', '1,00', '', '1e3', 'NaN', '.50', '+1.00'])(
    '%s is not an amount',
    (text) => {
      expect(() => tiyn(text)).toThrow(RangeError);
    },
  );

  test('sums, differences and order are exact', () => {
    expect(add('0.10', '0.20')).toBe('0.30');
    expect(subtract('100.00', '100.01')).toBe('-0.01');
    expect(sum([])).toBe('0.00');
    expect(sum(['999999999999.99', '0.01'])).toBe('1000000000000.00');
    expect([compare('9.00', '10.00'), compare('10.00', '10.00'), compare('10.01', '10.00')]).toEqual([-1, 0, 1]);
  });

  test('quantity times price is rounded half up to tiyn', () => {
    expect(multiply('240', '1950.00')).toBe('468000.00');
    expect(multiply('0.1', '162500.05')).toBe('16250.01'); // 16250.005, half-even would give .00
    expect(multiply('0.001', '0.01')).toBe('0.00');
    expect(multiply('0.5', '0.01')).toBe('0.01');
    expect(multiply('0.333', '10.00')).toBe('3.33');
    expect(() => multiply('-1', '10.00')).toThrow(RangeError);
    expect(() => multiply('1,5', '10.00')).toThrow(RangeError);
  });

  test('every lot of the demo has the amount its quantity and price give', () => {
    const lots = seed('lots-realistic');
    expect(lots).toHaveLength(138);
    for (const lot of lots) expect([lot.no, multiply(lot.quantity, lot.unit_price_kzt)]).toEqual([lot.no, lot.amount_kzt]);
  });

  test('percentage below the amount, one decimal, half up', () => {
    expect(percentBelow('1250000.00', '1190000.00')).toBe('4.8');
    expect(percentBelow('9000000.00', '8145000.00')).toBe('9.5');
    expect(percentBelow('2000.00', '1999.00')).toBe('0.1'); // 0.05
    expect(percentBelow('100.00', '100.00')).toBe('0.0');
    expect(percentBelow('100.00', '0.00')).toBe('100.0');
    expect(percentBelow('100.00', '120.00')).toBe('-20.0');
    expect(() => percentBelow('0.00', '0.00')).toThrow(RangeError);
  });
});

describe('amounts as people type them', () => {
  test.each([
    ['1190000', '1190000.00'],
    ['1 190 000', '1190000.00'],
    ['1\u00A0190\u00A0000,5', '1190000.50'],
    ['1\u2009190\u2009000.50', '1190000.50'],
    ['1\u202F190\u202F000', '1190000.00'],
    ['1234,5', '1234.50'],
    ['1234.56', '1234.56'],
    ['0,01', '0.01'],
    ['007', '7.00'],
    ['  42 ', '42.00'],
    ['1 234 567,50 ₸', '1234567.50'],
    ['KZT\u00A01,234,567.50', '1234567.50'],
    ['1.234.567,50', '1234567.50'],
    ['1,234,567', '1234567.00'],
    ['999 999 999 999,99', LARGEST_AMOUNT],
  ])('%j is %s', (text, value) => {
    expect(parseMoney(text)).toEqual({ ok: true, money: value });
  });

  test.each([
    ['', 'empty'],
    [' \u00A0 ', 'empty'],
    ['₸', 'empty'],
    ['сто', 'not-a-number'],
    ['1e6', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['1,23,456.00', 'not-a-number'],
    ['5,', 'not-a-number'],
    ['.5', 'not-a-number'],
    ['10 USD', 'not-a-number'],
    ['١٢', 'not-a-number'],
    ['1.234', 'ambiguous'],
    ['1,234', 'ambiguous'],
    ['123.456', 'ambiguous'],
    ['12 50', 'ambiguous'],
    ['1 23', 'ambiguous'],
    ['1 2345', 'ambiguous'],
    ['1234.567', 'too-many-decimals'],
    ['0.125', 'too-many-decimals'],
    ['1 234.567', 'too-many-decimals'],
    ['10,0000', 'too-many-decimals'],
    ['-5', 'negative'],
    ['\u2212 5,00', 'negative'],
    ['1000000000000', 'too-large'],
    ['9'.repeat(5000), 'too-large'],
  ])('%j is refused: %s', (text, reason) => {
    expect(parseMoney(text)).toEqual({ ok: false, reason });
  });

  test('what the portal prints can be pasted back, in every language', () => {
    const amounts = fc.bigInt({ min: 0n, max: tiyn(LARGEST_AMOUNT) }).map(money);
    fc.assert(
      fc.property(amounts, fc.constantFrom('kk' as const, 'ru' as const, 'en' as const), (amount, language) => {
        expect(parseMoney(printed(amount, language))).toEqual({ ok: true, money: amount });
      }),
    );
  });

  test('whatever is typed gives an amount in range or a reason, never an exception', () => {
    const keys = fc.string({ unit: fc.constantFrom(...'0123456789 ,.-₸\u00A0KZTx'), maxLength: 20 });
    fc.assert(
      fc.property(keys, (text) => {
        const parsed = parseMoney(text);
        if (parsed.ok) expect(tiyn(parsed.money)).toBeLessThanOrEqual(tiyn(LARGEST_AMOUNT));
      }),
    );
  });
});
