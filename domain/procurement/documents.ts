import type { Text } from '../parties.ts';
import type { ContractDraftPayload, LotListPayload, SpecificationPayload } from './documents/annexes.ts';
import type { CommonPayload, Instant } from './documents/common.ts';
import type { Execution } from './documents/execution.ts';
import type { ResultsPayload } from './documents/results.ts';

export * from './documents/abridged.ts';
export * from './documents/annexes.ts';
export * from './documents/common.ts';
export * from './documents/execution.ts';
export * from './documents/results.ts';
export * from './documents/single-source.ts';

/** Receipt for a supplier at submission, replacement or withdrawal: no content, no price (spec 17 §8). */
export interface ReceiptPayload extends Pick<
  CommonPayload,
  'schema' | 'announcement' | 'formedAt' | 'documentId' | 'verificationAddress'
> {
  type: 'receipt';
  number: string;
  action: 'submitted' | 'replaced' | 'withdrawn';
  windowEndsAt: Instant;
  supplier: { name: Text; bin: string };
  submittedBy: Text;
  receivedAt: Instant;
  envelopeSha256: string | null;
  signature: { keyId: string; value: string };
}

export type ProcurementPayload = ResultsPayload | LotListPayload | SpecificationPayload | ContractDraftPayload;
export type DocumentPayload = ProcurementPayload | ReceiptPayload;

/** The document for machines (spec 17 §10). */
export interface Twin<Payload extends DocumentPayload = DocumentPayload> {
  schema: 'protocol/1';
  type: Payload['type'];
  documentId: string;
  payload: Payload;
  payloadSha256: string;
  original: { sha256: string; bytes: number; pages: number };
  execution: Omit<Execution, 'original'>;
}

export function twin<Payload extends DocumentPayload>(
  payload: Payload,
  payloadSha256: string,
  execution: Execution,
): Twin<Payload> {
  const { original, ...rest } = execution;
  const { sha256, bytes, pages } = original;
  return {
    schema: 'protocol/1',
    type: payload.type,
    documentId: payload.documentId,
    payload,
    payloadSha256,
    original: { sha256, bytes, pages },
    execution: rest,
  };
}
