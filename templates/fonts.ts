import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Unicode ranges of the four subsets that Kazakh and Russian documents need, as the package gives them in `unicode.json`:
 * most Kazakh letters lie in cyrillic-ext, № in cyrillic, ₸ in latin-ext.
 */
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'] as const;
const WEIGHTS = [400, 700] as const;

let sheet: string | null = null;

/** `@font-face` rules of Noto Serif with the font inside, so that a document prints alike on every machine. */
export function documentFonts(): string {
  sheet ??= WEIGHTS.flatMap((weight) => SUBSETS.map((subset) => fontFace(subset, weight))).join('\n');
  return sheet;
}

function fontFace(subset: (typeof SUBSETS)[number], weight: (typeof WEIGHTS)[number]): string {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@fontsource/noto-serif/package.json'));
  const ranges = JSON.parse(readFileSync(path.join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  const font = readFileSync(path.join(folder, 'files', `noto-serif-${subset}-${weight}-normal.woff2`)).toString('base64');
  const source = `url(data:font/woff2;base64,${font}) format("woff2")`;
  return `@font-face{font-family:"Noto Serif";font-weight:${weight};src:${source};unicode-range:${ranges[subset]}}`;
}
