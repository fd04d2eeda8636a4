import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCourtDecision } from '../support/acts.ts';
import { aDraftFile } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { inTown } from '../support/town.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
});
afterAll(() => room.close());

const act = { act: aCourtDecision({ date: '2026-06-01' }) };

// The test server's continue-as-new is not atomic: a command that meets it may leave the server unable to skip time. Commands wait for quiet.
test('continued as new after every step: same result, several runs', async () => {
  await inTown(room, { today: '2026-06-01T10:00', continueAfter: 1 }, async (town) => {
    const request = await town.publish(aDraftFile({ window: { opensAt: '2026-06-02T09:00', closesAt: '2026-06-12T18:00' } }));
    await request.quiet();
    expect(await request.as('creator').send('suspend', act)).toMatchObject({ accepted: true });
    await request.quiet();
    expect(await request.as('creator').send('resume', act)).toMatchObject({ accepted: true });
    await request.quiet();
    await town.goTo('2026-06-03T09:00');
    await request.offer('supplier1', { '1': '900000.00' });
    await request.offer('supplier2', { '1': '800000.00' });
    await town.goTo('2026-06-13T09:00');
    const file = await request.file();
    expect(file.status).toBe('completed');
    expect(file.lots[0]?.status).toBe('held');
    await request.quiet();
    expect((await request.histories()).length).toBeGreaterThan(3);
  });
});
