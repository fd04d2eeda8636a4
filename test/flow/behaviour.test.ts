import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deadline } from '../../domain/case.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { windowDeadlines } from '../../domain/procurement/windows.ts';
import { aLot, aDraftFile, at } from '../support/draft-file.ts';
import { accepted, act, afterOneQuotation, refused, window } from '../support/after-one-quotation.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { townsperson } from '../support/people.ts';
import { inTown, type Town } from '../support/town.ts';
import type { TownRequest } from '../support/town-request.ts';
import { METHODS_IN_TEST } from '../domain/behaviour/methods.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
});
afterAll(() => room.close());

/** Lot 1 of C1, which organizes for itself; lot 2 of C2. */
const lots = () => [aLot(1, { amount: '1000000.00' }), aLot(2, { amount: '500000.00', customer: 'C2' })];
const PRICES = { '1': '871234.56', '2': '431234.56' };

/** A running case of a method that takes offers; `when` is an instant well before the end of its window. */
interface Running {
  town: Town;
  request: TownRequest;
  when: number;
  /** A supplier that may take part hands in {@link PRICES}. */
  handIn: () => Promise<unknown>;
}

const RUNNING: Record<ProcurementFile['method'], (scenario: (running: Running) => Promise<void>) => Promise<void>> = {
  'price-quotations': (scenario) =>
    inTown(room, { today: '2026-06-01T10:00' }, async (town) => {
      const request = await town.publish(aDraftFile({ window, lots: lots() }));
      await town.goTo('2026-06-03T12:00');
      await scenario({ town, request, when: at('2026-06-03T12:00'), handIn: () => request.offer('supplier1', PRICES) });
    }),
  // Published on Friday 12 June 18:00; applications until Wednesday the 17th.
  'single-source': (scenario) =>
    afterOneQuotation(
      room,
      {},
      ({ town, invited }) =>
        scenario({
          ...{ town, request: invited, when: at('2026-06-12T18:00') },
          handIn: () => invited.apply('supplier1', PRICES),
        }),
      lots(),
    ),
};

/** Every row of every table that names one of these, as `table: row`. */
async function rowsNaming({ db }: Town, secrets: string[]): Promise<string[]> {
  const { rows } = await db.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const found = await Promise.all(
    rows.map(async ({ name }) => {
      const like = secrets.map((secret) => `%${secret}%`);
      const named = await db.pool.query<{ text: string }>(`select t::text as text from "${name}" t where t::text like any($1)`, [
        like,
      ]);
      return named.rows.map(({ text }) => `${name}: ${text.slice(0, 200)}`);
    }),
  );
  return found.flat();
}

const byRole = async ({ town, request }: Running) => {
  const { rows } = await town.db.pool.query<{ line: string }>(
    `select concat_ws(' ', type, actor->>'role', status_before || '>' || status_after) as line from journal where case_id = $1 order by id`,
    [request.id],
  );
  return rows.map(({ line }) => line);
};

describe.each(METHODS_IN_TEST)('$method, its running case', ({ method, takingStatus }) => {
  test('keeps its secret, changes people, is suspended and resumed, refused by a customer, cancelled, and tells it all (S1 §1.3.3–1.3.5, §1.4.18–19)', async () => {
    await RUNNING[method](async (running) => {
      const { town, request, when, handIn } = running;
      const start = (await byRole(running)).length;
      const end = async () => deadline(await request.file(), windowDeadlines(method).end)?.at ?? 0;
      const former = await end();

      expect(await handIn()).toMatchObject({ ok: true });
      expect(await rowsNaming(town, Object.values(PRICES))).toEqual([]);
      expect(JSON.stringify(await request.histories())).not.toMatch(/871234|431234/);

      const change = { userId: townsperson('colleague').userId };
      expect(await request.as('creator').send('change-representative', change)).toMatchObject(accepted);
      expect((await request.file()).organizerRepresentative?.iin).toBe(townsperson('colleague').iin);
      expect(await request.as('administrator').send('change-creator', change)).toMatchObject(refused('creator-not-blocked'));
      await town.db.pool.query(`update app_user set blocked = true where login = 'creator'`);
      expect(await request.as('administrator').send('change-creator', change)).toMatchObject(accepted);
      expect(await request.as('creator').send('suspend', { act })).toMatchObject(refused('not-your-role'));

      expect(await request.as('colleague').send('suspend', { act })).toMatchObject(accepted);
      expect(await handIn()).toMatchObject({ ok: false, refusal: { code: 'suspended' } });
      await town.passTheEngineTime('30 days', former + 86_400_000);
      await request.quiet();
      expect(await request.file()).toMatchObject({ status: takingStatus, deadlines: [], quotations: null, opening: null });
      expect(await request.as('colleague').send('resume', { act })).toMatchObject(accepted);
      // What was left then is left now: by elapsed time, or longer over days off.
      const resumedAt = former + 86_400_000;
      expect((await end()) - resumedAt).toBeGreaterThanOrEqual(former - when - 60_000);
      expect(await handIn()).toMatchObject({ ok: true });

      const ground = { lots: ['2'], ground: 'потребность отпала' };
      expect(await request.as('supplier2').send('refuse', ground)).toMatchObject(refused('not-your-role'));
      expect(await request.as('customer').send('refuse', ground)).toMatchObject(accepted);
      expect(await request.as('colleague').send('cancel', { lots: ['2'], act })).toMatchObject(
        refused('lot-not-open-to-cancellation'),
      );
      expect(await request.as('colleague').send('cancel', { lots: ['1'], act })).toMatchObject(accepted);
      await town.restAll();

      const file = await request.file();
      expect(file.lots.map((lot) => lot.status)).toEqual(['cancelled', 'refused']);
      expect(file.protocols).toMatchObject([{ state: 'published', reason: 'all-lots-cancelled', validity: 'valid' }]);
      expect((await byRole(running)).slice(start)).toEqual([
        `RepresentativeChanged organizer ${takingStatus}>${takingStatus}`,
        `CreatorChanged organization-administrator ${takingStatus}>${takingStatus}`,
        `ProcurementSuspended organizer ${takingStatus}>suspended`,
        `ProcurementResumed organizer suspended>${takingStatus}`,
        `LotsRefused customer ${takingStatus}>${takingStatus}`,
        `LotsCancelled organizer ${takingStatus}>cancelled`,
        'ProtocolDue organizer cancelled>cancelled',
        'ProtocolPublished portal cancelled>cancelled',
      ]);
      // What was sealed is never opened: the procurement ended before its opening.
      expect(await rowsNaming(town, Object.values(PRICES))).toEqual([]);
    });
  });
});
