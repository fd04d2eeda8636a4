import type { Money } from '../../money.ts';
import type { Text } from '../../parties.ts';
import type { ContractKind } from '../documents/annexes.ts';
import type { Method, SubjectKind } from '../file.ts';
import type { PlanItem, PlanItemBody } from './plan-item.ts';

/** Steps of the wizard in the order of the task list (S1 §1.3.1). */
export const DRAFT_STEPS = ['head', 'lots', 'delivery', 'specification', 'contract', 'people', 'dates'] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];

/** A moment as typed in a form, complete or not: incomplete work is saved. */
export interface TypedMoment {
  day: string;
  month: string;
  year: string;
  time: string;
}

export interface DraftHead {
  method: Method;
  purchaseType: 'first' | 'repeat';
  subjectKind: SubjectKind;
  name: Text;
  disability: boolean;
  singleOrganizer: boolean;
}

/** Form of П2 for goods; empty text where nothing is said. */
export interface SpecificationForm {
  characteristics: Text;
  standards: Text;
  relatedServices: Text;
  winnerConditions: Text;
  /** Months as typed; empty for none. */
  warrantyMonths: string;
}

export interface DraftLot {
  number: string;
  planItemId: string;
  customer: string;
  amount: Money;
  item: PlanItemBody;
  delivery: { incoterms: string; place: Text };
  specification: SpecificationForm;
}

/** Form of the draft contract (S1 §1.3.1.3); `clauses` are added to the template. */
export interface ContractForm {
  kind: ContractKind | null;
  region: Text;
  subject: Text;
  expenditureCode: string;
  paymentTerms: Text;
  /** Per cent of the contract's amount as typed; empty for none. */
  securityPercent: string;
  term: Text;
  warrantyMonths: string;
  basis: Text;
  /** Who signs for each customer: BIN → user. */
  signatories: Record<string, string>;
  clauses: Text[];
}

export interface CustomerPeople {
  representative: string | null;
  approver: string | null;
  orderNumber: string;
  orderDate: TypedMoment;
  iban: string;
}

export interface DraftPeople {
  organizerRepresentative: string | null;
  organizerIban: string;
  /** With the single-organizer flag the order stands here, otherwise with each customer (spec 01, step 4). */
  organizerOrder: Pick<CustomerPeople, 'approver' | 'orderNumber' | 'orderDate'>;
  customers: Record<string, CustomerPeople>;
}

/** Who saved a step last; `version` guards against stale saves of that step. */
export interface StepMark {
  version: number;
  by: Text;
  at: number;
}

/** A draft announcement while the wizard is filled in: everything as far as it goes. */
export interface DraftBody {
  head: DraftHead;
  lots: DraftLot[];
  contract: ContractForm;
  people: DraftPeople;
  window: { opens: TypedMoment; closes: TypedMoment };
  saved: Record<string, StepMark>;
}

const NO_TEXT: Text = { kk: '', ru: '' };
export const NO_MOMENT: TypedMoment = { day: '', month: '', year: '', time: '' };
export const NO_CUSTOMER_PEOPLE: CustomerPeople = {
  representative: null,
  approver: null,
  orderNumber: '',
  orderDate: NO_MOMENT,
  iban: '',
};

const CONTRACT_KIND: Record<SubjectKind, ContractKind | null> = { goods: 'goods', services: 'services', works: null };

/** A draft right after its head was filled in. */
export function newDraft(head: DraftHead): DraftBody {
  return {
    head,
    lots: [],
    contract: {
      kind: CONTRACT_KIND[head.subjectKind],
      region: NO_TEXT,
      subject: head.name,
      expenditureCode: '',
      paymentTerms: NO_TEXT,
      securityPercent: '',
      term: NO_TEXT,
      warrantyMonths: '',
      basis: { kk: 'Ереже', ru: 'Положение' },
      signatories: {},
      clauses: [],
    },
    people: {
      organizerRepresentative: null,
      organizerIban: '',
      organizerOrder: { approver: null, orderNumber: '', orderDate: NO_MOMENT },
      customers: {},
    },
    window: { opens: { ...NO_MOMENT, time: '09:00' }, closes: { ...NO_MOMENT, time: '18:00' } },
    saved: {},
  };
}

const NO_SPECIFICATION: SpecificationForm = {
  characteristics: NO_TEXT,
  standards: NO_TEXT,
  relatedServices: NO_TEXT,
  winnerConditions: NO_TEXT,
  warrantyMonths: '',
};

/** Adds lots made from plan items; numbers go on from the highest, so that a signed document keeps its lot. */
export function withLots(body: DraftBody, items: readonly PlanItem[]): DraftBody {
  const present = new Set(body.lots.map((lot) => lot.planItemId));
  let last = Math.max(0, ...body.lots.map((lot) => Number(lot.number)));
  const added = items
    .filter((item) => !present.has(item.id))
    .map((item): DraftLot => ({
      number: String((last += 1)),
      planItemId: item.id,
      customer: item.customer,
      amount: item.amount,
      item: item.body,
      delivery: { incoterms: '', place: item.body.place },
      specification: NO_SPECIFICATION,
    }));
  return { ...body, lots: [...body.lots, ...added] };
}

export const withoutLots = (body: DraftBody, numbers: readonly string[]): DraftBody => ({
  ...body,
  lots: body.lots.filter((lot) => !numbers.includes(lot.number)),
});

/** BINs of the customers whose lots stand in the draft, in the order of the lots. */
export const customersOf = (body: Pick<DraftBody, 'lots'>): string[] => [...new Set(body.lots.map((lot) => lot.customer))];
