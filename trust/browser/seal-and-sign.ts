import { canonical } from '../../domain/canonical.ts';
import { base64, fromBase64, hex, sha256 } from '../bytes.ts';
import { type Manifest, manifestBytes, sealOffer, type SealedKind } from '../envelope.ts';
import { publicKeyOf } from '../hpke.ts';
import { openOffer } from '../open-offer.ts';
import type { SigningKey } from './p12.ts';
import { signDetached } from './sign.ts';

/** The window as its page hands it to the script. */
export interface OfferWindow {
  procurement: string;
  lot: string;
  kind: SealedKind;
  key: string;
  generation: number;
  /** Base64 of the window's public key. */
  publicKey: string;
  /** BIN or IIN of the supplier on whose behalf the page is open. */
  supplier: string;
}

/** What is posted, and the file that only the supplier keeps. */
export interface SignedOffer {
  post: { envelope: string; manifest: Manifest; signature: string };
  keep: { offer: string; salt: string; manifest: Manifest; signature: string; envelope: string };
}

/** Seals content to the window and signs the manifest: one signature over price and ciphertext. */
export async function sealAndSign(window: OfferWindow, content: object, key: SigningKey): Promise<SignedOffer> {
  const publicKey = fromBase64(window.publicKey);
  const { envelope, manifest, keep } = await sealOffer({ ...window, publicKey }, window.supplier, content);
  const signature = base64(await signDetached(manifestBytes(manifest), key));
  const sealed = base64(envelope);
  return {
    post: { envelope: sealed, manifest, signature },
    keep: { ...keep, manifest, signature, envelope: sealed },
  };
}

/**
 * "Try it": the same steps against a key of the browser's own, opened again at once; nothing is sent. True when this browser and
 * this EDS key can seal, sign, and what was sealed reads as it was written.
 */
export async function tryRound(window: OfferWindow, content: object, key: SigningKey): Promise<boolean> {
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const publicKey = await publicKeyOf(seed);
  const trial = { ...window, publicKey: base64(publicKey), key: hex(await sha256(publicKey)) };
  const { post, keep } = await sealAndSign(trial, content, key);
  const opened = await openOffer({ seed, envelope: fromBase64(post.envelope), manifest: post.manifest, window: trial });
  return opened.ok && canonical(opened.offer) === keep.offer;
}
