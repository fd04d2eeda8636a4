import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentsOf } from '../../db/documents.ts';
import type { ResultsPayload } from '../../domain/procurement/documents.ts';
import { aCourtDecision } from '../support/acts.ts';
import { aDraftFile, aLot } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { eventually } from '../support/eventually.ts';
import { inTown, type Town } from '../support/town.ts';
import type { TownRequest } from '../support/town-request.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
});
afterAll(() => room.close());

const today = '2026-06-01T10:00';
const window = { opensAt: '2026-06-02T09:00', closesAt: '2026-06-12T18:00' };
const act = aCourtDecision({ date: '2026-06-01' });
const twoLots = () => aDraftFile({ window, lots: [aLot(1, { amount: '1000000.00' }), aLot(2, { amount: '500000.00' })] });

/** Takes a request with two quotations past its end, where something keeps it in "Формирование протокола итогов". */
async function forming(town: Town): Promise<TownRequest> {
  const request = await town.publish(twoLots());
  await town.goTo('2026-06-03T09:00');
  await request.offer('supplier1', { '1': '900000.00', '2': '450000.00' });
  await request.offer('supplier2', { '1': '800000.00', '2': '470000.00' });
  await town.goTo('2026-06-12T17:59');
  await town.passTheEngineTime('2 minutes', (await town.now()) + 120_000);
  await eventually('the status is forming', async () => (await request.file()).status === 'forming-results-protocol');
  return request;
}

test('while the printer is out of order the result stands; the protocol follows (17 §1.1)', async () => {
  await inTown(room, { today }, async (town) => {
    town.faults.printer = true;
    const request = await forming(town);
    await eventually('the lots are decided', async () => (await request.file()).lots.every((lot) => lot.status === 'held'));
    expect((await request.file()).protocols).toMatchObject([{ state: 'due', version: 1 }]);
    town.faults.printer = false;
    await town.passTheEngineTime('2 minutes', (await town.now()) + 120_000);
    await town.restAll();
    expect((await request.file()).protocols).toMatchObject([{ state: 'published', version: 1, validity: 'valid' }]);
  });
});

test('one lot cancelled while the results protocol is formed: the protocol is re-formed with the cancellation (S1 §1.4.17)', async () => {
  await inTown(room, { today }, async (town) => {
    town.faults.printer = true;
    const request = await forming(town);
    await eventually('the lots are decided', async () => (await request.file()).lots.every((lot) => lot.status === 'held'));
    expect(await request.as('creator').send('cancel', { lots: ['2'], act })).toMatchObject({ accepted: true });
    town.faults.printer = false;
    await town.restAll();
    const file = await request.file();
    expect(file.status).toBe('completed');
    expect(file.protocols).toMatchObject([{ version: 1, state: 'published', reason: 'lots-cancelled' }]);
    const [protocol] = await documentsOf(town.db.pool, file.id, 'protocol');
    expect((protocol?.payload as ResultsPayload).lots.map((lot) => lot.decision.outcome)).toEqual(['held', 'cancelled']);
  });
});

test('cancelled whole while the opener is away: cancelled at once, nothing is opened', async () => {
  await inTown(room, { today }, async (town) => {
    town.faults.opener = true;
    const request = await forming(town);
    expect(await request.as('creator').send('cancel', { lots: ['1', '2'], act })).toMatchObject({ accepted: true });
    await town.restAll();
    const file = await request.file();
    expect(file.status).toBe('cancelled');
    expect(file.quotations).toBeNull();
    const { rows } = await town.db.pool.query('select 1 from opened_offer');
    expect(rows).toHaveLength(0);
  });
});

test('while the results protocol is formed the announcement can be neither suspended nor its representative changed', async () => {
  await inTown(room, { today }, async (town) => {
    town.faults.printer = true;
    const request = await forming(town);
    expect(await request.as('creator').send('suspend', { act })).toMatchObject({ refusal: { code: 'not-in-this-status' } });
    expect(
      await request.as('creator').send('change-representative', { userId: '00000000-0000-4000-8000-000000000002' }),
    ).toMatchObject({
      refusal: { code: 'not-in-this-status' },
    });
    town.faults.printer = false;
  });
});

test('a blocked creator is replaced by the organization administrator, nobody else (S1 §1.3.4)', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await town.publish(twoLots());
    const colleague = { userId: '00000000-0000-4000-8000-000000000002' };
    expect(await request.as('administrator').send('change-creator', colleague)).toMatchObject({
      refusal: { code: 'creator-not-blocked' },
    });
    await town.db.pool.query(`update app_user set blocked = true where login = 'creator'`);
    expect(await request.as('colleague').send('change-creator', colleague)).toMatchObject({ refusal: { code: 'not-your-role' } });
    expect(
      await request.as('administrator').send('change-creator', { userId: '00000000-0000-4000-8000-000000000004' }),
    ).toMatchObject({
      refusal: { code: 'new-creator-unfit' },
    });
    expect(await request.as('administrator').send('change-creator', colleague)).toMatchObject({ accepted: true });
    expect(await request.as('colleague').send('suspend', { act })).toMatchObject({ accepted: true });
  });
});
