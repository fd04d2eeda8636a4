import { canonical } from '../../canonical.ts';
import type { ProcurementPayload } from '../documents.ts';
import type { DocumentRef } from '../file.ts';
import { customersOf, type DraftBody } from './body.ts';

/** A document that the wizard makes or takes: one specification per lot, one draft contract per customer, the list of lots. */
export type Paper =
  | { key: string; kind: 'specification'; lot: string }
  | { key: string; kind: 'contract-draft'; customer: string }
  | { key: string; kind: 'lot-list' };

/** Life of a stored document: to be printed, printed and waiting for the EDS, taken as a file and waiting, signed. */
export type PaperState = 'to-print' | 'approved' | 'uploaded' | 'signed';

/** A stored document of a draft, as the rules need it. */
export interface StoredPaper {
  id: string;
  kind: DocumentRef['kind'];
  lot: string | null;
  name: string;
  sha256: string;
  state: PaperState;
  payload: ProcurementPayload | null;
}

export const specificationPaper = (lot: string): Paper => ({ key: `specification-${lot}`, kind: 'specification', lot });
export const contractPaper = (customer: string): Paper => ({ key: `contract-${customer}`, kind: 'contract-draft', customer });
export const lotListPaper: Paper = { key: 'lot-list', kind: 'lot-list' };

/** Every paper that belongs to the draft as it stands now. */
export const papersOf = (body: DraftBody): Paper[] => [
  ...body.lots.map((lot) => specificationPaper(lot.number)),
  ...customersOf(body).map(contractPaper),
  lotListPaper,
];

/** Whether a stored document is this paper; a draft contract is told apart by its customer. */
export function isPaper(paper: Paper, stored: StoredPaper): boolean {
  if (stored.kind !== paper.kind) return false;
  if (paper.kind === 'specification') return stored.lot === paper.lot;
  if (paper.kind === 'contract-draft')
    return stored.payload?.type === 'contract-draft' && stored.payload.customer.bin === paper.customer;
  return true;
}

/** What may differ between the stored payload and one made now although the document says the same. */
const INCIDENTAL = ['formedAt', 'documentId', 'version', 'sheetVersion', 'signers', 'verificationAddress'] as const;

/** The stored document says something else than the draft says now: it must be made again. */
export function isOutdated(stored: ProcurementPayload, now: ProcurementPayload): boolean {
  const essence = (payload: ProcurementPayload) =>
    canonical(Object.fromEntries(Object.entries(payload).filter(([name]) => !INCIDENTAL.some((each) => each === name))));
  return essence(stored) !== essence(now);
}

/** Signed documents as the file refers to them. */
export const signedRefs = (papers: readonly StoredPaper[]): DocumentRef[] =>
  papers
    .filter((paper) => paper.state === 'signed')
    .map(({ id, kind, lot, name, sha256 }) => ({ id, kind, ...(lot === null ? {} : { lot }), name, sha256 }));
