import { addDays, dateOf, instantOf, timeOf, type WorkingCalendar } from '../../calendar.ts';
import type { TypedMoment } from './body.ts';

export type ReadMoment = { ok: true; at: number } | { ok: false; reason: 'empty' | 'not-a-date' };

/** The instant (ms) of a moment as typed, by the clock of the jurisdiction: '7', '3', '2027', '9:00'. */
export function readMoment(typed: TypedMoment, calendar: WorkingCalendar): ReadMoment {
  const [day, month, year, time] = [typed.day.trim(), typed.month.trim(), typed.year.trim(), typed.time.trim()];
  if (!day && !month && !year) return { ok: false, reason: 'empty' };
  const clock = /^(\d{1,2})[:.](\d{2})$/.exec(time);
  const date = isoDate({ day, month, year });
  if (!clock || !date || Number(clock[1]) > 23 || Number(clock[2]) > 59) return { ok: false, reason: 'not-a-date' };
  return { ok: true, at: instantOf(calendar, date, `${clock[1]!.padStart(2, '0')}:${clock[2]!}`) };
}

/** 'YYYY-MM-DD' of a day as typed, or null when there is no such day. */
export function isoDate({ day, month, year }: Pick<TypedMoment, 'day' | 'month' | 'year'>): string | null {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  try {
    return addDays(date, 0);
  } catch {
    // addDays throws RangeError on what is not a date, such as 30 February.
    return null;
  }
}

/** An instant (ms) as the three fields and the time of a form. */
export function typedMoment(at: number, calendar: WorkingCalendar): TypedMoment {
  const [year, month, day] = dateOf(calendar, at).split('-') as [string, string, string];
  return { day, month, year, time: timeOf(calendar, at).slice(0, 5) };
}
