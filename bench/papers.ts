import { randomUUID } from 'node:crypto';
import type { Tx } from '../db/client.ts';
import { addDocument } from '../db/documents.ts';
import type { FileStore } from '../db/file-store.ts';
import { personCalled } from '../tools/demo/people.ts';

/** An uploaded paper of a case, before its bytes are stored. */
export interface Paper {
  kind: string;
  lot?: string;
  name: string;
}

/** A small PDF that says `text`; the same text is one file, however many cases have it. */
export const smallPdf = (text: string): Buffer => Buffer.from(`%PDF-1.4\n% ${text}\n`);

/** Stores a paper of a case as an upload of its creator; what the file says of it. */
export async function storePaper<Of extends Paper>(
  { tx, files }: { tx: Tx; files: FileStore },
  { caseId, paper, bytes }: { caseId: string; paper: Of; bytes: Buffer },
): Promise<Of & { id: string; sha256: string }> {
  const stored = { id: randomUUID(), ...paper, sha256: await files.put(bytes) };
  const { id, kind, lot = null, name, sha256 } = stored;
  await addDocument(tx, {
    ...{ id, caseId, kind, lot, version: 1, name, mediaType: 'application/pdf', sha256, bytes: bytes.length },
    ...{ payload: null, payloadSha256: null, state: 'uploaded', createdBy: personCalled('organizer').userId },
  });
  return stored;
}
