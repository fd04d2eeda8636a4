import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotAsExpected, same } from './smoke/expect.ts';
import { checkEngine, checkMail, checkProtocol, checkSeal, checkVerification } from './smoke/results.ts';
import { apply, conclude, decide } from './smoke/single-source.ts';
import { Visitor } from './smoke/visitor.ts';
import { actOfCourt, goUntil, handIn, isRefused, NUMBER, publish, sealed, STATUS, statusOf } from './smoke/walk.ts';
import { startStack, type Stack } from './stack.ts';

/** `npm run smoke`: starts the real stack in a temporary folder and walks a single source and a request for price quotations over HTTP. */

/** What the walk must end with; typed by hand. Suppliers' numbers as in the seeds. */
const BIN = { supplier1: '140340990192', supplier2: '170640990215', supplier3: '921003399644', supplier4: '120140990228' };
const RESULTS = {
  // 297 500.00 − 279 650.50; the lowest price of all came from a supplier under restriction.
  1: {
    winner: BIN.supplier2,
    second: BIN.supplier1,
    contract: '279650.50',
    saving: '17849.50, 6.0 %',
    rejected: [[BIN.supplier4, 'restriction']] as [string, string][],
  },
  // Equal prices: the one received first. One price is above the lot's amount.
  2: {
    winner: BIN.supplier1,
    second: BIN.supplier3,
    contract: '24990.00',
    saving: '510.00, 2.0 %',
    rejected: [[BIN.supplier2, 'above-lot-amount']] as [string, string][],
  },
};

async function walk({ baseUrl, dataDir, temporalAddress, mailUrl = '' }: Stack): Promise<void> {
  const visitor = new Visitor(baseUrl);
  const people = ['organizer', 'operator', 'supplier1', 'supplier2', 'supplier3', 'supplier4'] as const;
  const [organizer, operator, ...suppliers] = await step('people sign in', () =>
    Promise.all(people.map((login) => new Visitor(baseUrl).signIn(login))),
  );
  const [one, two, three, four] = suppliers as [Visitor, Visitor, Visitor, Visitor];
  const seal = (supplier: Visitor, place: number, prices: Record<string, string>) =>
    sealed(supplier, { dataDir, login: `supplier${place}`, prices });

  await step('single source: an application with documents', () => apply(one, dataDir, '420000.00'));
  await step('opened by hand, admitted by the representative', () => decide(organizer!));
  // 435 000.00 less 420 000.00.
  await step('its protocol is formed, signed, published', () =>
    conclude(organizer!, dataDir, { contract: '420000.00', saving: '15000.00' }),
  );
  await step(`${NUMBER} is published`, () => publish(organizer!, visitor));
  same('status', await statusOf(visitor), STATUS.published);
  await step('a quotation before the window is refused', async () =>
    isRefused(one, await seal(one, 1, { 1: '285000.00' }), 'window-not-open'),
  );
  await step('the window opens', () => goUntil(operator!, STATUS.taking));
  await step('three sealed quotations, each with a receipt', async () => {
    await handIn(one, await seal(one, 1, { 1: '285000.00', 2: '24990.00' }));
    await handIn(two, await seal(two, 2, { 1: '295000.00' }));
    await handIn(four, await seal(four, 4, { 1: '200000.00' }));
  });
  const late = await seal(three, 3, { 1: '291000.00', 2: '24990.00' });
  await step('a court suspends', () => actOfCourt(organizer!, 'suspend', '7119-26-00-2/501'));
  await step('a quotation meanwhile is refused', () => isRefused(three, late, 'suspended'));
  await step('the court lets it go on', () => actOfCourt(organizer!, 'resume', '7119-26-00-2/502'));
  await step('one more quotation, one is replaced', async () => {
    await handIn(three, late);
    await handIn(two, await seal(two, 2, { 1: '279650.50', 2: '25500.01' }));
  });
  await step('the window closes, results are published', () => goUntil(operator!, STATUS.completed));
  await step('a quotation after the end is refused', () =>
    isRefused(three, { ...late, commandId: randomUUID() }, 'window-closed'),
  );
  const protocol = await step('protocol: bytes, twin, results', () => checkProtocol(visitor, RESULTS));
  await step('seal of the portal', () => checkSeal(protocol, dataDir));
  await step('public check of the file', () => checkVerification(visitor, protocol));
  await step('letters to those who took part', () =>
    checkMail(mailUrl, ['organizer', 'supplier1', 'supplier2', 'supplier3', 'supplier4']),
  );
  await step('processes in Temporal', () => checkEngine(temporalAddress, '1000007-1'));
}

const NAME_WIDTH = 52;
const began = performance.now();
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1).padStart(6)} s`;

/** Does a step and says how long it took, with what it returned if that is a text. */
async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    const result = await work();
    console.log(`  ok    ${name.padEnd(NAME_WIDTH)} ${seconds(start)}${typeof result === 'string' ? `   ${result}` : ''}`);
    return result;
  } catch (error) {
    console.log(`  FAIL  ${name.padEnd(NAME_WIDTH)} ${seconds(start)}`);
    throw error;
  }
}

/** Errors that the portal's processes logged, the last ten. */
function troubles(): string[] {
  const folder = join(dataDir, 'logs');
  const files = ['web', 'worker', 'opener'].map((name) => join(folder, `${name}.log`)).filter((file) => existsSync(file));
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  return lines.filter((line) => /"level":[56]0/.test(line)).slice(-10);
}

const dataDir = mkdtempSync(join(tmpdir(), 'zakup-smoke-'));
const off = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => off.abort(new Error(`stopped by ${signal}`)));

let stack: Stack | null = null;
try {
  const log = { line: (text: string) => console.log(`  ${text}`) };
  stack = await startStack({ dataDir, ports: 'free', demo: true, log, signal: off.signal, fsync: 'off' });
  const stopped = new Promise<never>((_, reject) =>
    off.signal.addEventListener('abort', () => reject(off.signal.reason as Error)),
  );
  await Promise.race([walk(stack), stopped]);
  console.log(`  smoke passed, ${seconds(began).trim()}`);
} catch (error) {
  console.error(error instanceof NotAsExpected ? `  ${error.message}` : error);
  for (const line of troubles()) console.error(line.slice(0, 2_000));
  process.exitCode = 1;
} finally {
  await stack?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit();
