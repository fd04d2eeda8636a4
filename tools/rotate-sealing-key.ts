import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { connect, type Database, transaction } from '../db/client.ts';
import { heldKeys, rewrapRecord } from '../db/window-keys.ts';
import { loadOrCreateMasterKey, rewrapWindowKey, type WindowKeyRecord } from '../trust/window-key.ts';

/**
 * Wraps the keys of all windows whose opening is not recorded yet under another master key, all or none. What neither key can read is named
 * and stays as it is; what the new one reads already is left alone, so it may be run again. No opener may run meanwhile.
 */
export async function rotateSealingKey(
  db: Database,
  from: Uint8Array,
  to: Uint8Array,
): Promise<{ done: number; unreadable: string[] }> {
  return transaction(db, async (tx) => {
    const unreadable: string[] = [];
    let done = 0;
    for (const { windowId, purpose, record } of await heldKeys(tx)) {
      const rewrapped = await rewrapWindowKey({ record: record as WindowKeyRecord, from, to });
      if (rewrapped) {
        await rewrapRecord(tx, windowId, purpose, rewrapped);
        done += 1;
      } else if (!(await rewrapWindowKey({ record: record as WindowKeyRecord, from: to, to }))) {
        unreadable.push(`${windowId} ${purpose}`);
      }
    }
    return { done, unreadable };
  });
}

/** `node --import tsx tools/rotate-sealing-key.ts <present key file> <new key file>`; DATABASE_URL of the opener. */
async function main(): Promise<number> {
  const [present, next] = process.argv.slice(2);
  const { DATABASE_URL: databaseUrl } = process.env;
  if (!present || !next || !databaseUrl || !existsSync(present)) {
    console.error('Usage: DATABASE_URL=… node --import tsx tools/rotate-sealing-key.ts <present key file> <new key file>');
    return 2;
  }
  const db = connect(databaseUrl, 1);
  try {
    const { done, unreadable } = await rotateSealingKey(
      db,
      await loadOrCreateMasterKey(present),
      await loadOrCreateMasterKey(next),
    );
    console.log(`${done} keys are wrapped under ${next}`);
    for (const each of unreadable) console.error(`neither key reads ${each}`);
    return unreadable.length > 0 ? 1 : 0;
  } finally {
    await db.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main();
