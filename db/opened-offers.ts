import type { Organization } from '../domain/parties.ts';
import type { Tx } from './client.ts';

/** What every opened offer says, whatever it holds. */
interface Opened {
  supplier: Pick<Organization, 'bin' | 'name'>;
  receivedAt: string;
  unreadable?: string;
}

export interface OpenedRow<Content extends Opened> {
  /** Place by time of receipt, from 1. */
  order: number;
  content: Content;
  receipt: unknown;
  offer: unknown;
  /** Manifest, salt and signature: what proves the offer to anyone. */
  proof: unknown;
}

export async function storeOpened<Content extends Opened>(tx: Tx, windowId: string, rows: OpenedRow<Content>[]): Promise<void> {
  for (const { order, content, receipt, offer, proof } of rows) {
    await tx.query(
      `insert into opened_offer (window_id, "order", supplier_bin, received_at, receipt, offer, unreadable, proof)
       values ($1, $2, $3, $4::timestamptz, $5, $6, $7, $8) on conflict do nothing`,
      [
        windowId,
        order,
        content.supplier.bin,
        content.receivedAt,
        JSON.stringify(receipt),
        JSON.stringify({ content, offer }),
        content.unreadable ?? null,
        JSON.stringify(proof),
      ],
    );
  }
}

/** Opened offers of a window in the order of receipt; empty when it was not opened or nobody offered. */
export async function openedContents<Content extends Opened>(tx: Tx, windowId: string): Promise<Content[]> {
  const { rows } = await tx.query<{ offer: { content: Content } }>(
    'select offer from opened_offer where window_id = $1 order by "order"',
    [windowId],
  );
  return rows.map((row) => row.offer.content);
}
