/**
 * Working days of a jurisdiction, over a calendar given as data.
 *
 * Instants are milliseconds since the epoch; dates are 'YYYY-MM-DD' and times 'HH:MM[:SS[.mmm]]' by the clock of the
 * jurisdiction, which is a fixed offset from UTC (Kazakhstan: +05:00 since 2024-03-01, Government resolution No 20 of
 * 2024-01-19). A year is known when the calendar lists an exception in it: every year has holidays, so a year without
 * any has not been entered yet, and a date counted through it by weekends alone would be a wrong legal date.
 */

import type { Derivation, Step } from './derivation.ts';

export const DAY_KINDS = ['holiday', 'substitute', 'moved-free', 'moved-working'] as const;

/** A day that differs from its weekday: free by law, free in place of a holiday, freed or made working by an act. */
export type DayKind = (typeof DAY_KINDS)[number];

export interface WorkingCalendar {
  jurisdiction: 'kz';
  /** Raised by one with every edit; a stored deadline keeps the version it was counted with. */
  version: number;
  utcOffsetMinutes: number;
  /** Local times 'HH:MM' at which an office day starts and ends. */
  office: { from: string; to: string };
  /** Exceptions only: any other Monday to Friday is working, any other Saturday or Sunday is free. */
  days: Record<string, DayKind>;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * A calendar from rows of a day list (`date`, `kind`). Rows of kind 'half-day' are left out: a shortened day counts as
 * a whole working day. Throws on an unknown kind and on two kinds for one date.
 */
export function workingCalendar(
  head: Omit<WorkingCalendar, 'days'>,
  rows: readonly { date: string; kind: string }[],
): WorkingCalendar {
  const days: Record<string, DayKind> = {};
  for (const { date, kind } of rows) {
    if (kind === 'half-day') continue;
    const known = DAY_KINDS.find((each) => each === kind);
    if (!known) throw new RangeError(`Unknown kind of day: ${kind} on ${date}`);
    if (days[date]) throw new RangeError(`Two kinds for one day: ${date}`);
    dayNumber(date);
    days[date] = known;
  }
  return { ...head, days };
}

/** Whether the calendar knows the year of `date`, so that working days in it may be asked for. */
export function knowsYearOf(c: WorkingCalendar, date: string): boolean {
  dayNumber(date);
  const yearAndDash = date.slice(0, 5);
  // New Year is a holiday wherever a year has been entered: asked first, for a year's days are asked for one by one.
  if (c.days[`${yearAndDash}01-01`]) return true;
  for (const exception in c.days) if (exception.startsWith(yearAndDash)) return true;
  return false;
}

/** Whether `date` is a working day. Throws RangeError outside the years the calendar knows. */
export function isWorkingDay(c: WorkingCalendar, date: string): boolean {
  const why = kindOf(c, date);
  return why === 'working' || why === 'moved-working';
}

/** Local date of an instant. */
export function dateOf(c: WorkingCalendar, instant: number): string {
  return localIso(c, instant).slice(0, 10);
}

/** Local time of an instant, 'HH:MM:SS.mmm'. */
export function timeOf(c: WorkingCalendar, instant: number): string {
  return localIso(c, instant).slice(11, 23);
}

/** The instant of a local date and time; the time is 'HH:MM', 'HH:MM:SS' or 'HH:MM:SS.mmm', at most 23:59:59.999. */
export function instantOf(c: WorkingCalendar, date: string, time: string): number {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{3}))?)?$/.exec(time);
  if (!parts) throw new RangeError(`Not a time of day: ${time}`);
  const [hours, minutes, seconds, milliseconds] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const sinceMidnight = ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
  return dayNumber(date) * DAY + sinceMidnight - c.utcOffsetMinutes * MINUTE;
}

/** The date `n` calendar days after `date` (before it when n < 0); years are not limited. */
export function addDays(date: string, n: number): string {
  return isoDay(dayNumber(date) + n);
}

/** The `n`-th working day after `date`, n ≥ 0; the day itself is not counted, so n = 0 gives `date` back. */
export function addWorkingDays(c: WorkingCalendar, date: string, n: number): string {
  return walk(c, date, n).date;
}

/** The first working day strictly after `date`. */
export function nextWorkingDay(c: WorkingCalendar, date: string): string {
  return addWorkingDays(c, date, 1);
}

/** Working days strictly after `from`, up to and including `to`; 0 when `to` is not later than `from`. */
export function workingDaysBetween(c: WorkingCalendar, from: string, to: string): number {
  const last = dayNumber(to);
  let count = 0;
  for (let day = dayNumber(from) + 1; day <= last; day += 1) if (isWorkingDay(c, isoDay(day))) count += 1;
  return count;
}

/** The local midnight at which the day of an instant ends. */
export function nextMidnight(c: WorkingCalendar, instant: number): number {
  const offset = c.utcOffsetMinutes * MINUTE;
  return (Math.floor((instant + offset) / DAY) + 1) * DAY - offset;
}

/** The instant the office opens on `date` (S1: 9:00); whether the day is a working one is not asked. */
export function startOfOfficeDay(c: WorkingCalendar, date: string): number {
  return instantOf(c, date, c.office.from);
}

/** The instant the office closes on `date` (S1: 18:00); whether the day is a working one is not asked. */
export function endOfOfficeDay(c: WorkingCalendar, date: string): number {
  return instantOf(c, date, c.office.to);
}

/**
 * What was counted. Steps are one per day looked at: `starts DATE`, `counted DATE N` or `counted DATE N moved-working`
 * (N from 1), `free DATE REASON` where the reason is 'weekend' or a kind of day, and `at DATE TIME` as the last.
 */
export interface Counted {
  at: number;
  derivation: Omit<Derivation, 'rule' | 'article'>;
}

/**
 * The earliest instant with `days` full working days between `from` and it (S1 §1.4.1.12, minimum intervals): the day
 * of `from` is not counted, and the last counted day is over, so the instant is the local midnight after it. With
 * days = 0 it is `from` itself. That the instant must fall on a working day is another rule.
 */
export function earliestAfterWorkingDays(c: WorkingCalendar, from: number, days: number): Counted {
  const { date, steps } = walk(c, dateOf(c, from), days);
  const at = days === 0 ? from : (dayNumber(date) + 1) * DAY - c.utcOffsetMinutes * MINUTE;
  return counted(c, { count: 'full-working-days', from, days }, steps, at);
}

/** Local `time` on the `days`-th working day after the day of `from`, which is not counted (S1 §4.2: ten days from the next day). */
export function onWorkingDayAfter(c: WorkingCalendar, from: number, days: number, time: string): Counted {
  const { date, steps } = walk(c, dateOf(c, from), days);
  return counted(c, { count: 'on-working-day', from, days, time }, steps, instantOf(c, date, time));
}

export interface MovedDeadline {
  key: string;
  was: number;
  becomes: number;
}

/**
 * Which stored deadlines an edit of the calendar would move. Compares the instant derived again from the stored inputs
 * with `before` and with `after`; a deadline not counted in working days (no input `count`) is never moved.
 */
export function affectedBy(
  before: WorkingCalendar,
  after: WorkingCalendar,
  deadlines: readonly { key: string; derivation: Pick<Derivation, 'inputs'> }[],
): MovedDeadline[] {
  return deadlines.flatMap(({ key, derivation: { inputs } }) => {
    if (inputs.count === undefined) return [];
    const was = countAgain(before, inputs);
    const becomes = countAgain(after, inputs);
    return was === becomes ? [] : [{ key, was, becomes }];
  });
}

function countAgain(c: WorkingCalendar, inputs: Derivation['inputs']): number {
  const { count, from, days, time } = inputs;
  if (typeof from === 'number' && typeof days === 'number') {
    if (count === 'full-working-days') return earliestAfterWorkingDays(c, from, days).at;
    if (count === 'on-working-day' && typeof time === 'string') return onWorkingDayAfter(c, from, days, time).at;
  }
  throw new RangeError(`Not the inputs of a count of working days: ${JSON.stringify(inputs)}`);
}

function counted(c: WorkingCalendar, inputs: Derivation['inputs'], steps: Step[], at: number): Counted {
  const last: Step = `at ${dateOf(c, at)} ${timeOf(c, at)}`;
  return {
    at,
    derivation: { inputs: { ...inputs, calendar: c.jurisdiction, calendarVersion: c.version }, steps: [...steps, last] },
  };
}

function walk(c: WorkingCalendar, from: string, days: number): { date: string; steps: Step[] } {
  if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`Not a number of working days: ${days}`);
  const steps: Step[] = [`starts ${from}`];
  let day = dayNumber(from);
  for (let passed = 0; passed < days;) {
    day += 1;
    const date = isoDay(day);
    const why = kindOf(c, date);
    if (why === 'working') steps.push(`counted ${date} ${(passed += 1)}`);
    else if (why === 'moved-working') steps.push(`counted ${date} ${(passed += 1)} ${why}`);
    else steps.push(`free ${date} ${why}`);
  }
  return { date: isoDay(day), steps };
}

function kindOf(c: WorkingCalendar, date: string): DayKind | 'weekend' | 'working' {
  const day = dayNumber(date);
  if (!knowsYearOf(c, date))
    throw new RangeError(`The calendar ${c.jurisdiction} v${c.version} does not know the year of ${date}`);
  const weekday = (((day + 4) % 7) + 7) % 7; // 1970-01-01 was a Thursday
  return c.days[date] ?? (weekday === 0 || weekday === 6 ? 'weekend' : 'working');
}

/** Days since 1970-01-01. Throws RangeError on what is not a date of the calendar, such as 30 February. */
function dayNumber(date: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00.000Z`) / DAY : NaN;
  if (Number.isNaN(day) || isoDay(day) !== date) throw new RangeError(`Not a date: ${date}`);
  return day;
}

function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function localIso(c: WorkingCalendar, instant: number): string {
  if (!Number.isSafeInteger(instant)) throw new RangeError(`Not an instant: ${instant}`);
  return new Date(instant + c.utcOffsetMinutes * MINUTE).toISOString();
}
