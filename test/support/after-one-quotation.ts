import { expect } from 'vitest';
import { aCourtDecision } from './acts.ts';
import { aDraftFile, aLot } from './draft-file.ts';
import type { EngineRoom } from './engine-room.ts';
import { inTown, type Town, type TownOptions } from './town.ts';
import type { TownRequest } from './town-request.ts';

export const accepted = { accepted: true };
export const refused = (code: string) => ({ accepted: false, refusal: { code } });
export const act = aCourtDecision({ date: '2026-06-01' });

/** Window Tue 2 June 9:00 to Fri 12 June 18:00: the request ends on a working day, and so does the start of what follows. */
export const window = { opensAt: '2026-06-02T09:00', closesAt: '2026-06-12T18:00' };
export const today = '2026-06-01T10:00';
export const lots = () => [aLot(1, { amount: '1000000.00' }), aLot(2, { amount: '500000.00' })];

/** Five days of the single source's window and ten minutes, ms: every further minute is another attempt of an opener that opens nothing. */
export const JUST_PAST_THE_END = (5 * 24 * 60 + 10) * 60_000;

export interface Started {
  town: Town;
  failed: TownRequest;
  invited: TownRequest;
}

/** One supplier alone offered for both lots; the portal made a single source for it. */
export async function afterOneQuotation(
  room: EngineRoom,
  options: Partial<TownOptions>,
  scenario: (started: Started) => Promise<void>,
  offered = lots(),
): Promise<void> {
  await inTown(room, { today, ...options }, async (town) => {
    const failed = await town.publish(aDraftFile({ window, lots: offered }));
    await town.goTo('2026-06-03T12:00');
    await failed.offer('supplier1', { '1': '900000.00', '2': '450000.00' });
    await town.goTo('2026-06-12T18:00');
    await scenario({ town, failed, invited: await town.successorOf(failed) });
  });
}

export const admitAll = {
  restrictions: { verdict: 'admitted' },
  specifications: [
    { lot: '1', verdict: 'admitted' },
    { lot: '2', verdict: 'admitted' },
  ],
};

/** Applied for, opened by hand and considered: the vote is cast. */
export async function voted({ invited }: Started, decisions: object = admitAll): Promise<void> {
  expect(await invited.apply('supplier1', { '1': '900000.00', '2': '450000.00' })).toMatchObject({ ok: true });
  expect(await invited.as('creator').send('open-applications-by-hand', {})).toMatchObject(accepted);
  await inStatus(invited, 'considering-applications');
  expect(await invited.as('creator').send('save-consideration', decisions)).toMatchObject(accepted);
  expect(await invited.as('creator').send('vote', {})).toMatchObject(accepted);
}

export const inStatus = async (request: TownRequest, status: string) => {
  await expect.poll(async () => (await request.file()).status, { timeout: 20_000 }).toBe(status);
};

/** The creator forms the protocol; it waits for its signature. */
export async function formed(started: Started): Promise<void> {
  expect(await started.invited.as('creator').send('form-results-protocol', {})).toMatchObject(accepted);
  await started.town.restAll();
  expect((await started.invited.file()).protocols).toMatchObject([{ state: 'formed', version: 1 }]);
}
