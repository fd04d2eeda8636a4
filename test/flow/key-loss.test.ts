import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApplication } from '../../activities/open-application.ts';
import { openQuotations } from '../../activities/open-quotations.ts';
import { postponeMoved } from '../../activities/postpone-keys.ts';
import { at, aDraftFile } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { eventually } from '../support/eventually.ts';
import { aCourtDecision } from '../support/acts.ts';
import { afterOneQuotation, inStatus, JUST_PAST_THE_END } from '../support/after-one-quotation.ts';
import { inTown } from '../support/town.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
});
afterAll(() => room.close());

const accepted = { accepted: true };
const input = { reason: 'Файл ключа и его копия не читаются' };
const window = { opensAt: '2026-06-02T09:00', closesAt: '2026-06-12T18:00' };

test('a key lost after the end: the window is held again, old offers stay unread, their receipts stay (ADR 0021)', async () => {
  await inTown(room, { keepAs: 'price-quotations-key-lost', today: '2026-06-01T10:00' }, async (town) => {
    const request = await town.publish(aDraftFile({ window }));
    await town.goTo('2026-06-03T09:00');
    for (const supplier of ['supplier1', 'supplier2', 'supplier3'])
      expect(await request.offer(supplier, { '1': '900000.00' })).toMatchObject({ ok: true });
    const before = await request.file();
    town.faults.opener = true;
    await town.goTo('2026-06-12T17:59');
    await town.passTheEngineTime('2 minutes', (await town.now()) + 120_000);
    await eventually('a closed window', async () => (await request.file()).status === 'forming-results-protocol');
    expect(await request.as('creator').send('declare-key-lost', input)).toMatchObject({ refusal: { code: 'not-your-role' } });
    expect(await request.as('operator').send('declare-key-lost', input)).toMatchObject(accepted);
    town.faults.opener = false;
    const file = await request.file();
    // Friday 12 June 18:00; five full working days are 15–19 June, the next one is Monday the 22nd.
    expect([file.status, file.window?.closesAt]).toEqual(['taking-quotations', at('2026-06-22T18:00')]);
    expect(file.intake).toMatchObject({ generation: 2 });
    // Nobody knows who had offered: every supplier of the portal is told, those of S1 to S7.
    const told = await town.db.pool.query<{ logins: string[] }>(
      `select array_agg(u.login order by u.login) as logins from notification n join app_user u on u.id = n.user_id where n.event = 'hand-in-again'`,
    );
    expect(told.rows[0]?.logins).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `supplier${n}`));
    // The key turns up: what was sealed to it is not read.
    expect(await openQuotations(town.opener, { caseId: request.id, windowId: before.intake!.windowId })).toBeNull();

    await town.goTo('2026-06-15T09:00');
    expect(await request.offer('supplier2', { '1': '870000.00' })).toMatchObject({ ok: true });
    expect(await request.offer('supplier3', { '1': '880000.00' })).toMatchObject({ ok: true });
    await town.goTo('2026-06-22T18:10');
    const done = await request.file();
    expect(done.status).toBe('completed');
    expect(done.quotations?.map(({ prices }) => prices)).toEqual([
      [{ lot: '1', price: '870000.00' }],
      [{ lot: '1', price: '880000.00' }],
    ]);
    const { rows } = await town.db.pool.query<{ generation: number; state: string }>(
      'select generation, state from intake_window where case_id = $1 order by generation',
      [request.id],
    );
    expect(rows).toEqual([
      { generation: 1, state: 'void' },
      { generation: 2, state: 'opened' },
    ]);
    // Three receipts of the first generation and two of the second.
    expect((await town.db.pool.query('select 1 from sealed_offer')).rowCount).toBe(5);
    expect(await request.as('operator').send('declare-key-lost', input)).toMatchObject({
      refusal: { code: 'not-in-this-status' },
    });
  });
});

test('resumed after a suspension, the keys may not be used before the new end', async () => {
  await inTown(room, { keepAs: 'price-quotations-resumed-keys-found-by-the-opener', today: '2026-06-01T10:00' }, async (town) => {
    const request = await town.publish(aDraftFile({ window }));
    await town.goTo('2026-06-03T09:00');
    const bound = async () => {
      const { rows } = await town.db.pool.query<{ at: string }>(`select record->>'notBefore' as at from window_key`);
      return rows.map((row) => Number(row.at));
    };
    expect(await bound()).toEqual([at('2026-06-12T18:00'), at('2026-06-12T18:00')]);
    const act = { act: aCourtDecision() };
    expect(await request.as('creator').send('suspend', act)).toMatchObject(accepted);
    await town.goTo('2026-06-05T09:00');
    expect(await request.as('creator').send('resume', act)).toMatchObject(accepted);
    const { closesAt } = (await request.file()).window!;
    expect(closesAt).toBeGreaterThan(at('2026-06-14T17:00'));
    const { rows } = await town.db.pool.query<{ closes: Date }>('select closes_at as closes from intake_window');
    expect(rows.map(({ closes }) => closes.getTime())).toEqual([closesAt]);
    // The row alone is not believed: a window moved by hand, its case none the wiser, keeps the keys that it has.
    const say = (end: number) => town.db.pool.query('update intake_window set closes_at = $1', [new Date(end)]);
    await say(at('2026-12-31T18:00'));
    expect(await postponeMoved(town.opener)).toBe(0);
    await say(closesAt);
    expect(await bound()).toEqual([at('2026-06-12T18:00'), at('2026-06-12T18:00')]);
    expect(await postponeMoved(town.opener)).toBe(1);
    expect(await bound()).toEqual([closesAt, closesAt]);
    expect(await postponeMoved(town.opener)).toBe(0);
    await request.offer('supplier1', { '1': '900000.00' });
    await request.offer('supplier2', { '1': '910000.00' });
    await town.goTo('2026-06-17T09:00');
    expect((await request.file()).quotations).toHaveLength(2);
  });
});

test('the key of a single source lost after its end: the invited supplier hands in again, the former application stays unread (ADR 0021)', async () => {
  await afterOneQuotation(room, { keepAs: 'single-source-key-lost' }, async ({ town, invited }) => {
    expect(await invited.apply('supplier1', { '1': '900000.00', '2': '450000.00' })).toMatchObject({ ok: true });
    const before = await invited.file();
    // Its keys are bound to its start (S1 §1.7.3), not to its end, and follow the start when that is moved.
    const moveStart = (ms: number) =>
      town.db.pool.query(
        `with w as (update intake_window set opens_at = opens_at + $1 * interval '1 ms' where case_id = $2)
         update procurement_case set file = jsonb_set(file, '{window,opensAt}', to_jsonb((file->'window'->>'opensAt')::bigint + $1)) where id = $2`,
        [ms, invited.id],
      );
    expect(await postponeMoved(town.opener)).toBe(0);
    await moveStart(1);
    expect(await postponeMoved(town.opener)).toBe(1);
    await moveStart(-1);
    town.faults.opener = true;
    await town.passTheEngineTime(JUST_PAST_THE_END, at('2026-06-17T18:05'));
    await eventually('a closed window', async () => (await invited.file()).applicationClosedAt !== null);
    expect(await invited.as('operator').send('declare-key-lost', input)).toMatchObject(accepted);
    town.faults.opener = false;
    const file = await invited.file();
    expect(file).toMatchObject({ status: 'taking-applications', applicationClosedAt: null, intake: { generation: 2 } });
    // Wednesday 17 June 18:05 and some seconds; five calendar days later is Monday the 22nd.
    expect(Math.abs(file.window!.closesAt - at('2026-06-22T18:05'))).toBeLessThan(60_000);
    expect(await openApplication(town.opener, { caseId: invited.id, windowId: before.intake!.windowId })).toBeNull();
    const { rows } = await town.db.pool.query<{ login: string }>(
      `select u.login from notification n join app_user u on u.id = n.user_id where n.event = 'hand-in-again'`,
    );
    expect(rows).toEqual([{ login: 'supplier1' }]);
    expect(await invited.as('creator').send('open-applications-by-hand', {})).toMatchObject({
      refusal: { code: 'no-application-yet' },
    });

    expect(await invited.apply('supplier1', { '1': '890000.00', '2': '440000.00' })).toMatchObject({ ok: true });
    expect(await invited.as('creator').send('open-applications-by-hand', {})).toMatchObject(accepted);
    await inStatus(invited, 'considering-applications');
    expect((await invited.file()).application?.prices).toEqual([
      { lot: '1', price: '890000.00' },
      { lot: '2', price: '440000.00' },
    ]);
    expect(await invited.as('operator').send('declare-key-lost', input)).toMatchObject({
      refusal: { code: 'not-in-this-status' },
    });
  });
});
