import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from 'hpke';
import { type Bytes, concat, own, utf8 } from './bytes.ts';

/** RFC 9180 identifiers of X25519 / HKDF-SHA256 / AES-256-GCM. */
export const SUITE = '0020-0001-0002';
/** Bytes of an X25519 point, and of the GCM tag: what an envelope has beside its padded content. */
export const POINT_LENGTH = 32;
export const TAG_LENGTH = 16;

const suite = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);

/** Which context a ciphertext belongs to: `info` names the format, `aad` the case. */
export interface SealContext {
  info: string;
  aad: string;
}

/** One message to one public key, HPKE base mode: enc(32) ‖ ciphertext. */
export async function hpkeSeal(publicKey: Uint8Array, plain: Uint8Array, context: SealContext): Promise<Bytes> {
  const recipient = await suite.DeserializePublicKey(own(publicKey));
  const sealed = await suite.Seal(recipient, plain, { info: utf8(context.info), aad: utf8(context.aad) });
  return concat(sealed.encapsulatedSecret, sealed.ciphertext);
}

/** The content of an envelope, or null when this seed does not open it in this context. */
export async function hpkeOpen(seed: Uint8Array, envelope: Uint8Array, context: SealContext): Promise<Bytes | null> {
  const keys = await suite.DeriveKeyPair(own(seed));
  try {
    const [point, ciphertext] = [envelope.slice(0, POINT_LENGTH), envelope.slice(POINT_LENGTH)];
    return own(await suite.Open(keys, point, ciphertext, { info: utf8(context.info), aad: utf8(context.aad) }));
  } catch {
    return null;
  }
}

/** The public half (32 bytes) of the key pair that RFC 9180 derives from a 32-byte seed. */
export async function publicKeyOf(seed: Uint8Array): Promise<Bytes> {
  const keys = await suite.DeriveKeyPair(own(seed));
  return own(await suite.SerializePublicKey(keys.publicKey));
}
