import { dateTime, type Moment } from './dates.ts';
import { NBSP, type Language } from './language.ts';
import { number } from './numbers.ts';

/** Forms of a counted noun: kk has one after a number, ru three (1 лот, 2 лота, 5 лотов), en two. */
export interface CountedNoun {
  kk: string;
  ru: readonly [one: string, few: string, many: string];
  en: readonly [one: string, other: string];
}

/** The form that goes with whole `n` ≥ 0 in the language. */
export function nounFor(n: number, noun: CountedNoun, language: Language): string {
  if (language === 'kk') return noun.kk;
  return language === 'ru' ? plural(n, noun.ru) : noun.en[n === 1 ? 0 : 1];
}

/** Russian plural: plural(21, ['лот', 'лота', 'лотов']) → 'лот'. Whole n ≥ 0. */
export function plural(n: number, forms: readonly [one: string, few: string, many: string]): string {
  const tens = n % 100;
  const units = n % 10;
  if (tens >= 11 && tens <= 14) return forms[2];
  if (units === 1) return forms[0];
  return units >= 2 && units <= 4 ? forms[1] : forms[2];
}

/** Number and noun joined by a no-break space: '5 лотов', '5 лот', '5 lots'. */
export function counted(n: number, noun: CountedNoun, language: Language): string {
  return `${number(n, language)}${NBSP}${nounFor(n, noun, language)}`;
}

const AND = { kk: ' және ', ru: ' и ', en: ' and ' } as const;

/** 'А, Б и В', 'А, Б және В', 'A, B and C'. Own joiner: CLDR's Kazakh list has no "және". */
export function list(items: readonly string[], language: Language): string {
  if (items.length < 2) return items.join('');
  return items.slice(0, -1).join(', ') + AND[language] + items.at(-1)!;
}

const DAYS: CountedNoun = { kk: 'күн', ru: ['день', 'дня', 'дней'], en: ['day', 'days'] };
const HOURS: CountedNoun = { kk: 'сағат', ru: ['час', 'часа', 'часов'], en: ['hour', 'hours'] };
const MINUTES: CountedNoun = { kk: 'минут', ru: ['минута', 'минуты', 'минут'], en: ['minute', 'minutes'] };
export const WORKING_DAYS: CountedNoun = {
  kk: 'жұмыс күні',
  ru: ['рабочий день', 'рабочих дня', 'рабочих дней'],
  en: ['working day', 'working days'],
};
export const CALENDAR_DAYS: CountedNoun = {
  kk: 'күнтізбелік күн',
  ru: ['календарный день', 'календарных дня', 'календарных дней'],
  en: ['calendar day', 'calendar days'],
};

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/**
 * A stretch of time in milliseconds, cut off, never negative: above 48 hours days and hours, down to one hour hours and
 * minutes, below it 'MM:SS'. A part that is zero is left out: '3 дня 6 часов', '5 дней', '09:12'.
 */
export function duration(milliseconds: number, language: Language): string {
  const left = Math.max(0, milliseconds);
  if (left < HOUR) return `${twoDigits(left / MINUTE)}:${twoDigits((left % MINUTE) / 1000)}`;
  const [large, small, size] = left > 2 * DAY ? [DAYS, HOURS, DAY] : [HOURS, MINUTES, HOUR];
  const step = size === DAY ? HOUR : MINUTE;
  const whole = Math.floor(left / size);
  const rest = Math.floor((left % size) / step);
  const parts = [counted(whole, large, language), ...(rest > 0 ? [counted(rest, small, language)] : [])];
  return parts.join(' ');
}

/** What is left until a deadline: 'осталось 2 дня 3 часа', '2 күн 3 сағат қалды', '2 days 3 hours left'. */
export function countdown(milliseconds: number, language: Language): string {
  const words = duration(milliseconds, language);
  if (language === 'kk') return `${words} қалды`;
  if (language === 'en') return `${words} left`;
  return `${leftInRussian(milliseconds)} ${words}`;
}

/** What is left while a purchase is suspended: 'приостановлено, осталось 5 дней'. */
export function frozen(milliseconds: number, language: Language): string {
  const left = countdown(milliseconds, language);
  return `${{ kk: 'тоқтатыла тұрды', ru: 'приостановлено', en: 'suspended' }[language]}, ${left}`;
}

/** That a deadline is over: 'срок истёк 27.11.2026 в 18:00', 'мерзімі өтті: 27.11.2026 18:00', 'closed on …'. */
export function overdue(moment: Moment, language: Language): string {
  const when = dateTime(moment, language);
  if (language === 'kk') return `мерзімі өтті: ${when}`;
  return language === 'en' ? `closed on ${when}` : `срок истёк ${when.replace(' ', ' в ')}`;
}

/** 'остался 1 час', but 'осталось 2 часа', 'осталось 09:12'; the nouns of days and hours are both masculine. */
function leftInRussian(milliseconds: number): string {
  if (milliseconds < HOUR) return 'осталось';
  const leading = Math.floor(milliseconds / (milliseconds > 2 * DAY ? DAY : HOUR));
  return plural(leading, ['остался', 'осталось', 'осталось']);
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}
