import type { CaseFile } from '../case.ts';
import type { Money } from '../money.ts';
import type { Organization, Person, Representative, Text } from '../parties.ts';
import type { Consideration, Declined, OpenedApplication, Opening, Origin, Successor } from './application.ts';
import type { LotStatus, ProcurementStatus, ShownStatus } from './statuses.ts';

export const METHODS = ['price-quotations', 'single-source'] as const;
export type Method = (typeof METHODS)[number];

export const SUBJECT_KINDS = ['goods', 'works', 'services'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Grounds "не состоялась" (spec 17 §5.1): of a request for quotations the first that fits wins; the last three are of a single source. */
export const FAILURE_GROUNDS = [
  'none-submitted',
  'one-submitted',
  'none-admitted',
  'one-admitted',
  'supplier-declined',
  'supplier-silent',
  'supplier-rejected',
] as const;
export type FailureGround = (typeof FAILURE_GROUNDS)[number];

export interface DeliveryTerms {
  incoterms: string;
  place: Text;
}

/** An offer for a lot that takes part in the ranking. `order` = place by time of receipt, fixed at the opening; 1 of a single source. */
export interface RankedOffer {
  order: number;
  supplier: string;
  price: Money;
  receivedAt: string;
}

export type LotDecision =
  | { outcome: 'held'; winner: RankedOffer; second: RankedOffer | null }
  | { outcome: 'failed'; ground: FailureGround; singleSource?: 'due' | 'restricted-supplier' };

export interface Lot {
  number: string;
  planItemId: string;
  name: Text;
  description: Text;
  catalogueCode: string;
  quantity: string;
  /** Unit of measure: code of the classifier and its names. */
  unit: Text & { code: string };
  unitPrice: Money;
  amount: Money;
  customer: string;
  term: Text;
  delivery: DeliveryTerms | null;
  status: LotStatus;
  decision?: LotDecision;
  /** Index into `acts` (cancelled) or `refusals` (refused by the customer). */
  endedBy?: number;
}

/** Form of a decision of an authority that cancels, suspends or resumes (S1 §1.3.3); all fields are required. */
export interface ActOfAuthority {
  number: string;
  /** 'YYYY-MM-DD'. */
  date: string;
  kind: 'decision' | 'ruling' | 'representation' | 'notice' | 'order';
  bodyKind: 'court' | 'prosecutor' | 'financial-control';
  body: string;
  scan: { documentId: string; sha256: string; name: string };
}

export interface RecordedAct extends ActOfAuthority {
  action: 'cancel' | 'suspend' | 'resume';
  at: number;
  by: Person;
  lots: string[];
}

/** The customer gives up the procurement, whole or by lot (Отказ от закупки). */
export interface RecordedRefusal {
  at: number;
  by: Person;
  customer: string;
  lots: string[];
  ground: string;
}

/** One supplier's quotation after the opening: a price per lot, or the reason it could not be read. */
export interface OpenedQuotation {
  order: number;
  supplier: Pick<Organization, 'bin' | 'name'>;
  receivedAt: string;
  receipt: string;
  prices: { lot: string; price: Money }[];
  unreadable?: string;
}

/** A supplier under restrictions on participation («статья 6»), as found by the register check at the opening. */
export interface Restriction {
  supplier: string;
  article: string;
  subParagraph?: string;
  /** In words, as the register states it. */
  ground: Text;
  register: Text;
  entry: string;
  checkedAt: number;
}

/** Public halves of the keys to which quotations are sealed; the announcement that the organizer signs carries them. */
export interface IntakeKeys {
  windowId: string;
  generation: number;
  price: { key: string; publicKey: string };
  documents: { key: string; publicKey: string };
}

/** A generation of the window whose key was declared lost: what was sealed to it is never read (ADR 0021). */
export interface LostKey {
  windowId: string;
  generation: number;
  at: number;
  reason: string;
  by: Person;
}

export interface DocumentRef {
  id: string;
  kind: 'specification' | 'contract-draft' | 'lot-list' | 'attachment';
  lot?: string;
  name: string;
  sha256: string;
}

/**
 * A protocol: due as soon as a decision calls for it, then printed. Under the portal's seal it is published at once; one that a
 * person signs is `formed` (its bytes are fixed), `signed`, and then published.
 */
export interface ProtocolVersion {
  type: 'results';
  version: number;
  state: 'due' | 'formed' | 'signed' | 'published';
  validity: 'valid' | 'not-valid';
  reason: 'results' | 'all-lots-cancelled' | 'lots-cancelled' | 'lots-refused';
  dueAt: number;
  documentId?: string;
  sha256?: string;
  payloadSha256?: string;
  /** The representative's signature over the stored bytes; a version under the portal's seal has none. */
  signed?: { signatureId: string; by: Person; at: number };
  publishedAt?: number;
}

export interface ProcurementFile extends CaseFile {
  kind: 'procurement';
  status: ProcurementStatus;
  method: Method;
  /** Day from which the rule sheet is in force; set at publication, kept to the end. */
  sheet: string;
  purchaseType: 'first' | 'repeat';
  subjectKind: SubjectKind;
  name: Text;
  flags: { disability: boolean; singleOrganizer: boolean };
  organizer: Organization;
  customers: Organization[];
  creator: Person;
  organizerRepresentative: Representative | null;
  customerRepresentatives: (Representative & { customer: string })[];
  lots: Lot[];
  documents: DocumentRef[];
  /** Window in which offers are taken, ms: as asked for in the draft or counted at publication, and moved when the procurement is resumed. */
  window: { opensAt: number; closesAt: number } | null;
  publishedAt: number | null;
  intake: IntakeKeys | null;
  /** Void generations, oldest first; absent while no key was lost. */
  lostKeys?: LostKey[];
  quotations: OpenedQuotation[] | null;
  restrictions: Restriction[];
  /** The failed procurement that a single source follows; null for any other. */
  origin: Origin | null;
  /** On a failed procurement: those that took up its lots (S1 §1.7.1). Absent in files from before that. */
  successors?: Successor[];
  /** Single source: whom the announcement invites. */
  invited: Organization | null;
  /** Window of the applications closed, by hand or at its end; the status changes only with the opening. */
  applicationClosedAt: number | null;
  /** The creator that closed the window by hand (S1 §1.7.3). */
  openingOrderedBy: Person | null;
  opening: Opening | null;
  application: OpenedApplication | null;
  declined: Declined | null;
  consideration: Consideration | null;
  /** Users replaced while they decided: they may not decide again in this procurement (S1 §1.7.8, spec 01). */
  excludedRepresentatives: string[];
  acts: RecordedAct[];
  refusals: RecordedRefusal[];
  protocols: ProtocolVersion[];
}

export const shownStatus = (file: Pick<ProcurementFile, 'status' | 'suspension'>): ShownStatus =>
  file.suspension ? 'suspended' : file.status;

/** The window is ahead or open: offers may still come in. */
export const isTakingOffers = ({
  status,
  applicationClosedAt,
}: Pick<ProcurementFile, 'status' | 'applicationClosedAt'>): boolean =>
  status === 'published' || status === 'taking-quotations' || (status === 'taking-applications' && applicationClosedAt === null);

/** The window of a single source is closed and what lies in it is not opened yet (S1 §1.7.3). */
export const awaitsOpening = ({
  status,
  applicationClosedAt,
}: Pick<ProcurementFile, 'status' | 'applicationClosedAt'>): boolean =>
  status === 'taking-applications' && applicationClosedAt !== null;

/** The window of a request is closed and its quotations are not compared yet (S1 §1.3.2). */
export const awaitsComparison = ({
  status,
  quotations,
  intake,
}: Pick<ProcurementFile, 'status' | 'quotations' | 'intake'>): boolean =>
  status === 'forming-results-protocol' && !quotations && Boolean(intake);

/** What was opened, by place of receipt: quotations, or the one application of a single source. Nothing before the opening. */
export const openedOffers = ({
  quotations,
  application,
}: Pick<ProcurementFile, 'quotations' | 'application'>): OpenedQuotation[] =>
  application ? [{ order: 1, ...application }] : (quotations ?? []);

/** A lot that still takes part: neither cancelled nor refused. */
export const isLive = (lot: Lot): boolean => lot.status !== 'cancelled' && lot.status !== 'refused';

export const liveLots = (file: Pick<ProcurementFile, 'lots'>): Lot[] => file.lots.filter(isLive);

export const dueProtocol = (file: Pick<ProcurementFile, 'protocols'>): ProtocolVersion | undefined =>
  file.protocols.find((protocol) => protocol.state === 'due');

/**
 * What a procurement says before it is published: nothing has happened yet. Of what a single source holds, a request for quotations
 * never says more than this, but for `successors`.
 */
export const BEFORE_PUBLICATION = {
  publishedAt: null,
  intake: null,
  quotations: null,
  restrictions: [],
  acts: [],
  refusals: [],
  protocols: [],
  origin: null,
  successors: [],
  invited: null,
  applicationClosedAt: null,
  openingOrderedBy: null,
  opening: null,
  application: null,
  declined: null,
  consideration: null,
  excludedRepresentatives: [],
} satisfies Partial<ProcurementFile>;

/** Nothing can happen any more: cancelled, and its protocol published. */
export const isOver = (file: Pick<ProcurementFile, 'status' | 'protocols'>): boolean =>
  file.status === 'cancelled' && !dueProtocol(file);
