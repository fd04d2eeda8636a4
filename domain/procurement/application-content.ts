import { z } from 'zod';
import { APPLICATION_DOCUMENTS, type ApplicationDocumentKind } from './application.ts';
import { liveLots, type ProcurementFile } from './file.ts';
import { type QuotationContent, readQuotation } from './quotation.ts';

/** Documents a supplier hands in with an application (S1 §1.7.2): subcontractors are asked of works and services only. */
export const requiredDocuments = ({ subjectKind }: Pick<ProcurementFile, 'subjectKind'>): ApplicationDocumentKind[] =>
  APPLICATION_DOCUMENTS.filter((kind) => kind !== 'subcontractors' || subjectKind !== 'goods');

/** Each document by itself: the specification lot by lot, the others for all lots at once (`lot` null). None with a quotation. */
export function documentsAsked(
  file: Pick<ProcurementFile, 'method' | 'subjectKind' | 'lots'>,
): { kind: ApplicationDocumentKind; lot: string | null; required: boolean }[] {
  if (file.method !== 'single-source') return [];
  return requiredDocuments(file).flatMap((kind) => {
    const lots = kind === 'technical-specification' ? liveLots(file).map(({ number }) => number) : [null];
    return lots.map((lot) => ({ kind, lot, required: kind !== 'subcontractors' }));
  });
}

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** Documents of a sealed application: each file lies sealed under the digest `sealed`, its content key travels in here. */
const sealedDocuments = z.object({
  documents: z
    .array(
      z.object({
        kind: z.enum(APPLICATION_DOCUMENTS),
        lot: z.string().min(1).max(20).optional(),
        name: z.string().min(1).max(500),
        /** Bytes of the plain file. */
        size: z.number().int().min(1),
        /** Hex SHA-256 of the plain file. */
        sha256: digest,
        sealed: digest,
        key: digest,
      }),
    )
    .max(2_000),
});

export type SealedDocument = z.infer<typeof sealedDocuments>['documents'][number];

export interface ApplicationContent {
  prices: QuotationContent['prices'];
  documents: SealedDocument[];
}

/** Prices and documents of an opened offer, or null when it is not an application for lots of this procurement. */
export function readApplication(offer: unknown, file: Pick<ProcurementFile, 'lots'>): ApplicationContent | null {
  const prices = readQuotation(offer, file);
  const parsed = sealedDocuments.safeParse(offer);
  if (!prices || !parsed.success) return null;
  const { documents } = parsed.data;
  const known = documents.every(({ lot }) => lot === undefined || file.lots.some((each) => each.number === lot));
  return known ? { prices, documents } : null;
}
