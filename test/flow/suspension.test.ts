import { afterAll, beforeAll, expect, test } from 'vitest';
import { deadline } from '../../domain/case.ts';
import { aCourtDecision } from '../support/acts.ts';
import { at, aDraftFile } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { inTown } from '../support/town.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
});
afterAll(() => room.close());

const accepted = { accepted: true };
const refused = (code: string) => ({ accepted: false, refusal: { code } });
const act = { act: aCourtDecision() };

test('suspended before the start: the window starts and ends as much later as the suspension lasted (S1 §1.4.18)', async () => {
  await inTown(room, { today: '2026-06-01T10:00' }, async (town) => {
    const request = await town.publish(aDraftFile({ window: { opensAt: '2026-06-03T09:00', closesAt: '2026-06-12T18:00' } }));
    expect(await request.as('creator').send('suspend', act)).toMatchObject(accepted);
    expect(await town.status(request)).toBe('suspended');
    await town.goTo('2026-06-15T10:00');
    // Fourteen days later the announcement still stands where it stood.
    expect((await request.file()).status).toBe('published');
    expect(await request.as('creator').send('resume', act)).toMatchObject(accepted);
    const file = await request.file();
    // 1 June 10:00 → 3 June 09:00 were 47 hours; from 15 June 10:00 that is 17 June 09:00.
    expect(Math.abs((deadline(file, 'quotations-start')?.at ?? 0) - at('2026-06-17T09:00'))).toBeLessThan(30_000);
    expect(Math.abs((deadline(file, 'quotations-end')?.at ?? 0) - at('2026-06-26T18:00'))).toBeLessThan(30_000);
    await town.goTo('2026-06-27T09:00');
    expect(await town.status(request)).toBe('completed');
  });
});

test('a window suspended over Nauryz ends as many working days after resuming as were left (ADR 0008)', async () => {
  await inTown(room, { keepAs: 'price-quotations-suspended-and-resumed', today: '2026-03-02T10:00' }, async (town) => {
    const request = await town.publish(aDraftFile({ window: { opensAt: '2026-03-03T09:00', closesAt: '2026-03-16T18:00' } }));
    await town.goTo('2026-03-13T18:00');
    // Left: elapsed 3 days; on working days Fri 13 (6 h) and Mon 16 (18 h) = 24 h.
    expect(await request.as('creator').send('suspend', act)).toMatchObject(accepted);
    await town.goTo('2026-03-20T18:00');
    expect(await request.as('creator').send('resume', act)).toMatchObject(accepted);
    // Fri 20 March has 6 h left; 21–23 Nauryz, 24 and 25 free instead of 21 and 22 (act of the calendar); 18 h of Thu 26 March.
    const end = deadline(await request.file(), 'quotations-end')?.at ?? 0;
    expect(Math.abs(end - at('2026-03-26T18:00'))).toBeLessThan(60_000);
    await town.goTo('2026-03-26T17:00');
    expect(await town.status(request)).toBe('taking-quotations');
    await town.goTo('2026-03-26T18:10');
    expect(await town.status(request)).toBe('completed');
  });
});

test('while suspended only resuming and cancelling are accepted (S1 §1.4.18)', async () => {
  await inTown(room, { today: '2026-06-01T10:00' }, async (town) => {
    const request = await town.publish(aDraftFile({ window: { opensAt: '2026-06-02T09:00', closesAt: '2026-06-12T18:00' } }));
    await town.goTo('2026-06-03T09:00');
    await request.as('creator').send('suspend', act);
    expect(await request.as('creator').send('suspend', act)).toMatchObject(refused('suspended'));
    expect(await request.as('creator', 'customer').send('refuse', { lots: ['1'], ground: 'нет нужды' })).toMatchObject(
      refused('suspended'),
    );
    expect(await request.as('supplier1').send('resume', act)).toMatchObject(refused('not-your-role'));
    const cancellation = { lots: ['1'], ...act };
    expect(await request.as('creator').send('cancel', cancellation)).toMatchObject(accepted);
    await town.restAll();
    expect(await town.status(request)).toBe('cancelled');
  });
});

test('a completed announcement can no longer be suspended (S1 §1.4.18: until the results protocol is formed)', async () => {
  await inTown(room, { today: '2026-06-01T10:00' }, async (town) => {
    const request = await town.publish(aDraftFile({ window: { opensAt: '2026-06-02T09:00', closesAt: '2026-06-12T18:00' } }));
    await town.goTo('2026-06-13T09:00');
    expect(await request.as('creator').send('suspend', act)).toMatchObject(refused('not-in-this-status'));
  });
});
