import type { ProcurementFile, ProtocolVersion } from '../domain/procurement/file.ts';
import { documentFileName, documentId, type ResultsPayload } from '../domain/procurement/documents.ts';
import { isSealedByPortal } from '../domain/procurement/protocols.ts';
import { protocolPayload } from '../domain/procurement/protocol-payload.ts';
import { loadCase } from '../db/cases.ts';
import type { Database } from '../db/client.ts';
import { addDocument, addSignature, type DocumentRow, documentsOf, findDocument } from '../db/documents.ts';
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

type Due = Pick<ProtocolVersion, 'type' | 'version' | 'dueAt'> & { caseId: string };

/** One document for every instant at which a version became due. */
const documentOf = ({ caseId, type, version, dueAt }: Due) => idFrom(`${caseId}/${type}/${version}/${dueAt}`);

/**
 * Forms a protocol: payload from the file, PDF in Kazakh and Russian, the portal's seal unless a person signs it. Safe to repeat: what was
 * stored first stands, whatever a later attempt would print.
 * @returns null when the file does not wait for it any more: it was set aside for a later decision (S1 §1.4.17), or is published
 */
export async function formProtocol(forming: Forming, due: Due): Promise<FormedProtocol | null> {
  const { db, files } = forming;
  const file = await loadCase(db.pool, due.caseId);
  const protocol = file.protocols.find((p) => p.type === due.type && p.version === due.version);
  if (protocol?.state !== 'due' || protocol.dueAt !== due.dueAt) return null;
  const id = documentOf(due);
  const { sha256, payloadSha256 } = (await findDocument(db.pool, id)) ?? (await print(forming, file, protocol, id));
  if (isSealedByPortal(file)) {
    const { cms, signer } = await forming.seal(await files.get(sha256));
    await addSignature(db.pool, { id: idFrom(`${id}/seal`), documentId: id, userId: 'portal', role: 'portal', cms, signer });
  }
  return { documentId: id, sha256, payloadSha256: payloadSha256 ?? '' };
}

/** Prints a version and stores it; another attempt may have been first. */
async function print(forming: Forming, file: ProcurementFile, protocol: ProtocolVersion, id: string): Promise<DocumentRow> {
  const { db, files, baseUrl } = forming;
  const replaced = file.protocols.filter((p) => p.state === 'published').at(-1);
  const earlier = (await documentsOf(db.pool, file.id, 'protocol')).find((d) => d.id === replaced?.documentId);
  const payload = protocolPayload(file, protocol, baseUrl, (earlier?.payload as ResultsPayload | undefined) ?? null);
  const printed = printDocument(payload);
  const pdf = await forming.print(printed.html);
  await addDocument(db.pool, {
    id,
    caseId: file.id,
    kind: 'protocol',
    lot: null,
    version: protocol.version,
    name: documentFileName(documentId(file.number, 'results', protocol.version), 'pdf'),
    mediaType: 'application/pdf',
    sha256: await files.put(pdf),
    bytes: pdf.length,
    payload,
    payloadSha256: printed.payloadSha256,
    state: isSealedByPortal(file) ? 'sealed' : 'formed',
    createdBy: 'portal',
  });
  const stored = await findDocument(db.pool, id);
  if (!stored) throw new Error(`the protocol ${id} of ${file.number} is not stored`);
  return stored;
}
