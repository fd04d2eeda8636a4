import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { concat } from './bytes.ts';
import { lengthAt, lengthBytes, paddedLength } from './padding.ts';

const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

const keyFor = (blindKey: Uint8Array, tag: string) => Buffer.from(hkdfSync('sha256', blindKey, tag, 'zakup/own-receipt/1', 32));

/** Seals a receipt for its supplier's own pages: the holder of the blind key finds it again, a copy of the database tells nothing. */
export function sealOwnReceipt(blindKey: Uint8Array, tag: string, text: string): Buffer {
  const bytes = Buffer.from(text);
  const plain = new Uint8Array(paddedLength(4 + bytes.length));
  plain.set(concat(lengthBytes(bytes.length), bytes));
  const nonce = randomBytes(NONCE_LENGTH);
  const cipher = createCipheriv('aes-256-gcm', keyFor(blindKey, tag), nonce);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The receipt's text, or null when the key or the row is not its own. */
export function openOwnReceipt(blindKey: Uint8Array, tag: string, sealed: Uint8Array): string | null {
  if (sealed.length < NONCE_LENGTH + TAG_LENGTH) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(blindKey, tag), sealed.subarray(0, NONCE_LENGTH), {
      authTagLength: TAG_LENGTH,
    });
    decipher.setAuthTag(sealed.subarray(-TAG_LENGTH));
    const plain = Buffer.concat([decipher.update(sealed.subarray(NONCE_LENGTH, -TAG_LENGTH)), decipher.final()]);
    return plain.subarray(4, 4 + lengthAt(plain, 0)).toString('utf8');
  } catch {
    return null;
  }
}
