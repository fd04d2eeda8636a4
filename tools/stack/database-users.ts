import { letRolesSignIn } from '../../db/grants.ts';
import type { LauncherSettings } from '../settings.ts';

/** Address of the database for each kind of process. */
export interface DatabaseUsers {
  web: string;
  worker: string;
  opener: string;
}

/**
 * Each process gets a database user of its own. On our own server they get a password per start; on another one the settings
 * name them, and without that all use DATABASE_URL.
 */
export async function databaseUsers(databaseUrl: string, settings: LauncherSettings): Promise<DatabaseUsers> {
  const { webDatabaseUrl, workerDatabaseUrl, openerDatabaseUrl } = settings;
  if (!settings.databaseUrl) {
    const { zakup_web, zakup_worker, zakup_opener } = await letRolesSignIn(databaseUrl);
    return { web: zakup_web, worker: zakup_worker, opener: zakup_opener };
  }
  return {
    web: webDatabaseUrl ?? databaseUrl,
    worker: workerDatabaseUrl ?? databaseUrl,
    opener: openerDatabaseUrl ?? databaseUrl,
  };
}
