import { loadCase } from '../db/cases.ts';
import { addDocument, documentsOf, signaturesOf } from '../db/documents.ts';
import type { ResultsPayload } from '../domain/procurement/documents.ts';
import { executionOf } from '../templates/documents/execution.ts';
import type { Forming } from './form-protocol.ts';
import { idFrom } from './ids.ts';
import { printCopy } from './print/documents.ts';

/** A copy follows from the original and its validity: a version that lost its validity gets a new copy that says so. */
export const copyIdOf = (protocolDocumentId: string, validity: 'valid' | 'not-valid'): string =>
  idFrom(`${protocolDocumentId}/copy/${validity}`);

/**
 * Prints the copies of a case's published protocols that are missing: the original's bytes, then publication sheet and
 * signature sheet (spec 17 §1.1). Safe to repeat. @returns how many were printed
 */
export async function formCopies({ db, files, print }: Forming, caseId: string): Promise<number> {
  const file = await loadCase(db.pool, caseId);
  const documents = await documentsOf(db.pool, caseId);
  let printed = 0;
  for (const protocol of file.protocols) {
    const document = documents.find((d) => d.id === protocol.documentId);
    if (protocol.state !== 'published' || !document) continue;
    const id = copyIdOf(document.id, protocol.validity);
    if (documents.some((d) => d.id === id)) continue;
    const payload = document.payload as ResultsPayload;
    const original = await files.get(document.sha256);
    const signatures = await signaturesOf(db.pool, document.id);
    const execution = executionOf({ file, protocol, payload, document, signatures }, original);
    const copy = await printCopy({ print }, { payload, execution, original });
    const { kind, name } = { kind: 'protocol-copy', name: document.name.replace(/\.pdf$/, '_copy.pdf') };
    const sha256 = await files.put(copy);
    const row = { id, caseId, kind, name, sha256, lot: null, version: document.version, mediaType: 'application/pdf' };
    const of = { of: document.id, validity: protocol.validity };
    await addDocument(db.pool, {
      ...row,
      bytes: copy.length,
      payload: of,
      payloadSha256: null,
      state: 'copy',
      createdBy: 'portal',
    });
    printed += 1;
  }
  return printed;
}
