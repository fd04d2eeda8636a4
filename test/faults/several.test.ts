import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileStore } from '../../db/file-store.ts';
import { verifyLedger } from '../../tools/verify/run.ts';
import { loadTrustStore } from '../../trust/verify.ts';
import { eventually } from '../support/eventually.ts';
import { openHouse, type House } from './house.ts';
import { beginLoad, type Load } from './load.ts';

/** Two processes of each kind side by side, sessions and outcomes shared through the database. */
const CALLERS = 6;
let house: House;
let load: () => Load;

beforeAll(async () => {
  house = await openHouse({ web: 2, worker: 2, opener: 2 });
  const numbers = await house.publish(CALLERS);
  const acts = await Promise.all(numbers.map((number) => house.acts([number])));
  const visitors: Awaited<ReturnType<House['organizer']>>[][] = [];
  for (const _ of numbers) {
    const organizer = await house.organizer();
    visitors.push(house.stack.webs.map((web) => organizer.at(web)));
  }
  load = () => beginLoad({ visitors, acts });
});
afterAll(() => house?.stop());

const answered = (load: Load) => Object.values(load.report.statuses).reduce((sum, count) => sum + count, 0);

/** Exactly one outcome per command, and at most one step of a case. */
async function expectOneOutcomeEach(commands: string[]): Promise<void> {
  const { pool } = house.services.db;
  const open = async () =>
    (await pool.query('select 1 from command where id = any($1::uuid[]) and outcome is null', [commands])).rowCount === 0;
  await eventually('every command has its outcome', open, 90_000);
  const { rows } = await pool.query<{ accepted: boolean; steps: number; count: number }>(
    `select (outcome ->> 'accepted')::bool as accepted, (select count(distinct seq)::int from journal j where j.command_id = c.id) as steps,
       count(*)::int from command c where id = any($1::uuid[]) group by 1, 2 order by 1`,
    [commands],
  );
  expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(commands.length);
  expect(rows.every(({ accepted, steps }) => steps === (accepted ? 1 : 0))).toBe(true);
}

test('drain: web, worker and opener are told to end under load; each ends with 0 within 15 s, and no request is cut', async () => {
  const running = load();
  await eventually('the load runs', () => answered(running) > 20);
  const { parts, metrics } = house.stack;
  const began = performance.now();
  const ending = Promise.all(['web-2', 'worker-2', 'opener-2'].map((name) => parts[name]!.halt()));
  await eventually('web-2 is not ready any more', async () => (await fetch(`${metrics['web-2']}/readyz`)).status === 503, 2_000);
  expect(await ending).toEqual(['ended with code 0', 'ended with code 0', 'ended with code 0']);
  expect(performance.now() - began).toBeLessThan(15_000);
  const before = answered(running);
  await eventually('the others go on', () => answered(running) > before + 20);
  const report = await running.stop();
  expect(report.cut).toEqual([]);
  expect(Object.keys(report.statuses).filter((status) => Number(status) >= 400)).toEqual([]);
  await expectOneOutcomeEach(report.commands);
  await Promise.all(['web-2', 'worker-2', 'opener-2'].map((name) => parts[name]!.begin()));
});

test('kill: one web and one worker end without warning under load; every command has exactly one outcome and the ledger is clean', async () => {
  const running = load();
  await eventually('the load runs', () => answered(running) > 20);
  house.kill('web');
  house.kill('worker');
  const before = answered(running);
  await eventually('the others go on', () => answered(running) > before + 40, 60_000);
  const report = await running.stop();
  expect(Object.keys(report.statuses).filter((status) => Number(status) >= 500 && status !== '503')).toEqual([]);
  await expectOneOutcomeEach(report.commands);
  const { dataDir } = house.stack;
  const trust = await loadTrustStore(join(dataDir, 'ca', 'trust'));
  const { findings } = await verifyLedger(house.services.db, { files: fileStore(join(dataDir, 'files')), trust });
  expect(findings).toEqual([]);
});
