import type { Money } from '../../money.ts';
import type { Text } from '../../parties.ts';
import type { CommonPayload, DocumentParty, LotCard } from './common.ts';

export interface DumpingAttributes {
  applies: boolean;
  work: Text;
  base: Money;
  experienceYears: number;
}

export interface PlannedLot extends LotCard {
  description: Text;
  delivery: { incoterms: string; place: Text } | null;
  term: Text;
  place: Text;
  /** Advance payment, per cent of the lot's amount, '0' to '100'. */
  advance: string;
  dumping?: DumpingAttributes;
}

/** П1, list of lots. */
export interface LotListPayload extends CommonPayload {
  type: 'lot-list';
  lots: PlannedLot[];
}

/** П2, technical specification of one lot (S1 §1.3.1.2). */
export interface SpecificationPayload extends CommonPayload {
  type: 'specification';
  lot: PlannedLot;
  standards: Text | null;
  warrantyMonths: number | null;
  characteristics: Text;
  relatedServices: Text | null;
  winnerConditions: Text | null;
}

export const CONTRACT_KINDS = ['goods', 'services', 'works-construction', 'works-other'] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

export interface ContractParty extends DocumentParty {
  signatory: { name: Text; position: Text; basis: Text };
  bank: { iban: string; bik: string; name: Text };
  phone: string;
}

/** ПДГ, draft contract (S1 §1.3.1.3): `null` = filled at the conclusion, printed as a line to fill. */
export interface ContractDraftPayload extends CommonPayload {
  type: 'contract-draft';
  contractKind: ContractKind;
  region: Text;
  contract: { number: string | null; date: string | null };
  customer: ContractParty;
  supplier: ContractParty | null;
  results: { number: string; date: string } | null;
  subject: Text;
  lots: LotCard[];
  expenditureCode: string;
  amount: Money | null;
  vatIncluded: boolean;
  paymentTerms: Text;
  security: { percent: string } | null;
  term: Text;
  warrantyMonths: number | null;
  clauses: Text[];
  annexes: string[];
}
