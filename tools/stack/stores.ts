import { connect } from '../../db/client.ts';
import { legalNow } from '../../db/clock.ts';
import { ensureDatabase, startPostgres } from '../postgres/index.ts';
import { findTemporal, prepareNamespace, readTemporalConfig, startTemporal } from '../temporal/index.ts';
import { keepRunning } from './keep-running.ts';
import { orAbort } from './or-abort.ts';
import type { Part } from './parts.ts';
import { startMailCatcher, type MailCatcher } from '../mail-catcher.ts';

/** What a store is for the rest: where it is, how it is stopped, one line about it. */
export interface Store<T> {
  at: T;
  says: string;
  stop: () => Promise<void>;
  /** Absent when it is not ours. */
  part?: Part;
}

interface StoreOptions {
  dataDir: string;
  /** Address of a store that runs already; then nothing is started. */
  given?: string;
  log: (line: string) => void;
  longestWait?: number;
}

const outside = async (): Promise<void> => {};

/** PostgreSQL: the one named by DATABASE_URL, or our own. */
export async function openPostgres(
  of: StoreOptions & { port: number; fsync?: 'on' | 'off' },
): Promise<Store<{ databaseUrl: string }>> {
  if (of.given) return { at: { databaseUrl: of.given }, says: 'as DATABASE_URL says', stop: outside };
  let port = of.port;
  const kept = await keepRunning({
    name: 'PostgreSQL',
    log: of.log,
    longestWait: of.longestWait,
    start: async () => {
      const server = await startPostgres({ dataDir: of.dataDir, port, fsync: of.fsync });
      port = server.port;
      return server;
    },
  });
  const databaseUrl = await ensureDatabase(kept.first.url, 'zakup');
  return { at: { databaseUrl }, says: saysPort('own', kept.first, of.port), stop: kept.stop, part: kept };
}

/** Temporal: the one at TEMPORAL_ADDRESS, or our own dev server. */
export async function openTemporal(
  of: StoreOptions & { port: number; uiPort: number; givenUi?: string; passing: (text: string) => void; signal?: AbortSignal },
): Promise<Store<{ temporalAddress: string; temporalUi: string | undefined }>> {
  if (of.given) {
    const says = await prepareNamespace(of.given, readTemporalConfig()).then(
      () => `as TEMPORAL_ADDRESS says, ${of.given}`,
      (error: Error) => `${of.given}; its namespace was not prepared (${error.message})`,
    );
    return { at: { temporalAddress: of.given, temporalUi: of.givenUi }, says, stop: outside };
  }
  const wanted = { port: of.port, uiPort: of.uiPort };
  const progress = (doing: string, seconds: number) => of.passing(`${doing}  ${elapsed(seconds)}`);
  // A build takes minutes: a start that is called off does not wait for it, the next one goes on with it.
  await orAbort(findTemporal(progress), of.signal);
  const kept = await keepRunning({
    name: 'Temporal',
    log: of.log,
    longestWait: of.longestWait,
    start: async () => {
      const server = await startTemporal({ dataDir: of.dataDir, ...wanted, progress });
      Object.assign(wanted, { port: server.port, uiPort: server.uiPort });
      return server;
    },
  });
  const { address, uiPort } = kept.first;
  const says = saysPort('own', kept.first, of.port);
  return { at: { temporalAddress: address, temporalUi: `http://localhost:${uiPort}` }, says, stop: kept.stop, part: kept };
}

/** The mail catcher, in this process; begun again it takes its old ports. */
export async function catchMail(of: {
  folder: string;
  smtpPort: number;
  webPort: number;
}): Promise<{ smtpUrl: string; smtpPort: number; webPort: number; part: Part; stop: () => Promise<void> }> {
  const first = await startMailCatcher(of);
  let current: MailCatcher | null = first;
  const stop = async () => {
    await current?.stop();
    current = null;
  };
  const part: Part = {
    pid: () => null,
    halt: () => stop().then(() => 'stopped'),
    async begin() {
      current ??= await startMailCatcher({ ...of, smtpPort: first.smtpPort, webPort: first.webPort });
    },
  };
  const { smtpUrl, smtpPort, webPort } = first;
  return { smtpUrl, smtpPort, webPort, part, stop };
}

/** Legal time of a database as people in Kazakhstan write it, UTC+5. */
export async function legalTime(databaseUrl: string): Promise<string> {
  const db = connect(databaseUrl, 1);
  try {
    const { ms } = await legalNow(db.pool);
    const [date, time] = new Date(ms + 5 * 3_600_000).toISOString().split('T') as [string, string];
    return `${date.split('-').reverse().join('.')} ${time.slice(0, 5)} (UTC+5)`;
  } finally {
    await db.close();
  }
}

function saysPort(whose: string, server: { port: number; adopted: boolean }, wanted: number): string {
  if (server.adopted) return `${whose}, still running from the last start, port ${server.port}`;
  return wanted === 0 || server.port === wanted
    ? `${whose}, port ${server.port}`
    : `${whose}, port ${server.port} (${wanted} was taken)`;
}

const elapsed = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
