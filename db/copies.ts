import type pg from 'pg';
import { type Database, transaction } from './client.ts';

/** A table as it is copied: its columns without those that the database computes itself. */
export interface CopiedTable {
  name: string;
  columns: string[];
}

/** What is made anew by those who use it: sessions, counters of attempts, signs of life. */
const NOT_COPIED = ['session', 'rate_limit', 'process_heartbeat'];
const ROWS_AT_ONCE = 500;

/** Tables of the portal, each after those that it refers to. */
async function copiedTables(client: pg.PoolClient): Promise<CopiedTable[]> {
  const { rows: tables } = await client.query<CopiedTable>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> all($1) group by 1 order by 1`,
    [NOT_COPIED],
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `select conrelid::regclass::text as "from", confrelid::regclass::text as "to" from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  );
  const sorted: CopiedTable[] = [];
  for (let left = tables; left.length > 0; left = left.filter((table) => !sorted.includes(table))) {
    const free = left.filter(
      ({ name }) => !references.some(({ from, to }) => from === name && left.some((other) => other.name === to)),
    );
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${left.map(({ name }) => name).join(', ')}`);
    sorted.push(...free);
  }
  return sorted;
}

/**
 * Hands out every row of the portal as PostgreSQL writes a record, all as of one instant, while the portal works on.
 * @returns the version of the schema and the next numbers of the sequences
 */
export async function copyOut(
  db: Database,
  take: (table: string, lines: string[]) => Promise<void>,
): Promise<{ schema: string; sequences: Record<string, string> }> {
  return transaction(db, async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    await tx.query('set local statement_timeout = 0');
    for (const { name } of await copiedTables(tx)) {
      await tx.query(`declare copied cursor for select t::text as line from "${name}" t`);
      for (let full = true; full;) {
        const { rows } = await tx.query<{ line: string }>(`fetch ${ROWS_AT_ONCE} from copied`);
        full = rows.length === ROWS_AT_ONCE;
        await take(
          name,
          rows.map(({ line }) => line),
        );
      }
      await tx.query('close copied');
    }
    const version = await tx.query<{ version: string }>('select schema_version()::text as version');
    const sequences = await tx.query<{ name: string; value: string }>(
      `select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public' and last_value is not null`,
    );
    return {
      schema: version.rows[0]!.version,
      sequences: Object.fromEntries(sequences.rows.map(({ name, value }) => [name, value])),
    };
  });
}

/**
 * Fills an empty, migrated database from copied lines, in one transaction, as its owner. Triggers rest meanwhile: what they write is
 * among the copied rows. @throws Error when procurements are there already, or the schema is another one
 */
export async function copyIn(
  db: Database,
  of: { schema: string; sequences: Record<string, string>; lines: (table: string) => AsyncIterable<string> },
): Promise<void> {
  await transaction(db, async (tx) => {
    const { rows } = await tx.query<{ version: string; cases: number }>(
      'select schema_version()::text as version, (select count(*)::int from procurement_case) as cases',
    );
    if (rows[0]!.cases > 0) throw new Error('the database holds procurements: a copy is only brought back into an empty one');
    if (rows[0]!.version !== of.schema)
      throw new Error(`the copy was made by another release: its schema is ${of.schema}, this one's ${rows[0]!.version}`);
    await tx.query('set local statement_timeout = 0');
    const tables = await copiedTables(tx);
    await tx.query(`truncate ${tables.map(({ name }) => `"${name}"`).join(', ')}`);
    for (const { name, columns } of tables) {
      await tx.query(`alter table "${name}" disable trigger user`);
      const batch: string[] = [];
      const list = columns.map((column) => `"${column}"`);
      // `offset 0`: each line is read once, not once for every column.
      const insert = () =>
        tx.query(
          `insert into "${name}" (${list.join(', ')}) overriding system value
           select ${list.map((column) => `(r.x).${column}`).join(', ')}
           from (select line::"${name}" as x from unnest($1::text[]) as line offset 0) r`,
          [batch.splice(0)],
        );
      for await (const line of of.lines(name)) if (batch.push(line) >= ROWS_AT_ONCE) await insert();
      if (batch.length > 0) await insert();
      await tx.query(`alter table "${name}" enable trigger user`);
    }
    for (const [name, value] of Object.entries(of.sequences))
      await tx.query('select setval($1::regclass, $2)', [`"${name}"`, value]);
  });
}
