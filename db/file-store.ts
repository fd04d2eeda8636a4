import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes of documents on disk under their SHA-256: written once, never changed. In production the folder is shared storage. */
export interface FileStore {
  /** Stores the bytes and returns their SHA-256; storing the same bytes again changes nothing. */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws Error when the bytes are missing or are not those of the digest. */
  get(sha256: string): Promise<Buffer>;
  stream(sha256: string): ReadStream;
}

export function fileStore(folder: string): FileStore {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256');
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    async put(bytes) {
      const sha256 = sha256Hex(bytes);
      const path = pathOf(sha256);
      if (await stat(path).catch(() => null)) return sha256;
      await mkdir(dirname(path), { recursive: true });
      const draft = `${path}.${randomUUID()}`;
      const file = await open(draft, 'wx', 0o640);
      try {
        await file.writeFile(bytes);
        await file.sync();
        await rename(draft, path);
      } catch (error) {
        // A full disk must not be filled with halves.
        await rm(draft, { force: true });
        throw error;
      } finally {
        await file.close();
      }
      return sha256;
    },
    async get(sha256) {
      const bytes = await readFile(pathOf(sha256));
      if (sha256Hex(bytes) !== sha256) throw new Error(`the stored bytes of ${sha256} were changed`);
      return bytes;
    },
    stream: (sha256) => createReadStream(pathOf(sha256)),
  };
}
