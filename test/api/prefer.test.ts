import { expect, test } from 'vitest';
import { patienceOf } from '../../api/api-v1/prefer.ts';

test.each([
  ['wait=2', 2_000],
  ['respond-async, wait=10', 10_000],
  ['WAIT = "3"; foo', 3_000],
  ['wait=0', 0],
  ['respond-async', 0],
  ['handling=lenient', undefined],
  ['wait=-1', undefined],
  ['wait=99999999', undefined],
  ['await=2', undefined],
  ['', undefined],
  [undefined, undefined],
])('Prefer: %s is %s ms of patience (RFC 7240)', (prefer, ms) => {
  expect(patienceOf(prefer)).toBe(ms);
});
