/** How dates, amounts, counts and lists are written for people in kk, ru and en: the same on every page, letter and document. */
export * from './formats/dates.ts';
export * from './formats/language.ts';
export * from './formats/numbers.ts';
export * from './formats/sorting.ts';
export * from './formats/words.ts';
