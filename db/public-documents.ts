import type { DocumentRow } from './documents.ts';
import type { Tx } from './client.ts';

/** A document of a published procurement, with the announcement it belongs to. */
export interface PublicDocument extends Omit<DocumentRow, 'payload'> {
  number: string;
  /** `1000001-1/results/1`; null for a file that was uploaded. */
  documentId: string | null;
}

const SELECT = `select d.id, d.case_id as "caseId", d.kind, d.lot, d.version, d.name, d.media_type as "mediaType", d.sha256, d.bytes,
    d.payload_sha256 as "payloadSha256", d.state, d.created_at as "createdAt", d.created_by as "createdBy",
    c.number, d.payload ->> 'documentId' as "documentId"
  from document d join procurement_case c on c.id = d.case_id
  where c.status <> 'draft' and d.kind in ('specification', 'contract-draft', 'lot-list', 'attachment', 'protocol')`;

/** By the number printed in the document or by its id in the portal; of several protocols with one number the one that the file names. */
export async function findPublicDocument(tx: Tx, id: string): Promise<PublicDocument | undefined> {
  const { rows } = await tx.query<PublicDocument>(
    `${SELECT} and (d.payload ->> 'documentId' = $1 or d.id::text = $1) 
     order by c.file->'protocols' @> jsonb_build_array(jsonb_build_object('documentId', d.id)) desc, d.created_at desc limit 1`,
    [id],
  );
  return rows[0];
}

/** Those whose original has these very bytes. */
export async function publicDocumentsWithDigest(tx: Tx, sha256: string): Promise<PublicDocument[]> {
  return (await tx.query<PublicDocument>(`${SELECT} and d.sha256 = $1 order by d.created_at`, [sha256])).rows;
}
