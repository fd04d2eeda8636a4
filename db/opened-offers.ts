import type { OpenedQuotation } from '../domain/procurement/file.ts';
import type { Tx } from './client.ts';

export interface OpenedRow {
  quotation: OpenedQuotation;
  receipt: unknown;
  offer: unknown;
  /** Manifest, salt and signature: what proves the offer to anyone. */
  proof: unknown;
}

export async function storeOpened(tx: Tx, windowId: string, rows: OpenedRow[]): Promise<void> {
  for (const { quotation, receipt, offer, proof } of rows) {
    await tx.query(
      `insert into opened_offer (window_id, "order", supplier_bin, received_at, receipt, offer, unreadable, proof)
       values ($1, $2, $3, $4::timestamptz, $5, $6, $7, $8) on conflict do nothing`,
      [
        windowId,
        quotation.order,
        quotation.supplier.bin,
        quotation.receivedAt,
        JSON.stringify(receipt),
        JSON.stringify({ quotation, offer }),
        quotation.unreadable ?? null,
        JSON.stringify(proof),
      ],
    );
  }
}

/** Opened quotations of a window in the order of receipt; empty when it was not opened or nobody offered. */
export async function openedQuotations(tx: Tx, windowId: string): Promise<OpenedQuotation[]> {
  const { rows } = await tx.query<{ offer: { quotation: OpenedQuotation } }>(
    'select offer from opened_offer where window_id = $1 order by "order"',
    [windowId],
  );
  return rows.map((row) => row.offer.quotation);
}
