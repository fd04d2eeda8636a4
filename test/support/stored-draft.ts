import { insertDraft } from '../../db/cases.ts';
import type { Tx } from '../../db/client.ts';
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
  const { id, method, organizer, lots } = file;
  await insertDraft(tx, file);
  for (const lot of lots) {
    await tx.query(
      `insert into plan_item (id, customer_bin, organizer_bin, method, subject_kind, body, amount, status, case_id)
       values ($1, $2, $3, $4, $5, $6, $7, 'lot-draft', $8) on conflict (id) do nothing`,
      [lot.planItemId, lot.customer, organizer.bin, method, file.subjectKind, JSON.stringify(lot), lot.amount, id],
    );
  }
}
