import type { Text } from '../domain/parties.ts';
import type { ShownStatus } from '../domain/procurement/statuses.ts';
import type { Tx } from './client.ts';
import { PROTOCOL_DUE } from './operations-figures.ts';

/** A list cut off at `rows.length`, with the number of all. */
export interface Counted<Row> {
  total: number;
  rows: Row[];
}

/** Rows of a list on the operator's page. */
const SHOWN = 20;

async function listed<Row extends object>(tx: Tx, select: string): Promise<Counted<Row>> {
  const { rows } = await tx.query<Row & { total: number }>(
    `select *, count(*) over ()::int as total from (${select}) as found limit ${SHOWN}`,
  );
  return { total: rows[0]?.total ?? 0, rows };
}

const MS = (column: string) => `floor(extract(epoch from ${column}) * 1000)::float8`;
const NAME = `json_build_object('kk', c.name_kk, 'ru', c.name_ru) as name`;
const STATUS = `case when c.suspended then 'suspended' else c.status end as status`;

/** A deadline whose time has come by the legal clock and whose step has not been recorded. Instants in ms. */
export interface OverdueRow {
  number: string;
  name: Text;
  status: ShownStatus;
  key: string;
  at: number;
}

export const overdueDeadlines = (tx: Tx): Promise<Counted<OverdueRow>> =>
  listed(
    tx,
    `select c.number, ${NAME}, ${STATUS}, c.next_deadline_key as key, ${MS('c.next_deadline_at')} as at from procurement_case c
     where c.next_deadline_at <= legal_now() and not c.closed order by c.next_deadline_at`,
  );

/** A command that was received and has no outcome yet; `receivedAt` by the legal clock, ms. */
export interface WaitingCommandRow {
  number: string;
  action: string;
  actor: Text;
  receivedAt: number;
}

export const waitingCommands = (tx: Tx): Promise<Counted<WaitingCommandRow>> =>
  listed(
    tx,
    `select c.number, m.action, m.actor -> 'name' as actor, ${MS('m.received_at')} as "receivedAt"
     from command m join procurement_case c on c.id = m.case_id where m.outcome is null order by m.received_at`,
  );

/** A letter that has not left. Seconds by the machine's clock, which the outbox lives by. */
export interface WaitingLetterRow {
  to: string;
  event: string;
  number: string;
  attempts: number;
  waitsSeconds: number;
  nextInSeconds: number;
  error: string | null;
}

export const waitingLetters = (tx: Tx): Promise<Counted<WaitingLetterRow>> =>
  listed(
    tx,
    `select u.email as "to", n.event, c.number, o.attempts, o.last_error as error,
       floor(extract(epoch from clock_timestamp() - o.created_at))::int as "waitsSeconds",
       greatest(0, ceil(extract(epoch from o.next_attempt_at - clock_timestamp())))::int as "nextInSeconds"
     from outbox o join notification n on n.id = o.notification_id join app_user u on u.id = n.user_id
       join procurement_case c on c.id = n.case_id where o.sent_at is null order by o.id`,
  );

/** A document in the printer's queue; `createdAt` by the legal clock, ms. */
export interface WaitingPrintRow {
  number: string;
  documentId: string;
  name: string;
  createdAt: number;
  /** Why the last attempt failed. */
  error: string | null;
}

export const documentsToPrint = (tx: Tx): Promise<Counted<WaitingPrintRow>> =>
  listed(
    tx,
    `select c.number, d.id::text as "documentId", d.name, ${MS('d.created_at')} as "createdAt", f.error
     from document d join procurement_case c on c.id = d.case_id left join print_failure f on f.subject = d.id::text where d.state = 'to-print' order by d.created_at`,
  );

/** Offers that wait for the opener (no `version`), or a protocol that is due and not published; `since` by the legal clock, ms. */
export interface DueProtocolRow {
  number: string;
  name: Text;
  status: ShownStatus;
  version: number | null;
  since: number;
  /** Why the last attempt to form the protocol failed. */
  error: string | null;
}

export const protocolsDue = (tx: Tx): Promise<Counted<DueProtocolRow>> =>
  listed(
    tx,
    `select * from (
       select c.number, ${NAME}, ${STATUS}, (p ->> 'version')::int as version, (p ->> 'dueAt')::float8 as since, f.error
       from procurement_case c cross join jsonb_array_elements(c.file -> 'protocols') as p
         left join print_failure f on f.subject = c.id || '/' || (p ->> 'type') || '/' || (p ->> 'version')
       where ${PROTOCOL_DUE} and p ->> 'state' = 'due'
       union all
       select c.number, ${NAME}, ${STATUS}, null, ${MS('w.closes_at')}, null
       from procurement_case c join intake_window w on w.case_id = c.id
       where c.status in ('forming-results-protocol', 'taking-applications') and w.state = 'closed') as due order by since`,
  );

/** Counts of announcements by shown status, drafts included. */
export async function countByStatus(tx: Tx): Promise<{ status: ShownStatus; count: number }[]> {
  const { rows } = await tx.query<{ status: ShownStatus; count: number }>(
    `select ${STATUS}, count(*)::int as count from procurement_case c group by 1 order by 2 desc, 1`,
  );
  return rows;
}

/** State of the clock and of the record. `offset` = legal clock minus the machine's, ms; `lastStepAt` by the legal clock. */
export interface ClockState {
  offset: number;
  stopped: boolean;
  lastStepAt: number | null;
}

export async function clockState(tx: Tx): Promise<ClockState> {
  const { rows } = await tx.query<ClockState>(
    `select (extract(epoch from legal_now() - clock_timestamp()) * 1000)::float8 as "offset",
       (select stopped_at is not null from legal_clock limit 1) as stopped,
       (select ${MS('max(at)')} from journal) as "lastStepAt"`,
  );
  return rows[0]!;
}

/** Whom to call: the operators of the portal who are not blocked. */
export interface OperatorContact {
  name: Text;
  position: Text;
  organization: Text | null;
  address: Text | null;
  phone: string;
  email: string;
}

export async function operatorContacts(tx: Tx): Promise<OperatorContact[]> {
  const both = (of: string, column: string) => `json_build_object('kk', ${of}.${column}_kk, 'ru', ${of}.${column}_ru)`;
  const ofOrganization = (column: string) =>
    `case when o.bin is null then null else ${both('o', column)} end as ${column === 'name' ? 'organization' : column}`;
  const { rows } = await tx.query<OperatorContact>(
    `select ${both('u', 'name')} as name, ${both('u', 'position')} as position, ${ofOrganization('name')}, ${ofOrganization('address')}, u.phone, u.email
     from app_user u left join organization o on o.bin = u.organization_bin where 'operator' = any(u.roles) and not u.blocked order by u.name_ru`,
  );
  return rows;
}
