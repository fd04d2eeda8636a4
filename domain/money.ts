/**
 * Amounts in tenge without VAT as decimal strings with two places ('1190000.00'); arithmetic in bigint tiyn
 * (1 tenge = 100 tiyn), never in floating point.
 */

/** '-?digits.dd', no leading zeros, no grouping, no '-0.00'. */
export type Money = string;

const MONEY = /^-?(0|[1-9]\d*)\.\d\d$/;
const DECIMAL = /^(\d+)(?:\.(\d+))?$/;

/** Largest amount taken as input: 999 999 999 999.99 tenge. */
export const LARGEST_AMOUNT: Money = '999999999999.99';

/** Tiyn of an amount. Throws RangeError on a string that is not in the form of `Money`. */
export function tiyn(m: Money): bigint {
  if (!MONEY.test(m) || m === '-0.00') throw new RangeError(`Not an amount of money: ${m}`);
  return BigInt(m.replace('.', ''));
}

/** The amount of so many tiyn. */
export function money(t: bigint): Money {
  const digits = (t < 0n ? -t : t).toString().padStart(3, '0');
  return `${t < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function add(a: Money, b: Money): Money {
  return money(tiyn(a) + tiyn(b));
}

export function subtract(a: Money, b: Money): Money {
  return money(tiyn(a) - tiyn(b));
}

/** Sum of any number of amounts; '0.00' of none. */
export function sum(amounts: readonly Money[]): Money {
  return money(amounts.reduce((total, each) => total + tiyn(each), 0n));
}

/** -1, 0 or 1, as for sorting. */
export function compare(a: Money, b: Money): -1 | 0 | 1 {
  const difference = tiyn(a) - tiyn(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Quantity (non-negative decimal string, any number of places) × unit price, rounded half up to tiyn. */
export function multiply(quantity: string, unitPrice: Money): Money {
  const parts = DECIMAL.exec(quantity);
  if (!parts) throw new RangeError(`Not a quantity: ${quantity}`);
  const fraction = parts[2] ?? '';
  return money(roundHalfUp(BigInt(parts[1]! + fraction) * tiyn(unitPrice), 10n ** BigInt(fraction.length)));
}

/** By how many per cent `price` lies below `amount` (> 0), one decimal, rounded half up: '4.8'; negative when above. */
export function percentBelow(amount: Money, price: Money): string {
  const whole = tiyn(amount);
  if (whole <= 0n) throw new RangeError(`No percentage of ${amount}`);
  const tenths = roundHalfUp((whole - tiyn(price)) * 1000n, whole);
  const digits = (tenths < 0n ? -tenths : tenths).toString().padStart(2, '0');
  return `${tenths < 0n ? '-' : ''}${digits.slice(0, -1)}.${digits.slice(-1)}`;
}

/** numerator / denominator (> 0) to the nearest whole, an exact half away from zero, as tax and price lists round. */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * size + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

export const MONEY_INPUT_FAULTS = ['empty', 'not-a-number', 'ambiguous', 'too-many-decimals', 'negative', 'too-large'] as const;
export type MoneyInputFault = (typeof MONEY_INPUT_FAULTS)[number];
export type ParsedMoney = { ok: true; money: Money } | { ok: false; reason: MoneyInputFault };

/**
 * An amount as people type or paste it: groups of three parted by a space (also no-break, thin or narrow), comma or
 * point before one or two decimals, with or without ₸ or KZT. What can be read in two ways is asked back: '1.234' is
 * 1,23 mistyped or 1 234; '12 50' is 12,50 or 1 250.
 */
export function parseMoney(text: string): ParsedMoney {
  const bare = text
    .replace(/[\u00A0\u2009\u202F\t]/g, ' ')
    .replace(/^ *KZT|(?:\u20B8|KZT) *$/g, '')
    .trim();
  if (bare === '') return fault('empty');
  if (/^[-\u2212\u2013] *\d/.test(bare)) return fault('negative');
  if (!/^\d[\d ]*(?:[.,][\d ]*)*\d$|^\d$/.test(bare)) return fault('not-a-number');
  return parseGroups(bare);
}

function parseGroups(bare: string): ParsedMoney {
  const marks = bare.match(/[ .,]/g) ?? [];
  const last = marks.at(-1);
  const cut = last === undefined || last === ' ' ? -1 : bare.lastIndexOf(last);
  const tail = cut < 0 ? '' : bare.slice(cut + 1);
  const head = cut < 0 ? bare : bare.slice(0, cut);
  const headMarks = new Set(head.match(/[ .,]/g) ?? []);
  if (headMarks.size > 1) return fault('not-a-number');
  const [group] = headMarks;
  const repeated = group !== undefined && group === last;
  if (repeated && group !== ' ') return grouped(bare, group) ? amount(bare, '') : fault('not-a-number');
  if (group !== undefined && !grouped(head, group)) return fault(group === ' ' ? 'ambiguous' : 'not-a-number');
  if (tail.length === 3 && group === undefined && /^[1-9]\d{0,2}$/.test(head)) return fault('ambiguous');
  if (tail.length > 2) return fault('too-many-decimals');
  return amount(head, tail);
}

function grouped(digits: string, mark: string): boolean {
  const [first, ...rest] = digits.split(mark);
  return /^\d{1,3}$/.test(first!) && rest.every((part) => /^\d{3}$/.test(part));
}

function amount(whole: string, decimals: string): ParsedMoney {
  const units = whole.replace(/[ .,]/g, '').replace(/^0+(?=\d)/, '');
  const value = `${units}.${decimals.padEnd(2, '0')}`;
  if (units.length > 12) return fault('too-large');
  return { ok: true, money: value };
}

function fault(reason: MoneyInputFault): ParsedMoney {
  return { ok: false, reason };
}
