import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { type Bytes, own } from './bytes.ts';
import { POINT_LENGTH, type SealContext, TAG_LENGTH } from './hpke.ts';
import type { Primitives } from './open-offer.ts';

// The server's own HPKE (RFC 9180, base mode, suite 0x0020-0x0001-0x0002): the same bytes as `hpke.ts` gives, without a dozen hops
// through WebCrypto per message. Thousands of papers are sealed within a minute, and opened within the next.

/** DER in front of the 32 bytes of a private X25519 key, RFC 8410. */
const PRIVATE = Buffer.from('302e020100300506032b656e04220420', 'hex');

const KEM = Buffer.from('KEM\x00\x20', 'latin1');
const HPKE = Buffer.from('HPKE\x00\x20\x00\x01\x00\x02', 'latin1');
const NOTHING = Buffer.alloc(0);

const hmac = (key: Uint8Array, ...parts: (Uint8Array | string)[]): Buffer => {
  const digest = createHmac('sha256', key);
  for (const part of parts) digest.update(part);
  return digest.digest();
};

/** LabeledExtract and LabeledExpand of RFC 9180 §4; `length` at most 32 bytes, one block. */
const extract = (suite: Buffer, salt: Uint8Array, label: string, secret: Uint8Array): Buffer =>
  hmac(salt, 'HPKE-v1', suite, label, secret);
const expand = (suite: Buffer, key: Uint8Array, label: string, info: Uint8Array, length: number): Buffer =>
  hmac(key, Buffer.of(0, length), 'HPKE-v1', suite, label, info, Buffer.of(1)).subarray(0, length);

// OpenSSL reads a bare point nine times as fast as DER.
const publicOf = (point: Uint8Array): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: Buffer.from(point).toString('base64url') }, format: 'jwk' });
/** Windows whose public keys are kept as read; beyond, all are forgotten. */
const KEPT = 1_000;
const recipients = new Map<string, KeyObject>();

/** Thousands seal to the same window within a minute. */
function recipientOf(point: Uint8Array): KeyObject {
  const name = Buffer.from(point).toString('latin1');
  const known = recipients.get(name) ?? publicOf(point);
  if (recipients.size >= KEPT) recipients.clear();
  recipients.set(name, known);
  return known;
}

const pointOf = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' }).subarray(-POINT_LENGTH);

/** ExtractAndExpand of the KEM and KeySchedule of the base mode, RFC 9180 §4.1, §5.1. */
function schedule(shared: Buffer, enc: Uint8Array, recipient: Uint8Array, info: string): { key: Buffer; nonce: Buffer } {
  const secret = expand(KEM, extract(KEM, NOTHING, 'eae_prk', shared), 'shared_secret', Buffer.concat([enc, recipient]), 32);
  const context = Buffer.concat([
    Buffer.of(0),
    extract(HPKE, NOTHING, 'psk_id_hash', NOTHING),
    extract(HPKE, NOTHING, 'info_hash', Buffer.from(info)),
  ]);
  const main = extract(HPKE, secret, 'secret', NOTHING);
  return { key: expand(HPKE, main, 'key', context, 32), nonce: expand(HPKE, main, 'base_nonce', context, 12) };
}

/** One message to one public key: enc(32) ‖ ciphertext. */
export function sealNow(recipient: Uint8Array, plain: Uint8Array, { info, aad }: SealContext): Bytes {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  const enc = pointOf(publicKey);
  const { key, nonce } = schedule(diffieHellman({ privateKey, publicKey: recipientOf(recipient) }), enc, recipient, info);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(aad));
  return own(Buffer.concat([enc, cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
}

interface OpeningKey {
  privateKey: KeyObject;
  /** Its public point. */
  recipient: Buffer;
}

/** A window's offers are opened one after another under the same seed; its key is forgotten with the seed. */
const openingKeys = new WeakMap<Uint8Array, OpeningKey>();

/** DeriveKeyPair, RFC 9180 §7.1.3. */
function openingKeyOf(seed: Uint8Array): OpeningKey {
  const known = openingKeys.get(seed);
  if (known) return known;
  const secret = expand(KEM, extract(KEM, NOTHING, 'dkp_prk', seed), 'sk', NOTHING, 32);
  const privateKey = createPrivateKey({ key: Buffer.concat([PRIVATE, secret]), format: 'der', type: 'pkcs8' });
  const derived = { privateKey, recipient: pointOf(createPublicKey(privateKey)) };
  openingKeys.set(seed, derived);
  return derived;
}

/** The content of a message, or null when this seed does not open it in this context. The bytes of `seed` must not change. */
export function openNow(seed: Uint8Array, sealed: Uint8Array, { info, aad }: SealContext): Bytes | null {
  if (sealed.length < POINT_LENGTH + TAG_LENGTH) return null;
  const { privateKey, recipient } = openingKeyOf(seed);
  try {
    const enc = sealed.subarray(0, POINT_LENGTH);
    const shared = diffieHellman({ privateKey, publicKey: publicOf(enc) });
    const { key, nonce } = schedule(shared, enc, recipient, info);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_LENGTH }).setAAD(Buffer.from(aad));
    decipher.setAuthTag(sealed.subarray(-TAG_LENGTH));
    return own(Buffer.concat([decipher.update(sealed.subarray(POINT_LENGTH, -TAG_LENGTH)), decipher.final()]));
  } catch {
    return null;
  }
}

/** What the server opens offers with. */
export const OF_THE_SERVER: Primitives = {
  open: openNow,
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  hmacSha256: hmac,
};
