import { resolve } from 'node:path';
import { bringBack, makeCopy } from './backup/copy.ts';
import { migrate } from '../db/migrate.ts';
import { ensureDatabase, startPostgres } from './postgres/index.ts';
import { readLauncherSettings } from './settings.ts';
import { openStores } from './verify/portal.ts';

/**
 * `npm run backup -- make <folder> [<folder of keys>]` copies the portal of ZAKUP_DATA_DIR (and DATABASE_URL, as its owner), running or
 * stopped. `npm run backup -- restore <folder> [<folder of keys>]` brings a copy back into an empty place; then `npm run verify`.
 */
async function run([what, folder, keys]: string[], env: NodeJS.ProcessEnv): Promise<string> {
  if ((what !== 'make' && what !== 'restore') || !folder)
    throw new Error('npm run backup -- make|restore <folder> [<folder of keys>]');
  const settings = readLauncherSettings(env);
  const dataDir = resolve(settings.dataDir);
  const place = what === 'make' ? await openStores(env) : await emptyPlace(dataDir, settings.databaseUrl, settings.sandbox);
  try {
    const work = what === 'make' ? makeCopy : bringBack;
    const { rows, files } = await work({ databaseUrl: place.databaseUrl, dataDir }, resolve(folder), keys && resolve(keys));
    const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
    return `${rows['procurement_case'] ?? 0} procurements, ${all} rows, ${files} files`;
  } finally {
    await place.release();
  }
}

/** A migrated database without procurements: the one of DATABASE_URL, or a new one in the data folder. */
async function emptyPlace(dataDir: string, given: string | undefined, sandbox: boolean) {
  const server = given ? null : await startPostgres({ dataDir, port: 0 });
  const databaseUrl = given ?? (await ensureDatabase(server!.url, 'zakup'));
  await migrate(databaseUrl, { movableClock: sandbox });
  return { databaseUrl, release: async () => void (await server?.stop()) };
}

try {
  console.log(await run(process.argv.slice(2), process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.exit();
