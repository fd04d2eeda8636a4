import type { Money } from '../money.ts';
import type { Organization, Person } from '../parties.ts';

/** Where the lots of a single source come from (S1 §1.7.1): the failed procurement, and per own lot number the lot there. */
export interface Origin {
  number: string;
  caseId: string;
  method: 'price-quotations';
  ground: 'one-submitted';
  lots: Record<string, string>;
}

/** An announcement that took up lots of this failed one; `lots` by their numbers here. */
export interface Successor {
  number: string;
  method: 'single-source';
  lots: string[];
}

/** Where an announcement stands that followed a failed one; a draft that the portal could not publish may be deleted (ADR 0015). */
export const FOLLOWING = ['unpublished', 'deleted', 'published'] as const;
export type Following = (typeof FOLLOWING)[number];

/** Documents of an application (S1 §1.7.2): specification per lot, agreement to participate, price justification; subcontractors for works and services. */
export const APPLICATION_DOCUMENTS = [
  'technical-specification',
  'participation-agreement',
  'price-justification',
  'subcontractors',
] as const;
export type ApplicationDocumentKind = (typeof APPLICATION_DOCUMENTS)[number];

/** A document of an opened application. `id` and `sha256` (hex, of the plain bytes) name the stored file; `size` in bytes. */
export interface ApplicationDocument {
  id: string;
  kind: ApplicationDocumentKind;
  lot?: string;
  name: string;
  sha256: string;
  size: number;
  /** Why there are no bytes behind it: missing, not to be decrypted, or not those of the digest. */
  unreadable?: string;
}

/** The invited supplier's application after the opening: a price per lot and documents, or the reason it could not be read. */
export interface OpenedApplication {
  supplier: Pick<Organization, 'bin' | 'name'>;
  receivedAt: string;
  receipt: string;
  prices: { lot: string; price: Money }[];
  documents: ApplicationDocument[];
  unreadable?: string;
}

export const OPENINGS = ['by-hand', 'deadline', 'declined', 'silence'] as const;

/** How the procurement was opened (S1 §1.7.3); `by` is the creator that opened by hand or the person that declined. */
export interface Opening {
  how: (typeof OPENINGS)[number];
  at: number;
  by: Person | null;
}

/** Отказ от участия of the invited supplier (S1 §1.7.3). */
export interface Declined {
  at: number;
  by: Person;
  reason?: string;
}

/** Допущен or Отклонен; a rejection has its reason in words (S1 §1.7.4). */
export interface Decision {
  verdict: 'admitted' | 'rejected';
  reason?: string;
}

/**
 * What the organizer's representative decided so far (S1 §1.7.4): «Общие документы по всем лотам» (restrictions on participation)
 * and «Документы по каждому лоту» (specification). Null while that part is not decided; `votedAt` null until the vote.
 */
export interface Consideration {
  by: Person;
  restrictions: Decision | null;
  specifications: (Decision & { lot: string })[];
  savedAt: number;
  votedAt: number | null;
}
