import type { Tx } from './client.ts';

export interface DocumentRow {
  id: string;
  caseId: string;
  kind: string;
  lot: string | null;
  version: number;
  name: string;
  mediaType: string;
  sha256: string;
  bytes: number;
  payload: unknown;
  payloadSha256: string | null;
  /** draft, approved, signed, sealed, uploaded */
  state: string;
  createdAt: Date;
  createdBy: string;
}

const COLUMNS = `id, case_id as "caseId", kind, lot, version, name, media_type as "mediaType", sha256, bytes, payload,
  payload_sha256 as "payloadSha256", state, created_at as "createdAt", created_by as "createdBy"`;

/** Registers a stored document; repeating the same id changes nothing. */
export async function addDocument(tx: Tx, d: Omit<DocumentRow, 'createdAt'>): Promise<void> {
  await tx.query(
    `insert into document (id, case_id, kind, lot, version, name, media_type, sha256, bytes, payload, payload_sha256, state, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, legal_now(), $13) on conflict (id) do nothing`,
    [
      d.id,
      d.caseId,
      d.kind,
      d.lot,
      d.version,
      d.name,
      d.mediaType,
      d.sha256,
      d.bytes,
      d.payload === null ? null : JSON.stringify(d.payload),
      d.payloadSha256,
      d.state,
      d.createdBy,
    ],
  );
}

export async function findDocument(tx: Tx, id: string): Promise<DocumentRow | undefined> {
  return (await tx.query<DocumentRow>(`select ${COLUMNS} from document where id::text = $1`, [id])).rows[0];
}

/** Documents of a case, oldest first; `kind` narrows. */
export async function documentsOf(tx: Tx, caseId: string, kind?: string): Promise<DocumentRow[]> {
  const { rows } = await tx.query<DocumentRow>(
    `select ${COLUMNS} from document where case_id = $1 and ($2::text is null or kind = $2) order by created_at, version`,
    [caseId, kind ?? null],
  );
  return rows;
}

export async function setDocumentState(tx: Tx, id: string, state: string): Promise<void> {
  await tx.query('update document set state = $2 where id = $1', [id, state]);
}

export async function deleteDocument(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from document_signature where document_id = $1', [id]);
  await tx.query('delete from document where id = $1', [id]);
}

export interface SignatureRow {
  id: string;
  documentId: string;
  userId: string;
  role: string;
  cms: Buffer;
  signer: { iin?: string; bin?: string; name: string; serial: string; issuer: string; validFrom: number; validTo: number };
  signedAt: Date;
}

/** Keeps a signature as judged on receipt; it is not judged again with later revocation lists. */
export async function addSignature(tx: Tx, s: Omit<SignatureRow, 'signedAt'>): Promise<void> {
  await tx.query(
    `insert into document_signature (id, document_id, user_id, role, cms, signer, signed_at) values ($1, $2, $3, $4, $5, $6, legal_now())
     on conflict (id) do nothing`,
    [s.id, s.documentId, s.userId, s.role, s.cms, JSON.stringify(s.signer)],
  );
}

export async function signaturesOf(tx: Tx, documentId: string): Promise<SignatureRow[]> {
  const { rows } = await tx.query<SignatureRow>(
    `select id, document_id as "documentId", user_id as "userId", role, cms, signer, signed_at as "signedAt"
     from document_signature where document_id = $1 order by signed_at`,
    [documentId],
  );
  return rows;
}
