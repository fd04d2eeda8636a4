/** Curve25519: v² = u³ + 486662·u² + u over p = 2²⁵⁵ − 19, RFC 7748. */
const P = 2n ** 255n - 19n;
/** Order of the prime subgroup. */
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const A = 486662n;
const mod = (n: bigint): bigint => ((n % P) + P) % P;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base, left = exponent; left > 0n; left >>= 1n, square = (square * square) % P) {
    if (left & 1n) result = (result * square) % P;
  }
  return result;
}

/** Montgomery ladder in u-coordinates, RFC 7748 §5: [scalar]·u as (x : z); z = 0 is the neutral point. */
export function multiply(scalar: bigint, u: bigint): { x: bigint; z: bigint } {
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
  return { x: mod(x2), z: mod(z2) };
}

/** The affine u-coordinate; 0 for the neutral point as in RFC 7748. */
export const affine = ({ x, z }: { x: bigint; z: bigint }): bigint => (x * power(z, P - 2n)) % P;

export const coordinateOf = (bytes: Uint8Array): bigint => bytes.reduceRight((n, byte) => (n << 8n) | BigInt(byte), 0n);

/**
 * True for 32 bytes that name a point of the prime subgroup in its one written form. Points off the curve or with a small-order
 * part open today but could not be opened by several key holders together, so they are refused on submission.
 */
export function isCleanPoint(bytes: Uint8Array): boolean {
  if (bytes.length !== 32) return false;
  const u = coordinateOf(bytes);
  if (u === 0n || u >= P) return false;
  const onCurve = power(mod(u * u * u + A * u * u + u), (P - 1n) / 2n) === 1n;
  return onCurve && multiply(L, u).z === 0n;
}
