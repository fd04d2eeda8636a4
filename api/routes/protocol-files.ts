import type { Request } from 'express';
import type { Execution, ResultsPayload, Twin } from '../../domain/procurement/documents.ts';
import { documentInstant, twin } from '../../domain/procurement/documents.ts';
import type { ProcurementFile, ProtocolVersion } from '../../domain/procurement/file.ts';
import { createHash } from 'node:crypto';
import { findDocument, signaturesOf, type DocumentRow, type SignatureRow } from '../../db/documents.ts';
import { LOT_STATUS_NAMES, STATUS_NAMES } from '../../templates/texts/statuses.ts';
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
  return twin(payload, document.payloadSha256 ?? '', executionOf(published, pagesIn(await files.get(document.sha256))));
}

function executionOf({ protocol, document, payload, signatures }: PublishedProtocol, pages: number): Execution {
  const [seal] = signatures;
  const { name, sha256, bytes } = document;
  const ended = payload.lots.every(({ decision }) => decision.outcome === 'cancelled' || decision.outcome === 'refused');
  return {
    original: { name, sha256, bytes, pages },
    signatures: [],
    absent: [],
    seal: seal
      ? {
          sealedAt: documentInstant(seal.signedAt.getTime()),
          certificate: { serial: seal.signer.serial, issuer: seal.signer.issuer, validTo: documentInstant(seal.signer.validTo) },
          cmsSha256: createHash('sha256').update(seal.cms).digest('hex'),
        }
      : null,
    attachments: [],
    publishedAt: protocol.publishedAt === undefined ? null : documentInstant(protocol.publishedAt),
    publishedBy: 'portal',
    windows: payload.windows,
    statusAfter: {
      announcement: bothOf(STATUS_NAMES[ended ? 'cancelled' : 'completed']),
      lots: payload.lots.map(({ number, decision }) => ({ number, status: bothOf(LOT_STATUS_NAMES[decision.outcome]) })),
    },
    validity: protocol.validity,
  };
}

const bothOf = ({ kk, ru }: { kk: string; ru: string }) => ({ kk, ru });

/** Pages of a PDF made by the portal's printer: its page tree is written in the clear, the root counts them all. */
function pagesIn(pdf: Buffer): number {
  const counts = [
    ...pdf.toString('latin1').matchAll(/\/Type\s*\/Pages[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages/g),
  ];
  return Math.max(1, ...counts.map(([, a, b]) => Number(a ?? b)));
}
