import { dateOf, isWorkingDay, nextMidnight, type WorkingCalendar } from './calendar.ts';

/** Milliseconds of [from, to) that lie on working days, whole days of 24 hours. Instants in ms. */
export function workingTimeBetween(calendar: WorkingCalendar, from: number, to: number): number {
  let total = 0;
  for (let at = from; at < to;) {
    const end = Math.min(nextMidnight(calendar, at), to);
    if (isWorkingDay(calendar, dateOf(calendar, at))) total += end - at;
    at = end;
  }
  return total;
}

/** The instant at which `amount` ms of working days have passed since `from`. */
export function afterWorkingTime(calendar: WorkingCalendar, from: number, amount: number): number {
  let left = amount;
  let at = from;
  while (left > 0) {
    const end = nextMidnight(calendar, at);
    const usable = isWorkingDay(calendar, dateOf(calendar, at)) ? end - at : 0;
    if (usable >= left) return at + left;
    left -= usable;
    at = end;
  }
  return at;
}
