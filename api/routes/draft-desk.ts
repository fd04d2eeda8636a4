import type { Request } from 'express';
import { legalNow } from '../../db/clock.ts';
import { documentsOf, type DocumentRow } from '../../db/documents.ts';
import { accountsOf, representativeOf } from '../../db/draft-people.ts';
import { findDraft, type FileMaker, type StoredDraft } from '../../db/drafts.ts';
import { currentCalendar, findOrganizations, takenPlanItems } from '../../db/lookups.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkingCalendar } from '../../domain/calendar.ts';
import type { Actor, Organization, Representative, Text } from '../../domain/parties.ts';
import type { ProcurementPayload } from '../../domain/procurement/documents.ts';
import {
  customersOf,
  type DraftBody,
  type DraftFault,
  draftFaults,
  fileOfDraft,
  type Paper,
  type PaperMatter,
  type PaperState,
  payloadOf,
  signedRefs,
  type StoredPaper,
} from '../../domain/procurement/draft.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { PageProblem } from '../page-problem.ts';
import type { Services } from '../services.ts';
import { theActor } from '../session.ts';

/** A draft with everything its pages look at. */
export interface Desk {
  draft: StoredDraft;
  file: ProcurementFile;
  papers: StoredPaper[];
  faults: DraftFault[];
  calendar: WorkingCalendar;
  /** Legal time, ms. */
  now: number;
  actor: Actor;
  /** Only the author approves, signs and publishes; colleagues of the organizer may fill in. */
  isAuthor: boolean;
  customers: Organization[];
  /** What a paper says now, if the person signs it; null while something is missing. */
  payload: (paper: Paper, version?: number) => ProcurementPayload | null;
}

const STATES: readonly PaperState[] = ['to-print', 'approved', 'uploaded', 'signed'];

/** A stored document as the rules of a draft see it. */
const storedPaper = (row: DocumentRow): StoredPaper[] => {
  const state = STATES.find((each) => each === row.state);
  const kind = (['specification', 'contract-draft', 'lot-list'] as const).find((each) => each === row.kind);
  if (!state || !kind) return [];
  const { id, lot, name, sha256 } = row;
  return [{ id, kind, lot, name, sha256, state, payload: row.payload as ProcurementPayload | null }];
};

async function papersOfCase(tx: Tx, caseId: string): Promise<StoredPaper[]> {
  return (await documentsOf(tx, caseId)).flatMap(storedPaper);
}

/** Organizations in the order in which the draft names them. */
async function customersIn(tx: Tx, body: DraftBody): Promise<Organization[]> {
  const bins = customersOf(body);
  const found = await findOrganizations(tx, bins);
  return bins.flatMap((bin) => found.find((each) => each.bin === bin) ?? []);
}

async function peopleIn(tx: Tx, body: DraftBody, organizerBin: string) {
  const { people } = body;
  const organizerRepresentative = await representativeOf(tx, people.organizerRepresentative, organizerBin, 'organizer');
  const found: (Representative & { customer: string })[] = [];
  for (const customer of customersOf(body)) {
    const person = await representativeOf(tx, people.customers[customer]?.representative ?? null, customer, 'customer');
    if (person) found.push({ ...person, customer });
  }
  return { organizerRepresentative, customerRepresentatives: found };
}

/** The case file of a draft, made from what is stored now. */
export const makeDraftFile: FileMaker = async (tx, { id, number, body, creator }) => {
  const [organizer] = await findOrganizations(tx, [creator.bin]);
  if (!organizer) throw new Error(`no organization ${creator.bin}`);
  const customers = await customersIn(tx, body);
  const people = await peopleIn(tx, body, creator.bin);
  const documents = signedRefs(await papersOfCase(tx, id));
  return fileOfDraft({ id, number, body, organizer, customers, creator, people, documents, calendar: await currentCalendar(tx) });
};

/** Who signs each customer's contract; absent where nobody fit was chosen. */
async function signatoriesIn(tx: Tx, body: DraftBody): Promise<Record<string, Representative>> {
  const found: Record<string, Representative> = {};
  for (const customer of customersOf(body)) {
    const person = await representativeOf(tx, body.contract.signatories[customer] ?? null, customer, 'customer');
    if (person) found[customer] = person;
  }
  return found;
}

/** Opens a draft of the person's own organization. @throws PageProblem `not-found` when there is none: another's draft is not told from none */
export async function openDesk(services: Services, req: Request): Promise<Desk> {
  const draft = await findDraft(services.db.pool, String(req.params['number']));
  if (draft?.organizerBin !== theActor(req).bin) throw new PageProblem('not-found');
  return draftDesk(services, req, draft);
}

/** Everything about a draft that its pages look at, as of now. */
export async function draftDesk({ db, settings }: Services, req: Request, draft: StoredDraft): Promise<Desk> {
  const actor = theActor(req);
  const { id, number, body } = draft;
  const calendar = await currentCalendar(db.pool);
  const file = await makeDraftFile(db.pool, draft);
  const papers = await papersOfCase(db.pool, id);
  const now = (await legalNow(db.pool)).ms;
  const signatories = await signatoriesIn(db.pool, body);
  const accounts = await accountsOf(db.pool, customersOf(body));
  const { organizer, customers } = file;
  const matter: Omit<PaperMatter, 'version'> = {
    ...{ number, body, organizer, customers, signatories, accounts, calendar, now },
    signer: { name: actor.name, position: positionOf(req) },
    baseUrl: settings.baseUrl,
  };
  const payload: Desk['payload'] = (paper, version = 1) => payloadOf({ ...matter, version }, paper);
  const taken = await takenPlanItems(
    db.pool,
    id,
    body.lots.map((lot) => lot.planItemId),
  );
  const faults = draftFaults({ body, file, papers, payloads: payload, calendar, now, takenPlanItems: taken });
  return {
    draft,
    file,
    papers,
    faults,
    calendar,
    now,
    actor,
    isAuthor: file.creator.userId === actor.userId,
    customers,
    payload,
  };
}

const positionOf = (req: Request): Text => req.person?.position ?? { kk: '', ru: '' };
