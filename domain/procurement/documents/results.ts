import type { Derivations } from '../../derivation.ts';
import type { Money } from '../../money.ts';
import type { Text } from '../../parties.ts';
import type { ActOfAuthority, FailureGround } from '../file.ts';
import type { RejectionGround } from '../ranking.ts';
import type { CommonPayload, Instant, LotCard, StoredFile } from './common.ts';
import type { SingleSourcePart } from './single-source.ts';

export interface QuotationLine {
  /** Place by time of receipt among all quotations, from 1: derivations name a quotation by it. */
  order: number;
  supplier: { name: Text; bin: string };
  /** Absent where the supplier quotes only for the whole lot. */
  unitPrice?: Money;
  /** Amount by law for a price that is dumping (S1 §1.4.1.2); none for most purchases. */
  dumpingAmount?: Money;
  total: Money;
  receivedAt: Instant;
}

/** Why the portal itself rejected a quotation: restriction on participation, unreadable, above the amount (spec 02). */
export interface RejectedLine extends Omit<QuotationLine, 'total'> {
  total?: Money;
  reason: RejectionGround;
  /** Of a restriction: article and its sub-paragraph, ground in words as the register states it, register, entry, time. */
  restriction?: { article: string; subParagraph?: string; ground: Text; register: Text; entry?: string; checkedAt: Instant };
}

/** What follows a lot that failed after one quotation (S1 §1.7.1): a number, or why there is none. */
export type SingleSource = { announcement: string } | { none: 'restricted-supplier' | 'not-yet-created' | 'not-provided' };

export type DocumentDecision =
  | {
      outcome: 'held';
      winner: QuotationLine['supplier'];
      secondPlace: QuotationLine['supplier'] | null;
      customer: string;
      contractAmount: Money;
      saving: { amount: Money; percent: string };
    }
  | { outcome: 'failed'; groundCode: FailureGround; singleSource?: SingleSource }
  | { outcome: 'cancelled'; act: { number: string; date: string } }
  | { outcome: 'refused'; refusal: CustomerRefusal };

export type LotOutcome = DocumentDecision['outcome'];

/** Отказ от закупки; `law` cites the provision, `text` is typed by the customer and printed as typed. */
export interface CustomerRefusal {
  law?: Text;
  text: string;
  at: Instant;
}

export interface ResultsLot extends LotCard {
  rejected: RejectedLine[];
  quotations: QuotationLine[];
  decision: DocumentDecision;
}

/** Block B14, S1 §1.3.3. `date` is the date of the act, `at` when the portal recorded it. */
export interface DocumentAct extends Omit<ActOfAuthority, 'scan'> {
  action: 'cancel' | 'suspend' | 'resume';
  at: Instant;
  file: StoredFile;
  lots: string[];
}

export const CHANGED_FIELDS = ['outcome', 'winner', 'second-place', 'contract-amount'] as const;
export type ChangedValue = { text: Text } | { money: Money } | { outcome: LotOutcome } | null;

/** Block B17: lot · field · was · is. */
export interface Change {
  lot: string;
  field: (typeof CHANGED_FIELDS)[number];
  was: ChangedValue;
  is: ChangedValue;
}

export const CHANGE_REASONS = ['all-lots-cancelled', 'lots-cancelled', 'lots-refused'] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];

/** ПИ-ЗЦП, ПИ-ИОИ and the protocol of a cancelled purchase: all lots cancelled before the opening leave no quotations (S1 §1.3.2–3). */
export interface ResultsPayload extends CommonPayload {
  type: 'results';
  /** `cancelled`: only header, lots and ground are printed, formed automatically (spec 17 §1.4, §4). */
  form: 'results' | 'cancelled';
  replaces?: string;
  changeReason?: ChangeReason;
  /** Of a single source only. */
  singleSource?: SingleSourcePart;
  lots: ResultsLot[];
  /** Quotations that name no lot because they could not be opened. */
  unreadable: { order: number; supplier: QuotationLine['supplier']; receivedAt: Instant; reason: string }[];
  acts: DocumentAct[];
  changes: Change[];
  /** How each field came about, by JSON pointer with `*` for any index (ADR 0017). */
  derivations: Derivations;
}

/** What changed between two versions, lot by lot (block B17). */
export function changesBetween(before: readonly ResultsLot[], after: readonly ResultsLot[]): Change[] {
  return after.flatMap((lot) => {
    const was = printedOutcome(before.find((earlier) => earlier.number === lot.number));
    const is = printedOutcome(lot);
    return CHANGED_FIELDS.filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field])).map((field): Change => ({
      lot: lot.number,
      field,
      was: was[field],
      is: is[field],
    }));
  });
}

function printedOutcome(lot: ResultsLot | undefined): Record<Change['field'], ChangedValue> {
  const decision = lot?.decision;
  const held = decision?.outcome === 'held' ? decision : null;
  return {
    outcome: decision ? { outcome: decision.outcome } : null,
    winner: held ? { text: held.winner.name } : null,
    'second-place': held?.secondPlace ? { text: held.secondPlace.name } : null,
    'contract-amount': held ? { money: held.contractAmount } : null,
  };
}
