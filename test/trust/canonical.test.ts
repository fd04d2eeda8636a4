import { describe, expect, test } from 'vitest';
import { canonical } from '../../domain/canonical.ts';

describe('canonical JSON (RFC 8785 without floats)', () => {
  test.each([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    // RFC 8785 §3.2.3: order by UTF-16 code units, not by code points.
    [
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 },
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    ],
    ['\u20ac$\u000f\nA\'B"\\\\"/', '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
    [{ price: '1190000.00' }, '{"price":"1190000.00"}'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [[], '[]'],
    [Object.create(null), '{}'],
  ])('writes %j', (value, text) => {
    expect(canonical(value)).toBe(text);
  });

  test.each([
    [0.5],
    [-0],
    [NaN],
    [2 ** 53],
    [undefined],
    [{ a: undefined }],
    [[undefined]],
    [new Array(1)],
    [new Map()],
    [new Date(0)],
    [() => 1],
    [10n],
    ['\ud800'],
    [{ '\udc00': 1 }],
  ])('refuses what cannot be hashed without doubt: case %#', (value) => {
    expect(() => canonical(value)).toThrow(TypeError);
  });
});
