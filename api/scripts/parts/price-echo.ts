import { compare, type Money, parseMoney, sum, tiyn } from '../../../domain/money.ts';
import type { Language } from '../../../templates/formats/language.ts';
import { money, number, saving } from '../../../templates/formats/numbers.ts';
import type { PricedLot } from './check-prices.ts';
import type { Messages } from './messages.ts';

/** What a typed price says beside its field; null while it is no price. */
interface Echo {
  lot: PricedLot;
  price: Money | null;
  skipped: boolean;
}

/** A price at or below a tenth of the lot's amount is asked about: a lost zero is the commonest slip. */
const TENTH = 10n;

export const pageLanguage = (): Language => {
  const { lang } = document.documentElement;
  return lang === 'kk' || lang === 'en' ? lang : 'ru';
};

export const put = (sentence: string | undefined, values: Record<string, string>): string =>
  (sentence ?? '').replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

export const isFarBelow = ({ price, lot }: Echo): boolean => price !== null && tiyn(price) * TENTH <= tiyn(lot.amount);

/** 'около 1,19 млн ₸': whole part and two decimals, cut off; below a thousand the number itself. */
function inShort(price: Money, messages: Messages, language: Language): string {
  const hundredths = tiyn(price);
  const steps: [size: bigint, word: string | undefined][] = [
    [100_000_000_000n, messages.billion],
    [100_000_000n, messages.million],
    [100_000n, messages.thousand],
  ];
  const step = steps.find(([size]) => hundredths >= size);
  if (!step) return money(price, language);
  const cut = (hundredths * 100n) / step[0];
  const decimal = `${cut / 100n}.${String(cut % 100n).padStart(2, '0')}`.replace(/\.?0+$/, '');
  return `${number(decimal, language)} ${step[1] ?? ''} ₸`;
}

/** The typed prices, lot by lot; lots marked as skipped have none. */
export function echoesOf(form: HTMLFormElement, lots: PricedLot[]): Echo[] {
  return Array.from(form.querySelectorAll<HTMLInputElement>('[data-price]')).flatMap((field) => {
    const lot = lots.find(({ number: of }) => of === field.dataset.price);
    if (!lot) return [];
    const read = parseMoney(field.value);
    return [{ lot, price: read.ok && !field.disabled && tiyn(read.money) > 0n ? read.money : null, skipped: field.disabled }];
  });
}

function against({ lot, price, skipped }: Echo, messages: Messages, language: Language): string {
  if (skipped) return messages['echo-skipped'] ?? '';
  if (price === null) return '';
  const order = compare(price, lot.amount);
  if (order > 0) return messages['echo-above'] ?? '';
  if (order === 0) return messages['echo-equal'] ?? '';
  return put(messages['echo-below'], { percent: saving(lot.amount, price, language) });
}

/** Spells the quotation out while it is typed: beside each price, in the check, and the question about a lost zero. */
export function echoPrices(form: HTMLFormElement, lots: PricedLot[], messages: Messages): void {
  const language = pageLanguage();
  const echoes = echoesOf(form, lots);
  for (const echo of echoes) {
    const place = Array.from(form.querySelectorAll<HTMLElement>('[data-echo]')).find(
      (one) => one.dataset.echo === echo.lot.number,
    );
    if (place) place.textContent = against(echo, messages, language);
  }
  const priced = echoes.filter((echo) => echo.price !== null);
  const check = form.querySelector<HTMLElement>('[data-check]');
  const list = form.querySelector<HTMLElement>('[data-check-list]');
  if (check) check.hidden = priced.length > 0;
  list?.replaceChildren(...(priced.length > 0 ? linesOf(echoes, messages, language) : []).map(item));
  const low = form.querySelector<HTMLElement>('[data-low]');
  if (low) low.hidden = !echoes.some(isFarBelow);
}

function linesOf(echoes: Echo[], messages: Messages, language: Language): string[] {
  const lines = echoes.flatMap(({ lot, price, skipped }) => {
    if (skipped) return [put(messages['check-skipped'], { lot: lot.number })];
    if (price === null) return [];
    const values = { lot: lot.number, price: money(price, language), short: inShort(price, messages, language) };
    return [put(messages['check-lot'], values)];
  });
  const prices = echoes.flatMap(({ price }) => (price === null ? [] : [price]));
  return prices.length > 1 ? [...lines, put(messages['check-total'], { total: money(sum(prices), language) })] : lines;
}

function item(text: string): HTMLLIElement {
  const made = document.createElement('li');
  made.textContent = text;
  return made;
}
