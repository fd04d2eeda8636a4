import { expect, test } from 'vitest';
import { isStorable } from '../../domain/storable.ts';

const nested = (levels: number): unknown => {
  let value: unknown = 'in the middle';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

test.each<[string, unknown]>([
  ['texts of every alphabet', { kk: 'Ұлттық ғылым', emoji: '🧾👩‍👩‍👧', rtl: '\u202Egnp', controls: '\t\r\n' }],
  ['numbers, lists, nothing', [1, null, undefined, true, [], {}]],
  ['64 levels', nested(64)],
])('can be kept: %s', (_what, value) => {
  expect(isStorable(value)).toBe(true);
});

test.each<[string, unknown]>([
  ['U+0000 in a text', { name: 'a\u0000b' }],
  ['U+0000 in a key', { 'a\u0000b': 1 }],
  ['half of a pair, high', ['\uD83E']],
  ['half of a pair, low', { deep: [{ er: 'x\uDFFF' }] }],
  ['65 levels', nested(65)],
  ['a million levels', nested(1_000_000)],
])('cannot be kept: %s', (_what, value) => {
  expect(isStorable(value)).toBe(false);
});
