import type { Language } from './language.ts';

const collators = {
  kk: new Intl.Collator('kk', { numeric: true }),
  ru: new Intl.Collator('ru', { numeric: true }),
  en: new Intl.Collator('ru', { numeric: true }), // names stay Cyrillic on an English page
};

/** Order of two texts by the alphabet of the page's language, 'Лот 2' before 'Лот 10': for `sort`. */
export function compareTexts(language: Language): (a: string, b: string) => number {
  return collators[language].compare;
}
