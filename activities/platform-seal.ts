import { holderOf } from '../trust/holder.ts';
import { certificatesOfPem } from '../trust/certificate.ts';
import { loadPlatformKey, sealDocument } from '../trust/platform-seal.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Forming } from './form-protocol.ts';

/** The portal's seal: documents that nobody signs carry it (spec 17 §1.1). */
export async function platformSeal(dir: string): Promise<Forming['seal']> {
  const key = await loadPlatformKey(dir);
  const [certificate] = certificatesOfPem(await readFile(join(dir, 'platform.crt.pem'), 'utf8'));
  if (!certificate) throw new Error(`no certificate in ${dir}`);
  const signer = holderOf(certificate);
  return async (bytes) => ({ cms: await sealDocument(bytes, key), signer });
}
