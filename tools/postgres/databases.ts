import { connect } from '../../db/client.ts';

/** Address of another database of the same server. */
export function databaseAddress(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
}

/** Makes a database, as a copy of `template` if named (nobody may be connected to it), and returns its address. */
export async function createDatabase(adminUrl: string, name: string, template?: string): Promise<string> {
  const copy = template === undefined ? '' : ` template ${quoted(template)}`;
  await once(adminUrl, `create database ${quoted(name)}${copy}`);
  return databaseAddress(adminUrl, name);
}

/** Makes a database unless it is there, and returns its address. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<string> {
  const there = await once(adminUrl, 'select 1 from pg_database where datname = $1', [name]);
  return there > 0 ? databaseAddress(adminUrl, name) : createDatabase(adminUrl, name);
}

/** Removes a database with whoever is connected to it; quiet if there is none. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await once(adminUrl, `drop database if exists ${quoted(name)} with (force)`);
}

/** Whether a server answers queries under this address. */
export async function answers(url: string): Promise<boolean> {
  return once(url, 'select 1').then(
    () => true,
    () => false,
  );
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** One statement over a connection of its own; the number of rows. */
async function once(url: string, statement: string, values: string[] = []): Promise<number> {
  const db = connect(url, 1);
  try {
    return (await db.pool.query(statement, values)).rowCount ?? 0;
  } finally {
    await db.close();
  }
}
