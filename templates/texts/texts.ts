import type { Language } from '../formats/language.ts';

/** Languages of the pages. Kazakh and Russian are law, English is help (S1 §1.3.1.2). */
export const LANGUAGES = ['kk', 'ru', 'en'] as const satisfies readonly Language[];
export type { Language };

/** One sentence in every language of the pages; a missing one does not compile. */
export type Words = Record<Language, string>;

/** The sentences of `table` in one language, under the same names. */
export function inLanguage<Key extends string>(table: Record<Key, Words>, language: Language): Record<Key, string> {
  return Object.fromEntries(Object.entries<Words>(table).map(([key, words]) => [key, words[language]])) as Record<Key, string>;
}

/** Puts values into the places `{name}` of a sentence. Values are never inflected; an unknown place is a bug. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_place, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The sentence needs "${name}": ${sentence}`);
    return String(value);
  });
}

/** Text kept in Kazakh and Russian, as a page in `language` shows it; English pages show the Russian one. */
export function ofBoth(text: { kk: string; ru: string }, language: Language): string {
  return language === 'kk' ? text.kk : text.ru;
}
