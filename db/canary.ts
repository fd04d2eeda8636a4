import type { Tx } from './client.ts';

/** What a round of the canary may find wrong. */
export const CANARY_FAULTS = [
  'key-unreadable',
  'key-missing',
  'round-failed',
  'gate-open-too-early',
  'blind-key-differs',
  'clock-differs',
] as const;

/** One thing found wrong; `number` names the procurement whose window it concerns. */
export interface CanaryFault {
  fault: (typeof CANARY_FAULTS)[number];
  number?: string;
  generation?: number;
}

/** A round: `at` in ms by the machine's clock; `windows` that wait for their opening. Says nothing of offers. */
export interface CanaryRound {
  at: number;
  windows: number;
  faults: CanaryFault[];
}

/** A window that waits for its opening, with the wrapped keys it has. */
export interface WaitingWindow {
  number: string;
  generation: number;
  records: unknown[];
}

/** Every window whose keys will be needed: planned, open, frozen or closed. */
export async function waitingWindows(tx: Tx): Promise<WaitingWindow[]> {
  const { rows } = await tx.query<WaitingWindow>(
    `select c.number, w.generation, coalesce(jsonb_agg(k.record) filter (where k.record is not null), '[]') as records
     from intake_window w join procurement_case c on c.id = w.case_id left join window_key k on k.window_id = w.id
     where w.state in ('planned', 'open', 'frozen', 'closed') group by w.id, c.number, w.generation order by c.number`,
  );
  return rows;
}

/** Takes the parts out of the keys of void windows: what was sealed to them cannot be read any more. Returns how many. */
export async function destroyVoidKeys(tx: Tx): Promise<number> {
  const { rowCount } = await tx.query(
    `update window_key k set record = jsonb_set(k.record, '{parts}', '[]') from intake_window w
     where w.id = k.window_id and w.state = 'void' and k.released_at is null and k.record->'parts' <> '[]'`,
  );
  return rowCount ?? 0;
}

export async function storeRound(tx: Tx, { windows, faults }: Omit<CanaryRound, 'at'>): Promise<void> {
  await tx.query('insert into canary (at, windows, faults) values (clock_timestamp(), $1, $2)', [
    windows,
    JSON.stringify(faults),
  ]);
}

/** The newest round with its age in ms by the clock of the database; null before the first. */
export async function lastRound(tx: Tx): Promise<(CanaryRound & { age: number }) | null> {
  const { rows } = await tx.query<CanaryRound & { age: number }>(
    `select floor(extract(epoch from at) * 1000)::float8 as at, windows, faults,
       floor(extract(epoch from clock_timestamp() - at) * 1000)::float8 as age from canary order by id desc limit 1`,
  );
  return rows[0] ?? null;
}

/** Leaves a fingerprint, or compares with the one that lies there: false when another process uses another key. */
export async function sameKey(tx: Tx, name: string, fingerprint: string): Promise<boolean> {
  await tx.query('insert into key_fingerprint (name, fingerprint) values ($1, $2) on conflict do nothing', [name, fingerprint]);
  const { rows } = await tx.query<{ fingerprint: string }>('select fingerprint from key_fingerprint where name = $1', [name]);
  return rows[0]?.fingerprint === fingerprint;
}
