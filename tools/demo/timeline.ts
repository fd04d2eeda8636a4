import {
  addDays,
  addWorkingDays,
  dateOf,
  instantOf,
  isWorkingDay,
  knowsYearOf,
  type WorkingCalendar,
} from '../../domain/calendar.ts';

/** A moment of the story: working days from today (0, negative before) and local time 'HH:MM[:SS[.mmm]]'. */
export interface Moment {
  day: number;
  time: string;
}

export const at = (day: number, time: string): Moment => ({ day, time });

/** Working days before today on which the story begins. */
export const FIRST_DAY = -12;

/** Days around today that the story and the counting of working days may touch. */
const BEFORE = 40;
const AFTER = 62;

/** Where the years around today have not been entered into the calendar, the story happens around this day instead. */
const KNOWN_DAY = '2026-11-20';

/** The last working day that is not after the machine's date. @param now ms */
export function storyToday(calendar: WorkingCalendar, now: number): string {
  const date = dateOf(calendar, now);
  const known = knowsYearOf(calendar, addDays(date, -BEFORE)) && knowsYearOf(calendar, addDays(date, AFTER));
  let day = known ? date : KNOWN_DAY;
  while (!isWorkingDay(calendar, day)) day = addDays(day, -1);
  return day;
}

/** The day on which the story that ends today begins. */
export function storyStart(calendar: WorkingCalendar, today: string): string {
  let day = today;
  while (addWorkingDays(calendar, day, -FIRST_DAY) > today || !isWorkingDay(calendar, day)) day = addDays(day, -1);
  return day;
}

/** Instants of moments (ms) of a story that begins on `start`, 'YYYY-MM-DD'. */
export const instantsFrom =
  (calendar: WorkingCalendar, start: string) =>
  ({ day, time }: Moment): number =>
    instantOf(calendar, addWorkingDays(calendar, start, day - FIRST_DAY), time);
