import type { Chance } from './chance.ts';

/** Texts that broke programs before: empty, long, of other alphabets, of no alphabet, commands of other languages. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'NaN',
  'Infinity',
  '1'.repeat(400),
  '0.001',
  '99999999999999999999.99',
  '-0.01',
  '٣٤٥',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  'Ұлттық ғылым әкімдік өңір қүі һ',
  'İıſß ﬃ ǅ',
  '\u202Egnp.exe',
  '\u200B\uFEFF',
  'a\u0301\u0301\u0301'.repeat(50),
  '🧾👩‍👩‍👧‍👦🇰🇿',
  '\u0000',
  'a\u0000b',
  '\uD800',
  'x\uDFFFy',
  '\r\nSet-Cookie: planted=1',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{constructor.constructor("return 1")()}}',
  "'; drop table journal; --",
  "' or '1'='1",
  '\\',
  '%',
  '%_%',
  '%00',
  '%zz',
  '../../../../etc/passwd',
  '..\\..\\windows',
  'CON',
  '//evil.example',
  'https://evil.example',
  '2026-02-30',
  '0000-00-00',
  '275760-09-13T00:00:00.001Z',
  '-271821-04-20',
  '25:61',
  '9007199254740993',
  '-9007199254740993',
  '2147483648',
  '9223372036854775808',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-4fff-bfff-ffffffffffff',
  'ы'.repeat(3_000),
  'long '.repeat(20_000),
  '('.repeat(200),
];

/** What no database keeps is refused as a whole, so it is rare: the rest of a form shall be looked at too. */
const UNKEPT = TEXTS.filter((each) => each.includes('\u0000') || /\p{Surrogate}/u.test(each));
const KEPT = TEXTS.filter((each) => !UNKEPT.includes(each));

export const text = (chance: Chance): string => chance.oneOf(chance.happens(0.01) ? UNKEPT : KEPT);

/** Any JSON value, also of the kinds nobody asked for. */
export function anything(chance: Chance, depth = 0): unknown {
  const kinds: (() => unknown)[] = [
    () => text(chance),
    () => chance.oneOf([0, -1, 1.5, 1e308, -0, 2 ** 53]),
    () => chance.oneOf([true, false, null]),
    () => (depth > 2 ? [] : Array.from({ length: chance.below(4) }, () => anything(chance, depth + 1))),
    () => (depth > 2 ? {} : { [text(chance)]: anything(chance, depth + 1), id: anything(chance, depth + 1) }),
    () => JSON.parse(`${'['.repeat(300)}${']'.repeat(300)}`) as unknown,
  ];
  return chance.oneOf(kinds)();
}

/** A JSON text whose keys reach for prototypes; `JSON.stringify` would not write them. */
export const poisoned = (json: string): string =>
  json.startsWith('{') ? json.replace('{', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},') : json;
