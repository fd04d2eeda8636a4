import type { ProcurementPayload } from '../domain/procurement/documents.ts';
import type { Tx } from './client.ts';

export interface WaitingDocument {
  id: string;
  name: string;
  payload: ProcurementPayload;
}

/** Documents that wait for the printer, oldest first: rows of `document` in the state 'to-print'. */
export async function waitingForPrint(tx: Tx, limit: number): Promise<WaitingDocument[]> {
  const { rows } = await tx.query<WaitingDocument>(
    `select id, name, payload from document where state = 'to-print' order by created_at limit $1`,
    [limit],
  );
  return rows;
}

/** A printed document: its bytes lie in the file store. One that was deleted meanwhile stays deleted. */
export async function markPrinted(
  tx: Tx,
  printed: { id: string; sha256: string; bytes: number; payloadSha256: string },
): Promise<void> {
  await tx.query(
    `update document set state = 'approved', sha256 = $2, bytes = $3, payload_sha256 = $4 where id = $1 and state = 'to-print'`,
    [printed.id, printed.sha256, printed.bytes, printed.payloadSha256],
  );
}
