import { type Bytes, concat, fromHex, hex, own, sha256, utf8 } from './bytes.ts';
import { lengthAt, lengthBytes, paddedLength } from './padding.ts';

/** Largest file that is sealed, in bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024;
/** Largest sealed file: the padded content with what lies around it. */
export const LARGEST_SEALED_FILE = paddedLength(4 + LARGEST_FILE) + 1 + 12 + 16;

/** A file sealed under a key of its own. Digests and key in hex. */
export interface SealedFile {
  /** version(1) ‖ nonce(12) ‖ AES-256-GCM(length(4, LE) ‖ bytes ‖ zeros up to the step) ‖ tag(16). */
  sealed: Bytes;
  /** SHA-256 of `sealed`: the address under which it is kept. */
  address: string;
  /** The content key, 32 bytes: it travels inside the sealed offer only. */
  key: string;
  /** SHA-256 and length of the plain file. */
  sha256: string;
  size: number;
}

const VERSION = 1;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
const AROUND = 1 + NONCE_LENGTH + TAG_LENGTH;
const BOUND = utf8('zakup/sealed-file/1');

const keyOf = (key: Uint8Array, use: 'encrypt' | 'decrypt') => crypto.subtle.importKey('raw', own(key), 'AES-GCM', false, [use]);

/**
 * Seals one file under a fresh random key, format 1; the padding is that of the envelopes. Runs in the supplier's browser.
 * Throws TypeError for an empty file and for one above `LARGEST_FILE`.
 */
export async function sealFile(bytes: Uint8Array): Promise<SealedFile> {
  if (bytes.length === 0 || bytes.length > LARGEST_FILE) throw new TypeError('the file is empty or too large to be sealed');
  const plain = new Uint8Array(paddedLength(4 + bytes.length));
  plain.set(lengthBytes(bytes.length));
  plain.set(bytes, 4);
  const [key, nonce] = [crypto.getRandomValues(new Uint8Array(32)), crypto.getRandomValues(new Uint8Array(NONCE_LENGTH))];
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: BOUND };
  const content = await crypto.subtle.encrypt(algorithm, await keyOf(key, 'encrypt'), plain);
  const sealed = concat(Uint8Array.of(VERSION), nonce, new Uint8Array(content));
  return { sealed, address: hex(await sha256(sealed)), key: hex(key), sha256: hex(await sha256(bytes)), size: bytes.length };
}

/**
 * The file under this key (64 hex digits), or null when key and bytes do not belong together or a single bit was changed. Never
 * throws: whatever a supplier sent, the opening goes on.
 */
export async function openFile(key: string, sealed: Uint8Array): Promise<Bytes | null> {
  if (!/^[0-9a-f]{64}$/.test(key) || !isSealedFile(sealed)) return null;
  const nonce = own(sealed.subarray(1, 1 + NONCE_LENGTH));
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: BOUND };
  const opening = crypto.subtle.decrypt(algorithm, await keyOf(fromHex(key), 'decrypt'), own(sealed.subarray(1 + NONCE_LENGTH)));
  const content = await opening.catch(() => null);
  if (!content) return null;
  const plain = new Uint8Array(content);
  const length = lengthAt(plain, 0);
  if (length === 0 || length > plain.length - 4 || plain.length !== paddedLength(4 + length)) return null;
  return plain.subarray(4 + length).some((byte) => byte !== 0) ? null : plain.slice(4, 4 + length);
}

/** Whether bytes have the outer shape of a sealed file: version, and a padded length. Nothing more can be seen from outside. */
export function isSealedFile(sealed: Uint8Array): boolean {
  const inside = sealed.length - AROUND;
  return sealed[0] === VERSION && inside >= 1024 && sealed.length <= LARGEST_SEALED_FILE && paddedLength(inside) === inside;
}
