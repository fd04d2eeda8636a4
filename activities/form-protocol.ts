import type { ProcurementFile } from '../domain/procurement/file.ts';
import { documentFileName, documentId, type ResultsPayload } from '../domain/procurement/documents.ts';
import { isSealedByPortal } from '../domain/procurement/protocols.ts';
import { protocolPayload } from '../domain/procurement/protocol-payload.ts';
import { loadCase } from '../db/cases.ts';
import type { Database } from '../db/client.ts';
import { addDocument, addSignature, documentsOf } from '../db/documents.ts';
import type { FileStore } from '../db/file-store.ts';
import { printDocument } from '../templates/documents/index.ts';
import { idFrom } from './ids.ts';

/** What forming a protocol needs from the world. */
export interface Forming {
  db: Database;
  files: FileStore;
  baseUrl: string;
  /** Aborted when the process is told to stop. */
  ending?: AbortSignal;
  print: (html: string) => Promise<Buffer>;
  /** The portal's seal over bytes, and who it names. */
  seal: (bytes: Uint8Array) => Promise<{ cms: Buffer; signer: Parameters<typeof addSignature>[1]['signer'] }>;
}

export interface FormedProtocol {
  documentId: string;
  sha256: string;
  payloadSha256: string;
}

/** Forms a protocol: payload from the file, PDF in Kazakh and Russian, the portal's seal unless a person signs it. Safe to repeat: same payload, same bytes. */
export async function formProtocol(
  forming: Forming,
  due: { caseId: string; type: 'results'; version: number; dueAt: number },
): Promise<FormedProtocol> {
  const { db, files, baseUrl } = forming;
  const file: ProcurementFile = await loadCase(db.pool, due.caseId);
  const protocol = file.protocols.find((p) => p.type === due.type && p.version === due.version);
  if (!protocol) throw new Error(`protocol ${due.type}/${due.version} of ${file.number} is not due`);
  const replaced = file.protocols.filter((p) => p.state === 'published').at(-1);
  const earlier = (await documentsOf(db.pool, due.caseId, 'protocol')).find((d) => d.id === replaced?.documentId);
  const payload = protocolPayload(file, protocol, baseUrl, (earlier?.payload as ResultsPayload | undefined) ?? null);
  const printed = printDocument(payload);
  const pdf = await forming.print(printed.html);
  const sha256 = await files.put(pdf);
  const id = idFrom(`${due.caseId}/${due.type}/${due.version}/${due.dueAt}`);
  await addDocument(db.pool, {
    id,
    caseId: due.caseId,
    kind: 'protocol',
    lot: null,
    version: due.version,
    name: documentFileName(documentId(file.number, due.type, due.version), 'pdf'),
    mediaType: 'application/pdf',
    sha256,
    bytes: pdf.length,
    payload,
    payloadSha256: printed.payloadSha256,
    state: isSealedByPortal(file) ? 'sealed' : 'formed',
    createdBy: 'portal',
  });
  if (!isSealedByPortal(file)) return { documentId: id, sha256, payloadSha256: printed.payloadSha256 };
  const { cms, signer } = await forming.seal(pdf);
  await addSignature(db.pool, { id: idFrom(`${id}/seal`), documentId: id, userId: 'portal', role: 'portal', cms, signer });
  return { documentId: id, sha256, payloadSha256: printed.payloadSha256 };
}
