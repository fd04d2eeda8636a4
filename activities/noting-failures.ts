import type { Database } from '../db/client.ts';
import { forgetPrintFailure, notePrintFailure } from '../db/print-queue.ts';

/** Prints something; a failure is noted for operators to see and thrown on, a success takes the note back. */
export async function notingFailures<T>(
  db: Database,
  of: { subject: string; caseId: string },
  print: () => Promise<T>,
): Promise<T> {
  try {
    const printed = await print();
    await forgetPrintFailure(db.pool, of.subject);
    return printed;
  } catch (error) {
    await notePrintFailure(db.pool, { ...of, error });
    throw error;
  }
}
