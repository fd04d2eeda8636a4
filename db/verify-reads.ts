import type { Outcome } from '../domain/case.ts';
import type { Actor } from '../domain/parties.ts';
import type { ProcurementFact } from '../domain/procurement/facts.ts';
import type { ProcurementFile } from '../domain/procurement/file.ts';
import type { Tx } from './client.ts';
import type { DocumentRow, SignatureRow } from './documents.ts';
import type { StoredWindow } from './intake.ts';

/** Row of the journal as it lies; instants in ms. */
export interface JournalRow {
  caseId: string;
  seq: number;
  part: number;
  type: string;
  fact: ProcurementFact;
  actor: Actor;
  action: string;
  commandId: string | null;
  statusBefore: string;
  statusAfter: string;
  at: number;
  salt: Buffer;
  leaf: Buffer;
  prev: Buffer;
  hash: Buffer;
}

export interface ReceivedRow {
  caseId: string;
  id: string;
  action: string;
  actor: Actor;
  input: unknown;
  digest: string;
  receivedAt: number;
  outcome: Outcome | null;
  decided: boolean;
}

export interface LotRow {
  caseId: string;
  number: string;
  planItemId: string;
  status: string;
  nameKk: string;
  nameRu: string;
  catalogueCode: string;
  customerBin: string;
  amount: string;
  folded: string;
  announcement: string;
  shown: string;
  method: string;
  organizerBin: string;
  publishedAt: number | null;
  nextDeadlineAt: number | null;
}

export interface PlanRow {
  caseId: string;
  id: string;
  status: string;
  heldBy: string | null;
}

export interface WindowRow extends Omit<StoredWindow, 'opensAt' | 'closesAt'> {
  opensAt: number | null;
  closesAt: number | null;
}

export interface KeyRow {
  caseId: string;
  windowId: string;
  purpose: string;
  key: string;
  publicKey: Buffer;
  record: { key?: unknown; public?: unknown; window?: unknown };
}

/** A signature with the IIN of the user it is kept under; null for the portal. */
export interface KeptSignature extends SignatureRow {
  caseId: string;
  userIin: string | null;
}

interface CaseColumns {
  id: string;
  kind: string;
  method: string;
  number: string;
  status: string;
  suspended: boolean;
  seq: number;
  file: ProcurementFile;
  draftFile: ProcurementFile | null;
  organizerBin: string;
  creatorId: string;
  nameKk: string;
  nameRu: string;
  total: string;
  publishedAt: number | null;
  nextDeadlineKey: string | null;
  nextDeadlineAt: number | null;
  closed: boolean;
  customers: string[];
  folded: string;
}

/** Everything the database holds of one case. */
export interface LedgerCase extends CaseColumns {
  journal: JournalRow[];
  commands: ReceivedRow[];
  documents: DocumentRow[];
  signatures: KeptSignature[];
  windows: WindowRow[];
  keys: KeyRow[];
  lots: LotRow[];
  planItems: PlanRow[];
}

const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)::float8`;

const CASES = `select id, kind, method, number, status, suspended, seq, file, draft_file as "draftFile", organizer_bin as "organizerBin",
  creator_id as "creatorId", name_kk as "nameKk", name_ru as "nameRu", total::text, ${ms('published_at')} as "publishedAt",
  next_deadline_key as "nextDeadlineKey", ${ms('next_deadline_at')} as "nextDeadlineAt", closed, customers, folded
  from procurement_case where number > $1 order by number limit $2`;
const JOURNAL = `select case_id as "caseId", seq, part, type, fact, actor, action, command_id as "commandId",
  status_before as "statusBefore", status_after as "statusAfter", ${ms('at')} as at, salt, leaf, prev, hash
  from journal where case_id = any($1) order by id`;
const COMMANDS = `select case_id as "caseId", id, action, actor, input, digest, ${ms('received_at')} as "receivedAt", outcome,
  decided_at is not null as decided from command where case_id = any($1) order by received_at, id`;
const DOCUMENTS = `select case_id as "caseId", id, kind, lot, version, name, media_type as "mediaType", sha256, bytes, payload,
  payload_sha256 as "payloadSha256", state, created_at as "createdAt", created_by as "createdBy"
  from document where case_id = any($1) order by created_at, version, id`;
const SIGNATURES = `select d.case_id as "caseId", s.id, s.document_id as "documentId", s.user_id as "userId", s.role, s.cms, s.signer,
  s.signed_at as "signedAt", u.iin as "userIin"
  from document_signature s join document d on d.id = s.document_id left join app_user u on u.id::text = s.user_id
  where d.case_id = any($1) order by s.signed_at, s.id`;
const WINDOWS = `select case_id as "caseId", id as "windowId", kind, generation, state, ${ms('opens_at')} as "opensAt",
  ${ms('closes_at')} as "closesAt" from intake_window where case_id = any($1) order by generation`;
const KEYS = `select w.case_id as "caseId", k.window_id as "windowId", k.purpose, k.key, k.public_key as "publicKey", k.record
  from window_key k join intake_window w on w.id = k.window_id where w.case_id = any($1) order by k.purpose`;
const LOTS = `select case_id as "caseId", number, plan_item_id as "planItemId", status, name_kk as "nameKk", name_ru as "nameRu",
  catalogue_code as "catalogueCode", customer_bin as "customerBin", amount::text, folded,
  announcement, shown, method, organizer_bin as "organizerBin", ${ms('published_at')} as "publishedAt",
  ${ms('next_deadline_at')} as "nextDeadlineAt" from lot where case_id = any($1)`;
const PLAN_ITEMS = `select l.case_id as "caseId", p.id, p.status, p.case_id as "heldBy"
  from plan_item p join lot l on l.plan_item_id = p.id where l.case_id = any($1)`;

async function byCase<Row extends { caseId: string }>(tx: Tx, query: string, ids: string[]): Promise<(id: string) => Row[]> {
  const { rows } = await tx.query<Row>(query, [ids]);
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.caseId, [...(found.get(row.caseId) ?? []), row]);
  return (id) => found.get(id) ?? [];
}

/** The next cases by announcement number after `after`, with all their rows. Call it in one snapshot (repeatable read). */
export async function readLedger(tx: Tx, after: string, limit: number): Promise<LedgerCase[]> {
  const { rows } = await tx.query<CaseColumns>(CASES, [after, limit]);
  const ids = rows.map(({ id }) => id);
  const journal = await byCase<JournalRow>(tx, JOURNAL, ids);
  const commands = await byCase<ReceivedRow>(tx, COMMANDS, ids);
  const documents = await byCase<DocumentRow>(tx, DOCUMENTS, ids);
  const signatures = await byCase<KeptSignature>(tx, SIGNATURES, ids);
  const windows = await byCase<WindowRow>(tx, WINDOWS, ids);
  const keys = await byCase<KeyRow>(tx, KEYS, ids);
  const lots = await byCase<LotRow>(tx, LOTS, ids);
  const planItems = await byCase<PlanRow>(tx, PLAN_ITEMS, ids);
  return rows.map((row) => ({
    ...row,
    journal: journal(row.id),
    commands: commands(row.id),
    documents: documents(row.id),
    signatures: signatures(row.id),
    windows: windows(row.id),
    keys: keys(row.id),
    lots: lots(row.id),
    planItems: planItems(row.id),
  }));
}

/** Holds a transaction to one snapshot, for reading only. */
export const holdSnapshot = async (tx: Tx): Promise<void> => {
  await tx.query('set transaction isolation level repeatable read, read only');
};
