import type { Request } from 'express';
import { type ResultsPayload, twin, type Twin } from '../../domain/procurement/documents.ts';
import type { ProcurementFile, ProtocolVersion } from '../../domain/procurement/file.ts';
import { findDocument, signaturesOf, type DocumentRow, type SignatureRow } from '../../db/documents.ts';
import { executionOf } from '../../templates/documents/execution.ts';
import { PageProblem } from '../page-problem.ts';
import type { Services } from '../services.ts';
import { publishedFile } from './procurement-page.ts';

/** A published version of a protocol with its document and seal. */
export interface PublishedProtocol {
  file: ProcurementFile;
  protocol: ProtocolVersion;
  document: DocumentRow;
  payload: ResultsPayload;
  signatures: SignatureRow[];
}

/** The protocol of a route with `:number`, `:type`, `:version`; versions that are only due have no page yet. */
export async function publishedProtocol(services: Services, req: Request): Promise<PublishedProtocol> {
  const file = await publishedFile(services, req);
  const { type, version } = req.params;
  const protocol = file.protocols.find((p) => p.state === 'published' && p.type === type && String(p.version) === version);
  const document = protocol?.documentId ? await findDocument(services.db.pool, protocol.documentId) : undefined;
  if (!protocol || !document) throw new PageProblem('not-found');
  const signatures = await signaturesOf(services.db.pool, document.id);
  return { file, protocol, document, payload: document.payload as ResultsPayload, signatures };
}

/** The document for machines (spec 17 §10): what it states, and what happened to it after forming. */
export async function twinOf({ files }: Services, published: PublishedProtocol): Promise<Twin<ResultsPayload>> {
  const { document, payload } = published;
  return twin(payload, document.payloadSha256 ?? '', executionOf(published, await files.get(document.sha256)));
}

/** Whether a stored copy is that of this protocol with its present validity. */
export function isCopyOf(payload: unknown, documentId: string, validity: ProtocolVersion['validity']): boolean {
  const { of, validity: printed } = (payload ?? {}) as { of?: unknown; validity?: unknown };
  return of === documentId && printed === validity;
}
