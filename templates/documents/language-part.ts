import type { Text } from '../../domain/parties.ts';
import { amountOf, date, dateTime, number, quantity } from '../formats.ts';
import { LABELS, type Label } from './texts/labels.ts';

export const PART_LANGUAGES = ['kk', 'ru'] as const;
export type PartLanguage = (typeof PART_LANGUAGES)[number];

/**
 * How one language part of a document writes things. Both parts of a document render the same payload with these same
 * formatters, so their numbers, dates and codes agree (spec 17 §1.3, §13.1).
 */
export interface LanguagePart {
  language: PartLanguage;
  label: (key: Label) => string;
  /** A name or text; where this language is missing the other is printed and marked with its language. */
  text: (text: Text) => string;
  money: (amount: string) => string;
  /** Decimal with a comma; percent and counts stand under headings that name the unit. */
  decimal: (value: string | number) => string;
  quantity: (value: string) => string;
  date: (date: string) => string;
  /** To the second. */
  instant: (instant: string) => string;
  /** To the millisecond, where the order of instants decides the rank. */
  exactInstant: (instant: string) => string;
}

const parts = { kk: partIn('kk'), ru: partIn('ru') };

export const languagePart = (language: PartLanguage): LanguagePart => parts[language];

function partIn(language: PartLanguage): LanguagePart {
  const other = language === 'kk' ? 'ru' : 'kk';
  return {
    language,
    label: (key) => LABELS[key][language],
    text: (text) => text[language] || (text[other] ? `${text[other]} (${other})` : LABELS.notStated[language]),
    money: (amount) => amountOf(amount, language),
    decimal: (value) => number(value, language),
    quantity: (value) => quantity(value, language),
    date: (value) => date(value, language),
    instant: (instant) => dateTime(instant, language, 'second'),
    exactInstant: (instant) => dateTime(instant, language, 'millisecond'),
  };
}
