import { createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';

/** Curve25519, RFC 7748: the field's prime and the order of the prime subgroup. */
const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

const littleEndian = (n: bigint): Buffer => Buffer.from(n.toString(16).padStart(64, '0'), 'hex').reverse();

/** DER in front of the 32 bytes of an X25519 key, RFC 8410. */
const PRIVATE = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b656e032100', 'hex');

/**
 * 5L − 1 already has the form that X25519 forces on its scalars: a multiple of 8 in [2²⁵⁴, 2²⁵⁵). It takes Q to −Q, the same
 * u-coordinate, exactly when the order of Q divides 5L or 5L − 2. Of the orders on the curve (divisors of 8L) only L does beside the
 * neutral point, of those on its twist none: one multiplication in OpenSSL tells the prime subgroup from all the rest.
 */
const MIRROR = createPrivateKey({ key: Buffer.concat([PRIVATE, littleEndian(5n * L - 1n)]), format: 'der', type: 'pkcs8' });

/**
 * True for 32 bytes that name a point of the prime subgroup in its one written form. Points off the curve or with a small-order
 * part open today but could not be opened by several key holders together, so they are refused on submission.
 */
export function isCleanPoint(bytes: Uint8Array): boolean {
  if (bytes.length !== 32 || BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`) >= P) return false;
  const publicKey = createPublicKey({ key: Buffer.concat([PUBLIC, bytes]), format: 'der', type: 'spki' });
  try {
    return diffieHellman({ privateKey: MIRROR, publicKey }).equals(bytes);
  } catch {
    // OpenSSL refuses a product that is the neutral point: a point of small order.
    return false;
  }
}
