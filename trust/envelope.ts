import { canonical } from '../domain/canonical.ts';
import { type Bytes, concat, hex, hmacSha256, sha256, utf8 } from './bytes.ts';
import { hpkeSeal, SUITE } from './hpke.ts';
import { lengthBytes, paddedLength } from './padding.ts';

/** What is sealed apart: prices, whose key is published after the opening, and papers, whose key never is. */
export type SealedKind = 'price' | 'documents';

/** The intake window as the supplier's browser knows it. `lot` is `*` where one offer carries all lots of a supplier. */
export interface SealingWindow {
  procurement: string;
  lot: string;
  kind: SealedKind;
  /** Hex SHA-256 of the public key. */
  key: string;
  /** 1 for the first key of a window, one more each time the key was declared void. */
  generation: number;
}

/** What an envelope is bound to: it stands in the AAD, in the manifest and again inside. */
export interface EnvelopeHeader extends SealingWindow {
  v: 1;
  suite: string;
  supplier: string;
}

/** What the EDS signs: the context, a commitment to the readable offer, the digest of the envelope (hex each). */
export interface Manifest extends EnvelopeHeader {
  commitment: string;
  envelope: string;
}

export interface SealedOffer {
  envelope: Bytes;
  manifest: Manifest;
  /** What only the supplier keeps: the canonical offer and the salt (hex) that proves it. */
  keep: { offer: string; salt: string };
}

export const OFFER_INFO = 'zakup/sealed-offer/1';
export const SALT_LENGTH = 32;
/** Largest offer in bytes: a quotation for 5,000 lots is below a third of it. Files are sealed apart. */
export const LARGEST_OFFER = 1024 * 1024;

export function headerOf(window: SealingWindow, supplier: string): EnvelopeHeader {
  const { procurement, lot, kind, key, generation } = window;
  return { v: 1, suite: SUITE, procurement, lot, kind, key, generation, supplier };
}

/** The bytes that are signed. */
export const manifestBytes = (manifest: Manifest): Bytes => utf8(canonical(manifest));

/** HMAC of the canonical offer under its salt, hex: says nothing without the salt, binds with it. */
export const commitmentTo = async (
  offer: Uint8Array,
  salt: Uint8Array,
  mac: (key: Uint8Array, bytes: Uint8Array) => Uint8Array | Promise<Uint8Array> = hmacSha256,
): Promise<string> => hex(await mac(salt, concat(utf8('zakup/offer-commitment/1'), offer)));

/**
 * Seals an offer to a window, format 1: envelope = HPKE(salt ‖ length ‖ canonical offer ‖ zeros up to the step).
 * Runs in the supplier's browser. `supplier` is the supplier's BIN or IIN.
 * Throws TypeError when the content cannot be hashed, the key is not the window's, or the offer is too large.
 */
export async function sealOffer(
  window: SealingWindow & { publicKey: Uint8Array },
  supplier: string,
  content: object,
): Promise<SealedOffer> {
  if (hex(await sha256(window.publicKey)) !== window.key) throw new TypeError('the public key is not the key of the window');
  const header = headerOf(window, supplier);
  const text = canonical({ ...content, procurement: window.procurement, lot: window.lot, supplier });
  const offer = utf8(text);
  if (offer.length > LARGEST_OFFER) throw new TypeError('the offer is too large');
  const salt = crypto.getRandomValues(new Uint8Array(SALT_LENGTH));
  const inner = concat(salt, lengthBytes(offer.length), offer);
  const plain = new Uint8Array(paddedLength(inner.length));
  plain.set(inner);
  const envelope = await hpkeSeal(window.publicKey, plain, { info: OFFER_INFO, aad: canonical(header) });
  return {
    envelope,
    manifest: { ...header, commitment: await commitmentTo(offer, salt), envelope: hex(await sha256(envelope)) },
    keep: { offer: text, salt: hex(salt) },
  };
}
