import type { Tx } from './client.ts';

/** A process that says every few seconds that it lives. Ages in seconds by the database's machine. */
export interface Heartbeat {
  id: string;
  kind: string;
  host: string;
  version: string;
  runsSeconds: number;
  seenSeconds: number;
}

/** A process that ended without saying so is shown for a day. */
const FORGOTTEN_AFTER = '1 day';

/** Says that a process lives. */
export async function beat(tx: Tx, of: { id: string; kind: string; host: string; version: string }): Promise<void> {
  await tx.query(
    `insert into process_heartbeat (id, kind, host, version, started_at, seen_at)
     values ($1, $2, $3, $4, clock_timestamp(), clock_timestamp()) on conflict (id) do update set seen_at = clock_timestamp()`,
    [of.id, of.kind, of.host, of.version],
  );
}

/** Takes back the word of a process that ends in order, and of those that fell silent long ago. */
export async function forget(tx: Tx, id: string): Promise<void> {
  await tx.query(`delete from process_heartbeat where id = $1 or seen_at < clock_timestamp() - $2::interval`, [
    id,
    FORGOTTEN_AFTER,
  ]);
}

/** Processes by kind, the one seen last first. */
export async function heartbeats(tx: Tx): Promise<Heartbeat[]> {
  const { rows } = await tx.query<Heartbeat>(
    `select id::text, kind, host, version, extract(epoch from clock_timestamp() - started_at)::float8 as "runsSeconds",
       extract(epoch from clock_timestamp() - seen_at)::float8 as "seenSeconds"
     from process_heartbeat where seen_at > clock_timestamp() - $1::interval order by kind, seen_at desc limit 100`,
    [FORGOTTEN_AFTER],
  );
  return rows;
}
