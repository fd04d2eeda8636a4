import { type Database, transaction } from '../db/client.ts';
import { findWindow } from '../db/intake.ts';
import { movedWindows, replaceRecord, windowKeys } from '../db/window-keys.ts';
import { postponeWindowKey, type WindowKeyRecord } from '../trust/window-key.ts';

interface KeyHolder {
  db: Database;
  master: Uint8Array;
}

/**
 * Binds the keys of a window to its later end, after it was resumed: until then the opener may not use them, whatever the database says.
 * Believed only when the recorded window really ends then or later. Safe to repeat. False when a key cannot be read: the canary tells
 * the operator, and the window goes on.
 */
export async function postponeKeys(
  { db, master }: KeyHolder,
  { windowId, notBefore }: { windowId: string; notBefore: number },
): Promise<boolean> {
  return transaction(db, async (tx) => {
    await tx.query('select 1 from intake_window where id = $1 for update', [windowId]);
    const window = await findWindow(tx, windowId);
    if (!window || window.closesAt < notBefore) throw new Error(`window ${windowId} does not end that late`);
    const stored = await windowKeys(tx, windowId);
    for (const { purpose, record } of stored) {
      const later = await postponeWindowKey({ record: record as WindowKeyRecord, master, notBefore });
      if (!later) return false;
      await replaceRecord(tx, windowId, purpose, later);
    }
    return stored.length > 0;
  });
}

/** Does so for every window that a resumption has moved; returns how many. Each is bound or left as it is: a round may be cut off. */
export async function postponeMoved(holder: KeyHolder): Promise<number> {
  const moved = await movedWindows(holder.db.pool);
  let bound = 0;
  for (const window of moved) if (await postponeKeys(holder, window)) bound += 1;
  return bound;
}
