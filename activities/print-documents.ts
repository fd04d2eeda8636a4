import type { Database } from '../db/client.ts';
import type { FileStore } from '../db/file-store.ts';
import { markPrinted, waitingForPrint } from '../db/print-queue.ts';
import { printDocument } from '../templates/documents/index.ts';
import { notingFailures } from './noting-failures.ts';

export interface Printing {
  db: Database;
  files: FileStore;
  print: (html: string) => Promise<Buffer>;
}

const BATCH = 20;

/**
 * Prints the documents that wait: payload to PDF, bytes into the file store, state 'approved'. Safe to repeat: the same
 * payload gives the same bytes. One that fails does not hold up the others; the first failure is thrown at the end.
 * @returns how many were printed
 */
export async function printWaiting({ db, files, print }: Printing): Promise<number> {
  const waiting = await waitingForPrint(db.pool, BATCH);
  const failures: unknown[] = [];
  for (const { id, caseId, payload } of waiting) {
    const printed = notingFailures(db, { subject: id, caseId }, async () => {
      const { html, payloadSha256 } = printDocument(payload);
      const pdf = await print(html);
      const sha256 = await files.put(pdf);
      await markPrinted(db.pool, { id, sha256, bytes: pdf.length, payloadSha256 });
    });
    await printed.catch((failure: unknown) => failures.push(failure));
  }
  if (failures.length > 0) throw failures[0];
  return waiting.length;
}
