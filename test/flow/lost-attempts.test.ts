import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIntakeKeys } from '../../activities/create-intake-keys.ts';
import { idFrom } from '../../activities/ids.ts';
import { openQuotations } from '../../activities/open-quotations.ts';
import { recordStep } from '../../db/record.ts';
import type { Command } from '../../domain/case.ts';
import { type Actor, PORTAL } from '../../domain/parties.ts';
import { refuse } from '../../domain/refusals.ts';
import type { Consulted } from '../../domain/procurement/consulted.ts';
import { aCourtDecision } from '../support/acts.ts';
import { factsOf } from '../support/builders.ts';
import { aDraftFile, aLot, at } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { eventually } from '../support/eventually.ts';
import { actor } from '../support/people.ts';
import { inTown, type Town } from '../support/town.ts';
import type { TownRequest } from '../support/town-request.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
});
afterAll(() => room.close());

const today = '2026-06-01T10:00';
const window = { opensAt: '2026-06-02T09:00', closesAt: '2026-06-12T18:00' };
const cancelOf = (...lots: string[]) => ({ lots, act: aCourtDecision({ date: '2026-06-01' }) });
const twoLots = () => aDraftFile({ window, lots: [aLot(1, { amount: '1000000.00' }), aLot(2, { amount: '500000.00' })] });

/** What a worker records and dies before the engine hears of it: the ledger is a step ahead of the running case (design §4). */
interface InVain {
  action: string;
  by: Actor;
  at: number;
  input?: unknown;
  consulted?: Partial<Consulted>;
  command?: Command;
}

async function recordInVain(town: Town, request: TownRequest, { action, command, ...how }: InVain): Promise<void> {
  const file = await request.file();
  const step = { caseId: request.id, seq: file.seq + 1, action, actor: how.by, facts: factsOf(file, action, how) };
  expect(await recordStep(town.db, { ...step, ...(command ? { command } : {}) })).toMatchObject({ kind: 'recorded' });
}

/** A command of the creator, received by the portal and recorded in vain. */
async function commandInVain(
  town: Town,
  request: TownRequest,
  { action, input = {}, consulted = {} }: Pick<InVain, 'action' | 'input' | 'consulted'>,
): Promise<string> {
  const command = await request.as('creator').receive(action, input);
  await recordInVain(town, request, { action, by: actor('creator'), at: command.receivedAt, input, consulted, command });
  return command.commandId;
}

/** A request with two quotations whose window has ended while the opener opens nothing. */
async function unopened(town: Town): Promise<TownRequest> {
  const request = await town.publish(twoLots());
  await town.goTo('2026-06-03T09:00');
  for (const supplier of ['supplier1', 'supplier2']) await request.offer(supplier, { '1': '900000.00', '2': '450000.00' });
  town.faults.opener = true;
  await town.goTo('2026-06-12T17:59');
  await town.passTheEngineTime('2 minutes', (await town.now()) + 120_000);
  await eventually('the status is forming', async () => (await request.file()).status === 'forming-results-protocol');
  return request;
}

/** The opener works again; what the engine put off is tried once more. */
async function openerIsBack(town: Town): Promise<void> {
  town.faults.opener = false;
  await town.passTheEngineTime('2 minutes', (await town.now()) + 120_000);
  await town.restAll();
}

test('a publication recorded by a worker that died: the case takes it up as it was recorded', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await town.draft(twoLots());
    const keysOf = { caseId: request.id, procurement: request.number, notBefore: at(window.closesAt) };
    const intakeKeys = await createIntakeKeys(town.opener, keysOf);
    const commandId = await commandInVain(town, request, { action: 'publish', consulted: { intakeKeys } });
    await request.carry(commandId);
    await town.goTo('2026-06-02T09:00');
    expect((await request.file()).status).toBe('taking-quotations');
    await town.goTo('2026-06-12T18:01');
    expect(await request.file()).toMatchObject({ status: 'completed', protocols: [{ state: 'published' }] });
  });
});

test('a refusal recorded by a worker that died: what is published later is the draft as it was changed since', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await town.draft(twoLots());
    const refused = await request.as('creator').receive('publish', {});
    const { commandId, receivedAt, input } = refused;
    const step = { caseId: request.id, seq: 1, action: 'publish', actor: actor('creator'), facts: [] };
    const refusal = refuse('no-lots');
    expect(await recordStep(town.db, { ...step, command: { commandId, receivedAt, input }, refusal })).toMatchObject({
      kind: 'refused',
    });
    await request.carry(commandId);
    await request.quiet();
    const later = { opensAt: at('2026-06-03T09:00'), closesAt: at('2026-06-15T18:00') };
    const changed = { ...(await request.file()), window: later };
    await town.db.pool.query('update procurement_case set file = $2 where id = $1', [request.id, JSON.stringify(changed)]);
    expect(await request.as('creator').send('publish', {})).toMatchObject({ accepted: true });
    expect((await request.file()).deadlines).toMatchObject([{ at: later.opensAt }, { at: later.closesAt }]);
    await town.goTo('2026-06-02T09:01');
    expect((await request.file()).status).toBe('published');
    await town.goTo('2026-06-03T09:01');
    expect((await request.file()).status).toBe('taking-quotations');
  });
});

test('a command recorded meanwhile by a worker that died does not keep the quotations from being compared', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await unopened(town);
    const commandId = await commandInVain(town, request, { action: 'cancel', input: cancelOf('2') });
    await openerIsBack(town);
    await request.carry(commandId);
    expect(await request.file()).toMatchObject({
      status: 'completed',
      lots: [{ status: 'held' }, { status: 'cancelled' }],
      protocols: [{ state: 'published' }],
    });
  });
});

test('everything cancelled by a worker that died while the opener was asked: the window is void, and the protocol is formed', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await unopened(town);
    await commandInVain(town, request, { action: 'cancel', input: cancelOf('1', '2') });
    // Nothing tells the case: the opener's answer must.
    await openerIsBack(town);
    expect(await request.file()).toMatchObject({
      status: 'cancelled',
      quotations: null,
      protocols: [{ state: 'published', reason: 'all-lots-cancelled' }],
    });
  });
});

test('results recorded by a worker that died a moment later than the case decides them: what the ledger has counts', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await unopened(town);
    const { id, intake } = await request.file();
    const opener = { ...town.opener, clock: (legal: number) => legal };
    const opened = (await openQuotations(opener, { caseId: id, windowId: intake!.windowId }))!;
    const decidedAt = (await town.now()) + 7_000;
    await recordInVain(town, request, { action: 'open-and-compare', by: PORTAL, at: decidedAt, consulted: { opened } });
    await openerIsBack(town);
    const { protocols } = await request.file();
    expect(protocols).toMatchObject([{ state: 'published', dueAt: decidedAt }]);
    // The document is formed once for every instant at which a protocol became due.
    expect(protocols[0]?.documentId).toBe(idFrom(`${id}/results/1/${decidedAt}`));
  });
});

test('a command recorded while a single source is made by a worker that died: the failed procurement still notes its successor', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await town.publish(twoLots());
    await town.goTo('2026-06-03T09:00');
    await request.offer('supplier1', { '1': '900000.00' });
    town.faults.beforeCarrying = async () => {
      delete town.faults.beforeCarrying;
      await commandInVain(town, request, { action: 'cancel', input: cancelOf('2') });
    };
    await town.goTo('2026-06-12T18:01');
    const successor = await town.successorOf(request);
    expect((await successor.file()).status).not.toBe('draft');
    expect(await request.file()).toMatchObject({
      lots: [{ status: 'failed' }, { status: 'cancelled' }],
      successors: [{ lots: ['1'] }],
    });
  });
});
