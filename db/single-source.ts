import type { Organization, Representative } from '../domain/parties.ts';
import type { DocumentRef, ProcurementFile } from '../domain/procurement/file.ts';
import type { Tx } from './client.ts';
import { findOrganizations } from './lookups.ts';

/** The stored file of a failed procurement, held until the end of the transaction. @throws Error when there is none */
export async function holdCase(tx: Tx, caseId: string): Promise<ProcurementFile> {
  const { rows } = await tx.query<{ file: ProcurementFile }>('select file from procurement_case where id = $1 for update', [
    caseId,
  ]);
  if (!rows[0]) throw new Error(`no case ${caseId}`);
  return rows[0].file;
}

/** The announcement under this id, or undefined while it has not been made. */
export async function announcementUnder(tx: Tx, id: string): Promise<ProcurementFile | undefined> {
  return (await tx.query<{ file: ProcurementFile }>('select file from procurement_case where id = $1', [id])).rows[0]?.file;
}

export async function nextAnnouncementNumber(tx: Tx): Promise<string> {
  const { rows } = await tx.query<{ number: string }>(`select nextval('announcement_number')::text || '-1' as number`);
  return rows[0]!.number;
}

/** @throws Error when the organization is not registered */
export async function getOrganization(tx: Tx, bin: string): Promise<Organization> {
  const [found] = await findOrganizations(tx, [bin]);
  if (!found) throw new Error(`no organization ${bin}`);
  return found;
}

/** A person with contacts, blocked or not: a blocked creator is replaced afterwards (S1 §1.3.4). @throws Error when unknown */
export async function getContacts(tx: Tx, userId: string): Promise<Representative> {
  const { rows } = await tx.query<Representative>(
    `select id as "userId", iin, json_build_object('kk', name_kk, 'ru', name_ru) as name,
       json_build_object('kk', position_kk, 'ru', position_ru) as position, organization_bin as bin, phone, email
     from app_user where id::text = $1`,
    [userId],
  );
  if (!rows[0]) throw new Error(`no user ${userId}`);
  return rows[0];
}

/**
 * Takes plan items of failed lots into another announcement, status «Проект лота»: from now on the failed lots cannot be cancelled
 * (S1 §1.3.3). Gives back the ids of those it took; one that a repeat purchase holds already stays there.
 */
export async function takeFailedPlanItems(tx: Tx, from: string, into: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `update plan_item set case_id = $2, status = 'lot-draft' where id = any($3::uuid[]) and case_id = $1 and status = 'failed' returning id`,
    [from, into, ids],
  );
  return rows.map(({ id }) => id);
}

/**
 * Copies a stored document with its signatures into another case: the same bytes, judged when they were judged. The payload stays
 * with the original, whose number it states.
 */
export async function copyDocument(
  tx: Tx,
  copy: { from: DocumentRef; id: string; caseId: string; signatureId: (original: string) => string },
): Promise<void> {
  await tx.query(
    `insert into document (id, case_id, kind, lot, version, name, media_type, sha256, bytes, payload, payload_sha256, state, created_at, created_by)
     select $2, $3, kind, lot, version, name, media_type, sha256, bytes, null, null, state, legal_now(), created_by from document where id = $1`,
    [copy.from.id, copy.id, copy.caseId],
  );
  const { rows } = await tx.query<{ id: string }>('select id from document_signature where document_id = $1', [copy.from.id]);
  for (const { id } of rows) {
    await tx.query(
      `insert into document_signature (id, document_id, user_id, role, cms, signer, signed_at)
       select $2, $3, user_id, role, cms, signer, signed_at from document_signature where id = $1`,
      [id, copy.signatureId(id), copy.id],
    );
  }
}
