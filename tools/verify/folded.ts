import type { JournalRow, LedgerCase } from '../../db/verify-reads.ts';
import { evolve } from '../../domain/procurement/evolve.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';

/** The file before and after one row of the journal. */
export interface FoldedStep {
  row: JournalRow;
  before: ProcurementFile;
  after: ProcurementFile;
}

/** Folds the journal over the file that was published, as the record of a step does; stops at a fact that cannot be folded. */
export function foldJournal(ledger: Pick<LedgerCase, 'journal' | 'draftFile'>): { steps: FoldedStep[]; broken: string | null } {
  const steps: FoldedStep[] = [];
  let file = ledger.draftFile;
  if (!file) return { steps, broken: null };
  for (const row of ledger.journal) {
    try {
      const before: ProcurementFile = file;
      const after: ProcurementFile = evolve({ ...before, seq: row.seq }, row.fact);
      steps.push({ row, before, after });
      file = after;
    } catch (error) {
      return { steps, broken: error instanceof Error ? error.message : String(error) };
    }
  }
  return { steps, broken: null };
}
