import type { Ground } from './ground.ts';

/** Everything that is kept, but sessions, counters of attempts, and the order of the feed: its readers number what was recorded before. */
export async function fingerprint({ town }: Ground): Promise<Map<string, string>> {
  const { pool } = town.db;
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('session', 'rate_limit', 'change', 'unnumbered_change')`,
  );
  const found = new Map<string, string>();
  for (const { name } of rows) {
    const { rows: sums } = await pool.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as sum from "${name}" t`,
    );
    found.set(name, sums[0]!.sum);
  }
  return found;
}
