import type { Database } from '../db/client.ts';
import { keyListBody, signedKeyList, storeKeyList } from '../db/key-list.ts';
import type { Forming } from './form-protocol.ts';

/** Puts the portal's seal under the list of public keys whenever it has changed; true when it had. */
export async function sealKeyList({ db, seal }: { db: Database; seal: Forming['seal'] }): Promise<boolean> {
  const body = await keyListBody(db.pool);
  if ((await signedKeyList(db.pool))?.body === body) return false;
  const { cms } = await seal(Buffer.from(body));
  await storeKeyList(db.pool, body, cms);
  return true;
}
