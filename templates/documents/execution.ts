import { createHash } from 'node:crypto';
import { documentInstant, type Execution, type ResultsPayload } from '../../domain/procurement/documents.ts';
import type { ProcurementFile, ProtocolVersion } from '../../domain/procurement/file.ts';
import { LOT_STATUS_NAMES, STATUS_NAMES } from '../texts/statuses.ts';

/** A published protocol with what is stored of it. */
export interface StoredProtocol {
  file: Pick<ProcurementFile, 'creator'>;
  protocol: ProtocolVersion;
  payload: ResultsPayload;
  document: { name: string; sha256: string; bytes: number };
  signatures: StoredSignature[];
}

interface StoredSignature {
  role: string;
  signedAt: Date;
  cms: Buffer;
  signer: { serial: string; issuer: string; validTo: number };
}

const cmsOf = ({ signer, cms }: StoredSignature) => ({
  certificate: { serial: signer.serial, issuer: signer.issuer, validTo: documentInstant(signer.validTo) },
  cmsSha256: createHash('sha256').update(cms).digest('hex'),
});

/** Signatures of the people who were to sign, in that order; the one that nobody signs bears the portal's seal. */
const signedBy = (payload: ResultsPayload, signatures: readonly StoredSignature[]): Execution['signatures'] =>
  payload.signers.flatMap((signer) =>
    signatures
      .filter(({ role }) => role === signer.role)
      .map((each) => ({ ...signer, signedAt: documentInstant(each.signedAt.getTime()), ...cmsOf(each) })),
  );

/** What happened to a protocol after it was formed (spec 17 §1.1): signatures or the portal's seal, publication, validity. */
export function executionOf({ file, protocol, document, payload, signatures }: StoredProtocol, original: Buffer): Execution {
  const seal = signatures.find(({ role }) => role === 'portal');
  const { name, sha256, bytes } = document;
  const ended = payload.lots.every(({ decision }) => decision.outcome === 'cancelled' || decision.outcome === 'refused');
  return {
    original: { name, sha256, bytes, pages: pagesIn(original) },
    signatures: signedBy(payload, signatures),
    absent: [],
    seal: seal ? { sealedAt: documentInstant(seal.signedAt.getTime()), ...cmsOf(seal) } : null,
    attachments: [],
    publishedAt: protocol.publishedAt === undefined ? null : documentInstant(protocol.publishedAt),
    publishedBy: protocol.signed ? { name: file.creator.name, role: 'creator' } : 'portal',
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
