import type { Tx } from '../../db/client.ts';
import { sum } from '../../domain/money.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';

/** Stores a draft under the next number of the portal; gives it back with that number. */
export async function storeDraft(tx: Tx, given: ProcurementFile): Promise<ProcurementFile> {
  const { rows } = await tx.query<{ n: string }>(`select nextval('announcement_number') as n`);
  const file = { ...given, number: `${rows[0]!.n}-1` };
  await storeNumberedDraft(tx, file);
  return file;
}

/** Stores a draft as the wizard leaves it, under its own number: the case's row with plan items behind its lots. */
export async function storeNumberedDraft(tx: Tx, file: ProcurementFile): Promise<void> {
  const { id, kind, method, number, organizer, creator, name, lots } = file;
  await tx.query(
    `insert into procurement_case (id, kind, method, number, status, file, organizer_bin, creator_id, name_kk, name_ru, total)
     values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, $9, $10)`,
    [
      ...[id, kind, method, number, JSON.stringify(file), organizer.bin, creator.userId, name.kk, name.ru],
      sum(lots.map((lot) => lot.amount)),
    ],
  );
  for (const lot of lots) {
    await tx.query(
      `insert into plan_item (id, customer_bin, organizer_bin, method, subject_kind, body, amount, status, case_id)
       values ($1, $2, $3, $4, $5, $6, $7, 'lot-draft', $8) on conflict (id) do nothing`,
      [lot.planItemId, lot.customer, organizer.bin, method, file.subjectKind, JSON.stringify(lot), lot.amount, id],
    );
  }
}
