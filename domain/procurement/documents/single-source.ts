import type { Text } from '../../parties.ts';
import type { Opening } from '../application.ts';
import type { FailureGround, Method } from '../file.ts';
import type { DocumentParty, Instant, Signer } from './common.ts';

/** Допущен or Отклонен as a protocol states it; a rejection has its reason as typed. */
export interface DocumentVerdict {
  verdict: 'admitted' | 'rejected';
  reason?: string;
}

/** What ПИ-ИОИ states beside lots, prices and results (spec 17 §4, S1 §1.7.3–1.7.7). */
export interface SingleSourcePart {
  failed: { number: string; method: Method; ground: FailureGround };
  representatives: Signer[];
  invited: DocumentParty;
  /** How the procurement was opened, when, by whom; null where it was cancelled before. `reason` of a supplier that declined. */
  opening: { how: Opening['how']; at: Instant; by: Text | null; reason?: string } | null;
  /** Decision of the organizer's representative: restrictions for all lots, specification lot by lot; null without an application. */
  review: {
    by: Text;
    at: Instant;
    /** Article of the law with the restrictions on participation. */
    article: string;
    restrictions: DocumentVerdict | null;
    specifications: (DocumentVerdict & { lot: string })[];
  } | null;
}
