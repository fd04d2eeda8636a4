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
import { windowIsNotTooShort } from './rules/window-is-not-too-short.ts';
import { withinTheCalendar } from './rules/within-the-calendar.ts';
import { windowStartsOnAWorkingDay } from './rules/window-starts-on-a-working-day.ts';

/** The window with which an announcement is published (ms), its two deadlines and how they came about. */
export interface WindowAtPublication {
  window: { opensAt: number; closesAt: number };
  deadlines: Deadline[];
  /** The key of the window may be used from this instant on, ms. */
  keysNotBefore: number;
}

const NO_WINDOW = { opensAt: 0, closesAt: 0 };
const DAY = 86_400_000;
/** Longer than any run of free days, in days. */
const LOOK_AHEAD = 31;

/** The organizer chose both ends; the sheet says what is too early and too short (S1 §1.3.1.4, ADR 0007). */
function chosenWindow(
  file: ProcurementFile,
  publishedAt: number,
  sheet: QuotationsSheet,
  calendar: WorkingCalendar,
): WindowAtPublication | Refusal {
  const window = file.window ?? NO_WINDOW;
  const { opensAt, closesAt } = window;
  const refusal =
    (opensAt >= publishedAt ? null : refuse('start-in-the-past', { opensAt, earliest: publishedAt }, { field: 'opensAt' })) ??
    withinTheCalendar({ ...window }, calendar) ??
    windowStartsOnAWorkingDay(opensAt, sheet, calendar) ??
    windowIsNotTooShort(window, sheet, calendar);
  if (refusal) return refusal;
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
  return { window, deadlines, keysNotBefore: closesAt };
}

/** Start at publication, on a day off at the start of the next working day; null where the calendar does not know the year. */
function startAtPublication(publishedAt: number, calendar: WorkingCalendar): { opensAt: number; steps: Step[] } | null {
  const today = dateOf(calendar, publishedAt);
  const steps: Step[] = [];
  for (let date = today; date <= addDays(today, LOOK_AHEAD) && knowsYearOf(calendar, date); date = addDays(date, 1)) {
    if (!isWorkingDay(calendar, date)) steps.push(`free ${date} ${calendar.days[date] ?? 'weekend'}`);
    else if (date === today) return { opensAt: publishedAt, steps: ['publication-is-on-a-working-day'] };
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
  const start = startAtPublication(publishedAt, calendar);
  if (!start)
    return refuse(
      'date-beyond-calendar',
      { at: publishedAt, year: addDays(dateOf(calendar, publishedAt), LOOK_AHEAD).slice(0, 4) },
      { source: ours('ADR 0007'), field: 'opensAt' },
    );
  const { opensAt, steps } = start;
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
  // It may be opened by hand before its end: one supplier is invited, nobody else's offer can leak to anyone (ADR 0018).
  return { window: { opensAt, closesAt }, deadlines, keysNotBefore: opensAt };
}

/** The window of an announcement published at an instant (ms), or why it cannot be published then. */
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
