import type { LedgerCase } from '../../db/verify-reads.ts';
import type { FileStore } from '../../db/file-store.ts';
import type { WorkingCalendar } from '../../domain/calendar.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import type { TrustStore } from '../../trust/verify.ts';
import type { Fault } from './faults.ts';
import { foldJournal, type FoldedStep } from './folded.ts';

/** What lies outside the database. */
export interface World {
  files: FileStore;
  trust: TrustStore;
}

/** One case under examination, with what several checks need. */
export interface Subject {
  ledger: LedgerCase;
  /** The journal folded over the file that was published, row by row. */
  folded: FoldedStep[];
  /** Why the journal could not be folded to its end; null when it could. */
  broken: string | null;
  /** The file that the journal proves; null while nothing is recorded. */
  proven: ProcurementFile | null;
  /** Every version of the working calendar. */
  calendars: ReadonlyMap<number, WorkingCalendar>;
  /** Bytes of a document by their digest, or why there are none. */
  bytesOf: (sha256: string) => Promise<{ ok: true; bytes: Buffer } | { ok: false; problem: string }>;
}

/** What a check looked at and what it found. */
export interface Examined {
  count: number;
  faults: Fault[];
}

/** One sentence about a case that must hold. `of` says what is counted. */
export interface CaseCheck {
  name: string;
  of: string;
  examine: (subject: Subject, world: World) => Examined | Promise<Examined>;
}

/** Prepares a case. A journal that cannot be folded is left without steps; the check of the fold says why. */
export function subjectOf(ledger: LedgerCase, { files }: World, calendars: Subject['calendars']): Subject {
  const { steps, broken } = foldJournal(ledger);
  const read = new Map<string, ReturnType<Subject['bytesOf']>>();
  const bytesOf: Subject['bytesOf'] = (sha256) => {
    const known = read.get(sha256);
    if (known) return known;
    const bytes = files.get(sha256).then(
      (stored) => ({ ok: true as const, bytes: stored }),
      (error: unknown) => ({ ok: false as const, problem: problemOf(error) }),
    );
    read.set(sha256, bytes);
    return bytes;
  };
  return { ledger, calendars, folded: steps, broken, proven: steps.at(-1)?.after ?? null, bytesOf };
}

const problemOf = (error: unknown): string => {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'no such file';
  return error instanceof Error ? error.message : String(error);
};
