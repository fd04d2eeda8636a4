import { sum } from '../domain/money.ts';
import type { ProcurementFile } from '../domain/procurement/file.ts';
import type { Tx } from './client.ts';

/** The stored file of a case. @throws Error when there is none. */
export async function loadCase(tx: Tx, caseId: string): Promise<ProcurementFile> {
  const { rows } = await tx.query<{ file: ProcurementFile }>('select file from procurement_case where id = $1', [caseId]);
  if (!rows[0]) throw new Error(`no case ${caseId}`);
  return rows[0].file;
}

/** The stored file by announcement number, or undefined. */
export async function findCase(tx: Tx, number: string): Promise<ProcurementFile | undefined> {
  const { rows } = await tx.query<{ file: ProcurementFile }>({
    name: 'case-by-number',
    text: 'select file from procurement_case where number = $1',
    values: [number],
  });
  return rows[0]?.file;
}

/** Cases that have begun and are not over, with what the engine needs to find them. */
export async function openCases(tx: Tx): Promise<{ id: string; kind: string; number: string; nextDeadlineAt: number | null }[]> {
  const { rows } = await tx.query<{ id: string; kind: string; number: string; next: string | null }>(
    `select id, kind, number, floor(extract(epoch from next_deadline_at) * 1000) as next from procurement_case
     where status <> 'draft' and not closed order by number`,
  );
  return rows.map(({ next, ...row }) => ({ ...row, nextDeadlineAt: next === null ? null : Number(next) }));
}

/** A deadline is met within seconds; a case that is late by more may be unknown to the engine, seconds. */
const LATE_BY = 60;

/** Files of cases whose next deadline came over a minute ago by the legal clock; at most `limit`, the latest first. */
export async function lateCases(tx: Tx, limit: number): Promise<ProcurementFile[]> {
  const { rows } = await tx.query<{ file: ProcurementFile }>(
    `select file from procurement_case where not closed and status <> 'draft' and next_deadline_at < legal_now() - make_interval(secs => $2)
     order by next_deadline_at limit $1`,
    [limit, LATE_BY],
  );
  return rows.map(({ file }) => file);
}

/** Stores a draft as a new case, with the columns that lists show. */
export async function insertDraft(tx: Tx, file: ProcurementFile): Promise<void> {
  await tx.query(
    `insert into procurement_case (id, kind, method, number, status, file, organizer_bin, creator_id, name_kk, name_ru, total)
     values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, $9, $10)`,
    [
      ...[file.id, file.kind, file.method, file.number, JSON.stringify(file), file.organizer.bin, file.creator.userId],
      ...[file.name.kk, file.name.ru, sum(file.lots.map((lot) => lot.amount))],
    ],
  );
}
