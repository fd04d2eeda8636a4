// Seals an offer to a window: HPKE (RFC 9180) base mode, X25519 / HKDF-SHA256 / AES-256-GCM, of node:crypto alone.
import {
  createCipheriv,
  createHash,
  createHmac,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  randomBytes,
} from 'node:crypto';

const { Buffer } = globalThis;
const SALT = 32;
const KEM = Buffer.from('KEM\x00\x20', 'latin1');
const HPKE = Buffer.from('HPKE\x00\x20\x00\x01\x00\x02', 'latin1');
const NOTHING = Buffer.alloc(0);

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const hmac = (key, ...parts) => createHmac('sha256', key).update(Buffer.concat(parts)).digest();

/** Canonical JSON (RFC 8785): keys in order, no spaces. Numbers are whole, money is text. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.keys(value).sort();
  return `{${pairs.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

/** Whole KiB up to 4 KiB, then sixteenths of the power of two below: the length of an envelope says nothing. */
function paddedLength(length) {
  if (length <= 4096) return Math.max(1, Math.ceil(length / 1024)) * 1024;
  const unit = 2 ** Math.floor(Math.log2(length - 1)) / 16;
  return Math.ceil(length / unit) * unit;
}

const extract = (suite, salt, label, input) => hmac(salt, Buffer.from('HPKE-v1'), suite, Buffer.from(label), input);

/** One block of HKDF-Expand: enough for 32 bytes. */
function expand(suite, secret, label, info, length) {
  const size = Buffer.from([0, length]);
  return hmac(secret, size, Buffer.from('HPKE-v1'), suite, Buffer.from(label), info, Buffer.from([1])).subarray(0, length);
}

/** enc(32) ‖ ciphertext ‖ tag(16). */
function hpkeSeal(publicKey, plain, info, aad) {
  const own = generateKeyPairSync('x25519');
  const enc = Buffer.from(own.publicKey.export({ format: 'jwk' }).x, 'base64url');
  const window = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: publicKey.toString('base64url') }, format: 'jwk' });
  const agreed = diffieHellman({ privateKey: own.privateKey, publicKey: window });
  const shared = expand(KEM, extract(KEM, NOTHING, 'eae_prk', agreed), 'shared_secret', Buffer.concat([enc, publicKey]), 32);
  const context = Buffer.concat([
    Buffer.from([0]),
    extract(HPKE, NOTHING, 'psk_id_hash', NOTHING),
    extract(HPKE, NOTHING, 'info_hash', Buffer.from(info)),
  ]);
  const secret = extract(HPKE, shared, 'secret', NOTHING);
  const cipher = createCipheriv(
    'aes-256-gcm',
    expand(HPKE, secret, 'key', context, 32),
    expand(HPKE, secret, 'base_nonce', context, 12),
  );
  cipher.setAAD(Buffer.from(aad));
  return Buffer.concat([enc, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/**
 * `sealing` as `GET …/offer` gives it, `content` as `{ prices: [{ lot: '1', price: '900000.00' }] }`. `kept` stays with the supplier:
 * with it alone can be proved, after the opening too, what was inside.
 */
export function sealOffer({ info, publicKey, header }, content) {
  const key = Buffer.from(publicKey, 'base64');
  if (sha256(key) !== header.key) throw new Error('the public key is not the key of the window');
  const { procurement, lot, supplier } = header;
  const text = canonical({ ...content, procurement, lot, supplier });
  const [salt, offer, length] = [randomBytes(SALT), Buffer.from(text), Buffer.alloc(4)];
  length.writeUInt32LE(offer.length);
  const plain = Buffer.alloc(paddedLength(SALT + 4 + offer.length));
  Buffer.concat([salt, length, offer]).copy(plain);
  const envelope = hpkeSeal(key, plain, info, canonical(header));
  const commitment = hmac(salt, Buffer.from('zakup/offer-commitment/1'), offer).toString('hex');
  return {
    envelope,
    manifest: { ...header, commitment, envelope: sha256(envelope) },
    kept: { offer: text, salt: salt.toString('hex') },
  };
}
