import type { Deadline } from '../domain/case.ts';
import type { WorkingCalendar } from '../domain/calendar.ts';
import type { Text } from '../domain/parties.ts';
import { type Database, transaction, type Tx } from './client.ts';
import { addCalendarVersion, type CalendarDay } from './lookups.ts';

/** An exception of the calendar with its names and act; the English name is help and may be missing. */
export interface NamedDay extends CalendarDay {
  name: Text & { en?: string };
}

/** What a version keeps: the calendar and the names and acts of its exceptions. */
export interface CalendarBody extends Omit<WorkingCalendar, 'version'> {
  acts: NamedDay[];
}

/** One version of the calendar. `editor` is null when it was not entered by a person of the portal. Instants in ms. */
export interface CalendarVersion {
  version: number;
  body: CalendarBody;
  editor: Text | null;
  editedAt: number;
  reason: string;
}

const VERSION = `select version, json_build_object('acts', '[]'::json)::jsonb || body as body, reason,
    case when u.id is null then null else json_build_object('kk', u.name_kk, 'ru', u.name_ru) end as editor,
    floor(extract(epoch from edited_at) * 1000)::float8 as "editedAt"
  from working_calendar left join app_user u on u.id::text = edited_by`;

/** All versions, newest first. */
export async function calendarVersions(tx: Tx): Promise<CalendarVersion[]> {
  return (await tx.query<CalendarVersion>(`${VERSION} order by version desc`)).rows;
}

/** A version of the calendar, the newest one without a number. */
export async function findCalendarVersion(tx: Tx, version: number | null): Promise<CalendarVersion | undefined> {
  const { rows } = await tx.query<CalendarVersion>(
    `${VERSION} where $1::integer is null or version = $1 order by version desc limit 1`,
    [version],
  );
  return rows[0];
}

export interface CalendarEdit {
  /** The version that the edit was made from; refused when it is not the newest any more. */
  basedOn: number;
  body: CalendarBody;
  /** Id of the user. */
  editedBy: string;
  reason: string;
}

/** `again`: this very edit had been saved before, as by a double click. */
export type SavedEdit = { kind: 'saved' | 'again'; version: number } | { kind: 'stale' };

/** Saves an edit as the next version. Two edits of one version: the first is saved, the second is told. */
export async function saveCalendarEdit(db: Database, edit: CalendarEdit): Promise<SavedEdit> {
  return transaction(db, async (tx) => {
    // Readers go on; the next editor waits here and then sees this edit. (To lock the table would ask for the right to change it.)
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('working_calendar', 0))`);
    const { rows } = await tx.query<{ newest: number; again: boolean }>(
      `select coalesce(max(version), 0) as newest,
         coalesce(bool_or(version = $1::integer + 1 and body = $2::jsonb and edited_by = $3 and reason = $4), false) as again
       from working_calendar`,
      [edit.basedOn, JSON.stringify(edit.body), edit.editedBy, edit.reason],
    );
    const { newest, again } = rows[0]!;
    if (again) return { kind: 'again', version: edit.basedOn + 1 };
    if (newest !== edit.basedOn) return { kind: 'stale' };
    return { kind: 'saved', version: await addCalendarVersion(tx, edit.body, edit.editedBy, edit.reason) };
  });
}

/** The deadlines that run in a case. */
export interface RunningDeadlines {
  number: string;
  name: Text;
  deadlines: Deadline[];
}

/** Deadlines of every case that has begun, is not over and is not suspended. */
export async function runningDeadlines(tx: Tx): Promise<RunningDeadlines[]> {
  const { rows } = await tx.query<RunningDeadlines>(
    `select number, json_build_object('kk', name_kk, 'ru', name_ru) as name, file -> 'deadlines' as deadlines
     from procurement_case where status <> 'draft' and not closed and not suspended and next_deadline_at is not null order by number`,
  );
  return rows;
}
