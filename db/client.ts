import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import * as schema from './schema/index.ts';

export interface Database {
  pool: pg.Pool;
  orm: NodePgDatabase<typeof schema>;
  close(): Promise<void>;
}

/** A transaction, or the pool outside of one. */
export type Tx = Pick<pg.PoolClient, 'query'>;

/** A connection that is not there by then, new or given back by another request, is an error, ms. */
const CONNECTION_WITHIN = 8_000;

/** Opens a pool on `databaseUrl`. `max` = connections of this process. */
export function connect(databaseUrl: string, max = 10): Database {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    connectionTimeoutMillis: CONNECTION_WITHIN,
    options: '-c timezone=UTC -c lock_timeout=8000 -c statement_timeout=20000',
  });
  // A connection that breaks (server restart) is replaced by the pool; without listeners it would end the process: the pool's own hears
  // idle connections only, and one between two statements of a transaction learns of it by its next statement.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { pool, orm: drizzle(pool, { schema }), close: () => pool.end() };
}

/**
 * Runs `work` in one transaction; a thrown error rolls it back. Statements `first`, complete without parameters, go to the server
 * together with `begin`; their results are handed to `work`.
 */
export async function transaction<T>(
  db: Database,
  work: (tx: pg.PoolClient, results: pg.QueryResult[]) => Promise<T>,
  first: string[] = [],
): Promise<T> {
  const client = await db.pool.connect();
  let broken: Error | undefined;
  try {
    const begun: pg.QueryResult | pg.QueryResult[] = await client.query(['begin', ...first].join('; '));
    const result = await work(client, [begun].flat().slice(1));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((e: Error) => (broken = e));
    throw error;
  } finally {
    client.release(broken);
  }
}
