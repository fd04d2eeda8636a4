import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  ZAKUP_DATA_DIR: z.string().default('.data'),
  ZAKUP_SANDBOX: z.enum(['0', '1']).default('1'),
  DATABASE_URL: z.string().optional(),
  ZAKUP_WEB_DATABASE_URL: z.string().optional(),
  ZAKUP_WORKER_DATABASE_URL: z.string().optional(),
  ZAKUP_OPENER_DATABASE_URL: z.string().optional(),
  TEMPORAL_ADDRESS: z.string().optional(),
  SMTP_URL: z.url().optional(),
  ZAKUP_BASE_URL: z.url().optional(),
  ZAKUP_TEMPORAL_UI: z.url().optional(),
});

/** What `npm start` reads from the environment; what is absent it brings itself. */
export interface LauncherSettings {
  /** Wanted port of the site. */
  port: number;
  /** All that `npm start` keeps. */
  dataDir: string;
  /** Training portal: demo people, movable legal clock. On unless ZAKUP_SANDBOX=0. */
  sandbox: boolean;
  databaseUrl?: string;
  /** With `databaseUrl`, which is then the owner's: the users of the processes. */
  webDatabaseUrl?: string;
  workerDatabaseUrl?: string;
  openerDatabaseUrl?: string;
  temporalAddress?: string;
  smtpUrl?: string;
  baseUrl?: string;
  temporalUi?: string;
}

/** Reads the settings; throws with the names of what is wrong. An empty value counts as absent. */
export function readLauncherSettings(env: NodeJS.ProcessEnv): LauncherSettings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new Error(`Settings: ${z.prettifyError(parsed.error)}`);
  const e = parsed.data;
  return {
    port: e.PORT,
    dataDir: e.ZAKUP_DATA_DIR,
    sandbox: e.ZAKUP_SANDBOX === '1',
    databaseUrl: e.DATABASE_URL,
    webDatabaseUrl: e.ZAKUP_WEB_DATABASE_URL,
    workerDatabaseUrl: e.ZAKUP_WORKER_DATABASE_URL,
    openerDatabaseUrl: e.ZAKUP_OPENER_DATABASE_URL,
    temporalAddress: e.TEMPORAL_ADDRESS,
    smtpUrl: e.SMTP_URL,
    baseUrl: e.ZAKUP_BASE_URL?.replace(/\/+$/, ''),
    temporalUi: e.ZAKUP_TEMPORAL_UI,
  };
}
