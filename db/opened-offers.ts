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
  const given = rows.map(({ order, content, receipt, offer, proof }) => ({
    ...{ order, supplier: content.supplier.bin, received: content.receivedAt, unreadable: content.unreadable ?? null },
    ...{ receipt, offer: { content, offer }, proof },
  }));
  await tx.query(
    `insert into opened_offer (window_id, "order", supplier_bin, received_at, receipt, offer, unreadable, proof)
     select $1, r."order", r.supplier, r.received, r.receipt, r.offer, r.unreadable, r.proof
     from jsonb_to_recordset($2) as r("order" int, supplier text, received timestamptz, receipt jsonb, offer jsonb, unreadable text, proof jsonb)
     on conflict do nothing`,
    [windowId, JSON.stringify(given)],
  );
}

/** Opened offers of a window in the order of receipt; empty when it was not opened or nobody offered. */
export async function openedContents<Content extends Opened>(tx: Tx, windowId: string): Promise<Content[]> {
  const { rows } = await tx.query<{ offer: { content: Content } }>(
    'select offer from opened_offer where window_id = $1 order by "order"',
    [windowId],
  );
  return rows.map((row) => row.offer.content);
}
