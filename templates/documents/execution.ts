import { createHash } from 'node:crypto';
import { documentInstant, type Execution, type ResultsPayload } from '../../domain/procurement/documents.ts';
import type { ProtocolVersion } from '../../domain/procurement/file.ts';
import { LOT_STATUS_NAMES, STATUS_NAMES } from '../texts/statuses.ts';

/** A published protocol with what is stored of it. */
export interface StoredProtocol {
  protocol: ProtocolVersion;
  payload: ResultsPayload;
  document: { name: string; sha256: string; bytes: number };
  signatures: { signedAt: Date; cms: Buffer; signer: { serial: string; issuer: string; validTo: number } }[];
}

/** What happened to a protocol after it was formed (spec 17 §1.1): the portal's seal, publication, validity. */
export function executionOf({ protocol, document, payload, signatures }: StoredProtocol, original: Buffer): Execution {
  const [seal] = signatures;
  const { name, sha256, bytes } = document;
  const ended = payload.lots.every(({ decision }) => decision.outcome === 'cancelled' || decision.outcome === 'refused');
  return {
    original: { name, sha256, bytes, pages: pagesIn(original) },
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
