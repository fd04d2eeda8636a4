import { measureCommands } from './commands.ts';
import { load, machine } from './machine.ts';
import { readOptions } from './options.ts';
import { measurePages } from './pages.ts';
import { openPortal } from './portal.ts';
import { measurePrinting } from './printing.ts';
import { goalsOf, type Run, tableOf } from './report.ts';
import { measureSearch } from './search.ts';
import { measureWindows } from './windows.ts';

/** `npm run bench`: measures the real stack on this machine, over 127.0.0.1 only; `--json` prints the run on standard output. */

const options = readOptions(process.argv.slice(2));
const began = performance.now();
const say = (line: string): void => void process.stderr.write(`  ${line}\n`);
const before = load();

/** Says what is measured, then how long that took. */
async function part<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  say(`${name} …`);
  const result = await work();
  say(`${name}: ${((performance.now() - start) / 1_000).toFixed(1)} s`);
  return result;
}

const portal = await openPortal(say);
let stopping: Promise<void> | null = null;
const stop = () => (stopping ??= portal.stop());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().then(() => process.exit(130)));

try {
  const { rows } = await portal.services.db.pool.query<{ server_version: string }>('show server_version');
  // Reading first, acts last: letters about them leave the outbox for minutes and would slow down what is measured after them.
  const pages = await part('pages', () => measurePages(portal));
  const search = await part('search', () => measureSearch(portal, options.lots));
  const { numbers, quotations, windows } = await part('quotations and windows', () => measureWindows(portal, options.windows));
  const printing = await part('printing', () => measurePrinting(portal, numbers[0]!, options.protocols));
  const commands = await part('commands', () => measureCommands(portal, options.acts));
  const run: Run = {
    ...{ date: new Date().toISOString(), machine: machine(rows[0]!.server_version), load: { before, after: load() } },
    ...{ seconds: Math.round((performance.now() - began) / 1_000), options },
    ...{ commands, quotations, windows, search, pages, printing },
  };
  process.stdout.write(options.json ? `${JSON.stringify({ ...run, goals: goalsOf(run) }, null, 2)}\n` : `\n${tableOf(run)}\n`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await stop();
}
process.exit();
