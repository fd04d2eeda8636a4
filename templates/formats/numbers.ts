import { percentBelow, tiyn, type Money } from '../../domain/money.ts';
import { NBSP, type Language } from './language.ts';

// Own grouping instead of Intl: CLDR versions differ between U+00A0 and U+202F, and a printed act must not change with one.

/** Decimal string with digits in threes: '1234567.5' → '1 234 567,5' (U+00A0), in English '1,234,567.5'. */
export function number(decimal: string | number | bigint, language: Language): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(decimal));
  if (!parts) throw new RangeError(`Not a decimal number: ${decimal}`);
  const [, minus, whole, fraction] = parts;
  const english = language === 'en';
  const grouped = whole!.replace(/\B(?=(?:\d{3})+$)/g, english ? ',' : NBSP);
  return `${minus ? '\u2212' : ''}${grouped}${fraction === undefined ? '' : (english ? '.' : ',') + fraction}`;
}

/** Amount in tenge with its sign: '1 234 567,50 ₸', in English 'KZT 1,234,567.50'. */
export function money(amount: Money, language: Language): string {
  const digits = amountOf(amount, language);
  return language === 'en' ? `KZT${NBSP}${digits}` : `${digits}${NBSP}₸`;
}

/** Amount without a currency, for columns whose heading names it: '1 234 567,50'. */
export function amountOf(amount: Money, language: Language): string {
  tiyn(amount); // throws on what is not an amount
  return number(amount, language);
}

/** Quantity without idle zeros: '240.000' → '240', '0.001' → '0,001'. */
export function quantity(decimal: string, language: Language): string {
  return number(decimal.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''), language);
}

/** Percentage given as a decimal string: '12.5' → '12,5%' kk, '12,5 %' ru, '12.5%' en. */
export function percent(decimal: string, language: Language): string {
  return `${number(decimal, language)}${language === 'ru' ? NBSP : ''}%`;
}

/** By how much a price is below the amount: '4,8 %'. */
export function saving(amount: Money, price: Money, language: Language): string {
  return percent(percentBelow(amount, price), language);
}

const SIZE_UNITS = { kk: ['Б', 'КБ', 'МБ', 'ГБ'], ru: ['Б', 'КБ', 'МБ', 'ГБ'], en: ['B', 'KB', 'MB', 'GB'] } as const;

/** Size of a file in bytes, in units of 1024, one decimal below ten units: '50 МБ', '1,4 КБ', '812 Б'. */
export function fileSize(bytes: number, language: Language): string {
  if (!Number.isSafeInteger(bytes) || bytes < 0) throw new RangeError(`Not a file size: ${bytes}`);
  let step = 0;
  while (step < 3 && Math.round(bytes / 1024 ** step) >= 1024) step += 1;
  const tenths = Math.round((bytes * 10) / 1024 ** step);
  const decimal =
    step === 0 || tenths >= 100 || tenths % 10 === 0 ? String(Math.round(bytes / 1024 ** step)) : (tenths / 10).toFixed(1);
  return `${number(decimal, language)}${NBSP}${SIZE_UNITS[language][step]}`;
}
