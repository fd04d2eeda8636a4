import type { Tx } from './client.ts';

/** What one check of `npm run verify` looked at. */
export interface CheckTally {
  name: string;
  /** What is counted: rows, facts, signatures … */
  of: string;
  count: number;
  findings: number;
}

/** Where something is not as it must be. What was expected and found is told to whoever runs the check, not kept. */
export interface KeptFinding {
  number: string;
  check: string;
  row: string;
}

/** One run over the whole ledger. */
export interface LedgerCheck {
  seconds: number;
  cases: number;
  engineAsked: boolean;
  tallies: CheckTally[];
  findings: KeptFinding[];
}

/** A run as it is kept: `at` in ms by the machine's clock, `age` in ms; `findings` are the first of `found`. */
export type KeptCheck = LedgerCheck & { at: number; age: number; found: number };

/** Findings that are kept of one run. */
const KEPT_FINDINGS = 200;
/** Runs that are kept: two years of daily ones. */
const KEPT_RUNS = 730;

/** Keeps a run for the operator's page. Only the owner of the tables may. */
export async function keepLedgerCheck(tx: Tx, check: LedgerCheck): Promise<void> {
  const findings = check.findings.slice(0, KEPT_FINDINGS).map(({ number, check: name, row }) => ({ number, check: name, row }));
  await tx.query(
    `insert into ledger_check (ended_at, seconds, cases, engine_asked, tallies, found, findings)
     values (clock_timestamp(), $1, $2, $3, $4, $5, $6)`,
    [
      ...[check.seconds, check.cases, check.engineAsked, JSON.stringify(check.tallies)],
      ...[check.findings.length, JSON.stringify(findings)],
    ],
  );
  await tx.query('delete from ledger_check where id <= (select max(id) from ledger_check) - $1', [KEPT_RUNS]);
}

/** The newest runs first. */
export async function ledgerChecks(tx: Tx, limit: number): Promise<KeptCheck[]> {
  const { rows } = await tx.query<KeptCheck>(
    `select floor(extract(epoch from ended_at) * 1000)::float8 as at,
       floor(extract(epoch from clock_timestamp() - ended_at) * 1000)::float8 as age,
       seconds, cases, engine_asked as "engineAsked", tallies, found, findings from ledger_check order by id desc limit $1`,
    [limit],
  );
  return rows;
}
