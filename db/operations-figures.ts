import { readFileSync } from 'node:fs';
import type { Tx } from './client.ts';

/**
 * What operators watch, from the database. Nothing here counts offers or names a procurement: before the opening even a number of
 * rows could tell how many quotations there are. Ages in seconds; null when there is nothing of the kind.
 */
export interface OperationsFigures {
  openCases: { method: string; status: string; count: number }[];
  /** Deadlines that came by the legal clock more than `OVERDUE_AFTER` ago and whose step is not recorded. */
  overdueDeadlines: number;
  waitingCommands: number;
  oldestCommand: number | null;
  /** Times that the relay carried the commands that wait now. */
  carries: number;
  waitingLetters: number;
  oldestLetter: number | null;
  waitingPrints: number;
  oldestPrint: number | null;
  /** Failures of the last quarter of an hour: what fails is tried again at least every five minutes. */
  printFailures: number;
  /** Protocols that are due and not published. */
  dueProtocols: number;
  oldestProtocol: number | null;
  /** Windows that ended and wait for the opener. */
  oldestClosedWindow: number | null;
  /** What the opener's last check of the keys found wrong, and how long ago it was. */
  keyFaults: number;
  keysChecked: number | null;
  /** Legal clock minus the machine's. */
  clockOffset: number;
  processes: { kind: string; alive: number; lastSeen: number }[];
}

/** A deadline is met within seconds; what takes longer is overdue, seconds. */
const OVERDUE_AFTER = 30;
/** A process that has been silent for longer is away, seconds. */
const ALIVE_WITHIN = 20;

/** Of a case `c`; as the index `case_protocol_due` says it. */
export const PROTOCOL_DUE = `not c.closed and c.file @> '{"protocols":[{"state":"due"}]}'`;

const AGE = (instant: string, now: string) => `extract(epoch from ${now} - ${instant})::float8`;

/** One statement, a few indexes: the answer takes milliseconds with ten thousand open cases. */
const FIGURES = `
  with due as (select to_timestamp((p ->> 'dueAt')::float8 / 1000) as at
      from procurement_case c, jsonb_array_elements(c.file -> 'protocols') as p
      where ${PROTOCOL_DUE} and p ->> 'state' = 'due')
  select
    (select count(*)::int from procurement_case where not closed and next_deadline_at < legal_now() - make_interval(secs => $1)) as "overdueDeadlines",
    (select count(*)::int from command where outcome is null) as "waitingCommands",
    (select ${AGE('min(received_at)', 'legal_now()')} from command where outcome is null) as "oldestCommand",
    (select coalesce(sum(carries), 0)::int from command where outcome is null) as carries,
    (select count(*)::int from outbox where sent_at is null) as "waitingLetters",
    (select ${AGE('min(created_at)', 'clock_timestamp()')} from outbox where sent_at is null) as "oldestLetter",
    (select count(*)::int from document where state = 'to-print') as "waitingPrints",
    (select ${AGE('min(created_at)', 'legal_now()')} from document where state = 'to-print') as "oldestPrint",
    (select count(*)::int from print_failure where failed_at > clock_timestamp() - interval '15 minutes') as "printFailures",
    (select count(*)::int from due) as "dueProtocols",
    (select ${AGE('min(at)', 'legal_now()')} from due) as "oldestProtocol",
    (select ${AGE('min(closes_at)', 'legal_now()')} from intake_window where state = 'closed') as "oldestClosedWindow",
    coalesce((select jsonb_array_length(faults) from canary order by id desc limit 1), 0) as "keyFaults",
    (select ${AGE('max(at)', 'clock_timestamp()')} from canary) as "keysChecked",
    extract(epoch from legal_now() - clock_timestamp())::float8 as "clockOffset"`;

export async function operationsFigures(tx: Tx): Promise<OperationsFigures> {
  const figures = await tx.query<Omit<OperationsFigures, 'openCases' | 'processes'>>(FIGURES, [OVERDUE_AFTER]);
  const cases = await tx.query<OperationsFigures['openCases'][number]>(
    `select method, case when suspended then 'suspended' else status end as status, count(*)::int as count
     from procurement_case where not closed group by 1, 2 order by 1, 2`,
  );
  const processes = await tx.query<OperationsFigures['processes'][number]>(
    `select kind, count(*) filter (where seen_at > clock_timestamp() - make_interval(secs => $1))::int as alive,
       ${AGE('max(seen_at)', 'clock_timestamp()')} as "lastSeen" from process_heartbeat group by kind order by kind`,
    [ALIVE_WITHIN],
  );
  return { ...figures.rows[0]!, openCases: cases.rows, processes: processes.rows };
}

/** The last migration of this release, ms since the epoch. */
const LAST_MIGRATION = Math.max(
  ...(
    JSON.parse(readFileSync(new URL('./migrations/meta/_journal.json', import.meta.url), 'utf8')) as {
      entries: { when: number }[];
    }
  ).entries.map(({ when }) => when),
);

/** True when the database answers and has every table of this release; a newer schema will do. */
export async function schemaIsThere(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<{ version: string }>('select schema_version() as version');
  return Number(rows[0]?.version ?? 0) >= LAST_MIGRATION;
}
