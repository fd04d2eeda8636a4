import { randomUUID } from 'node:crypto';
import type { Actor, Person, Text } from '../domain/parties.ts';
import { type DraftBody, newDraft, type DraftHead } from '../domain/procurement/draft/body.ts';
import type { ProcurementFile } from '../domain/procurement/file.ts';
import { sum } from '../domain/money.ts';
import { insertDraft } from './cases.ts';
import { type Database, transaction, type Tx } from './client.ts';
import { legalNow } from './clock.ts';

export interface StoredDraft {
  id: string;
  /** Announcement number, `1000001-1`. */
  number: string;
  version: number;
  body: DraftBody;
  creator: Person;
  organizerBin: string;
  /** Who saved last, and when. */
  savedBy: Text;
  savedAt: Date;
}

const COLUMNS = `c.id, c.number, d.version, d.body, c.file->'creator' as creator, c.organizer_bin as "organizerBin",
  jsonb_build_object('kk', coalesce(u.name_kk, ''), 'ru', coalesce(u.name_ru, '')) as "savedBy", d.saved_at as "savedAt"`;
const FROM = `procurement_case c join draft d on d.case_id = c.id left join app_user u on u.id = d.saved_by`;

/** Builds the case file that a body stands for. The file in the case's row always says what the draft says. */
export type FileMaker = (tx: Tx, draft: Pick<StoredDraft, 'id' | 'number' | 'body' | 'creator'>) => Promise<ProcurementFile>;

/**
 * Creates a draft in the name of its creator; the number is taken from the sequence, index 1. `id`: of the case, when the caller has to
 * be able to ask again; null when somebody else's case has it.
 */
export async function createDraft(
  db: Database,
  head: DraftHead,
  actor: Actor,
  makeFile: FileMaker,
  id: string = randomUUID(),
): Promise<{ number: string; fresh: boolean } | null> {
  const creator: Person = { userId: actor.userId, iin: actor.iin, name: actor.name, bin: actor.bin ?? '' };
  return transaction(db, async (tx) => {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
    const known = await tx.query<{ number: string; own: boolean }>(
      'select number, creator_id = $2 as own from procurement_case where id = $1',
      [id, actor.userId],
    );
    if (known.rows[0]) return known.rows[0].own ? { number: known.rows[0].number, fresh: false } : null;
    const { rows } = await tx.query<{ number: string }>(`select nextval('announcement_number')::text || '-1' as number`);
    const number = rows[0]!.number;
    const now = await legalNow(tx);
    const body: DraftBody = { ...newDraft(head), saved: { head: { version: 1, by: actor.name, at: now.ms } } };
    const file = await makeFile(tx, { id, number, body, creator });
    await insertDraft(tx, file);
    await tx.query('insert into draft (case_id, version, body, saved_by, saved_at) values ($1, 1, $2, $3, $4)', [
      id,
      JSON.stringify(body),
      actor.userId,
      now.text,
    ]);
    return { number, fresh: true };
  });
}

/** A draft that has not been published yet. */
export async function findDraft(tx: Tx, number: string): Promise<StoredDraft | undefined> {
  const { rows } = await tx.query<StoredDraft>(`select ${COLUMNS} from ${FROM} where c.number = $1 and c.status = 'draft'`, [
    number,
  ]);
  return rows[0];
}

/** The body behind an announcement, published or not: its contract form can be copied into a new draft. */
export async function findBody(tx: Tx, number: string, organizerBin: string): Promise<DraftBody | undefined> {
  const { rows } = await tx.query<{ body: DraftBody }>(
    'select d.body from draft d join procurement_case c on c.id = d.case_id where c.number = $1 and c.organizer_bin = $2',
    [number, organizerBin],
  );
  return rows[0]?.body;
}

/** Earlier announcements and drafts of an organization of the same subject kind whose contract form has something in it, newest first. */
export async function earlierContracts(
  tx: Tx,
  organizerBin: string,
  subjectKind: string,
  except: string,
): Promise<{ number: string; name: Text }[]> {
  const { rows } = await tx.query<{ number: string; name: Text }>(
    `select c.number, d.body->'head'->'name' as name from draft d join procurement_case c on c.id = d.case_id
     where c.organizer_bin = $1 and d.body->'head'->>'subjectKind' = $2 and c.number <> $3 and d.body->'contract'->'paymentTerms'->>'ru' <> ''
     order by d.saved_at desc, c.number desc limit 50`,
    [organizerBin, subjectKind, except],
  );
  return rows;
}

/** Drafts that a person of an organization began, the last saved first, `size` at most. */
export async function draftsBy(tx: Tx, organizerBin: string, creatorId: string, size: number): Promise<StoredDraft[]> {
  const { rows } = await tx.query<StoredDraft>(
    `select ${COLUMNS} from ${FROM} where c.organizer_bin = $1 and c.creator_id = $2 and c.status = 'draft'
     order by d.saved_at desc, c.number desc limit $3`,
    [organizerBin, creatorId, size],
  );
  return rows;
}

/** Drafts of an organization, the newest number first, `size` at most, those after a number: a number stays, the time of saving moves. */
export async function draftsOf(
  tx: Tx,
  organizerBin: string,
  page: { after?: string | undefined; size: number },
): Promise<StoredDraft[]> {
  const order = `split_part(c.number, '-', 1)::bigint`;
  const { rows } = await tx.query<StoredDraft>(
    `select ${COLUMNS} from ${FROM} where c.organizer_bin = $1 and c.status = 'draft'
     and ($2::text is null or ${order} < split_part($2, '-', 1)::bigint) order by ${order} desc limit $3`,
    [organizerBin, page.after ?? null, page.size],
  );
  return rows;
}

export type Saving =
  | { ok: true; draft: StoredDraft }
  | { ok: false; reason: 'not-a-draft' | 'being-published' }
  | { ok: false; reason: 'stale'; draft: StoredDraft };

export interface DraftChange {
  number: string;
  step: string;
  /** Version of the step as the person saw it; null for changes that cannot collide. */
  seen: number | null;
  actor: Actor;
  change: (body: DraftBody, tx: Tx) => DraftBody | Promise<DraftBody>;
}

/**
 * Saves one step. Holds the case exclusively, as a receipt of a command holds it shared: once publication is received
 * nothing more is saved until it is decided. A step that someone saved since is not overwritten; both versions are given back.
 */
export async function saveDraft(
  db: Database,
  { number, step, seen, actor, change }: DraftChange,
  makeFile: FileMaker,
): Promise<Saving> {
  return transaction(db, async (tx) => {
    const locked = await lockDraft(tx, number);
    if (!locked.ok) return locked;
    const { draft } = locked;
    const mark = draft.body.saved[step];
    if (seen !== null && (mark?.version ?? 0) !== seen) return { ok: false, reason: 'stale', draft };
    const now = await legalNow(tx);
    const changed = await change(draft.body, tx);
    const body: DraftBody = {
      ...changed,
      saved: { ...changed.saved, [step]: { version: (mark?.version ?? 0) + 1, by: actor.name, at: now.ms } },
    };
    await tx.query('update draft set version = version + 1, body = $2, saved_by = $3, saved_at = $4 where case_id = $1', [
      draft.id,
      JSON.stringify(body),
      actor.userId,
      now.text,
    ]);
    await writeDraftFile(tx, await makeFile(tx, { ...draft, body }));
    return { ok: true, draft: { ...draft, version: draft.version + 1, body, savedBy: actor.name, savedAt: new Date(now.ms) } };
  });
}

async function lockDraft(
  tx: Tx,
  number: string,
): Promise<{ ok: true; draft: StoredDraft } | { ok: false; reason: 'not-a-draft' | 'being-published' }> {
  await tx.query('select 1 from procurement_case where number = $1 for update', [number]);
  const draft = await findDraft(tx, number);
  if (!draft) return { ok: false, reason: 'not-a-draft' };
  const waiting = await tx.query('select 1 from command where case_id = $1 and outcome is null', [draft.id]);
  return (waiting.rowCount ?? 0) > 0 ? { ok: false, reason: 'being-published' } : { ok: true, draft };
}

/** Changes the documents of a draft, in one step with its file; nothing is changed once the draft is published or on its way there. */
export async function changePapers(
  db: Database,
  number: string,
  change: (tx: Tx, draft: StoredDraft) => Promise<void>,
  makeFile: FileMaker,
): Promise<'changed' | 'not-a-draft' | 'being-published'> {
  return transaction(db, async (tx) => {
    const locked = await lockDraft(tx, number);
    if (!locked.ok) return locked.reason;
    await change(tx, locked.draft);
    await tx.query('update draft set version = version + 1 where case_id = $1', [locked.draft.id]);
    await writeDraftFile(tx, await makeFile(tx, locked.draft));
    return 'changed';
  });
}

/** Writes the file of a draft with the columns that lists show. @throws Error when the case is no longer a draft */
export async function writeDraftFile(tx: Tx, file: ProcurementFile): Promise<void> {
  const { rowCount } = await tx.query(
    `update procurement_case set file = $2, name_kk = $3, name_ru = $4, total = $5 where id = $1 and status = 'draft'`,
    [file.id, JSON.stringify(file), file.name.kk, file.name.ru, sum(file.lots.map((lot) => lot.amount))],
  );
  if (rowCount === 0) throw new Error(`${file.number} is no longer a draft`);
}

/** The draft was saved again between being shown and being published. */
export class DraftMoved extends Error {}

/** Freezes a draft for publication, inside the transaction that receives the command. @throws DraftMoved when it is not the version shown */
export async function freezeDraft(tx: Tx, file: ProcurementFile, version: number): Promise<void> {
  await tx.query('select 1 from procurement_case where id = $1 for update', [file.id]);
  const { rowCount } = await tx.query('select 1 from draft where case_id = $1 and version = $2', [file.id, version]);
  if (rowCount === 0) throw new DraftMoved(file.number);
  await writeDraftFile(tx, file);
}

/** Deletes a draft with its documents; its plan items are free again. A draft whose publication was once decided is kept as history. */
export async function deleteDraft(db: Database, number: string): Promise<'deleted' | 'not-a-draft' | 'being-published'> {
  return transaction(db, async (tx) => {
    const locked = await lockDraft(tx, number);
    if (!locked.ok) return locked.reason;
    const { id } = locked.draft;
    await tx.query(`update plan_item set status = 'planned', case_id = null where case_id = $1 and status = 'lot-draft'`, [id]);
    await tx.query('delete from document_signature where document_id in (select id from document where case_id = $1)', [id]);
    await tx.query('delete from document where case_id = $1', [id]);
    await tx.query('delete from draft where case_id = $1', [id]);
    // Commands stay: a receipt is never deleted. The row behind them is kept out of every list.
    const received = await tx.query('select 1 from command where case_id = $1 limit 1', [id]);
    if ((received.rowCount ?? 0) > 0) await tx.query('update procurement_case set closed = true where id = $1', [id]);
    else await tx.query('delete from procurement_case where id = $1', [id]);
    return 'deleted';
  });
}
