import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { grantRights } from './grants.ts';

// Two processes that migrate at once would collide (drizzle takes no lock of its own).
const MIGRATION_LOCK = 7_203_115;

/**
 * Brings the database to the schema of this release and gives the processes' roles their rights. Safe to call from several processes
 * at once. `movableClock`: a training portal, whose operator may move the legal clock.
 */
export async function migrate(databaseUrl: string, { movableClock = false } = {}): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runMigrations(drizzle(client), { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) });
    await grantRights(client, { movableClock });
  } finally {
    await client.end();
  }
}
