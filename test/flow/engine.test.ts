import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wakeLate } from '../../activities/wake-late.ts';
import { stopLegalClock } from '../../db/clock.ts';
import { outcomeOf } from '../../db/receive.ts';
import { recordStep } from '../../db/record.ts';
import type { Step } from '../../domain/case.ts';
import type { ProcurementFact } from '../../domain/procurement/facts.ts';
import { PORTAL } from '../../domain/parties.ts';
import { aCourtDecision } from '../support/acts.ts';
import { at, aDraftFile, aLot } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { eventually } from '../support/eventually.ts';
import { actor } from '../support/people.ts';
import { inTown } from '../support/town.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
});
afterAll(() => room.close());

const today = '2026-06-01T10:00';
const window = { opensAt: '2026-06-02T09:00', closesAt: '2026-06-12T18:00' };
const end = at('2026-06-12T18:00');
const act = { act: aCourtDecision({ date: '2026-06-01' }) };

test('a command received before the end but carried after it is decided first: the suspension stands (design §4)', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await town.publish(aDraftFile({ window }));
    await town.goTo('2026-06-12T17:59');
    await stopLegalClock(town.db.pool, end - 1);
    const { commandId } = await request.as('creator').receive('suspend', act);
    await town.passTheEngineTime('5 minutes', end + 60_000);
    // The clock is past the end, yet the window waits for the command on its way.
    expect(await town.status(request)).toBe('taking-quotations');
    await request.carry(commandId);
    expect(await request.outcome(commandId)).toMatchObject({ accepted: true, status: 'suspended' });
    expect((await request.file()).suspension?.frozen).toMatchObject([{ key: 'quotations-end', left: 1 }]);
  });
});

test.each([
  ['at the end', 0],
  ['1 ms after it', 1],
])('a command received %s comes after the end: it is refused, the window is closed', async (_when, after) => {
  await inTown(room, { today }, async (town) => {
    const request = await town.publish(aDraftFile({ window }));
    await town.goTo('2026-06-12T17:59');
    await stopLegalClock(town.db.pool, end + after);
    const { commandId } = await request.as('creator').receive('suspend', act);
    await request.carry(commandId);
    expect(await request.outcome(commandId)).toMatchObject({ accepted: false, refusal: { code: 'not-in-this-status' } });
    await town.restAll();
    expect(await town.status(request)).toBe('completed');
  });
});

test('a command carried three times has one outcome and one step in the journal', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await town.publish(aDraftFile({ window }));
    const { commandId } = await request.as('creator').receive('suspend', act);
    await Promise.all([request.carry(commandId), request.carry(commandId), request.carry(commandId)]);
    expect(await request.outcome(commandId)).toMatchObject({ accepted: true });
    await request.carry(commandId);
    expect(await request.as('creator').send('resume', act)).toMatchObject({ accepted: true });
    const { rows } = await town.db.pool.query<{ type: string }>('select type from journal where case_id = $1 order by id', [
      request.id,
    ]);
    expect(rows.map((row) => row.type)).toEqual(['ProcurementPublished', 'ProcurementSuspended', 'ProcurementResumed']);
  });
});

test('commands carried in another order are decided in the order of receipt', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await town.publish(aDraftFile({ window, lots: [aLot(1), aLot(2)] }));
    const first = await request.as('creator').receive('cancel', { lots: ['1'], ...act });
    const second = await request.as('creator').receive('cancel', { lots: ['1', '2'], ...act });
    await Promise.all([request.carry(second.commandId), request.carry(first.commandId)]);
    const outcomes = [await request.outcome(first.commandId), await request.outcome(second.commandId)];
    // Whichever came first to the case, lot 1 is cancelled once.
    expect(outcomes.filter((outcome) => outcome.accepted)).toHaveLength(1);
  });
});

test('a signal sent by hand in someone’s name changes nothing: the portal never received it', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await town.publish(aDraftFile({ window }));
    const forged = {
      commandId: randomUUID(),
      action: 'suspend',
      actor: actor('creator'),
      receivedAt: await town.now(),
      input: act,
    };
    await request.signalByHand('suspend', forged);
    // A genuine id with another body is not believed either; the genuine command is decided all the same.
    const genuine = await request.as('creator').receive('cancel', { lots: ['1'], ...act });
    await request.signalByHand('cancel', { ...genuine, input: { lots: ['1'], act: aCourtDecision({ number: 'forged' }) } });
    await request.carry(genuine.commandId);
    expect(await request.outcome(genuine.commandId)).toMatchObject({ accepted: true });
    const file = await request.file();
    expect(file.acts.map((recorded) => `${recorded.action} ${recorded.number}`)).toEqual(['cancel 2-1187/2026']);
    expect(await outcomeOf(town.db, forged.commandId)).toBeUndefined();
  });
});

test('malformed signals and unknown names neither stop nor change the case', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await town.publish(aDraftFile({ window }));
    for (const rubbish of [
      undefined,
      null,
      42,
      'suspend',
      [],
      {},
      { commandId: 1 },
      { commandId: 'x', action: 'cancel', actor: {}, receivedAt: 1, input: {} },
    ]) {
      await request.signalByHand('suspend', rubbish);
    }
    await request.signalByHand('no-such-action', { commandId: randomUUID() });
    await request.signalByHand('clock-moved', 'rubbish');
    expect(await request.as('creator').send('suspend', { act: { number: '' } })).toMatchObject({
      accepted: false,
      refusal: { code: 'bad-input' },
    });
    expect(await request.as('creator').send('suspend', act)).toMatchObject({ accepted: true });
  });
});

test('a command left without a signal is carried by the relay', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await town.publish(aDraftFile({ window }));
    const { commandId } = await request.as('creator').receive('suspend', act);
    await town.relay();
    expect(await request.outcome(commandId)).toMatchObject({ accepted: true });
  });
});

test('the record: repeated it changes nothing, a late attempt is out of step, a deadline before its time is too early', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await town.publish(aDraftFile({ window }));
    const closing: Step<ProcurementFact> = {
      caseId: request.id,
      seq: 2,
      action: 'start-taking-quotations',
      actor: PORTAL,
      deadline: { key: 'quotations-start', at: at(window.opensAt) },
      facts: [{ type: 'QuotationsStarted', at: at(window.opensAt) }],
    };
    expect(await recordStep(town.db, closing)).toMatchObject({ kind: 'too-early' });
    await town.goTo('2026-06-02T09:00');
    expect(await recordStep(town.db, closing)).toMatchObject({ kind: 'recorded', seq: 2 });
    expect(await recordStep(town.db, { ...closing, action: 'close-quotations' })).toMatchObject({ kind: 'out-of-step', seq: 2 });
    const { rows } = await town.db.pool.query<{ n: string }>('select count(*) as n from journal where case_id = $1', [
      request.id,
    ]);
    expect(Number(rows[0]?.n)).toBe(2);
  });
});

test('the journal is a chain: every row carries the hash of the one before', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await town.publish(aDraftFile({ window }));
    await request.as('creator').send('suspend', act);
    await request.as('creator').send('resume', act);
    const { rows } = await town.db.pool.query<{ prev: Buffer; hash: Buffer; salt: Buffer }>(
      'select prev, hash, salt from journal where case_id = $1 order by id',
      [request.id],
    );
    expect(rows[0]?.prev.equals(Buffer.alloc(32))).toBe(true);
    for (const [i, row] of rows.slice(1).entries()) expect(row.prev.equals(rows[i]!.hash)).toBe(true);
    expect(new Set(rows.map((row) => row.salt.toString('hex'))).size).toBe(rows.length);
  });
});

test('publication is refused when a plan item was taken meanwhile; the draft can be published later', async () => {
  await inTown(room, { today }, async (town) => {
    const first = await town.publish(aDraftFile({ window }));
    const second = await town.draft(aDraftFile({ window }));
    expect(await second.as('creator').send('publish', {})).toMatchObject({
      accepted: false,
      refusal: { code: 'plan-item-taken' },
    });
    expect((await second.file()).status).toBe('draft');
    await first.as('creator').send('cancel', { lots: ['1'], ...act });
    await eventually('the plan item is free', async () => {
      const { rows } = await town.db.pool.query('select 1 from plan_item where case_id is null');
      return rows.length === 1;
    });
    // Meanwhile the draft was given another name: what is published is what stands in the draft now.
    const changed = { ...(await second.file()), name: { kk: 'Жаңа атау', ru: 'Новое название' } };
    await town.db.pool.query('update procurement_case set file = $2 where id = $1', [second.id, JSON.stringify(changed)]);
    expect(await second.as('creator').send('publish', {})).toMatchObject({ accepted: true });
    expect((await second.file()).name.ru).toBe('Новое название');
    await town.goTo('2026-06-13T09:00');
    expect((await second.file()).status).toBe('completed');
  });
});

test('a case that was not told of a moved clock is late, and told then', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await town.publish(aDraftFile({ window }));
    await request.quiet();
    await town.setClock(at('2026-06-02T09:02'));
    expect(await wakeLate({ db: town.db, wake: (file) => town.engine.wake(file) })).toBe(1);
    await eventually('the window is open', async () => (await request.file()).status === 'taking-quotations');
  });
});
