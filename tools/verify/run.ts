import { type Database, transaction } from '../../db/client.ts';
import { calendarVersions } from '../../db/lookups.ts';
import { holdSnapshot, type LedgerCase, readLedger } from '../../db/verify-reads.ts';
import { columnsCheck } from './columns.ts';
import { commandsCheck } from './commands.ts';
import { documentsCheck } from './documents.ts';
import type { Fault } from './faults.ts';
import { decisionsCheck } from './decisions.ts';
import { foldCheck } from './fold.ts';
import { journalCheck } from './journal.ts';
import { signaturesCheck } from './signatures.ts';
import { type CaseCheck, type Examined, type Subject, subjectOf, type World } from './subject.ts';
import { windowsCheck } from './windows.ts';

export const CHECKS: readonly CaseCheck[] = [
  journalCheck,
  foldCheck,
  decisionsCheck,
  documentsCheck,
  signaturesCheck,
  columnsCheck,
  windowsCheck,
  commandsCheck,
];

/** A fault with the announcement number of its case and the check that found it. */
export interface Finding extends Fault {
  number: string;
  check: string;
}

/** What one check did over all cases. */
export interface Tally {
  name: string;
  of: string;
  count: number;
  findings: number;
  seconds: number;
}

export interface Report {
  cases: number;
  /** Wall clock of the whole run, reading included. */
  seconds: number;
  tallies: Tally[];
  findings: Finding[];
}

/** Cases read in one snapshot. */
const BATCH = 40;

/** Examines every case by announcement number; each batch is read in one snapshot, so a portal may go on working meanwhile. */
export async function verifyLedger(db: Database, world: World): Promise<Report> {
  const began = performance.now();
  const calendars = await calendarVersions(db.pool);
  const findings: Finding[] = [];
  const tallies = CHECKS.map(({ name, of }): Tally => ({ name, of, count: 0, findings: 0, seconds: 0 }));
  let cases = 0;
  let after = '';
  for (;;) {
    const batch = await nextBatch(db, after);
    for (const ledger of batch) {
      const subject = subjectOf(ledger, world, calendars);
      for (const [index, check] of CHECKS.entries()) {
        const from = performance.now();
        const { count, faults } = await examined(check, subject, world);
        const tally = tallies[index]!;
        tally.count += count;
        tally.findings += faults.length;
        tally.seconds += (performance.now() - from) / 1000;
        findings.push(...faults.map((found) => ({ number: ledger.number, check: check.name, ...found })));
      }
    }
    cases += batch.length;
    const last = batch.at(-1);
    if (!last) return { cases, seconds: (performance.now() - began) / 1000, tallies, findings };
    after = last.number;
  }
}

const nextBatch = (db: Database, after: string): Promise<LedgerCase[]> =>
  transaction(db, async (tx) => {
    await holdSnapshot(tx);
    return readLedger(tx, after, BATCH);
  });

/** A case that was tampered with may be of any shape: what cannot be examined is a finding, not the end of the run. */
async function examined(check: CaseCheck, subject: Subject, world: World): Promise<Examined> {
  try {
    return await check.examine(subject, world);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { count: 0, faults: [{ row: 'case', expected: 'something that can be examined', found }] };
  }
}
