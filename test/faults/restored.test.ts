import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo } from '../../bench/clock.ts';
import { connect } from '../../db/client.ts';
import { findCase } from '../../db/cases.ts';
import { fileStore } from '../../db/file-store.ts';
import { migrate } from '../../db/migrate.ts';
import { makeCopy, bringBack } from '../../tools/backup/copy.ts';
import { openServices } from '../../tools/demo/world.ts';
import { ensureDatabase, removeCluster, startPostgres } from '../../tools/postgres/index.ts';
import { embeddedJson } from '../../tools/smoke/visitor.ts';
import { startStack, type Stack } from '../../tools/stack.ts';
import { verifyLedger } from '../../tools/verify/run.ts';
import { type OfferWindow, sealAndSign } from '../../trust/browser/seal-and-sign.ts';
import { loadTrustStore } from '../../trust/verify.ts';
import { eventually } from '../support/eventually.ts';
import { openHouse, send, type House } from './house.ts';

/** A copy of a running portal, brought back into an empty place with a Temporal that knows nothing. */
let house: House;
let second: Stack | null = null;
const folder = mkdtempSync(join(tmpdir(), 'zakup-copy-'));
const there = mkdtempSync(join(tmpdir(), 'zakup-restored-'));

beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => {
  await second?.stop();
  await house?.stop();
  removeCluster(there);
  for (const each of [folder, there]) rmSync(each, { recursive: true, force: true });
});

test('backup and restore: the ledger is clean, the cases run on, and what was sealed before is opened with the keys that came along', async () => {
  const window = { opensAt: house.instant(1, '09:00'), closesAt: house.instant(10, '18:00') };
  const [taking] = await house.publish(1, window);
  const [ahead] = await house.publish(1);
  const organizer = await house.organizer();
  expect((await send(organizer, (await house.acts([ahead!]))())).status).toBe(200);
  await goTo(house, window.opensAt + 1_000, [taking!]);
  const statusOf = async (number: string) => (await findCase(house.services.db.pool, number))?.status;
  await eventually('the window is open', async () => (await statusOf(taking!)) === 'taking-quotations');
  const supplier = await house.visitor().signIn('supplier1');
  const page = await supplier.get(`/procurements/${taking}/quotation`);
  const prices = [{ lot: '1', price: '1000.00' }];
  const { post } = await sealAndSign(embeddedJson<OfferWindow>(page, 'data-window'), { prices }, await house.keyOf('supplier1'));
  const handedIn = await supplier.postJson(`/procurements/${taking}/quotation`, { ...post, commandId: randomUUID() });
  expect(handedIn.status).toBe(201);

  // The portal works on meanwhile; then the machine is gone.
  const [copy, keys] = [join(folder, 'copy'), join(folder, 'keys')];
  const made = await makeCopy(house.stack, copy, keys);
  expect(made.rows).toMatchObject({ procurement_case: 2, sealed_offer: 1 });
  await house.stop();

  const postgres = await startPostgres({ dataDir: there, port: 0, fsync: 'off' });
  const databaseUrl = await ensureDatabase(postgres.url, 'zakup');
  await migrate(databaseUrl, { movableClock: true });
  expect((await bringBack({ databaseUrl, dataDir: there }, copy, keys)).rows).toEqual(made.rows);
  await expect(bringBack({ databaseUrl, dataDir: there }, copy, keys)).rejects.toThrow('only brought back into an empty one');
  const db = connect(databaseUrl, 2);
  const world = { files: fileStore(join(there, 'files')), trust: await loadTrustStore(join(there, 'ca', 'trust')) };
  const { cases, findings } = await verifyLedger(db, world);
  expect(cases).toBe(2);
  expect(findings).toEqual([]);
  await db.close();
  await postgres.stop();

  second = await startStack({ dataDir: there, ports: 'free', demo: false, fsync: 'off', log: { line: () => undefined } });
  const inside = await openServices({ ...second, dataDir: there });
  const { services } = inside;
  for (const number of [taking!, ahead!]) await services.engine.wake((await findCase(services.db.pool, number))!);
  await goTo({ ...house, services }, window.closesAt + 1_000, [taking!, ahead!]);
  await eventually(
    'the quotation is opened',
    async () => (await findCase(services.db.pool, taking!))?.quotations?.length === 1,
    60_000,
  );
  expect((await findCase(services.db.pool, ahead!))?.suspension).not.toBeNull();
  const receipt = await (
    await house.visitor(second.webs[0]).signIn('supplier1')
  ).get(`/procurements/${taking}/quotation/receipt`);
  expect(receipt.status).toBe(200);
  await inside.close();
});
