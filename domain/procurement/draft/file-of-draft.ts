import type { WorkingCalendar } from '../../calendar.ts';
import type { Organization, Person, Representative } from '../../parties.ts';
import { type DocumentRef, type Lot, BEFORE_PUBLICATION, type ProcurementFile } from '../file.ts';
import type { DraftBody, DraftLot } from './body.ts';
import { readMoment } from './moments.ts';

/** What a draft's file is made of, beside what was typed. */
export interface DraftMatter {
  id: string;
  number: string;
  body: DraftBody;
  organizer: Organization;
  customers: Organization[];
  creator: Person;
  people: {
    organizerRepresentative: Representative | null;
    customerRepresentatives: (Representative & { customer: string })[];
  };
  /** Documents that are signed: only they are part of an announcement. */
  documents: DocumentRef[];
  calendar: WorkingCalendar;
}

/** The lot as it will be published; delivery terms belong to goods (S1 §1.3.1.1). */
function lotOf({ number, planItemId, customer, amount, item, delivery }: DraftLot, goods: boolean): Lot {
  const { name, description, catalogueCode, quantity, unit, unitPrice, term } = item;
  return {
    ...{ number, planItemId, name, description, catalogueCode, quantity, unit, unitPrice, amount, customer, term },
    delivery: goods && delivery.incoterms ? delivery : null,
    status: 'lot-draft',
  };
}

/** The case file of a draft: what the rules judge and what publication starts with. */
export function fileOfDraft({
  id,
  number,
  body,
  organizer,
  customers,
  creator,
  people,
  documents,
  calendar,
}: DraftMatter): ProcurementFile {
  const { head, lots, window } = body;
  const [opens, closes] = [readMoment(window.opens, calendar), readMoment(window.closes, calendar)];
  return {
    id,
    kind: 'procurement',
    number,
    status: 'draft',
    seq: 0,
    deadlines: [],
    suspension: null,
    derivations: {},
    method: head.method,
    sheet: '',
    purchaseType: head.purchaseType,
    subjectKind: head.subjectKind,
    name: head.name,
    flags: { disability: head.disability, singleOrganizer: head.singleOrganizer },
    organizer,
    customers,
    creator,
    ...people,
    lots: lots.map((lot) => lotOf(lot, head.subjectKind === 'goods')),
    documents,
    window: opens.ok && closes.ok ? { opensAt: opens.at, closesAt: closes.at } : null,
    ...BEFORE_PUBLICATION,
  };
}
