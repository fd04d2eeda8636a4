import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { canaryRound } from '../../activities/canary.ts';
import { openQuotations } from '../../activities/open-quotations.ts';
import { lastRound } from '../../db/canary.ts';
import { setLegalOffset } from '../../db/clock.ts';
import { at } from '../support/draft-file.ts';
import { aMarket, type Market } from './quotation-market.ts';

let market: Market;
beforeAll(async () => {
  market = await aMarket();
}, 120_000);
afterAll(() => market.close());

/** The legal clock runs from this instant on. */
const runsFrom = (local: string) => setLegalOffset(market.db.pool, at(local) - Date.now());

beforeEach(async () => {
  await market.db.pool.query('truncate procurement_case cascade; truncate key_fingerprint, canary, window_key');
  await runsFrom('2026-11-24T10:00');
});

test('keys that can be used: the round is clean and says how many windows wait, nothing of offers', async () => {
  const file = await market.request('1000701-1');
  await market.request('1000702-1', { started: false });
  await market.offer(file, 'supplier1', [{ lot: '1', price: '950000.00' }]);
  expect(await canaryRound(market.opener)).toEqual({ windows: 2, faults: [] });
  expect(await lastRound(market.db.pool)).toMatchObject({ windows: 2, faults: [] });
  // Nothing was used for it.
  expect((await market.db.pool.query('select 1 from window_key where released_at is not null')).rowCount).toBe(0);
});

test('a lost master key is known before the end, window by window', async () => {
  await market.request('1000703-1');
  const { faults } = await canaryRound({ ...market.opener, master: randomBytes(32) });
  expect(faults).toEqual([{ fault: 'key-unreadable', number: '1000703-1', generation: 1 }]);
  expect((await lastRound(market.db.pool))?.faults).toEqual(faults);
});

test('a record removed or moved earlier in the database is known as well', async () => {
  await market.request('1000704-1');
  await market.db.pool.query(`delete from window_key where purpose = 'documents'`);
  await market.db.pool.query(`update window_key set record = jsonb_set(record, '{notBefore}', '1')`);
  expect((await canaryRound(market.opener)).faults).toEqual([
    { fault: 'key-missing', number: '1000704-1', generation: 1 },
    { fault: 'key-unreadable', number: '1000704-1', generation: 1 },
  ]);
});

test('a blind key that is not the web’s own, and a clock that stands still or goes wrong', async () => {
  await canaryRound(market.opener);
  expect((await canaryRound({ ...market.opener, blindKey: Buffer.alloc(32, 1) })).faults).toEqual([
    { fault: 'blind-key-differs' },
  ]);
  const behind = { ...market.opener, clock: (legal: number) => legal - 300_000 };
  expect((await canaryRound(behind)).faults).toEqual([{ fault: 'clock-differs' }]);
  await market.setClock('2026-11-24T10:00');
  expect((await canaryRound(market.opener)).faults).toEqual([{ fault: 'round-failed' }]);
});

test('keys of a void window are destroyed: what was sealed to them is read by nobody', async () => {
  const file = await market.request('1000705-1');
  await market.db.pool.query(`update intake_window set state = 'void'`);
  expect(await canaryRound(market.opener)).toEqual({ windows: 0, faults: [] });
  const { rows } = await market.db.pool.query<{ parts: unknown }>(`select record->'parts' as parts from window_key`);
  expect(rows).toEqual([{ parts: [] }, { parts: [] }]);
  await market.db.pool.query(`update intake_window set state = 'closed', closes_at = now() - interval '1 year'`);
  await expect(openQuotations(market.opener, { caseId: file.id, windowId: file.intake!.windowId })).rejects.toThrow(
    /unreadable|too-early/,
  );
});
