import { readFile } from 'node:fs/promises';
import { createPrivateKey } from 'node:crypto';
import { join } from 'node:path';
import * as pkijs from 'pkijs';
import { own } from './bytes.ts';
import { certificatesOfPem } from './certificate.ts';
import type { SigningKey } from './browser/p12.ts';
import { signDetached } from './browser/sign.ts';

/** Reads `platform.key.pem` and `platform.crt.pem` (the seal's certificate first, then the authorities above it). */
export async function loadPlatformKey(dir: string): Promise<SigningKey> {
  const [key, chain] = await Promise.all(
    ['platform.key.pem', 'platform.crt.pem'].map((name) => readFile(join(dir, name), 'utf8')),
  );
  const pkcs8 = createPrivateKey(key!).export({ type: 'pkcs8', format: 'der' });
  return {
    pkcs8: own(pkcs8).buffer,
    certificates: certificatesOfPem(chain!).map(({ der }) => pkijs.Certificate.fromBER(own(der).buffer)),
  };
}

/** The portal's seal over a document's bytes (protocols): a detached CMS in DER, judged by `verifySeal`. */
export const sealDocument = async (bytes: Uint8Array, platformKey: SigningKey): Promise<Buffer> =>
  Buffer.from(await signDetached(bytes, platformKey));
