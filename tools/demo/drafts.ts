import { findCase, insertDraft } from '../../db/cases.ts';
import { transaction, type Tx } from '../../db/client.ts';
import { legalNow } from '../../db/clock.ts';
import { accountsOf, representativeOf } from '../../db/draft-people.ts';
import { writeDraftFile } from '../../db/drafts.ts';
import { findOrganizations } from '../../db/lookups.ts';
import { takePlanItems } from '../../db/plan-items.ts';
import type { Representative } from '../../domain/parties.ts';
import { customersOf, type DraftBody } from '../../domain/procurement/draft/body.ts';
import { fileOfDraft } from '../../domain/procurement/draft/file-of-draft.ts';
import type { PaperMatter } from '../../domain/procurement/draft/payloads.ts';
import type { DocumentRef, ProcurementFile } from '../../domain/procurement/file.ts';
import type { DemoAnnouncement } from './announcements.ts';
import { demoId } from './ids.ts';
import { draftPapers } from './papers.ts';
import { personCalled } from './people.ts';
import { draftBody } from './wizard.ts';
import type { World } from './world.ts';

export const caseIdOf = ({ key }: Pick<DemoAnnouncement, 'key'>): string => demoId('case', key);

interface Draft {
  id: string;
  number: string;
  body: DraftBody;
}

/** Organizations and people of the draft, as the portal has them. */
async function partiesOf(tx: Tx, body: DraftBody) {
  const { userId, iin, name, bin } = personCalled('organizer');
  const bins = customersOf(body);
  const found = await findOrganizations(tx, [bin, ...bins]);
  const called = (wanted: string) => found.find((each) => each.bin === wanted)!;
  const representatives: (Representative & { customer: string })[] = [];
  const signatories: Record<string, Representative> = {};
  for (const customer of bins) {
    const representative = await representativeOf(
      tx,
      body.people.customers[customer]?.representative ?? null,
      customer,
      'customer',
    );
    if (representative) representatives.push({ ...representative, customer });
    const signatory = await representativeOf(tx, body.contract.signatories[customer] ?? null, customer, 'customer');
    if (signatory) signatories[customer] = signatory;
  }
  return {
    creator: { userId, iin, name, bin },
    organizer: called(bin),
    customers: bins.map(called),
    signatories,
    people: {
      organizerRepresentative: await representativeOf(tx, body.people.organizerRepresentative, bin, 'organizer'),
      customerRepresentatives: representatives,
    },
  };
}

async function fileOf(world: World, tx: Tx, draft: Draft, documents: DocumentRef[]): Promise<ProcurementFile> {
  return fileOfDraft({ ...draft, ...(await partiesOf(tx, draft.body)), documents, calendar: world.calendar });
}

async function createDraft(world: World, of: DemoAnnouncement): Promise<Draft> {
  const { userId } = personCalled('organizer');
  return transaction(world.services.db, async (tx) => {
    const { rows } = await tx.query<{ number: string }>(`select nextval('announcement_number')::text || '-1' as number`);
    const now = await legalNow(tx);
    const draft: Draft = { id: caseIdOf(of), number: rows[0]!.number, body: draftBody(world, of, now.ms) };
    const file = await fileOf(world, tx, draft, []);
    await insertDraft(tx, file);
    await tx.query('insert into draft (case_id, version, body, saved_by, saved_at) values ($1, 1, $2, $3, $4)', [
      draft.id,
      JSON.stringify(draft.body),
      userId,
      now.text,
    ]);
    await takePlanItems(
      tx,
      draft.id,
      draft.body.lots.map((lot) => lot.planItemId),
      'first',
    );
    await writeDraftFile(tx, file);
    return draft;
  });
}

async function storedDraft({ services: { db } }: World, id: string): Promise<Draft | undefined> {
  const { rows } = await db.pool.query<Draft>(
    'select c.id, c.number, d.body from procurement_case c join draft d on d.case_id = c.id where c.id = $1',
    [id],
  );
  return rows[0];
}

/** Begins the draft unless it was begun before: its number, its lots out of the plan. */
export const beginDraft = async (world: World, of: DemoAnnouncement): Promise<Draft> =>
  (await storedDraft(world, caseIdOf(of))) ?? createDraft(world, of);

/** The announcement as a draft of the wizard; complete ones with all their papers printed and signed. Returns its number. */
export async function laidDraft(world: World, of: DemoAnnouncement): Promise<string> {
  const { db } = world.services;
  const draft = await beginDraft(world, of);
  const stored = await findCase(db.pool, draft.number);
  if (!of.window || stored?.status !== 'draft') return draft.number;
  const documents = await draftPapers(world, draft, await matterOf(world, draft));
  await transaction(db, async (tx) => writeDraftFile(tx, await fileOf(world, tx, draft, documents)));
  return draft.number;
}

async function matterOf({ services, calendar }: World, { number, body }: Draft): Promise<PaperMatter> {
  const { db, settings } = services;
  const { name, position } = personCalled('organizer');
  const { organizer, customers, signatories } = await partiesOf(db.pool, body);
  return {
    ...{ number, body, organizer, customers, signatories, calendar },
    signer: { name, position },
    accounts: await accountsOf(db.pool, customersOf(body)),
    now: (await legalNow(db.pool)).ms,
    baseUrl: settings.baseUrl,
    version: 1,
  };
}
