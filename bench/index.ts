import { measureCommands } from './commands.ts';
import { goalsOf } from './goals.ts';
import { load, machine } from './machine.ts';
import { type Part, readOptions } from './options.ts';
import { measurePages } from './pages.ts';
import { openPortal } from './portal.ts';
import { measurePrinting } from './printing.ts';
import { type Run, tableOf } from './report.ts';
import { measureSearch } from './search.ts';
import { measureSleeping } from './sleeping.ts';
import { measureVerifying } from './verifying.ts';
import { measureWindows } from './windows.ts';

/** `npm run bench`: measures the real stack on this machine, over 127.0.0.1 only; `--json` prints the run on standard output. */

const options = readOptions(process.argv.slice(2));
const began = performance.now();
const say = (line: string): void => void process.stderr.write(`  ${line}\n`);
const before = load();
const loads: Partial<Record<Part, number>> = {};

/** Says what is measured, how long that took and how busy the machine was; null when it was not asked for. */
async function part<T>(name: Part, work: () => Promise<T>): Promise<T | null> {
  if (!options.only.includes(name)) return null;
  const start = performance.now();
  say(`${name} …`);
  const result = await work();
  loads[name] = load();
  say(`${name}: ${((performance.now() - start) / 1_000).toFixed(1)} s, load average ${loads[name]}`);
  return result;
}

const portal = await openPortal(say, { counts: { web: options.webs } });
let stopping: Promise<void> | null = null;
const stop = () => (stopping ??= portal.stop());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().then(() => process.exit(130)));

try {
  const { rows } = await portal.services.db.pool.query<{ server_version: string }>('show server_version');
  // Reading first, acts last: letters about them leave the outbox for minutes and would slow down what is measured after them.
  const pages = await part('pages', () => measurePages(portal));
  const sleeping = await part('sleeping', () => measureSleeping(portal, options.sleeping));
  const ended = await part('windows', () => measureWindows(portal, options));
  const printing = ended && (await part('printing', () => measurePrinting(portal, ended.numbers[0]!, options.protocols)));
  const verifying = await part('verifying', () => measureVerifying(portal));
  const search = await part('search', () => measureSearch(portal, options.lots));
  const commands = await part('commands', () => measureCommands(portal, options.acts));
  const run: Run = {
    ...{ date: new Date().toISOString(), machine: machine(rows[0]!.server_version), load: { before, ...loads } },
    ...{ seconds: Math.round((performance.now() - began) / 1_000), options },
    ...{
      commands,
      quotations: ended?.quotations ?? null,
      windows: ended?.windows ?? null,
      sleeping,
      verifying,
      search,
      pages,
      printing,
    },
  };
  process.stdout.write(options.json ? `${JSON.stringify({ ...run, goals: goalsOf(run) }, null, 2)}\n` : `\n${tableOf(run)}\n`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await stop();
}
process.exit();
