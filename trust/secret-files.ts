import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Reads a secret file, or makes it first: mode 0400, never overwritten. The content appears at once under its name, so two
 * processes that start together read the same secret.
 */
async function readOrCreate(file: string, make: () => string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, make(), { mode: 0o400, flag: 'wx' });
  await link(draft, file).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error;
  });
  await rm(draft);
  return readFile(file, 'utf8');
}

const hasCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;

/** 32 random bytes kept as hex in a file of mode 0400: the master key of the opener, or the blind key of the web process. */
export async function loadOrCreateMasterKey(file: string): Promise<Buffer> {
  const text = await readOrCreate(file, () => randomBytes(32).toString('hex') + '\n');
  if (!/^[0-9a-f]{64}\s*$/.test(text)) throw new Error(`${file} does not hold a 32-byte key in hex`);
  return Buffer.from(text.trim(), 'hex');
}

/** An Ed25519 private key kept as PEM (PKCS #8) in a file of mode 0400: the key that signs receipts. */
export async function loadOrCreatePortalKey(file: string): Promise<KeyObject> {
  const pem = await readOrCreate(file, () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  return createPrivateKey(pem);
}
