import { dateOf, instantOf, isWorkingDay, nextWorkingDay, type WorkingCalendar } from '../../calendar.ts';
import { refuse, type Refusal } from '../../refusals.ts';
import type { QuotationsSheet } from '../methods/sheet.ts';

/** The window opens on a working day; the answer names the earliest one. Instants in ms. */
export function windowStartsOnAWorkingDay(opensAt: number, sheet: QuotationsSheet, calendar: WorkingCalendar): Refusal | null {
  const date = dateOf(calendar, opensAt);
  if (isWorkingDay(calendar, date)) return null;
  const earliest = instantOf(calendar, nextWorkingDay(calendar, date), calendar.office.from);
  return refuse('start-not-on-working-day', { opensAt, earliest }, { source: sheet.window.startsOn.source, field: 'opensAt' });
}
