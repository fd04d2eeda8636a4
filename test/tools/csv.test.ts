import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '../../tools/csv.ts';

test('cells by RFC 4180: quotes, commas, line ends, empty cells, other columns kept', () => {
  expect(readCsv('a,b\r\n1,"x, ""y"""\r\n,\n"two\nlines",z', ['a'])).toEqual([
    { a: '1', b: 'x, "y"' },
    { a: '', b: '' },
    { a: 'two\nlines', b: 'z' },
  ]);
  expect(readCsv('a,b\n1,', ['a', 'b'])).toEqual([{ a: '1', b: '' }]);
  expect(readCsv('a\n', ['a'])).toEqual([]);
});

test.each([
  ['', 'row 1'],
  ['\uFEFFa\n1', 'row 1'],
  ['a,a\n1,2', 'row 1'],
  ['b\n1', 'row 1'],
  ['a,b\n1,2\n3', 'row 3'],
  ['a\n1,2', 'row 2'],
  ['a\n"1', 'row 2'],
  ['a\n1"2', 'row 2'],
  ['a\n"1"2', 'row 2'],
  ['a\n1\r2', 'row 2'],
])('%j is damaged: %s', (text, row) => {
  expect(() => readCsv(text, ['a'])).toThrow(new RegExp(`^${row}:`));
});

test('whatever was written by the standard is read back', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'ab",\n\r «»'), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
      const write = (cells: string[]) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(',');
      const text = [['x', 'y'], ...rows].map(write).join('\n');
      expect(readCsv(text, ['x', 'y']).map(({ x, y }) => [x, y])).toEqual(rows);
    }),
  );
});
