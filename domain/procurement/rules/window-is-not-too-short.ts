import { earliestAfterWorkingDays, type WorkingCalendar } from '../../calendar.ts';
import { refuse, type Refusal } from '../../refusals.ts';
import type { QuotationsSheet } from '../methods/sheet.ts';

/** Between start and end lie at least as many working days as the sheet says; the answer names the earliest end. Instants in ms. */
export function windowIsNotTooShort(
  window: { opensAt: number; closesAt: number },
  sheet: QuotationsSheet,
  calendar: WorkingCalendar,
): Refusal | null {
  const { atLeast } = sheet.window;
  if (window.closesAt <= window.opensAt)
    return refuse('end-before-start', { ...window }, { source: atLeast.source, field: 'closesAt' });
  const earliest = earliestAfterWorkingDays(calendar, window.opensAt, atLeast.value).at;
  if (window.closesAt >= earliest) return null;
  return refuse('window-too-short', { ...window, days: atLeast.value, earliest }, { source: atLeast.source, field: 'closesAt' });
}
