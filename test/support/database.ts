import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { connect, type Database } from '../../db/client.ts';
import { createDatabase, dropDatabase } from '../../tools/postgres/databases.ts';

export interface TestDatabase {
  db: Database;
  url: string;
  drop(): Promise<void>;
}

/** A migrated, empty database of one's own. */
export async function aDatabase(): Promise<TestDatabase> {
  const admin = inject('postgres');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const url = await createDatabase(admin, name, 'zakup_template');
  const db = connect(url, 20);
  return {
    db,
    url,
    async drop() {
      await db.close();
      await dropDatabase(admin, name);
    },
  };
}
