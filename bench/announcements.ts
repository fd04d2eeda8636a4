import { randomUUID } from 'node:crypto';
import { sendCommand } from '../api/commands.ts';
import { findCase, insertDraft } from '../db/cases.ts';
import { findOrganizations } from '../db/lookups.ts';
import { addPlanItem } from '../db/plan-items.ts';
import { transaction } from '../db/client.ts';
import { type DocumentRef, type Lot, BEFORE_PUBLICATION, type ProcurementFile } from '../domain/procurement/file.ts';
import { actorCalled, personCalled } from '../tools/demo/people.ts';
import { planItem } from '../tools/demo/registers.ts';
import { inParallel } from './measure.ts';
import { smallPdf, storePaper } from './papers.ts';
import type { Portal } from './portal.ts';

export interface Wanted {
  count: number;
  /** Lots of each, 1 to 200. */
  lots: number;
  /** Instants, ms. */
  window: { opensAt: number; closesAt: number };
}

/** Lines of the seeded plan that are goods. */
const GOODS = [1, 2, 3, 4, 5, 8, 16, 18, 22, 25, 28, 29] as const;

/** As many as the engine may start at once without keeping publishers waiting for their keys. */
const AT_ONCE = 8;

/** Publishes announcements through their running cases, as the portal does; returns their numbers. */
export async function publishMany(portal: Portal, wanted: Wanted): Promise<string[]> {
  const numbers: string[] = [];
  await inParallel(AT_ONCE, wanted.count, async () => {
    const file = await storeDraft(portal, wanted);
    const request = {
      number: file.number,
      action: 'publish',
      actor: actorCalled('organizer'),
      commandId: randomUUID(),
      input: {},
    };
    const answer = await sendCommand(portal.services, request);
    const outcome = answer.kind === 'waiting' ? await portal.services.waiters.wait(answer.commandId, 60_000) : null;
    const accepted = answer.kind === 'decided' ? answer.outcome.accepted : outcome?.accepted;
    if (!accepted) throw new Error(`${file.number} is not published: ${JSON.stringify(answer).slice(0, 500)}`);
    numbers.push(file.number);
  });
  return numbers.sort();
}

/** A complete draft as the wizard leaves it, except that its papers are uploads instead of printed forms. */
async function storeDraft({ services: { db, files } }: Portal, wanted: Wanted): Promise<ProcurementFile> {
  const id = randomUUID();
  const lots = Array.from({ length: wanted.lots }, (_, index) => lotOf(index));
  const representative = personCalled('representative');
  const { userId, iin, name, bin } = personCalled('organizer');
  const organizer = (await findOrganizations(db.pool, [bin]))[0]!;
  const { rows } = await db.pool.query<{ n: string }>(`select nextval('announcement_number') as n`);
  const { login: _login, roles: _roles, ...organizerRepresentative } = representative;
  const draft: ProcurementFile = {
    ...{
      id,
      kind: 'procurement',
      number: `${rows[0]!.n}-1`,
      status: 'draft',
      seq: 0,
      deadlines: [],
      suspension: null,
      derivations: {},
    },
    ...{ method: 'price-quotations', sheet: '', purchaseType: 'first', subjectKind: 'goods' },
    name: { kk: 'Кеңсе тауарлары', ru: 'Канцелярские товары' },
    flags: { disability: false, singleOrganizer: false },
    ...{ organizer, customers: [organizer], creator: { userId, iin, name, bin } },
    ...{ organizerRepresentative, customerRepresentatives: [], lots, window: wanted.window },
    documents: [],
    ...BEFORE_PUBLICATION,
  };
  return transaction(db, async (tx) => {
    await insertDraft(tx, draft);
    const documents: DocumentRef[] = [];
    for (const paper of [...lots.map(({ number }) => paperOf('specification', number)), paperOf('contract-draft')])
      documents.push(await storePaper({ tx, files }, { caseId: id, paper, bytes: smallPdf(paper.kind) }));
    const file = { ...draft, documents };
    await tx.query('update procurement_case set file = $2 where id = $1', [id, JSON.stringify(file)]);
    for (const [index, lot] of lots.entries()) {
      await addPlanItem(tx, { ...lineOf(index), id: lot.planItemId, customer: bin });
      await tx.query(`update plan_item set status = 'lot-draft', case_id = $2 where id = $1`, [lot.planItemId, id]);
    }
    return file;
  });
}

const lineOf = (index: number) => planItem(GOODS[index % GOODS.length]!);

function lotOf(index: number): Lot {
  const { body, amount } = lineOf(index);
  const { name, description, catalogueCode, quantity, unit, unitPrice, term, place } = body;
  return {
    ...{
      number: String(index + 1),
      planItemId: randomUUID(),
      name,
      description,
      catalogueCode,
      quantity,
      unit,
      unitPrice,
      amount,
    },
    ...{ customer: personCalled('organizer').bin, term, delivery: { incoterms: 'DDP', place }, status: 'lot-draft' },
  };
}

const paperOf = (kind: DocumentRef['kind'], lot?: string) => ({
  ...{ kind, name: `${kind}.pdf` },
  ...(lot === undefined ? {} : { lot }),
});

/** The stored file of a published announcement. */
export async function fileCalled({ services }: Portal, number: string): Promise<ProcurementFile> {
  const file = await findCase(services.db.pool, number);
  if (!file) throw new Error(`no announcement ${number}`);
  return file;
}
