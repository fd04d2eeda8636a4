import { createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isSealedFile, LARGEST_FILE, openFile, sealFile } from '../../trust/sealed-file.ts';

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const flipped = (bytes: Uint8Array, at: number, bit = 1) => bytes.map((byte, i) => (i === at ? byte ^ bit : byte));

describe('a sealed file', () => {
  test('is read again with its key, and says of itself what a page states: digest, size, address', async () => {
    const file = Buffer.from('%PDF-1.7 техническая спецификация');
    const { sealed, address, key, sha256, size } = await sealFile(file);
    expect(Buffer.from((await openFile(key, sealed))!)).toEqual(file);
    expect([sha256, size, address]).toEqual([digest(file), file.length, digest(sealed)]);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(isSealedFile(sealed)).toBe(true);
  });

  test('is version 1, nonce, AES-256-GCM over length, content and zeros: read here without the code that wrote it', async () => {
    const { sealed, key } = await sealFile(Buffer.from('abc'));
    // 1 version + 12 nonce + 1024 padded content + 16 tag
    expect([sealed[0], sealed.length]).toEqual([1, 1053]);
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), sealed.subarray(1, 13));
    decipher.setAAD(Buffer.from('zakup/sealed-file/1')).setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([decipher.update(sealed.subarray(13, -16)), decipher.final()]);
    expect(plain.subarray(0, 7)).toEqual(Buffer.from([3, 0, 0, 0, 0x61, 0x62, 0x63]));
    expect(plain.subarray(7).every((byte) => byte === 0)).toBe(true);
  });

  test('with one bit changed anywhere it is null, never an exception', async () => {
    const { sealed, key } = await sealFile(randomBytes(3000));
    for (let at = 0; at < sealed.length; at += 1) {
      if (at > 40 && at < sealed.length - 40 && at % 97 !== 0) continue;
      expect(await openFile(key, flipped(sealed, at, 1 << (at % 8)))).toBeNull();
    }
  });

  test('with one bit of the key changed, no key, another file’s key or a cut end it is null', async () => {
    const { sealed, key } = await sealFile(randomBytes(5000));
    const other = await sealFile(randomBytes(5000));
    for (let at = 0; at < 32; at += 1) {
      const wrong = Buffer.from(flipped(Buffer.from(key, 'hex'), at)).toString('hex');
      expect(await openFile(wrong, sealed)).toBeNull();
    }
    for (const wrong of ['', 'key', key.toUpperCase(), key.slice(2), other.key]) expect(await openFile(wrong, sealed)).toBeNull();
    for (const cut of [0, 1, 29, 1052]) expect(await openFile(key, sealed.subarray(0, cut))).toBeNull();
  });

  test('files of different length look alike, and the same file sealed twice looks different', async () => {
    const lengths = await Promise.all([1, 500, 1020].map(async (n) => (await sealFile(randomBytes(n))).sealed.length));
    expect(lengths).toEqual([1053, 1053, 1053]);
    const file = randomBytes(100);
    expect((await sealFile(file)).address).not.toBe((await sealFile(file)).address);
  });

  test('an empty file and one above 20 MiB are not sealed; what has another shape is not one', async () => {
    await expect(sealFile(new Uint8Array(0))).rejects.toThrow(TypeError);
    await expect(sealFile(new Uint8Array(LARGEST_FILE + 1))).rejects.toThrow(TypeError);
    expect(LARGEST_FILE).toBe(20_971_520);
    const shapes = [Buffer.from('%PDF-1.7'), Buffer.alloc(1053, 2), Buffer.alloc(1054, 1), Buffer.alloc(0)];
    expect(shapes.map(isSealedFile)).toEqual([false, false, false, false]);
  });
});
