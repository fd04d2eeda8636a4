import {
  addDays,
  dateOf,
  earliestAfterWorkingDays,
  instantOf,
  isWorkingDay,
  knowsYearOf,
  timeOf,
  type WorkingCalendar,
} from '../calendar.ts';
import type { Step } from '../derivation.ts';
import type { Deadline } from '../case.ts';
import { cite, ours } from '../regulation.ts';
import { refuse, type Refusal } from '../refusals.ts';
import type { ProcurementFile } from './file.ts';
import { sheetOn } from './methods/index.ts';
import type { QuotationsSheet, SingleSourceSheet } from './methods/sheet.ts';

/** The window with which an announcement is published (ms), its two deadlines and how they came about. */
export interface WindowAtPublication {
  window: { opensAt: number; closesAt: number };
  deadlines: Deadline[];
}

const NO_WINDOW = { opensAt: 0, closesAt: 0 };
/** Ms. */
export const DAY = 86_400_000;
/** Longer than any run of free days, in days. */
const LOOK_AHEAD = 31;

/** The organizer chose both ends; rules of publication say what is too early and too short (S1 §1.3.1.4, ADR 0007). */
function chosenWindow(
  { window }: ProcurementFile,
  publishedAt: number,
  sheet: QuotationsSheet,
  calendar: WorkingCalendar,
): WindowAtPublication {
  const { opensAt, closesAt } = window ?? NO_WINDOW;
  const { atLeast, startsOn } = sheet.window;
  const minimum = earliestAfterWorkingDays(calendar, opensAt, atLeast.value);
  const deadlines: Deadline[] = [
    {
      key: 'quotations-start',
      at: opensAt,
      derivation: {
        rule: 'start-chosen-by-organizer',
        article: cite(startsOn.source),
        inputs: { chosen: opensAt, published: publishedAt, calendarVersion: calendar.version },
        steps: ['start-is-not-before-publication', 'start-is-a-working-day'],
      },
    },
    {
      key: 'quotations-end',
      at: closesAt,
      derivation: {
        rule: 'end-not-before-minimum-window',
        article: cite(atLeast.source),
        inputs: { chosen: closesAt, earliest: minimum.at, ...minimum.derivation.inputs },
        steps: minimum.derivation.steps,
      },
    },
  ];
  return { window: { opensAt, closesAt }, deadlines };
}

/** From this instant (ms) on a working day, on a day off from the start of the next working day; null where the calendar does not know the year. */
export function fromWorkingDay(at: number, calendar: WorkingCalendar): { opensAt: number; steps: Step[] } | null {
  const today = dateOf(calendar, at);
  const steps: Step[] = [];
  for (let date = today; date <= addDays(today, LOOK_AHEAD) && knowsYearOf(calendar, date); date = addDays(date, 1)) {
    if (!isWorkingDay(calendar, date)) steps.push(`free ${date} ${calendar.days[date] ?? 'weekend'}`);
    else if (date === today) return { opensAt: at, steps: [] };
    else
      return {
        opensAt: instantOf(calendar, date, calendar.office.from),
        steps: [...steps, `opens ${date} ${calendar.office.from}`],
      };
  }
  return null;
}

/** The portal sets both ends: start = publication, end five calendar days later (S1 §1.7.1). */
function countedWindow(publishedAt: number, sheet: SingleSourceSheet, calendar: WorkingCalendar): WindowAtPublication | Refusal {
  const { lasts, startsOn } = sheet.window;
  const start = fromWorkingDay(publishedAt, calendar);
  if (!start)
    return refuse(
      'calendar-not-approved',
      { year: addDays(dateOf(calendar, publishedAt), LOOK_AHEAD).slice(0, 4) },
      { source: ours('ADR 0007') },
    );
  const { opensAt } = start;
  const steps: Step[] = start.steps.length > 0 ? start.steps : ['publication-is-on-a-working-day'];
  const closesAt = opensAt + lasts.value * DAY;
  const end: Step = `ends ${dateOf(calendar, closesAt)} ${timeOf(calendar, closesAt).slice(0, 8)}`;
  const deadlines: Deadline[] = [
    {
      key: 'applications-start',
      at: opensAt,
      derivation: {
        rule: 'start-at-publication',
        article: cite(startsOn.source),
        inputs: { published: publishedAt, calendarVersion: calendar.version },
        steps,
      },
    },
    {
      key: 'applications-end',
      at: closesAt,
      derivation: {
        rule: 'end-after-calendar-days',
        article: cite(lasts.source),
        inputs: { from: opensAt, calendarDays: lasts.value, calendarVersion: calendar.version },
        steps: [end],
      },
    },
  ];
  return { window: { opensAt, closesAt }, deadlines };
}

/**
 * The window of an announcement published at an instant (ms), or why it cannot be counted then. A window that the organizer chose
 * is taken as it is.
 */
export function windowAtPublication(
  file: ProcurementFile,
  publishedAt: number,
  calendar: WorkingCalendar,
): WindowAtPublication | Refusal {
  const { sheet } = sheetOn(file.method, dateOf(calendar, publishedAt));
  return sheet.admission === 'automatic'
    ? chosenWindow(file, publishedAt, sheet, calendar)
    : countedWindow(publishedAt, sheet, calendar);
}

export const isWindow = (planned: WindowAtPublication | Refusal): planned is WindowAtPublication => 'window' in planned;

/**
 * The end of a window to which its keys are bound, ms: before it nobody can use them. A window that may be opened by hand: its start,
 * because one supplier is invited and nobody else's offer can leak to anyone (ADR 0015). Null while there is no window.
 */
export const keysBoundTo = ({ method, window }: Pick<ProcurementFile, 'method' | 'window'>): number | null =>
  method === 'single-source' ? (window?.opensAt ?? null) : (window?.closesAt ?? null);

/** The same for an announcement that is published at an instant (ms): its window may only now be counted. */
export function keysNotBefore(file: ProcurementFile, publishedAt: number, calendar: WorkingCalendar): number | null {
  if (file.method === 'price-quotations') return keysBoundTo(file);
  const planned = windowAtPublication(file, publishedAt, calendar);
  return isWindow(planned) ? keysBoundTo({ ...file, ...planned }) : null;
}
