import type { DayKind, WorkingCalendar } from '../domain/calendar.ts';
import type { Organization, Representative, Role } from '../domain/parties.ts';
import type { Restriction } from '../domain/procurement/file.ts';
import type { Tx } from './client.ts';

/** The newest version of the working calendar. @throws Error when none has been entered. */
export async function currentCalendar(tx: Tx): Promise<WorkingCalendar> {
  const { rows } = await tx.query<{ version: number; body: Omit<WorkingCalendar, 'version'> }>(
    'select version, body from working_calendar order by version desc limit 1',
  );
  if (!rows[0]) throw new Error('no working calendar has been entered');
  return calendarOf(rows[0]);
}

function calendarOf({ version, body }: { version: number; body: Omit<WorkingCalendar, 'version'> }): WorkingCalendar {
  const { jurisdiction, utcOffsetMinutes, office, days } = body;
  return { jurisdiction, version, utcOffsetMinutes, office, days };
}

/** Every version of the working calendar: a deadline keeps the one it was counted with. */
export async function calendarVersions(tx: Tx): Promise<Map<number, WorkingCalendar>> {
  const { rows } = await tx.query<{ version: number; body: Omit<WorkingCalendar, 'version'> }>(
    'select version, body from working_calendar',
  );
  return new Map(rows.map((row) => [row.version, calendarOf(row)]));
}

export interface CalendarDay {
  date: string;
  kind: DayKind;
  name: { kk: string; ru: string };
  act: string;
}

/** Adds a version of the calendar; deadlines that stand are not recomputed by it. */
export async function addCalendarVersion(
  tx: Tx,
  body: Omit<WorkingCalendar, 'version'> & { acts?: CalendarDay[] },
  editedBy: string,
  reason: string,
): Promise<number> {
  const { rows } = await tx.query<{ version: number }>(
    `insert into working_calendar (version, body, edited_by, edited_at, reason)
     select coalesce(max(version), 0) + 1, $1, $2, legal_now(), $3 from working_calendar returning version`,
    [JSON.stringify(body), editedBy, reason],
  );
  return rows[0]!.version;
}

/** Plan items among these that another announcement holds; those of failed lots are free for a repeat (spec 01, step 2). */
export async function takenPlanItems(tx: Tx, caseId: string, planItemIds: string[]): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select id from plan_item where id = any($2::uuid[]) and case_id is not null and case_id <> $1 and status <> 'failed'`,
    [caseId, planItemIds],
  );
  return rows.map((row) => row.id);
}

/** Lots of this case whose plan items stand in another announcement: lot number → that announcement's number. */
export async function lotsInUse(tx: Tx, caseId: string): Promise<Record<string, string>> {
  const { rows } = await tx.query<{ number: string; user: string }>(
    `select l.number, c.number as user from lot l join plan_item p on p.id = l.plan_item_id join procurement_case c on c.id = p.case_id
     where l.case_id = $1 and p.case_id <> $1 and (c.status <> 'draft' or c.method = 'single-source')`,
    [caseId],
  );
  return Object.fromEntries(rows.map((row) => [row.number, row.user]));
}

interface UserRow {
  id: string;
  iin: string;
  name_kk: string;
  name_ru: string;
  position_kk: string;
  position_ru: string;
  organization_bin: string | null;
  phone: string;
  email: string;
}

/** A user as representative or creator, when not blocked and holding the role; null otherwise. */
export async function findCandidate(tx: Tx, userId: string, role: Role): Promise<Representative | null> {
  const { rows } = await tx.query<UserRow>(
    `select id, iin, name_kk, name_ru, position_kk, position_ru, organization_bin, phone, email from app_user
     where id::text = $1 and not blocked and $2 = any(roles)`,
    [userId, role],
  );
  const u = rows[0];
  if (!u?.organization_bin) return null;
  return {
    userId: u.id,
    iin: u.iin,
    name: { kk: u.name_kk, ru: u.name_ru },
    position: { kk: u.position_kk, ru: u.position_ru },
    bin: u.organization_bin,
    phone: u.phone,
    email: u.email,
  };
}

export async function isBlocked(tx: Tx, userId: string): Promise<boolean> {
  const { rows } = await tx.query<{ blocked: boolean }>('select blocked from app_user where id::text = $1', [userId]);
  return rows[0]?.blocked ?? false;
}

/**
 * Numbers under which an offer may have been handed in: every registered organization's. A role taken from a person
 * after the submission does not hide what was accepted.
 */
export async function registeredBins(tx: Tx): Promise<string[]> {
  const { rows } = await tx.query<{ bin: string }>('select bin from organization');
  return rows.map((row) => row.bin);
}

interface OrganizationRow {
  bin: string;
  name_kk: string;
  name_ru: string;
  address_kk: string;
  address_ru: string;
  place_kk: string;
  place_ru: string;
}

export async function findOrganizations(tx: Tx, bins: string[]): Promise<Organization[]> {
  const { rows } = await tx.query<OrganizationRow>(
    'select bin, name_kk, name_ru, address_kk, address_ru, place_kk, place_ru from organization where bin = any($1)',
    [bins],
  );
  return rows.map((o) => ({
    bin: o.bin,
    name: { kk: o.name_kk, ru: o.name_ru },
    address: { kk: o.address_kk, ru: o.address_ru },
    place: { kk: o.place_kk, ru: o.place_ru },
  }));
}

const OWN_REGISTER = { kk: 'порталдың жеке тізілімі', ru: 'собственный реестр портала' };

/** Our own register of restrictions on participation, as of a day ('YYYY-MM-DD'): the first entry of each supplier. */
export async function restrictionsOf(tx: Tx, bins: string[], date: string, checkedAt: number): Promise<Restriction[]> {
  const { rows } = await tx.query<{
    supplier_bin: string;
    ground_kk: string;
    ground_ru: string;
    article: string;
    sub_paragraph: string | null;
    entry: string;
  }>(
    `select distinct on (supplier_bin) supplier_bin, ground_kk, ground_ru, article, sub_paragraph, entry from restriction
     where supplier_bin = any($1) and from_date <= $2 and (to_date is null or to_date >= $2) order by supplier_bin, from_date`,
    [bins, date],
  );
  return rows.map((row) => ({
    supplier: row.supplier_bin,
    article: row.article,
    ...(row.sub_paragraph ? { subParagraph: row.sub_paragraph } : {}),
    ground: { kk: row.ground_kk, ru: row.ground_ru },
    register: OWN_REGISTER,
    entry: row.entry,
    checkedAt,
  }));
}
