import { shownStatus } from '../../domain/procurement/file.ts';
import { differences, type Fault, fault } from './faults.ts';
import { nameOf } from './journal.ts';
import type { CaseCheck } from './subject.ts';

/** The stored file is the fold of the journal over the file that was published; every row names the statuses of the fold. */
export const foldCheck: CaseCheck = {
  name: 'fold',
  of: 'facts',
  examine({ ledger, folded, broken, proven }) {
    const { journal, draftFile, file } = ledger;
    if (journal.length === 0) return { count: 0, faults: draftFile ? [fault('draft_file', undefined, draftFile)] : [] };
    if (!draftFile) return { count: 0, faults: [fault('draft_file', 'the file that was published', undefined)] };
    const faults: Fault[] = broken ? [fault('journal', 'facts that can be folded', broken)] : [];
    for (const { row, before, after } of folded) {
      faults.push(...differences(`${nameOf(row)}.status_before`, shownStatus(before), row.statusBefore));
      faults.push(...differences(`${nameOf(row)}.status_after`, shownStatus(after), row.statusAfter));
    }
    if (!broken) faults.push(...differences('file', JSON.parse(JSON.stringify(proven)), file));
    return { count: folded.length, faults };
  },
};
