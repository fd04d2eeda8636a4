import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { WATCH_ENVIRONMENT, watchSettings, type WatchSettings } from '../watch/settings.ts';

const flag = z
  .string()
  .default('')
  .transform((text) => ['1', 'true', 'yes'].includes(text.toLowerCase()));

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.string().min(1),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  ZAKUP_DATA_DIR: z.string().default('.data'),
  ZAKUP_BASE_URL: z.url().optional(),
  ZAKUP_SANDBOX: flag,
  ZAKUP_SESSION_SECRET: z.string().min(32).optional(),
  ZAKUP_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  ZAKUP_TEMPORAL_UI: z.url().optional(),
  ZAKUP_MAIL_UI: z.url().optional(),
  ZAKUP_API_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(1200),
  ZAKUP_BLIND_KEY_FILE: z.string().optional(),
  ZAKUP_RECEIPT_KEY_FILE: z.string().optional(),
  ZAKUP_TRUST_DIR: z.string().optional(),
  ...WATCH_ENVIRONMENT,
  ZAKUP_DRAIN_SECONDS: z.coerce.number().min(0).max(10).default(1),
});

/** Settings of the web process. */
export interface Settings {
  port: number;
  host: string;
  databaseUrl: string;
  temporalAddress: string;
  dataDir: string;
  /** Address under which people reach the portal, without a trailing slash; https makes cookies secure. */
  baseUrl: string;
  /** A training portal: demo people, movable legal clock. */
  sandbox: boolean;
  sessionSecret: string;
  /** Number of proxies in front whose X-Forwarded-For is believed. */
  trustedProxies: number;
  temporalUi?: string;
  mailUi?: string;
  logLevel: string;
  /** Requests of the API per minute, of each token and of each address without one. */
  apiRequestsPerMinute: number;
  watch: WatchSettings;
  /** How long requests are still taken after SIGTERM, ms: until a balancer has seen that this process is not ready any more. */
  drainMs: number;
  blindKeyFile: string;
  receiptKeyFile: string;
  /** Roots, issuers and revocation lists that signatures are judged by. */
  trustDir: string;
}

/** Reads the settings; throws with the names of what is wrong. The session secret is made on first use, mode 0600. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new Error(`Settings: ${z.prettifyError(parsed.error)}`);
  const e = parsed.data;
  const dataDir = resolve(e.ZAKUP_DATA_DIR);
  return {
    port: e.PORT,
    host: e.HOST,
    databaseUrl: e.DATABASE_URL,
    temporalAddress: e.TEMPORAL_ADDRESS,
    dataDir,
    baseUrl: (e.ZAKUP_BASE_URL ?? `http://localhost:${e.PORT}`).replace(/\/+$/, ''),
    sandbox: e.ZAKUP_SANDBOX,
    sessionSecret: e.ZAKUP_SESSION_SECRET ?? keptSecret(join(dataDir, 'keys', 'session.key')),
    trustedProxies: e.ZAKUP_TRUSTED_PROXIES,
    temporalUi: e.ZAKUP_TEMPORAL_UI,
    mailUi: e.ZAKUP_MAIL_UI,
    logLevel: e.ZAKUP_LOG_LEVEL,
    apiRequestsPerMinute: e.ZAKUP_API_PER_MINUTE,
    watch: watchSettings(e),
    drainMs: e.ZAKUP_DRAIN_SECONDS * 1000,
    blindKeyFile: e.ZAKUP_BLIND_KEY_FILE ?? join(dataDir, 'keys', 'blind.key'),
    receiptKeyFile: e.ZAKUP_RECEIPT_KEY_FILE ?? join(dataDir, 'keys', 'receipt.key'),
    trustDir: e.ZAKUP_TRUST_DIR ?? join(dataDir, 'ca', 'trust'),
  };
}

/** The secret of the file, made if missing; two processes starting at once agree on the first one written. */
function keptSecret(file: string): string {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
