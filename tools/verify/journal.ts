import { GENESIS, leafOf, linkOf } from '../../db/journal.ts';
import type { JournalRow, LedgerCase } from '../../db/verify-reads.ts';
import { type Fault, fault } from './faults.ts';
import type { CaseCheck } from './subject.ts';

export const nameOf = (row: Pick<JournalRow, 'seq' | 'part' | 'type'>): string => `journal ${row.seq}.${row.part} ${row.type}`;

/** Seq counts steps from 1, part the facts of a step from 0; neither has gaps. */
function placeFaults(row: JournalRow, before: JournalRow | undefined): Fault[] {
  const next = before ? [`${before.seq}.${before.part + 1}`, `${before.seq + 1}.0`] : ['1.0'];
  const place = `${row.seq}.${row.part}`;
  return next.includes(place) ? [] : [fault(nameOf(row), `place ${next.join(' or ')}`, `place ${place}`)];
}

function linkFaults(row: JournalRow, prev: Buffer, draft: LedgerCase['draftFile']): Fault[] {
  const { caseId, seq, part, action, commandId, actor, fact, statusBefore, statusAfter } = row;
  const event = { caseId, seq, part, action, commandId, actor, fact, statusBefore, statusAfter, ...(draft ? { draft } : {}) };
  const leaf = leafOf(row.salt, event);
  const faults: Fault[] = [];
  if (!row.prev.equals(prev))
    faults.push(fault(nameOf(row), `follows ${prev.toString('hex')}`, `follows ${row.prev.toString('hex')}`));
  if (!row.leaf.equals(leaf)) faults.push(fault(nameOf(row), `leaf ${leaf.toString('hex')}`, `leaf ${row.leaf.toString('hex')}`));
  const hash = linkOf(row.prev, row.leaf);
  if (!row.hash.equals(hash)) faults.push(fault(nameOf(row), `hash ${hash.toString('hex')}`, `hash ${row.hash.toString('hex')}`));
  return faults;
}

/** Columns that repeat the fact for search. */
const columnFaults = (row: JournalRow): Fault[] => [
  ...(row.type === row.fact.type ? [] : [fault(`${nameOf(row)}.type`, row.fact.type, row.type)]),
  ...(row.at === row.fact.at ? [] : [fault(`${nameOf(row)}.at`, row.fact.at, row.at)]),
];

/** The chain of hashes holds from the first row to the last, and the last is where the case stands. */
export const journalCheck: CaseCheck = {
  name: 'journal',
  of: 'rows',
  examine({ ledger }) {
    const { journal, draftFile, seq } = ledger;
    const faults = journal.flatMap((row, index) => {
      const before = journal[index - 1];
      return [
        ...placeFaults(row, before),
        ...linkFaults(row, before?.hash ?? GENESIS, before ? null : draftFile),
        ...columnFaults(row),
      ];
    });
    const last = journal.at(-1)?.seq ?? 0;
    if (last !== seq) faults.push(fault('journal, last step', seq, last));
    if (last === 0 && ledger.status !== 'draft') faults.push(fault('journal', `how it came to be ${ledger.status}`, 'no rows'));
    return { count: journal.length, faults };
  },
};
