import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readLauncherSettings } from '../settings.ts';
import { databaseAddress, startPostgres } from '../postgres/index.ts';

/** Where a portal keeps what is verified. */
export interface PortalStores {
  databaseUrl: string;
  filesDir: string;
  trustDir: string;
  /** Stops what had to be started; a database that runs is left running. */
  release: () => Promise<void>;
}

/** The stores of a running or stopped portal: DATABASE_URL, or the database of the data folder. @throws Error when there is no portal */
export async function openStores(env: NodeJS.ProcessEnv): Promise<PortalStores> {
  const settings = readLauncherSettings(env);
  const dataDir = resolve(settings.dataDir);
  const places = { filesDir: join(dataDir, 'files'), trustDir: env.ZAKUP_TRUST_DIR || join(dataDir, 'ca', 'trust') };
  if (settings.databaseUrl) return { databaseUrl: settings.databaseUrl, ...places, release: async () => {} };
  if (!existsSync(places.filesDir) && !existsSync(places.trustDir))
    throw new Error(`no portal in ${dataDir}: name its folder in ZAKUP_DATA_DIR, or its database in DATABASE_URL`);
  const server = await startPostgres({ dataDir, port: 0 });
  const release = async () => {
    if (!server.adopted) await server.stop();
  };
  return { databaseUrl: databaseAddress(server.url, 'zakup'), ...places, release };
}
