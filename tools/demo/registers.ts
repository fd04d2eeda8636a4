import type { Tx } from '../../db/client.ts';
import { addCalendarVersion, currentCalendar } from '../../db/lookups.ts';
import { addPlanItem } from '../../db/plan-items.ts';
import type { WorkingCalendar } from '../../domain/calendar.ts';
import { type PlanItem, type PlanItemBody, plannedAmount } from '../../domain/procurement/draft/plan-item.ts';
import { SUBJECT_KINDS } from '../../domain/procurement/file.ts';
import { demoId } from './ids.ts';
import { ORGANIZATIONS, personCalled } from './people.ts';
import { calendarDays, grounds, lots, organization, seededCalendar, textOf, unit } from './seeds.ts';

/** Enters the working calendar with the act behind every day, unless one has been entered; returns the one in force. */
export async function enterCalendar(tx: Tx): Promise<WorkingCalendar> {
  const { rowCount } = await tx.query('select 1 from working_calendar limit 1');
  if (rowCount === 0) {
    const { version: _none, ...calendar } = seededCalendar(1);
    const acts = calendarDays.flatMap(({ date, act_or_source: act, ...row }) => {
      const kind = calendar.days[date];
      return kind ? [{ date, kind, name: textOf(row, 'name'), act }] : [];
    });
    await addCalendarVersion(tx, { ...calendar, acts }, personCalled('operator').userId, 'calendar-kz.csv');
  }
  return currentCalendar(tx);
}

/** Puts supplier4 under restrictions: listed among unfair participants from `from` ('YYYY-MM-DD') on. */
export async function restrictSupplier(tx: Tx, from: string): Promise<void> {
  const ground = grounds.find(
    (each) => each.key === 'blacklisted' && each.in_force_from <= from && (each.in_force_to === '' || from <= each.in_force_to),
  );
  if (!ground) throw new Error(`no ground of restriction is in force on ${from}`);
  const { kk, ru } = textOf(ground, 'text');
  await tx.query(
    `insert into restriction (id, supplier_bin, ground_kk, ground_ru, article, sub_paragraph, entry, from_date)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
    [
      demoId('restriction'),
      personCalled('supplier4').bin,
      kk,
      ru,
      ground.article,
      ground.sub_paragraph,
      `${from.slice(0, 4)}-0118`,
      from,
    ],
  );
}

/** Rows of lots-realistic.csv that make up the annual plan: what an office buys, no names of other organizations. */
const GOODS = [1, 2, 3, 4, 5, 8, 10, 11, 16, 18, 22, 25, 28, 29, 38, 39, 47, 48, 50, 54, 68, 69, 70, 71, 72, 73, 74, 77, 78, 79];
const SERVICES = [82, 83, 84, 87, 88, 96, 98, 99, 102, 103];
const WORKS = [129, 131, 138];
/** Planned by the second customer; the organizer buys for it. */
const OF_CUSTOMER_2 = new Set([10, 11, 48, 71, 88, 103]);

const planItemId = (row: number): string => demoId('plan-item', String(row));

/** A line of the plan from a row of the seed, delivered to its customer's own address. */
export function planItem(row: number): PlanItem {
  const lot = lots.find((each) => each.no === String(row));
  const subjectKind = SUBJECT_KINDS.find((kind) => kind === lot?.kind);
  if (!lot || !subjectKind) throw new Error(`no lot in row ${row}`);
  const customer = organization(OF_CUSTOMER_2.has(row) ? ORGANIZATIONS.customer2 : ORGANIZATIONS.organizer);
  const body: PlanItemBody = {
    name: textOf(lot, 'name'),
    description: textOf(lot, 'description'),
    catalogueCode: lot.ktru_code,
    quantity: lot.quantity,
    unit: unit(lot.unit_code),
    unitPrice: lot.unit_price_kzt,
    term: textOf(lot, 'term'),
    place: customer.address,
    kato: customer.kato,
    advance: '0',
    disability: lot.disability === 'yes',
  };
  const organizer = organization(ORGANIZATIONS.organizer).bin;
  const planned = {
    id: planItemId(row),
    customer: customer.bin,
    organizer,
    method: 'price-quotations',
    subjectKind,
    body,
  } as const;
  return { ...planned, amount: plannedAmount(body), status: 'planned', caseId: null };
}

/** Lays the annual plan of both customers; returns the number of its lines. */
export async function layPlan(tx: Tx): Promise<number> {
  const rows = [...GOODS, ...SERVICES, ...WORKS];
  for (const row of rows) await addPlanItem(tx, planItem(row));
  return rows.length;
}
