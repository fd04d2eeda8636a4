import type { Language } from './language.ts';

/**
 * A moment as templates meet it: milliseconds since the epoch, or ISO 8601 with an offset ('2026-11-27T18:00:00+05:00').
 * Dates also come as 'YYYY-MM-DD', which is a day of the jurisdiction already.
 */
export type Moment = number | string;
export type Precision = 'minute' | 'second' | 'millisecond';

/** Kazakhstan is UTC+5 throughout since 2024-03-01 (Government resolution No 20 of 2024-01-19). */
const OFFSET_MINUTES = 300;
const MINUTE = 60_000;
const DAY = 86_400_000;

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const MONTHS = {
  kk: ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const;

// Own table: Intl's en-GB writes 'Sept' in some versions of CLDR and 'Sep' in others.
const SHORT_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const ZONE = { kk: 'Астана уақыты (UTC+5)', ru: 'время Астаны (UTC+5)', en: 'Astana time (UTC+5)' } as const;
const TODAY = { kk: 'бүгін', ru: 'сегодня', en: 'today' } as const;
const TOMORROW = { kk: 'ертең', ru: 'завтра', en: 'tomorrow' } as const;

/** Date for tables and forms: '27.11.2026', in English '27 Nov 2026'. */
export function date(moment: Moment, language: Language): string {
  const { year, month, day, monthAt } = partsOf(moment);
  return language === 'en' ? `${Number(day)} ${SHORT_EN[monthAt]} ${year}` : `${day}.${month}.${year}`;
}

/** Date in words for headings: '2026 ж. 27 қараша', '27 ноября 2026 г.', '27 November 2026'. */
export function longDate(moment: Moment, language: Language): string {
  const { year, day, monthAt } = partsOf(moment);
  const month = MONTHS[language][monthAt];
  if (language === 'kk') return `${year} ж. ${Number(day)} ${month}`;
  return `${Number(day)} ${month} ${year}${language === 'ru' ? ' г.' : ''}`;
}

/** Date in words as acts and protocols write it: kk '2026 жылғы 27 қараша', ru '27 ноября 2026 года'. */
export function actDate(moment: Moment, language: Language): string {
  return longDate(moment, language).replace(' ж. ', ' жылғы ').replace(/г\.$/, 'года');
}

/** Time of day: '18:00', '18:00:00', '18:00:00.317'. Cut off, not rounded: nothing shown may be later than it was. */
export function time(moment: Moment, precision: Precision = 'minute'): string {
  return partsOf(moment).time.slice(0, { minute: 5, second: 8, millisecond: 12 }[precision]);
}

/** Date and time for tables and forms: '27.11.2026 18:00', in English '27 Nov 2026, 18:00'. */
export function dateTime(moment: Moment, language: Language, precision: Precision = 'minute'): string {
  return `${date(moment, language)}${language === 'en' ? ',' : ''} ${time(moment, precision)}`;
}

/** Date and time with the zone in words, where a term is stated: '27.11.2026 18:00, время Астаны (UTC+5)'. */
export function dateTimeWithZone(moment: Moment, language: Language, precision: Precision = 'minute'): string {
  return `${dateTime(moment, language, precision)}, ${ZONE[language]}`;
}

/** The zone in words: 'время Астаны (UTC+5)'. */
export function zone(language: Language): string {
  return ZONE[language];
}

/** Like `dateTime`, but a day that is today or tomorrow at `now` is named so: 'сегодня, 18:00', 'завтра, 09:00'. */
export function nearDateTime(moment: Moment, now: Moment, language: Language): string {
  const ahead = dayNumberOf(moment) - dayNumberOf(now);
  if (ahead === 0) return `${TODAY[language]}, ${time(moment)}`;
  return ahead === 1 ? `${TOMORROW[language]}, ${time(moment)}` : dateTime(moment, language);
}

/** ISO 8601 with milliseconds and the offset of the jurisdiction, for `<time datetime>` and twins of documents. */
export function isoInstant(moment: Moment): string {
  const { year, month, day, time: clock } = partsOf(moment);
  return `${year}-${month}-${day}T${clock}+05:00`;
}

function dayNumberOf(moment: Moment): number {
  return Math.floor(localMilliseconds(moment) / DAY);
}

function partsOf(moment: Moment) {
  const iso = new Date(localMilliseconds(moment)).toISOString();
  const [year, month, day] = iso.slice(0, 10).split('-') as [string, string, string];
  return { year, month, day, monthAt: Number(month) - 1, time: iso.slice(11, 23) };
}

function localMilliseconds(moment: Moment): number {
  if (typeof moment === 'number' && Number.isFinite(moment)) return moment + OFFSET_MINUTES * MINUTE;
  const written = String(moment);
  const midnight = Date.parse(`${written.slice(0, 10)}T00:00:00Z`);
  // Date.parse takes 30 February for 2 March.
  const isDay = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(written.slice(0, 10));
  if (isDay && DATE.test(written)) return midnight;
  const instant = isDay && ISO.test(written) ? Date.parse(written) : NaN;
  if (Number.isNaN(instant)) throw new RangeError(`Not a moment: ${moment}`);
  return instant + OFFSET_MINUTES * MINUTE;
}
