import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type DatabaseRole, letRolesSignIn } from '../../db/grants.ts';
import { migrate } from '../../db/migrate.ts';
import { createDatabase } from '../../tools/postgres/databases.ts';
import { removeCluster, startPostgres } from '../../tools/postgres/index.ts';
import { issueDevelopmentKeys } from '../../tools/certificate-authority/issue.ts';
import { townspeople } from './people.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the maintenance database. */
    postgres: string;
    /** Addresses of the template database for the users of the processes. */
    databaseUsers: Record<DatabaseRole, string>;
    /** Folder of the development keys of the townspeople. */
    keys: string;
  }
}

export const TEMPLATE = 'zakup_template';

/** One PostgreSQL for a run: a migrated template database that every test clones, and keys for the townspeople. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'zakup-test-'));
  const postgres = await startPostgres({ dataDir: folder, port: 0, fsync: 'off' });
  const template = await createDatabase(postgres.url, TEMPLATE);
  await migrate(template, { movableClock: true });
  const users = await letRolesSignIn(template);
  const people = townspeople.map(({ key, name, iin, bin }) => ({ key, name: name.ru, iin, bin }));
  await issueDevelopmentKeys({ dir: join(folder, 'ca'), people });
  project.provide('postgres', postgres.url);
  project.provide('databaseUsers', users);
  project.provide('keys', join(folder, 'ca'));
  return async () => {
    await postgres.stop();
    removeCluster(folder);
    rmSync(folder, { recursive: true, force: true });
  };
}
