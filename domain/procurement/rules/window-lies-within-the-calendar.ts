import { dateOf, type WorkingCalendar } from '../../calendar.ts';
import { refuse, type Refusal } from '../../refusals.ts';
import { ours } from '../../regulation.ts';

/** The working calendar of every year of the window has been entered; a guess by weekends alone would be a wrong legal date. */
export function windowLiesWithinTheCalendar(window: { opensAt: number; closesAt: number }, calendar: WorkingCalendar): Refusal | null {
  const years = new Set(Object.keys(calendar.days).map((date) => date.slice(0, 4)));
  for (const [field, at] of Object.entries(window)) {
    const date = dateOf(calendar, at);
    if (!years.has(date.slice(0, 4))) return refuse('date-beyond-calendar', { at, year: date.slice(0, 4) }, { source: ours('ADR 0007'), field });
  }
  return null;
}
