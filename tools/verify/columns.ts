import { customersOf, lotRow, planStatus } from '../../db/projection.ts';
import { nextDeadline } from '../../domain/case.ts';
import { sum } from '../../domain/money.ts';
import { isOver, type Lot } from '../../domain/procurement/file.ts';
import { announcementWords } from '../../domain/procurement/search-words.ts';
import { differences, type Fault, fault } from './faults.ts';
import type { CaseCheck, Subject } from './subject.ts';

/** Columns by which drafts are listed. */
function draftFaults({ ledger }: Subject): Fault[] {
  const { file, number, status, nameKk, nameRu, organizerBin } = ledger;
  return differences(
    'case',
    { number: file.number, status: 'draft', nameKk: file.name.kk, nameRu: file.name.ru, organizerBin: file.organizer.bin },
    { number, status, nameKk, nameRu, organizerBin },
  );
}

function caseFaults({ ledger }: Subject): Fault[] {
  const { file } = ledger;
  const next = nextDeadline(file);
  const {
    id,
    kind,
    method,
    number,
    status,
    suspended,
    seq,
    organizerBin,
    creatorId,
    nameKk,
    nameRu,
    total,
    publishedAt,
    closed,
    customers,
    folded,
  } = ledger;
  const { nextDeadlineKey, nextDeadlineAt } = ledger;
  const expected = {
    ...{ id: file.id, kind: file.kind, method: file.method, number: file.number, status: file.status, seq: file.seq },
    ...{ suspended: file.suspension !== null, organizerBin: file.organizer.bin, creatorId: file.creator.userId },
    ...{ nameKk: file.name.kk, nameRu: file.name.ru, total: sum(file.lots.map((lot) => lot.amount)), closed: isOver(file) },
    ...{ publishedAt: file.publishedAt, nextDeadlineKey: next?.key ?? null, nextDeadlineAt: next?.at ?? null },
    ...{ customers: customersOf(file), folded: announcementWords(file) },
  };
  const there = {
    ...{ id, kind, method, number, status, seq, suspended, organizerBin, creatorId, nameKk, nameRu, total, closed },
    ...{ publishedAt, nextDeadlineKey, nextDeadlineAt, customers, folded },
  };
  return differences('case', expected, there);
}

function lotFaults({ ledger }: Subject): Fault[] {
  const { file, lots } = ledger;
  const strangers = lots.filter((row) => !file.lots.some((lot) => lot.number === row.number));
  return [
    ...strangers.map((row) => fault(`lot ${row.number}`, 'no such lot', row)),
    ...file.lots.flatMap((lot) => {
      const row = lots.find(({ number }) => number === lot.number);
      if (!row) return [fault(`lot ${lot.number}`, 'a row', undefined)];
      const { caseId: _caseId, ...there } = row;
      const expected = { ...lotRow(file, lot), publishedAt: file.publishedAt, nextDeadlineAt: nextDeadline(file)?.at ?? null };
      return differences(`lot ${lot.number}`, expected, there);
    }),
  ];
}

/** What ended or failed may have been taken by a later announcement (S1 §1.3.3, §1.7.1). */
const mayBeTaken = (lot: Lot): boolean => ['cancelled', 'refused', 'failed'].includes(lot.status);

function planFaults({ ledger }: Subject): Fault[] {
  const { file, planItems } = ledger;
  return file.lots.flatMap((lot) => {
    const item = planItems.find(({ id }) => id === lot.planItemId);
    const name = `plan item of lot ${lot.number}`;
    if (!item) return [fault(name, 'a row', undefined)];
    if (mayBeTaken(lot) && item.heldBy !== null && item.heldBy !== ledger.id) return [];
    const status = planStatus(file, lot);
    const heldBy = status === 'planned' ? null : ledger.id;
    return differences(name, { status, heldBy }, { status: item.status, heldBy: item.heldBy });
  });
}

/** What lists, searches and the plan show is what the file says. */
export const columnsCheck: CaseCheck = {
  name: 'columns',
  of: 'rows',
  examine(subject) {
    const { ledger } = subject;
    if (ledger.seq === 0) return { count: 1, faults: draftFaults(subject) };
    const faults = [...caseFaults(subject), ...lotFaults(subject), ...planFaults(subject)];
    return { count: 1 + ledger.lots.length + ledger.planItems.length, faults };
  },
};
