import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { affine, coordinateOf, isCleanPoint, multiply } from '../../trust/curve-point.ts';

const rawPublic = (key: ReturnType<typeof generateKeyPairSync>['publicKey']) =>
  createPublicKey(key.export({ type: 'spki', format: 'pem' }))
    .export({ type: 'spki', format: 'der' })
    .subarray(-32);
const bytesOf = (u: bigint) => Buffer.from(u.toString(16).padStart(64, '0'), 'hex').reverse();
const P = 2n ** 255n - 19n;

test('the ladder agrees with OpenSSL’s X25519', () => {
  for (let i = 0; i < 10; i++) {
    const [mine, other] = [generateKeyPairSync('x25519'), generateKeyPairSync('x25519')];
    const secret = createPrivateKey(mine.privateKey.export({ type: 'pkcs8', format: 'pem' }))
      .export({ type: 'pkcs8', format: 'der' })
      .subarray(-32);
    const scalar = Buffer.from(secret);
    scalar[0] = scalar[0]! & 248;
    scalar[31] = (scalar[31]! & 127) | 64;
    const shared = diffieHellman({ privateKey: mine.privateKey, publicKey: other.publicKey });
    expect(affine(multiply(coordinateOf(scalar), coordinateOf(rawPublic(other.publicKey))))).toBe(coordinateOf(shared));
  }
});

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

test('of small coordinates half are not on the curve, and an eighth of the others is clean', () => {
  const clean = Array.from({ length: 200 }, (_, i) => isCleanPoint(bytesOf(BigInt(i + 2)))).filter(Boolean).length;
  expect(isCleanPoint(bytesOf(9n))).toBe(true);
  expect(clean).toBeGreaterThan(3);
  expect(clean).toBeLessThan(35);
});

test('other lengths are no points', () => {
  expect(isCleanPoint(new Uint8Array(31))).toBe(false);
  expect(isCleanPoint(new Uint8Array(33))).toBe(false);
});
