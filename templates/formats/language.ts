/** Languages a page or a document can be read in; kk and ru are the languages of law, en is help. */
export type Language = 'kk' | 'ru' | 'en';

/** One text in every language. */
export type InLanguages<T = string> = Record<Language, T>;

/** No-break space: groups of digits, and a number and its sign. */
export const NBSP = '\u00A0';
