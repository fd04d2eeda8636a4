import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo } from '../../bench/clock.ts';
import { findCase } from '../../db/cases.ts';
import { openServices } from '../../tools/demo/world.ts';
import { removeCluster } from '../../tools/postgres/index.ts';
import { embeddedJson } from '../../tools/smoke/visitor.ts';
import { startStack, type Stack } from '../../tools/stack.ts';
import { type OfferWindow, sealAndSign } from '../../trust/browser/seal-and-sign.ts';
import { eventually } from '../support/eventually.ts';
import { openHouse, send, type House } from './house.ts';

const execute = promisify(execFile);

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

/** What an operator's command says, without the numbers of its time, and how it ends. */
async function run(tool: string, args: string[], env: NodeJS.ProcessEnv): Promise<{ code: number; said: string }> {
  const program = fileURLToPath(new URL(`../../tools/${tool}`, import.meta.url));
  const { PATH, HOME } = process.env;
  const options = { env: { PATH, HOME, ...env } };
  const ended = await execute(process.execPath, ['--import', 'tsx', program, ...args], options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  return { code: ended.code, said: `${ended.stdout}${ended.stderr}`.trim() };
}

/** One byte of one stored file is another one for a while. */
async function withOneFileChanged(dir: string, work: () => Promise<void>): Promise<void> {
  const name = readdirSync(dir, { recursive: true, encoding: 'utf8' }).find((each) => statSync(join(dir, each)).isFile())!;
  const [path, bytes] = [join(dir, name), readFileSync(join(dir, name))];
  writeFileSync(path, Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1)! ^ 1])]));
  await work();
  writeFileSync(path, bytes);
}

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
  const from = { DATABASE_URL: house.stack.databaseUrl, ZAKUP_DATA_DIR: house.stack.dataDir };
  const made = await run('backup.ts', ['make', copy, keys], from);
  expect(made.code).toBe(0);
  expect(made.said).toMatch(/^2 procurements, \d+ rows, \d+ files$/m);
  await house.stop();

  expect(await run('backup.ts', ['restore', copy, keys], { ZAKUP_DATA_DIR: there })).toEqual(made);
  const again = await run('backup.ts', ['restore', copy, keys], { ZAKUP_DATA_DIR: there });
  expect(again.code).toBe(1);
  expect(again.said).toContain('only brought back into an empty one');
  const verified = await run('verify.ts', [], { ZAKUP_DATA_DIR: there });
  expect(verified.code).toBe(0);
  expect(verified.said).toContain('2 cases');
  await withOneFileChanged(join(there, 'files'), async () => {
    expect(await run('verify.ts', [], { ZAKUP_DATA_DIR: there })).toMatchObject({ code: 1 });
  });
  expect(
    await run('verify.ts', [], { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none', ZAKUP_DATA_DIR: there }),
  ).toMatchObject({
    code: 2,
  });

  second = await startStack({ dataDir: there, ports: 'free', demo: false, fsync: 'off', log: { line: () => undefined } });
  const inside = await openServices({ ...second, dataDir: there });
  const { services } = inside;
  const beside = { DATABASE_URL: second.databaseUrl, TEMPORAL_ADDRESS: second.temporalAddress };
  expect(await run('wake.ts', [], beside)).toMatchObject({ code: 0, said: '2 open procurements run' });
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
