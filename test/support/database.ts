import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { connect, type Database } from '../../db/client.ts';
import type { DatabaseRole } from '../../db/grants.ts';
import { createDatabase, databaseAddress, dropDatabase } from '../../tools/postgres/databases.ts';

export interface TestDatabase {
  db: Database;
  url: string;
  /** The same database for the user of a process: with the rights of that process only. */
  as(role: DatabaseRole): { db: Database; url: string };
  drop(): Promise<void>;
}

/** A migrated, empty database of one's own. */
export async function aDatabase(): Promise<TestDatabase> {
  const admin = inject('postgres');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const url = await createDatabase(admin, name, 'zakup_template');
  const db = connect(url, 20);
  const users = inject('databaseUsers');
  const opened: Database[] = [];
  return {
    db,
    url,
    as(role) {
      const own = databaseAddress(users[role], name);
      const connected = connect(own, 20);
      opened.push(connected);
      return { db: connected, url: own };
    },
    async drop() {
      await Promise.all([db, ...opened].map((each) => each.close()));
      await dropDatabase(admin, name);
    },
  };
}
