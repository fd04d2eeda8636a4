import { multiply, type Money } from '../../money.ts';
import type { Text } from '../../parties.ts';
import type { Method, SubjectKind } from '../file.ts';

/** What a line of the annual plan says about the lot made from it (S1 §1.1). */
export interface PlanItemBody {
  name: Text;
  description: Text;
  catalogueCode: string;
  /** Decimal string with a point, more than zero. */
  quantity: string;
  unit: Text & { code: string };
  unitPrice: Money;
  term: Text;
  place: Text;
  /** Classifier of localities, nine digits; empty where unknown. */
  kato: string;
  /** Advance payment, per cent, '0' to '100'. */
  advance?: string;
  /** Procured among organizations of people with disabilities. */
  disability: boolean;
}

/** planned: free for a draft; then it follows its lot (spec 01, "Plan item follows its lot"). */
export const PLAN_ITEM_STATUSES = ['planned', 'lot-draft', 'published', 'suspended', 'held', 'failed'] as const;
export type PlanItemStatus = (typeof PLAN_ITEM_STATUSES)[number];

export interface PlanItem {
  id: string;
  /** BIN of the customer that plans, and of the organizer that buys for it. */
  customer: string;
  organizer: string;
  method: Method;
  subjectKind: SubjectKind;
  body: PlanItemBody;
  /** Quantity × unit price, without VAT. */
  amount: Money;
  status: PlanItemStatus;
  caseId: string | null;
}

/** Amount of a plan item in tenge without VAT: quantity × unit price, to the tiyn. */
export const plannedAmount = (body: Pick<PlanItemBody, 'quantity' | 'unitPrice'>): Money =>
  multiply(body.quantity, body.unitPrice);

export interface LotOffer {
  method: Method;
  purchaseType: 'first' | 'repeat';
  subjectKind: SubjectKind;
  disability: boolean;
}

/**
 * Whether a draft may take this plan item: same method, subject kind and flag; a first purchase takes planned items,
 * a repeat only those whose lot failed under the same method (S1 §1.3.1.1).
 */
export function isOffered(item: PlanItem, draft: LotOffer): boolean {
  return (
    item.method === draft.method &&
    item.subjectKind === draft.subjectKind &&
    item.body.disability === draft.disability &&
    item.status === (draft.purchaseType === 'repeat' ? 'failed' : 'planned')
  );
}
