import { dateOf, knowsYearOf, type WorkingCalendar } from '../../calendar.ts';
import { refuse, type Refusal } from '../../refusals.ts';
import { ours } from '../../regulation.ts';

/** Counting working days may look this far past an instant: longer than any run of free days, ms. */
const LOOK_AHEAD = 31 * 86_400_000;

/**
 * The working calendar of every year that counting may touch has been entered: a guess by weekends alone would be a wrong
 * legal date. Instants in ms by field name.
 */
export function withinTheCalendar(instants: Record<string, number>, calendar: WorkingCalendar): Refusal | null {
  for (const [field, at] of Object.entries(instants)) {
    const unknown = [at, at + LOOK_AHEAD].map((each) => dateOf(calendar, each)).find((date) => !knowsYearOf(calendar, date));
    if (unknown) return refuse('date-beyond-calendar', { at, year: unknown.slice(0, 4) }, { source: ours('ADR 0007'), field });
  }
  return null;
}
