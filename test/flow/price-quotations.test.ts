import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDraftFile } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { inTown } from '../support/town.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
});
afterAll(() => room.close());

test('without quotations the lot fails with none-submitted and the protocol is published (spec 02, 17 §5.1)', async () => {
  await inTown(room, { today: '2026-03-02T10:00' }, async (town) => {
    const request = await town.publish(aDraftFile({ window: { opensAt: '2026-03-03T09:00', closesAt: '2026-03-16T18:00' } }));
    expect(await town.status(request)).toBe('published');
    await town.goTo('2026-03-03T09:00');
    expect(await town.status(request)).toBe('taking-quotations');
    await town.goTo('2026-03-16T18:00');
    const file = await request.file();
    expect(file.status).toBe('completed');
    expect(file.lots.map((lot) => lot.decision)).toEqual([{ outcome: 'failed', ground: 'none-submitted' }]);
    expect(file.protocols).toMatchObject([{ type: 'results', version: 1, state: 'published', validity: 'valid' }]);
  });
});
