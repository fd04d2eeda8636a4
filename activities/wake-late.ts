import { lateCases } from '../db/cases.ts';
import type { Database } from '../db/client.ts';
import type { ProcurementFile } from '../domain/procurement/file.ts';

const BATCH = 50;

/**
 * Wakes the cases that are late: an engine that lost its memory does not know their deadlines, and a case that was not told of a moved
 * clock sleeps past them; the ledger knows. @returns how many are late
 */
export async function wakeLate({ db, wake }: { db: Database; wake: (file: ProcurementFile) => Promise<void> }): Promise<number> {
  const late = await lateCases(db.pool, BATCH);
  for (const file of late) await wake(file);
  return late.length;
}
