import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { isCleanPoint } from '../../trust/curve-point.ts';

const rawPublic = (key: ReturnType<typeof generateKeyPairSync>['publicKey']) =>
  createPublicKey(key.export({ type: 'spki', format: 'pem' }))
    .export({ type: 'spki', format: 'der' })
    .subarray(-32);
const bytesOf = (u: bigint) => Buffer.from(u.toString(16).padStart(64, '0'), 'hex').reverse();
const P = 2n ** 255n - 19n;

test('every honest point is clean', () => {
  for (let i = 0; i < 25; i++) expect(isCleanPoint(rawPublic(generateKeyPairSync('x25519').publicKey))).toBe(true);
});

test.each([
  ['zero', 0n],
  ['one', 1n],
  ['order 8', 325606250916557431795983626356110631294008115727848805560023387167927233504n],
  ['order 8, the other', 39382357235489614581723060781553021112529911719440698176882885853963445705823n],
  ['p − 1', P - 1n],
  ['p', P],
  ['p + 1', P + 1n],
  ['p + 9, the base point written twice', P + 9n],
])('a point of small order or in a second writing is not: %s', (_name, u) => {
  expect(isCleanPoint(bytesOf(u))).toBe(false);
});

/** v² = u³ + 486662u² + u has a solution: Euler's criterion. */
const onCurve = (u: bigint): boolean => power((u * u * u + 486662n * u * u + u) % P, (P - 1n) / 2n) === 1n;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base, left = exponent; left > 0n; left >>= 1n, square = (square * square) % P) {
    if (left & 1n) result = (result * square) % P;
  }
  return result;
}

/** Montgomery ladder, RFC 7748 §5: whether [scalar]u is the neutral point. */
function vanishes(scalar: bigint, u: bigint): boolean {
  let [x2, z2, x3, z3] = [1n, 0n, u, 1n];
  for (let bit = 254n; bit >= 0n; bit--) {
    const swap = (scalar >> bit) & 1n;
    if (swap) [x2, z2, x3, z3] = [x3, z3, x2, z2];
    const [a, b, c, d] = [x2 + z2, x2 - z2 + P, x3 + z3, x3 - z3 + P];
    const [aa, bb, da, cb] = [(a * a) % P, (b * b) % P, (d * a) % P, (c * b) % P];
    const e = aa - bb + P;
    [x3, z3] = [(da + cb) ** 2n % P, (u * ((da - cb) ** 2n % P)) % P];
    [x2, z2] = [(aa * bb) % P, (e * (aa + 121665n * e)) % P];
    if (swap) [x2, z2, x3, z3] = [x3, z3, x2, z2];
  }
  return z2 % P === 0n;
}

test('of small coordinates exactly those on the curve whose order is that of the prime subgroup are clean', () => {
  const subgroup = 2n ** 252n + 27742317777372353535851937790883648493n;
  expect([vanishes(subgroup, 9n), vanishes(subgroup, 1n)]).toEqual([true, false]);
  const coordinates = Array.from({ length: 150 }, (_, i) => BigInt(i + 2)).flatMap((u) => [u, P - u]);
  const clean = coordinates.filter((u) => isCleanPoint(bytesOf(u)));
  expect(clean).toEqual(coordinates.filter((u) => onCurve(u) && vanishes(subgroup, u)));
  expect(clean).toContain(9n);
});

test('other lengths are no points', () => {
  expect(isCleanPoint(new Uint8Array(31))).toBe(false);
  expect(isCleanPoint(new Uint8Array(33))).toBe(false);
});
