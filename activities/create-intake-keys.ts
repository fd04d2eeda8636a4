import type { Database } from '../db/client.ts';
import { storeWindowKeys, windowKeys } from '../db/window-keys.ts';
import type { IntakeKeys } from '../domain/procurement/file.ts';
import { idFrom } from './ids.ts';
import { canRelease, createWindowKey, type WindowKeyRecord } from '../trust/window-key.ts';

const PURPOSES = ['price', 'documents'] as const;

/** One window per case, generation and end; asking again finds the keys that exist. */
const windowIdFor = (caseId: string, generation: number, notBefore: number): string =>
  idFrom(`window/${caseId}/${generation}/${notBefore}`);

/**
 * Makes the two key pairs of an intake window (price, documents). The private halves are wrapped with the instant before which
 * they may not be used (ms). Publishing fails when the wrapped key cannot be used: a lost key is known before the deadline.
 */
export async function createIntakeKeys(
  { db, master }: { db: Database; master: Uint8Array },
  { caseId, notBefore, generation = 1 }: { caseId: string; procurement: string; notBefore: number; generation?: number },
): Promise<IntakeKeys> {
  const windowId = windowIdFor(caseId, generation, notBefore);
  if ((await windowKeys(db.pool, windowId)).length < PURPOSES.length) {
    const made = await Promise.all(
      PURPOSES.map(async (purpose) => {
        const { record, publicKey } = await createWindowKey({ window: windowId, kind: purpose, generation, notBefore, master });
        if (!(await canRelease(record, master))) throw new Error(`the ${purpose} key of ${windowId} cannot be used`);
        return { purpose, key: record.key, publicKey: Buffer.from(publicKey), record };
      }),
    );
    await storeWindowKeys(db.pool, windowId, made);
  }
  const stored = await windowKeys(db.pool, windowId);
  const half = (purpose: 'price' | 'documents') => {
    const found = stored.find((k) => k.purpose === purpose);
    if (!found) throw new Error(`no ${purpose} key for ${windowId}`);
    return { key: (found.record as WindowKeyRecord).key, publicKey: found.publicKey.toString('base64') };
  };
  return { windowId, generation, price: half('price'), documents: half('documents') };
}
