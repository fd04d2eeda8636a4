import { join, resolve } from 'node:path';
import { z } from 'zod';
import { WATCH_ENVIRONMENT, watchSettings, type WatchSettings } from '../watch/settings.ts';

/** Running cases that a worker keeps in memory unless told otherwise. */
export const CACHED_CASES = 500;

const environment = z.object({
  DATABASE_URL: z.string().min(1),
  SMTP_URL: z.string().default('smtp://127.0.0.1:8026'),
  ZAKUP_DATA_DIR: z.string().default('.data'),
  ZAKUP_BASE_URL: z.url().default('http://localhost:3000'),
  ZAKUP_SANDBOX: z.string().optional(),
  ZAKUP_SEALING_KEY_FILE: z.string().optional(),
  ZAKUP_BLIND_KEY_FILE: z.string().optional(),
  ZAKUP_PLATFORM_KEY_DIR: z.string().optional(),
  ZAKUP_TRUST_DIR: z.string().optional(),
  ZAKUP_CACHED_CASES: z.coerce.number().int().min(10).max(10_000).default(CACHED_CASES),
  ...WATCH_ENVIRONMENT,
});

/** Settings of the worker and the opener. Paths are absolute. */
export interface WorkerSettings {
  databaseUrl: string;
  smtpUrl: string;
  dataDir: string;
  filesDir: string;
  lettersTakenDir: string;
  baseUrl: string;
  sandbox: boolean;
  sealingKeyFile: string;
  blindKeyFile: string;
  platformKeyDir: string;
  trustDir: string;
  /** Running cases kept in memory; others are read again from their history when something happens to them. */
  cachedCases: number;
  logLevel: string;
  watch: WatchSettings;
}

/** Reads the settings; throws with the names of what is wrong. */
export function readWorkerSettings(env: NodeJS.ProcessEnv): WorkerSettings {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!parsed.success) throw new Error(`Settings: ${z.prettifyError(parsed.error)}`);
  const e = parsed.data;
  const dataDir = resolve(e.ZAKUP_DATA_DIR);
  return {
    databaseUrl: e.DATABASE_URL,
    smtpUrl: e.SMTP_URL,
    dataDir,
    filesDir: join(dataDir, 'files'),
    lettersTakenDir: join(dataDir, 'letters-taken'),
    baseUrl: e.ZAKUP_BASE_URL.replace(/\/+$/, ''),
    sandbox: ['1', 'true', 'yes'].includes((e.ZAKUP_SANDBOX ?? '').toLowerCase()),
    sealingKeyFile: e.ZAKUP_SEALING_KEY_FILE ?? join(dataDir, 'keys', 'sealing.key'),
    blindKeyFile: e.ZAKUP_BLIND_KEY_FILE ?? join(dataDir, 'keys', 'blind.key'),
    platformKeyDir: e.ZAKUP_PLATFORM_KEY_DIR ?? join(dataDir, 'ca', 'platform'),
    trustDir: e.ZAKUP_TRUST_DIR ?? join(dataDir, 'ca', 'trust'),
    cachedCases: e.ZAKUP_CACHED_CASES,
    logLevel: e.ZAKUP_LOG_LEVEL,
    watch: watchSettings(e),
  };
}
