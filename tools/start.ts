import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { readLauncherSettings } from './settings.ts';
import { runNodeTask } from './stack/node-service.ts';
import { startStack, type Stack } from './stack.ts';
import type { StartLog } from './stack/steps.ts';
import { legalTime } from './stack/stores.ts';

/** `npm start`: the whole product in one process tree. */

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
const onTerminal = process.stdout.isTTY;
let saidAt = 0;

const log: StartLog = {
  line: (text) => console.log(onTerminal ? `\r\x1b[K  ${text}` : `  ${text}`),
  passing(text) {
    if (onTerminal) process.stdout.write(`\r\x1b[K  ${text}`);
    // Where lines cannot be replaced, a sign of life every 15 s is enough.
    else if (performance.now() - saidAt > 15_000) {
      saidAt = performance.now();
      console.log(`  ${text}`);
    }
  },
};

// The first signal stops in order, the third one ends a stop that hangs.
const off = new AbortController();
let asked = 0;
let stack: Stack | null = null;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stopAll());

async function stopAll(): Promise<void> {
  if (++asked === 1) {
    off.abort(new Error('stopped during the start'));
    if (stack === null) return;
    log.line('stopping');
    await stack.stop();
    process.exit(0);
  }
  if (asked > 2) process.exit(130);
}

try {
  const settings = readLauncherSettings(process.env);
  log.line(`Zakup ${version}${settings.sandbox ? '   sandbox' : ''}`);
  stack = await startStack({
    dataDir: settings.dataDir,
    ports: 'default',
    demo: settings.sandbox,
    log,
    signal: off.signal,
    settings,
  });
  await sayWhere(stack, settings.sandbox);
  checkEveryDay(stack);
} catch (error) {
  log.line(off.signal.aborted ? 'stopped' : `Zakup did not start. ${(error as Error).message}`);
  process.exit(off.signal.aborted ? 0 : 1);
}

/** The ledger is checked a minute after the start and then every day, ms; the operator's page shows what was found. */
function checkEveryDay(of: Stack): void {
  const env = {
    ...process.env,
    ...{ DATABASE_URL: of.databaseUrl, TEMPORAL_ADDRESS: of.temporalAddress, ZAKUP_DATA_DIR: of.dataDir },
  };
  const check = () =>
    runNodeTask({ entry: 'tools/verify.ts', env, line: () => undefined }).catch((error: unknown) => {
      if (off.signal.aborted) return;
      log.line(`The ledger does not agree or could not be checked: ${of.baseUrl}/operator/ledger`);
      log.line((error as Error).message);
    });
  setTimeout(() => void check(), 60_000).unref();
  setInterval(() => void check(), 24 * 3_600_000).unref();
}

/** One block of addresses; nothing follows it unless something breaks. */
async function sayWhere(of: Stack, sandbox: boolean): Promise<void> {
  const lines: [string, string | undefined][] = [
    ['Site', of.baseUrl],
    ['Temporal', of.temporalUi ?? of.temporalAddress],
    ['Mail', of.mailUrl ?? of.smtpUrl.replace(/\/\/[^@/]*@/, '//')],
    ['Metrics', of.metrics.web && `${of.metrics.web.replace('127.0.0.1', 'localhost')}/metrics`],
    ['Legal time', await legalTime(of.databaseUrl)],
    [
      'Sign in',
      sandbox ? 'organizer / demo-organizer     supplier1 … supplier4 / demo-supplier     operator / demo-operator' : undefined,
    ],
    [
      'Try',
      sandbox ? '1 sign in as supplier1   2 open a lot, offer a price   3 as operator: go to the next deadline' : undefined,
    ],
    ['Data', `${relative(process.cwd(), of.dataDir) || of.dataDir} (kept), logs in its folder logs`],
    ['Stop', 'Ctrl-C stops everything'],
  ];
  console.log('');
  for (const [name, text] of lines) if (text !== undefined) log.line(`${name.padEnd(11)} ${text}`);
}
