import { randomInt, randomUUID } from 'node:crypto';
import { sendCommand } from '../../api/commands.ts';
import { addDocument } from '../../db/documents.ts';
import { transaction, type Tx } from '../../db/client.ts';
import { addWorkingDays, dateOf, instantOf } from '../../domain/calendar.ts';
import { legalNow } from '../../db/clock.ts';
import { currentCalendar } from '../../db/lookups.ts';
import type { ActOfAuthority, DocumentRef, ProcurementFile } from '../../domain/procurement/file.ts';
import type { Visitor } from '../../tools/smoke/visitor.ts';
import { aDraftFile, aLot } from '../support/draft-file.ts';
import { actor, townsperson } from '../support/people.ts';
import { storeDraft } from '../support/stored-draft.ts';
import { aSingleSource } from './single-sources.ts';
import { OFFICIALS, type Official, SELLERS } from './crowd.ts';
import { type Crowd, type Diary, fileOf, handIn, uploadOf } from './people-at-work.ts';
import type { CrowdedPortal } from './crowded-portal.ts';
import { command, persistently, type Told } from './persistence.ts';

/** How many offers a request is to get before its window ends. */
export type Wanted = 'none' | 'one' | 'many';

const AMOUNT = '1000000.00';

/** An official publishes a request with a window of five working days from the next one on. */
async function publishRequest(portal: CrowdedPortal, by: Official, diary: Diary): Promise<ProcurementFile> {
  const { pool } = portal.services.db;
  const draft = await persistently('a draft', async () => {
    const calendar = await currentCalendar(pool);
    const today = dateOf(calendar, (await legalNow(pool)).ms);
    const { roles: _roles, key: _key, ...representative } = townsperson(by);
    const { userId, iin, name, bin } = representative;
    const plain = aDraftFile({
      lots: [1, 2].map((n) => ({ ...aLot(n, { amount: AMOUNT }), planItemId: randomUUID() })),
      customers: ['C1'],
    });
    const window = {
      opensAt: instantOf(calendar, addWorkingDays(calendar, today, 1), '09:00'),
      closesAt: instantOf(calendar, addWorkingDays(calendar, today, 7), '18:00'),
    };
    const file = {
      ...plain,
      id: randomUUID(),
      creator: { userId, iin, name, bin },
      organizerRepresentative: representative,
      window,
    };
    return transaction(portal.services.db, async (tx) => {
      const stored = await storeDraft(tx, { ...file, documents: [] });
      const documents: DocumentRef[] = [];
      for (const paper of plain.documents) documents.push(await storePaper(portal, tx, stored, paper));
      const complete = { ...stored, documents };
      await tx.query('update procurement_case set file = $2 where id = $1', [file.id, JSON.stringify(complete)]);
      return complete;
    });
  });
  diary.told.push(await publish(portal, by, draft.number));
  diary.requests.push(draft.number);
  return fileOf(portal, draft.number);
}

/** Bytes behind a paper of the announcement, as an upload of its creator. */
async function storePaper(portal: CrowdedPortal, tx: Tx, file: ProcurementFile, paper: DocumentRef): Promise<DocumentRef> {
  const bytes = Buffer.from(`%PDF-1.4\n% ${file.number} ${paper.kind} ${paper.lot ?? ''}\n`);
  const stored = { ...paper, id: randomUUID(), sha256: await portal.services.files.put(bytes) };
  await addDocument(tx, { ...uploadOf(file, bytes), ...stored, lot: paper.lot ?? null });
  return stored;
}

/** A draft is published from its wizard: the command is sent as the wizard's page does, until its outcome is told. */
async function publish({ services }: CrowdedPortal, by: Official, number: string): Promise<Told> {
  const commandId = randomUUID();
  const outcome = await persistently(`publication of ${number}`, async () => {
    const answer = await sendCommand(services, {
      number,
      action: 'publish',
      actor: actor(by, 'organizer'),
      commandId,
      input: {},
    });
    if (answer.kind === 'waiting') throw new Error('not decided yet');
    return answer.kind === 'decided' ? answer.outcome : { accepted: false as const, refusal: answer.refusal };
  });
  if (!outcome.accepted) throw new Error(`${number} is not published: ${outcome.refusal.code}`);
  return { commandId, number, action: 'publish', accepted: true };
}

/** A court suspends and lets go on: two commands with a scan, one after the other. */
async function disturb(portal: CrowdedPortal, visitor: Visitor, file: ProcurementFile, diary: Diary): Promise<void> {
  const { db, files } = portal.services;
  const bytes = Buffer.from(`%PDF-1.4\n% ${file.number}\n`);
  const act = await persistently('a scan', async (): Promise<ActOfAuthority> => {
    const scan = { documentId: randomUUID(), sha256: await files.put(bytes), name: 'act.pdf' };
    const { documentId: id, sha256, name } = scan;
    await addDocument(db.pool, { ...uploadOf(file, bytes), id, kind: 'act-scan', lot: null, sha256, name });
    const date = dateOf(await currentCalendar(db.pool), (await legalNow(db.pool)).ms);
    return { number: '7119-26/1', date, kind: 'ruling', bodyKind: 'court', body: 'Суд города Астаны', scan };
  });
  diary.told.push(await command(visitor, file.number, 'suspend', { act }));
  diary.told.push(await command(visitor, file.number, 'resume', { act }));
}

/** Each as many times as drawn, all at once, in the order of nobody. */
const inRandomOrder = <T>(items: readonly T[]): T[] =>
  items
    .map((item) => ({ item, place: randomInt(1_000_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);

/** Legal time left before the windows end when the last offers are handed in, ms. */
const LAST_MOMENTS = 4_000;

/**
 * One day at the portal: officials publish six requests, suppliers hand in, change their minds, some at the very end; a court
 * suspends one; where one supplier alone has offered, a single source follows. Returns when everything has its results.
 */
export async function aBusyDay(portal: CrowdedPortal, crowd: Crowd, diary: Diary): Promise<void> {
  const kinds: Wanted[] = ['none', 'one', 'many', 'one', 'many', 'many'];
  const requests = await Promise.all(
    kinds.map(async (wanted, index) => {
      const by = OFFICIALS[index % OFFICIALS.length]!;
      return { wanted, by, file: await publishRequest(portal, by, diary) };
    }),
  );
  const { opensAt } = requests[0]!.file.window!;
  await portal.goTo(opensAt + 1_000);
  await isTold(portal, requests, 'taking-quotations');
  const offers = requests.flatMap(({ wanted, file }) => {
    if (wanted === 'none') return [];
    const sellers = wanted === 'one' ? [crowd.sellers[randomInt(SELLERS.length)]!] : inRandomOrder(crowd.sellers).slice(0, 8);
    return sellers.map((from) => ({ file, from }));
  });
  const disturbed = requests.at(-1)!;
  await Promise.all([
    ...offers.map(({ file, from }) => handIn(portal, file, from, {}, diary)),
    disturb(portal, crowd.officials[disturbed.by], disturbed.file, diary),
  ]);
  const ends = await Promise.all(requests.map(async ({ file }) => (await fileOf(portal, file.number)).window!.closesAt));
  await portal.goTo(Math.min(...ends) - LAST_MOMENTS);
  // At the very end some change their price; whoever comes too late is told so.
  const again = inRandomOrder(offers.filter(({ file }) => file.number !== disturbed.file.number)).slice(0, 12);
  await Promise.all(again.map(({ file, from }) => handIn(portal, file, from, {}, diary)));
  await portal.goTo(Math.max(...ends) + 1_000);
  await isTold(portal, requests, 'completed');
  const alone = requests.filter(({ wanted }) => wanted === 'one').map(({ file }) => file.number);
  await Promise.all(alone.map((failed, index) => aSingleSource(portal, crowd, { failed, declines: index % 2 === 1 }, diary)));
}

async function isTold(
  portal: CrowdedPortal,
  requests: { file: ProcurementFile }[],
  status: ProcurementFile['status'],
): Promise<void> {
  for (const { file } of requests)
    await persistently(`${file.number} is ${status}`, async () => {
      const { status: now, suspension } = await fileOf(portal, file.number);
      if (now !== status && suspension === null) throw new Error(`${file.number} is ${now}`);
    });
}
