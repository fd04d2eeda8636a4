import type { Deadline, Outcome } from '../domain/case.ts';
import type { Actor } from '../domain/parties.ts';
import type { ProcurementFact } from '../domain/procurement/facts.ts';
import type { ShownStatus } from '../domain/procurement/statuses.ts';
import type { Tx } from './client.ts';
import type { CalendarDay } from './lookups.ts';

/** One fact of a case as the journal keeps it. Instants in ms; `hash` covers this fact and all before it (hex). */
export interface JournalEntry {
  seq: number;
  part: number;
  fact: ProcurementFact;
  actor: Actor;
  action: string;
  statusBefore: ShownStatus;
  statusAfter: ShownStatus;
  at: number;
  hash: string;
}

const ENTRY = `seq, part, fact, actor, action, status_before as "statusBefore", status_after as "statusAfter",
  floor(extract(epoch from at) * 1000)::float8 as at, encode(hash, 'hex') as hash`;

/** The journal of a case, newest first. */
export async function journalOf(tx: Tx, caseId: string): Promise<JournalEntry[]> {
  return (await tx.query<JournalEntry>(`select ${ENTRY} from journal where case_id = $1 order by id desc`, [caseId])).rows;
}

export async function countJournal(tx: Tx, caseId: string): Promise<number> {
  return (await tx.query<{ n: number }>('select count(*)::int as n from journal where case_id = $1', [caseId])).rows[0]!.n;
}

/** The newest deadline of each key that the case has ever had: a deadline that has passed can still be explained. */
export async function deadlinesEver(tx: Tx, caseId: string): Promise<Map<string, Deadline>> {
  const { rows } = await tx.query<{ deadlines: Deadline[] }>(
    `select fact -> 'deadlines' as deadlines from journal
     where case_id = $1 and type in ('ProcurementPublished', 'ProcurementResumed') order by id`,
    [caseId],
  );
  return new Map(rows.flatMap((row) => row.deadlines).map((deadline) => [deadline.key, deadline]));
}

/** Days of a version of the working calendar with their names and acts, by date. */
export async function calendarDays(tx: Tx, version: number): Promise<Map<string, CalendarDay>> {
  const { rows } = await tx.query<{ body: { acts?: CalendarDay[] } }>('select body from working_calendar where version = $1', [
    version,
  ]);
  return new Map((rows[0]?.body.acts ?? []).map((day) => [day.date, day]));
}

/** The receipt of a command with what became of it. */
export interface CommandReceipt {
  commandId: string;
  number: string;
  action: string;
  userId: string;
  input: unknown;
  receivedAt: number;
  outcome: Outcome | null;
}

export async function findReceipt(tx: Tx, commandId: string): Promise<CommandReceipt | undefined> {
  const { rows } = await tx.query<CommandReceipt>(
    `select command.id as "commandId", c.number, action, actor ->> 'userId' as "userId", input, outcome,
       floor(extract(epoch from received_at) * 1000)::float8 as "receivedAt"
     from command join procurement_case c on c.id = command.case_id where command.id::text = $1`,
    [commandId],
  );
  return rows[0];
}

/** Announcements of an organization whose creator is blocked, from publication on (S1 §1.3.4). */
export interface BlockedCreatorRow {
  number: string;
  name: { kk: string; ru: string };
  status: ShownStatus;
  creatorId: string;
  creator: { kk: string; ru: string };
}

export async function withBlockedCreator(tx: Tx, organizerBin: string): Promise<BlockedCreatorRow[]> {
  const { rows } = await tx.query<BlockedCreatorRow>(
    `select c.number, json_build_object('kk', c.name_kk, 'ru', c.name_ru) as name,
       case when c.suspended then 'suspended' else c.status end as status, u.id::text as "creatorId",
       json_build_object('kk', u.name_kk, 'ru', u.name_ru) as creator
     from procurement_case c join app_user u on u.id = c.creator_id
     where c.organizer_bin = $1 and u.blocked and c.status not in ('draft', 'cancelled') order by u.name_ru, c.number`,
    [organizerBin],
  );
  return rows;
}

export interface Colleague {
  userId: string;
  iin: string;
  name: { kk: string; ru: string };
  position: { kk: string; ru: string };
  phone: string;
  email: string;
}

/** Users of an organization who hold a role and are not blocked: who may be named representative or creator. */
export async function colleagues(tx: Tx, bin: string, role: string): Promise<Colleague[]> {
  const { rows } = await tx.query<Colleague>(
    `select id::text as "userId", iin, json_build_object('kk', name_kk, 'ru', name_ru) as name,
       json_build_object('kk', position_kk, 'ru', position_ru) as position, phone, email
     from app_user where organization_bin = $1 and not blocked and $2 = any(roles) order by name_ru`,
    [bin, role],
  );
  return rows;
}

/** Proofs of the opened quotations of a window, for the archive; empty before the opening. */
export async function openedProofs(tx: Tx, windowId: string): Promise<{ order: number; supplierBin: string; body: object }[]> {
  const { rows } = await tx.query<{ order: number; supplierBin: string; body: object }>(
    `select "order", supplier_bin as "supplierBin",
       json_build_object('receivedAt', received_at, 'receipt', receipt, 'offer', offer, 'unreadable', unreadable, 'proof', proof) as body
     from opened_offer where window_id = $1 order by "order"`,
    [windowId],
  );
  return rows;
}

/** What will happen next by the legal clock: open cases with a deadline, the nearest first. `at` in ms. */
export async function upcomingDeadlines(
  tx: Tx,
): Promise<{ number: string; name: { kk: string; ru: string }; key: string; at: number }[]> {
  const { rows } = await tx.query<{ number: string; name: { kk: string; ru: string }; key: string; at: number }>(
    `select number, json_build_object('kk', name_kk, 'ru', name_ru) as name, next_deadline_key as key,
       floor(extract(epoch from next_deadline_at) * 1000)::float8 as at
     from procurement_case where status <> 'draft' and not closed and not suspended and next_deadline_at is not null order by next_deadline_at, number`,
  );
  return rows;
}
