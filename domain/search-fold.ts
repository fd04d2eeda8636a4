// Latin letters that look like Cyrillic ones are read as these: names are typed with either keyboard.
const LATIN = { a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', i: 'и', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у', ə: 'а' };
const KAZAKH = { қ: 'к', ғ: 'г', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', ә: 'а', һ: 'х', і: 'и' };
const FOLDS: Record<string, string> = { ...LATIN, ...KAZAKH, ё: 'е' };

/**
 * A text as search compares it: lower case, Kazakh letters to the nearest Russian ones, ё to е, Latin look-alikes to
 * Cyrillic, runs of white space to one space. Apply it to the text and to the query alike.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{L}/gu, (letter) => FOLDS[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}
