import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPrinter } from '../../activities/print/printer.ts';
import { createAssets } from '../../api/assets.ts';
import { watched } from '../../api/health.ts';
import { createLog } from '../../watch/log.ts';
import type { Services } from '../../api/services.ts';
import { readSettings } from '../../api/settings.ts';
import { connect } from '../../db/client.ts';
import { legalOffset } from '../../db/clock.ts';
import { fileStore } from '../../db/file-store.ts';
import { outcomeWaiters } from '../../db/outcome-waiters.ts';
import type { WorkingCalendar } from '../../domain/calendar.ts';
import { openP12, type SigningKey } from '../../trust/browser/p12.ts';
import { loadOrCreatePortalKey } from '../../trust/receipt.ts';
import { fileSignatureProvider } from '../../trust/signature-provider.ts';
import { loadOrCreateMasterKey } from '../../trust/window-key.ts';
import { connectEngine, engineOptions } from '../../workflows/engine.ts';
import type { DevelopmentKeys } from '../certificate-authority/issue.ts';
import type { Moment } from './timeline.ts';

export interface DemoPlace {
  databaseUrl: string;
  dataDir: string;
  /** Address that printed documents name for verification. */
  baseUrl?: string;
  /** Address of Temporal; default as the environment says. */
  temporalAddress?: string;
}

/** What the story is told with: the services of the portal itself, the people's keys, a printer, the calendar. */
export interface World {
  services: Services;
  /** Opened key file of a person, by login. */
  keyOf(login: string): Promise<SigningKey>;
  print(html: string): Promise<Buffer>;
  calendar: WorkingCalendar;
  /** Instant of a moment of the story, ms. */
  instant(moment: Moment): number;
}

/** Services over the database and the files of the portal, for one process; `close` gives everything back. */
export async function openServices({
  databaseUrl,
  dataDir,
  baseUrl,
  temporalAddress,
}: DemoPlace): Promise<{ services: Services; close(): Promise<void> }> {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    ZAKUP_DATA_DIR: dataDir,
    ZAKUP_SANDBOX: '1',
    ...(baseUrl ? { ZAKUP_BASE_URL: baseUrl } : {}),
    ...(temporalAddress ? { TEMPORAL_ADDRESS: temporalAddress } : {}),
  };
  const settings = readSettings(env);
  const db = connect(databaseUrl, 10);
  const waiters = outcomeWaiters(db, databaseUrl);
  const engine = connectEngine(engineOptions(env), () => legalOffset(db.pool));
  const signatures = fileSignatureProvider(settings.trustDir);
  const services: Services = {
    ...{ db, settings, waiters, engine },
    log: createLog('web', 'silent'),
    assets: createAssets(new Map()),
    files: fileStore(join(settings.dataDir, 'files')),
    ...{ signatures, ...watched({ db, signatures, engine }) },
    blindKey: await loadOrCreateMasterKey(settings.blindKeyFile),
    receiptKey: await loadOrCreatePortalKey(settings.receiptKeyFile),
  };
  const close = async () => {
    await Promise.all([waiters.close(), engine.close()]);
    await db.close();
  };
  return { services, close };
}

/** The key files, each opened once. */
export function keyRing({ files, password }: DevelopmentKeys): World['keyOf'] {
  const opened = new Map<string, Promise<SigningKey>>();
  const open = async (login: string): Promise<SigningKey> => {
    const file = files[login];
    if (!file) throw new Error(`no key file for ${login}`);
    const opening = await openP12(await readFile(file), password);
    if (!opening.ok) throw new Error(`${file}: ${opening.reason}`);
    return opening.key;
  };
  return (login) => {
    const key = opened.get(login) ?? open(login);
    opened.set(login, key);
    return key;
  };
}

/** A printer that starts with the first document. */
export function lazyPrinter(): { print: World['print']; close(): Promise<void> } {
  let printer: ReturnType<typeof createPrinter> | null = null;
  return {
    print: async (html) => (printer ??= createPrinter()).print(html),
    close: async () => printer?.close(),
  };
}
