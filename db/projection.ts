import type { Deadline } from '../domain/case.ts';
import { isOver, type Lot, type ProcurementFile, shownStatus } from '../domain/procurement/file.ts';
import { announcementWords, lotWords } from '../domain/procurement/search-words.ts';
import { windowsOf } from '../domain/procurement/windows.ts';
import { sum } from '../domain/money.ts';
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

/** Words and customers of a published announcement; no later step changes them. */
export async function writeWords(tx: Tx, file: ProcurementFile): Promise<void> {
  const words = [file.id, customersOf(file), announcementWords(file)];
  await tx.query('update procurement_case set customers = $2, folded = $3 where id = $1', words);
}

/** Customers of the lots, each once. */
export const customersOf = (file: ProcurementFile): string[] => [...new Set(file.lots.map((lot) => lot.customer))];

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

/** A lot's row for the public search. */
export const lotRow = (file: ProcurementFile, lot: Lot) => ({
  number: lot.number,
  planItemId: lot.planItemId,
  status: lotStatus(file, lot),
  nameKk: lot.name.kk,
  nameRu: lot.name.ru,
  catalogueCode: lot.catalogueCode,
  customerBin: lot.customer,
  amount: lot.amount,
  folded: lotWords(file, lot),
  announcement: file.number,
  shown: shownStatus(file),
  method: file.method,
  organizerBin: file.organizer.bin,
});

/** Lots as the public search sees them, and the plan items behind them. What did not change is not written. */
export async function writeLots(tx: Tx, file: ProcurementFile, next: Deadline | null): Promise<void> {
  await tx.query(
    `insert into lot as l (case_id, number, plan_item_id, status, name_kk, name_ru, catalogue_code, customer_bin, amount, folded,
       announcement, shown, method, organizer_bin, published_at, next_deadline_at)
     select $1, number, "planItemId", status, "nameKk", "nameRu", "catalogueCode", "customerBin", amount, folded, announcement, shown,
       method, "organizerBin", $3, $4
     from jsonb_to_recordset($2) as r(number text, "planItemId" uuid, status text, "nameKk" text, "nameRu" text, "catalogueCode" text,
       "customerBin" text, amount numeric, folded text, announcement text, shown text, method text, "organizerBin" text)
     on conflict (case_id, number) do update set status = excluded.status, shown = excluded.shown,
       published_at = excluded.published_at, next_deadline_at = excluded.next_deadline_at
     where (l.status, l.shown, l.published_at, l.next_deadline_at)
       is distinct from (excluded.status, excluded.shown, excluded.published_at, excluded.next_deadline_at)`,
    [file.id, JSON.stringify(file.lots.map((lot) => lotRow(file, lot))), instant(file.publishedAt), instant(next?.at)],
  );
  const items = file.lots.map((lot) => ({ id: lot.planItemId, status: planStatus(file, lot) }));
  await tx.query(
    `update plan_item p set status = r.status, case_id = case when r.status = 'planned' then null else $1::uuid end
     from jsonb_to_recordset($2) as r(id uuid, status text)
     where p.id = r.id and (p.case_id is null or p.case_id = $1::uuid or (p.status = 'failed' and r.status = 'published'))
       and (p.status, p.case_id) is distinct from (r.status, case when r.status = 'planned' then null else $1::uuid end)`,
    [file.id, JSON.stringify(items)],
  );
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
