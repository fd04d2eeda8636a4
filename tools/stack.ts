import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { migrate } from '../db/migrate.ts';
import { issueDevelopmentKeys } from './certificate-authority/issue.ts';
import { freePort, releasePort } from './ports.ts';
import { buildPrograms } from './stack/build.ts';
import { databaseUsers } from './stack/database-users.ts';
import { holdDataFolder } from './stack/launcher-lock.ts';
import { runNodeTask } from './stack/node-service.ts';
import { orAbort } from './stack/or-abort.ts';
import { type Counts, type Parts, startServices } from './stack/parts.ts';
import { Steps, type StartLog } from './stack/steps.ts';
import { catchMail, openPostgres, openTemporal } from './stack/stores.ts';
import { readLauncherSettings, type LauncherSettings } from './settings.ts';

/** Where a running product is found. */
interface Place {
  baseUrl: string;
  databaseUrl: string;
  temporalAddress: string;
  /** Absent when Temporal is not ours and ZAKUP_TEMPORAL_UI names nothing. */
  temporalUi: string | undefined;
  /** Page of the mail catcher; absent when SMTP_URL names another server. */
  mailUrl: string | undefined;
  smtpUrl: string;
  dataDir: string;
}

/** The whole product, running. */
export interface Stack extends Place {
  /** The processes by name, to be stopped and begun again one by one. */
  parts: Parts;
  /** Local addresses of the web processes; `baseUrl` is that of the first one. */
  webs: string[];
  /** Addresses of `/metrics`, `/healthz` and `/readyz` of web, worker and opener, by name of the process. */
  metrics: Record<string, string>;
  /** Stops web, workers, mail, Temporal, PostgreSQL, in this order. */
  stop(): Promise<void>;
}

export interface StackOptions {
  dataDir: string;
  /** `default`: the usual numbers, the next free one if taken. `free`: any free ports, for tests beside a running portal. */
  ports: 'default' | 'free';
  /** Demo people and procurements on the first start of a data folder. */
  demo: boolean;
  log: StartLog;
  /** Ends a start that is under way. */
  signal?: AbortSignal;
  settings?: LauncherSettings;
  /** For test runs only: a power failure may lose the database. */
  fsync?: 'on' | 'off';
  /** Longest pause before a process that ended is started again, ms; unless given it grows to half a minute. */
  longestWait?: number;
  /** How many web, worker and opener processes run beside each other; one of each unless given. */
  counts?: Partial<Counts>;
}

const PORTS = { temporal: 7233, temporalUi: 8233, smtp: 8026, mail: 8025, postgres: 54_329, metrics: 9_464 };
const ANY = { temporal: 0, temporalUi: 0, smtp: 0, mail: 0, postgres: 0, metrics: 0 };

/** Starts everything that the environment does not already provide; on failure stops what was started and throws. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const stops: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (let last = stops.pop(); last; last = stops.pop()) await last();
  };
  try {
    return { ...(await start(options, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(options: StackOptions, stops: (() => Promise<void> | void)[]): Promise<Omit<Stack, 'stop'>> {
  const settings = options.settings ?? readLauncherSettings(process.env);
  const dataDir = resolve(options.dataDir);
  const { fsync, longestWait } = options;
  const ports = options.ports === 'free' ? ANY : PORTS;
  const log = (line: string) => options.log.line(line);
  const steps = new Steps(5, options.log);
  const parts: Parts = {};
  mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
  stops.push(await holdDataFolder(dataDir));
  const built = buildPrograms();
  // Awaited below; until then its failure waits too.
  built.catch(() => undefined);

  const database = await steps.take('PostgreSQL', async () => {
    const store = await openPostgres({ dataDir, given: settings.databaseUrl, port: ports.postgres, fsync, longestWait, log });
    stops.push(store.stop);
    if (store.part) parts.postgres = store.part;
    return { result: store.at, says: store.says };
  });
  options.signal?.throwIfAborted();

  const temporal = await steps.take('Temporal', async (passing) => {
    const where = { port: ports.temporal, uiPort: ports.temporalUi, givenUi: settings.temporalUi };
    const store = await orAbort(
      openTemporal({ dataDir, given: settings.temporalAddress, ...where, longestWait, log, passing }),
      options.signal,
    );
    stops.push(store.stop);
    if (store.part) parts.temporal = store.part;
    return { result: store.at, says: store.says };
  });

  const mail = await steps.take<{ smtpUrl: string; url: string | undefined }>('schema, mail', async () => {
    await migrate(database.databaseUrl, { movableClock: settings.sandbox });
    await platformKeys(dataDir, settings.sandbox);
    if (settings.smtpUrl) return { result: { smtpUrl: settings.smtpUrl, url: undefined }, says: 'mail as SMTP_URL says' };
    const catcher = await catchMail({ folder: join(dataDir, 'mail'), smtpPort: ports.smtp, webPort: ports.mail });
    stops.push(catcher.stop);
    parts.mail = catcher.part;
    const url = `http://localhost:${catcher.webPort}`;
    return { result: { smtpUrl: catcher.smtpUrl, url }, says: `mail is caught, port ${catcher.smtpPort}` };
  });
  options.signal?.throwIfAborted();

  const port = await freePort(options.ports === 'free' ? 0 : settings.port);
  stops.push(() => releasePort(port));
  const baseUrl = settings.baseUrl ?? `http://${options.ports === 'free' ? '127.0.0.1' : 'localhost'}:${port}`;
  const where = { ...database, ...temporal, baseUrl, mailUrl: mail.url, smtpUrl: mail.smtpUrl, dataDir };
  const env = environmentOf({ ...where, port, sandbox: settings.sandbox });

  const services = await steps.take('worker, web', async () => {
    const counts = { web: 1, worker: 1, opener: 1, ...options.counts };
    const databaseUrls = await databaseUsers(database.databaseUrl, settings);
    await built;
    const order = { dataDir, env, databaseUrls, port, metricsPort: ports.metrics, counts, log, longestWait };
    const result = await startServices(order, stops);
    const taken = options.ports === 'default' && port !== settings.port ? ` (${settings.port} was taken)` : '';
    return { result, says: `ready, port ${port}${taken}` };
  });
  options.signal?.throwIfAborted();

  await steps.take('demo data', async (passing) => ({
    result: null,
    says: await demoData({ ...options, settings }, dataDir, env, passing),
  }));
  return { ...where, ...services, parts: { ...parts, ...services.parts } };
}

/** The seal without which the worker does not start. Only the training portal makes its own; people's keys come with the demo data. */
async function platformKeys(dataDir: string, sandbox: boolean): Promise<void> {
  const dir = join(dataDir, 'ca');
  if (sandbox && !existsSync(join(dir, 'platform', 'platform.key.pem'))) await issueDevelopmentKeys({ dir, people: [] });
}

/** Demo data are laid once per data folder: a restart never brings back what was cleared. */
async function demoData(
  wanted: { demo: boolean; settings: LauncherSettings; signal?: AbortSignal },
  dataDir: string,
  env: NodeJS.ProcessEnv,
  passing: (text: string) => void,
): Promise<string> {
  // An outside database is remembered by its address, without the password.
  const { host, pathname } = new URL(env.DATABASE_URL!);
  const mark = join(
    dataDir,
    'run',
    `demo-laid-${wanted.settings.databaseUrl ? encodeURIComponent(host + pathname) : 'own'}.json`,
  );
  if (!wanted.demo || !wanted.settings.sandbox) return 'none';
  if (existsSync(mark)) return 'kept from the first start';
  const says = await orAbort(runNodeTask({ entry: 'tools/seed.ts', env, line: passing }), wanted.signal);
  writeFileSync(mark, JSON.stringify({ laid: new Date().toISOString() }));
  return says || 'laid';
}

function environmentOf(of: Place & { port: number; sandbox: boolean }): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    PORT: String(of.port),
    DATABASE_URL: of.databaseUrl,
    TEMPORAL_ADDRESS: of.temporalAddress,
    SMTP_URL: of.smtpUrl,
    ZAKUP_DATA_DIR: of.dataDir,
    ZAKUP_SANDBOX: of.sandbox ? '1' : '0',
    ZAKUP_SEALING_KEY_FILE: process.env.ZAKUP_SEALING_KEY_FILE || join(of.dataDir, 'keys', 'sealing.key'),
    ZAKUP_BASE_URL: of.baseUrl,
    ...(of.temporalUi ? { ZAKUP_TEMPORAL_UI: of.temporalUi } : {}),
    ...(of.mailUrl ? { ZAKUP_MAIL_UI: of.mailUrl } : {}),
  };
}
