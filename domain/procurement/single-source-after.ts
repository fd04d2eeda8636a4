import { sum } from '../money.ts';
import type { Organization, Representative } from '../parties.ts';
import { documentId, documentInstant, type LotListPayload } from './documents.ts';
import { type DocumentRef, isLive, type Lot, BEFORE_PUBLICATION, type ProcurementFile } from './file.ts';

/** Lots that one supplier alone offered for; `lots` by their numbers in the failed procurement. */
export interface DueSingleSource {
  supplier: string;
  lots: string[];
}

const offeredFor = (file: ProcurementFile, lot: Lot) =>
  (file.quotations ?? []).find((quotation) => quotation.prices.some((entry) => entry.lot === lot.number));

/** Lots that failed after one quotation whose supplier is not rejected under restrictions, and that nothing follows yet (S1 §1.7.1); one group per supplier. */
export function dueSingleSources(file: ProcurementFile): DueSingleSource[] {
  const followed = new Set((file.successors ?? []).flatMap((successor) => successor.lots));
  const groups = new Map<string, string[]>();
  for (const lot of file.lots) {
    const { decision } = lot;
    const due = decision?.outcome === 'failed' && decision.ground === 'one-submitted' && decision.singleSource === 'due';
    const supplier = offeredFor(file, lot)?.supplier.bin;
    if (!due || !supplier || !isLive(lot) || followed.has(lot.number)) continue;
    groups.set(supplier, [...(groups.get(supplier) ?? []), lot.number]);
  }
  return [...groups].map(([supplier, lots]) => ({ supplier, lots }));
}

/** What the portal adds to what the failed announcement says. */
export interface SingleSourceMatter {
  id: string;
  /** Announcement number, `1000007-1`. */
  number: string;
  invited: Organization;
  /** Numbers of the lots in the failed announcement; they keep them, as their specifications do. */
  lots: string[];
  /** Creator of the failed announcement, with contacts: the organizer's representative of this one. */
  creator: Representative;
  /** Specifications and draft contracts copied from the failed announcement. */
  documents: DocumentRef[];
}

/**
 * The announcement that the portal makes after a request for quotations with exactly one quotation (S1 §1.7.1): head, lots and
 * documents of the failed one, the invited supplier, contacts of its creator. The customer's contact is filled only where the
 * organizer buys for itself. The window is counted at publication.
 */
export function singleSourceAfter(failed: ProcurementFile, matter: SingleSourceMatter): ProcurementFile {
  const { id, number, invited, creator, documents } = matter;
  const lots = failed.lots.filter((lot) => matter.lots.includes(lot.number));
  const customers = failed.customers.filter((customer) => lots.some((lot) => lot.customer === customer.bin));
  const buysForItself = customers.some((customer) => customer.bin === failed.organizer.bin);
  const { userId, iin, name, bin } = creator;
  return {
    id,
    kind: 'procurement',
    number,
    status: 'draft',
    seq: 0,
    deadlines: [],
    suspension: null,
    method: 'single-source',
    sheet: '',
    purchaseType: failed.purchaseType,
    subjectKind: failed.subjectKind,
    name: failed.name,
    flags: failed.flags,
    organizer: failed.organizer,
    customers,
    creator: { userId, iin, name, bin },
    organizerRepresentative: creator,
    customerRepresentatives: buysForItself ? [{ ...creator, customer: failed.organizer.bin }] : [],
    lots: lots.map(({ decision: _decision, endedBy: _endedBy, ...lot }) => ({ ...lot, status: 'lot-draft' })),
    documents,
    window: null,
    ...BEFORE_PUBLICATION,
    origin: {
      number: failed.number,
      caseId: failed.id,
      method: 'price-quotations',
      ground: 'one-submitted',
      lots: Object.fromEntries(lots.map((lot) => [lot.number, lot.number])),
    },
    invited,
    derivations: {},
  };
}

/** Перечень лотов of the single source, made from that of the failed announcement (S1 §1.7.1). `formedAt` in ms. */
export function lotListAfter(
  before: LotListPayload,
  file: ProcurementFile,
  made: { formedAt: number; sheetVersion: string; baseUrl: string },
): LotListPayload {
  const id = documentId(file.number, 'lot-list', 1);
  const { name, method, purchaseType, subjectKind } = file;
  return {
    ...before,
    documentId: id,
    number: file.number,
    version: 1,
    formedAt: documentInstant(made.formedAt),
    announcement: { number: file.number, name, method, purchaseType, subjectKind },
    customers: file.customers.map((customer) => ({ name: customer.name, bin: customer.bin, address: customer.address })),
    windows: [],
    lots: before.lots.filter((lot) => file.lots.some((own) => own.number === lot.number)),
    lotCount: file.lots.length,
    total: sum(file.lots.map((lot) => lot.amount)),
    signers: [],
    sheetVersion: made.sheetVersion,
    verificationAddress: `${made.baseUrl}/verify/${id}`,
  };
}
