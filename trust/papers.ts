import { createHash, createHmac } from 'node:crypto';
import { canonical } from '../domain/canonical.ts';
import { type Bytes, concat } from './bytes.ts';
import type { SealContext } from './hpke.ts';
import { openNow, sealNow } from './hpke-node.ts';
import { lengthAt, lengthBytes, paddedLength } from './padding.ts';

const contextOf = (publicKey: Uint8Array): SealContext => ({
  info: 'zakup/sealed-papers/1',
  aad: canonical({ v: 1, key: createHash('sha256').update(publicKey).digest('hex') }),
});

/**
 * Hides manifest, EDS and receipt of an offer until the opening: they name people, so they are sealed to the *documents* key of
 * the window, which is never published. Padded, so that rows cannot be told apart by length.
 */
export function sealPapers(documentsKey: Uint8Array, bytes: Uint8Array): Bytes {
  const plain = new Uint8Array(paddedLength(4 + bytes.length));
  plain.set(concat(lengthBytes(bytes.length), bytes));
  return sealNow(documentsKey, plain, contextOf(documentsKey));
}

/** The papers, or null when this seed is not theirs or they were changed. */
export function openPapers(given: { seed: Uint8Array; documentsKey: Uint8Array; sealed: Uint8Array }): Uint8Array | null {
  const plain = openNow(given.seed, given.sealed, contextOf(given.documentsKey));
  if (!plain || plain.length < 4) return null;
  const length = lengthAt(plain, 0);
  return length <= plain.length - 4 ? plain.slice(4, 4 + length) : null;
}

/**
 * Primary key of an offer's row, hex: found again by whoever holds the blind key (a file of the web process), and telling nobody
 * else which window or supplier it belongs to. Replacing an offer gives the same tag.
 */
export const blindTag = (blindKey: Uint8Array, windowId: string, supplierBin: string): string =>
  createHmac('sha256', blindKey)
    .update(canonical(['zakup/offer-tag/1', windowId, supplierBin]))
    .digest('hex');

/** Tells two blind keys apart and nothing else of them: web and opener must hold the same, or no offer would be found. */
export const blindFingerprint = (blindKey: Uint8Array): string =>
  createHmac('sha256', blindKey).update('zakup/blind-fingerprint/1').digest('hex');
