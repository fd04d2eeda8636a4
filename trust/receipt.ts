import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { canonical } from '../domain/canonical.ts';
export { loadOrCreatePortalKey } from './secret-files.ts';

/** What every receipt of the portal says. */
interface ReceiptHead {
  v: 1;
  /** Random, so that it counts nothing. */
  number: string;
  procurement: string;
  lot: string;
  supplier: string;
  /** Legal time in microseconds as text, ISO 8601, read while the window was locked. */
  received: string;
  commandId: string;
}

/** What the portal confirms on taking a sealed offer. Digests are hex SHA-256 of sealed things: they give no price away. */
export interface OfferReceipt extends ReceiptHead {
  type: 'receipt';
  manifest: string;
  envelope: string;
  signature: string;
  /** Number of the receipt this one replaces. */
  replaces: string | null;
}

/** What the portal confirms on giving an offer back: nothing sealed is left that it could name. */
export interface WithdrawalReceipt extends ReceiptHead {
  type: 'withdrawal';
  /** Number of the receipt whose offer was taken back. */
  withdraws: string;
}

export type Receipt = OfferReceipt | WithdrawalReceipt;

/** Number of the receipt before this one, of which nothing is read any more; null for a first one. */
export const formerOf = (receipt: Receipt): string | null =>
  receipt.type === 'withdrawal' ? receipt.withdraws : receipt.replaces;

export interface SignedReceipt {
  /** Canonical JSON: the very bytes that are signed. */
  receipt: string;
  /** Ed25519, base64. */
  signature: string;
  keyId: string;
}

const keyIds = new WeakMap<KeyObject, string>();

/** Hex SHA-256 of the public key (SubjectPublicKeyInfo). */
export function keyIdOf(key: KeyObject): string {
  const known = keyIds.get(key);
  if (known) return known;
  const id = createHash('sha256')
    .update(publicHalf(key).export({ type: 'spki', format: 'der' }))
    .digest('hex');
  keyIds.set(key, id);
  return id;
}

/** PEM of the public half, to be published for `openssl pkeyutl -verify -rawin`. */
export const publicPem = (key: KeyObject): string => publicHalf(key).export({ type: 'spki', format: 'pem' }).toString();

/** Signs a receipt by the portal's Ed25519 key. */
export function signReceipt(receipt: Receipt, key: KeyObject): SignedReceipt {
  const text = canonical(receipt);
  return { receipt: text, signature: sign(null, Buffer.from(text), key).toString('base64'), keyId: keyIdOf(key) };
}

/** True when this key signed exactly this text. */
export const verifyReceipt = (signed: SignedReceipt, key: KeyObject): boolean =>
  signed.keyId === keyIdOf(key) &&
  verify(null, Buffer.from(signed.receipt), publicHalf(key), Buffer.from(signed.signature, 'base64'));

const publicHalf = (key: KeyObject): KeyObject => (key.type === 'private' ? createPublicKey(key) : key);
