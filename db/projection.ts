import type { Deadline } from '../domain/case.ts';
import { isOver, type Lot, type ProcurementFile } from '../domain/procurement/file.ts';
import { windowsOf } from '../domain/procurement/windows.ts';
import { sum } from '../domain/money.ts';
import { fold } from '../domain/search-fold.ts';
import type { Tx } from './client.ts';

const instant = (ms: number | null | undefined) => (ms === null || ms === undefined ? null : new Date(ms));

/** Stores the folded file with the columns that lists, menus and operators search by. */
export async function writeColumns(tx: Tx, file: ProcurementFile, next: Deadline | null): Promise<void> {
  await tx.query(
    `update procurement_case set file = $2, seq = $3, status = $4, suspended = $5, creator_id = $6, published_at = $7,
       next_deadline_key = $8, next_deadline_at = $9, total = $10, closed = $11 where id = $1`,
    [
      file.id,
      JSON.stringify(file),
      file.seq,
      file.status,
      file.suspension !== null,
      file.creator.userId,
      instant(file.publishedAt),
      next?.key ?? null,
      instant(next?.at),
      sum(file.lots.map((lot) => lot.amount)),
      isOver(file),
    ],
  );
}

/** Keeps the file as it was published: what the journal is folded over. */
export async function keepDraftFile(tx: Tx, draft: ProcurementFile): Promise<void> {
  await tx.query('update procurement_case set draft_file = $2 where id = $1', [draft.id, JSON.stringify(draft)]);
}

/** A lot's shown status: suspension covers the announcement and its lots (S1 §1.4.18). */
export const lotStatus = (file: ProcurementFile, lot: Lot) =>
  file.suspension && lot.status === 'published' ? 'suspended' : lot.status;

/** Plan items follow their lots; an ended lot goes back into the pool (S1 §1.3.3). */
export const planStatus = (file: ProcurementFile, lot: Lot) =>
  lot.status === 'cancelled' || lot.status === 'refused' ? 'planned' : lotStatus(file, lot);

/** Lots as the public search sees them, and the plan items behind them. */
export async function writeLots(tx: Tx, file: ProcurementFile): Promise<void> {
  for (const lot of file.lots) {
    const status = lotStatus(file, lot);
    await tx.query(
      `insert into lot (case_id, number, plan_item_id, status, name_kk, name_ru, catalogue_code, customer_bin, amount, folded)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (case_id, number) do update set status = excluded.status`,
      [
        file.id,
        lot.number,
        lot.planItemId,
        status,
        lot.name.kk,
        lot.name.ru,
        lot.catalogueCode,
        lot.customer,
        lot.amount,
        fold([file.number, lot.name.kk, lot.name.ru, lot.catalogueCode, lot.customer].join(' ')),
      ],
    );
    const planned = planStatus(file, lot);
    await tx.query(
      `update plan_item set status = $2, case_id = case when $2 = 'planned' then null else $3::uuid end
       where id = $1 and (case_id is null or case_id = $3::uuid or (status = 'failed' and $2 = 'published'))`,
      [lot.planItemId, planned, file.id],
    );
  }
}

/** Intake windows follow the deadlines of the file in the same transaction. */
export async function writeWindows(tx: Tx, file: ProcurementFile): Promise<void> {
  for (const w of windowsOf(file)) {
    await tx.query(
      `insert into intake_window (id, case_id, kind, generation, opens_at, closes_at, state) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (id) do update set opens_at = coalesce(excluded.opens_at, intake_window.opens_at),
         closes_at = coalesce(excluded.closes_at, intake_window.closes_at), state = excluded.state`,
      [w.windowId, file.id, w.kind, w.generation, instant(w.opensAt), instant(w.closesAt), w.state],
    );
  }
}
