import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { canonical } from '../domain/canonical.ts';
import { publicKeyOf } from './hpke.ts';
import type { SealedKind } from './envelope.ts';
export { loadOrCreateMasterKey } from './secret-files.ts';

/** The key of one intake window, kind and generation, as the database keeps it: without the master key it opens nothing. */
export interface WindowKeyRecord {
  v: 1;
  window: string;
  kind: SealedKind;
  generation: number;
  /** Instant before which the opener does not use the key, ms since the epoch. Bound into the wrapping. */
  notBefore: number;
  /** Hex SHA-256 of the public key. */
  key: string;
  /** Base64 of the 32-byte X25519 public key. */
  public: string;
  /** The seed is the XOR of all parts; more holders add parts and change no envelope. */
  parts: KeyPart[];
}

/** The portal's part: nonce(12) ‖ AES-256-GCM ‖ tag(16) under the master key, base64. */
export interface KeyPart {
  kind: 'portal';
  wrapped: string;
}

export type KeyRelease = { ok: true; seed: Buffer } | { ok: false; reason: 'too-early' | 'unreadable' };

const SEED_LENGTH = 32;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/** Makes the key pair of a window from a fresh 32-byte seed; only the wrapped seed leaves this function. */
export async function createWindowKey(given: {
  window: string;
  kind: SealedKind;
  generation: number;
  notBefore: number;
  master: Uint8Array;
}): Promise<{ record: WindowKeyRecord; publicKey: Uint8Array }> {
  const { window, kind, generation, notBefore, master } = given;
  const seed = randomBytes(SEED_LENGTH);
  const publicKey = await publicKeyOf(seed);
  const bound = { window, kind, generation, notBefore, key: digestOf(publicKey) };
  const record: WindowKeyRecord = {
    v: 1,
    ...bound,
    public: Buffer.from(publicKey).toString('base64'),
    parts: [{ kind: 'portal', wrapped: wrap(master, seed, canonical(bound)) }],
  };
  seed.fill(0);
  return { record, publicKey };
}

/**
 * The seed of a window whose time has come. `now` in ms: the opener's own clock, never the database's alone. A record whose
 * `notBefore`, window or key was changed after it was made is unreadable, not earlier.
 */
export async function releaseWindowKey(given: { record: WindowKeyRecord; master: Uint8Array; now: number }): Promise<KeyRelease> {
  if (given.now < given.record.notBefore) return { ok: false, reason: 'too-early' };
  const seed = await unwrapSeed(given.record, given.master);
  return seed ? { ok: true, seed } : { ok: false, reason: 'unreadable' };
}

/**
 * The record bound to a later instant: the same keys, wrapped anew. Null when this master cannot read it. `notBefore` in ms; an instant
 * that is not later leaves the record as it is: a key is never freed earlier.
 */
export async function postponeWindowKey(given: {
  record: WindowKeyRecord;
  master: Uint8Array;
  notBefore: number;
}): Promise<WindowKeyRecord | null> {
  const { record, master, notBefore } = given;
  return wrapAgain({ record, from: master, to: master, notBefore: Math.max(notBefore, record.notBefore) });
}

/** The record under another master key, everything else unchanged: rotation. Null when `from` cannot read it. */
export const rewrapWindowKey = (given: { record: WindowKeyRecord; from: Uint8Array; to: Uint8Array }) =>
  wrapAgain({ ...given, notBefore: given.record.notBefore });

async function wrapAgain(given: {
  record: WindowKeyRecord;
  from: Uint8Array;
  to: Uint8Array;
  notBefore: number;
}): Promise<WindowKeyRecord | null> {
  const { record, from, to, notBefore } = given;
  const seed = await unwrapSeed(record, from);
  if (!seed) return null;
  const { window, kind, generation, key } = record;
  const wrapped = wrap(to, seed, canonical({ window, kind, generation, notBefore, key }));
  seed.fill(0);
  return { ...record, notBefore, parts: [{ kind: 'portal', wrapped }] };
}

/** True when the opener could release this key once its time comes: a lost key is to be known before the deadline. */
export async function canRelease(record: WindowKeyRecord, master: Uint8Array): Promise<boolean> {
  const seed = await unwrapSeed(record, master);
  seed?.fill(0);
  return seed !== null;
}

async function unwrapSeed(record: WindowKeyRecord, master: Uint8Array): Promise<Buffer | null> {
  const { window, kind, generation, notBefore, key } = record;
  const aad = canonical({ window, kind, generation, notBefore, key });
  const seed = Buffer.alloc(SEED_LENGTH);
  if (record.parts.length === 0) return null;
  for (const part of record.parts) {
    const bytes = unwrap(master, part.wrapped, aad);
    if (bytes?.length !== SEED_LENGTH) return null;
    bytes.forEach((byte, at) => (seed[at] = seed[at]! ^ byte));
  }
  const publicKey = await publicKeyOf(seed);
  return digestOf(publicKey) === key && Buffer.from(publicKey).toString('base64') === record.public ? seed : null;
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function wrap(master: Uint8Array, secret: Uint8Array, aad: string): string {
  const nonce = randomBytes(NONCE_LENGTH);
  const cipher = createCipheriv('aes-256-gcm', master, nonce).setAAD(Buffer.from(aad));
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

function unwrap(master: Uint8Array, wrapped: string, aad: string): Buffer | null {
  const bytes = Buffer.from(wrapped, 'base64');
  if (bytes.length < NONCE_LENGTH + TAG_LENGTH) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', master, bytes.subarray(0, NONCE_LENGTH), { authTagLength: TAG_LENGTH })
      .setAAD(Buffer.from(aad))
      .setAuthTag(bytes.subarray(-TAG_LENGTH));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_LENGTH, -TAG_LENGTH)), decipher.final()]);
  } catch {
    return null;
  }
}
