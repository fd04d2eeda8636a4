import { dateOf, earliestAfterWorkingDays, type WorkingCalendar } from '../../calendar.ts';
import type { Deadline } from '../../case.ts';
import { cite, S1 } from '../../regulation.ts';
import { refuse } from '../../refusals.ts';
import type { ProcurementFile } from '../file.ts';
import { sheetOn } from '../methods/index.ts';
import { announcementIsComplete } from '../rules/announcement-is-complete.ts';
import { windowIsNotTooShort } from '../rules/window-is-not-too-short.ts';
import { withinTheCalendar } from '../rules/within-the-calendar.ts';
import { windowStartsOnAWorkingDay } from '../rules/window-starts-on-a-working-day.ts';
import { nothing } from './input.ts';
import { action } from './row.ts';

const NO_WINDOW = { opensAt: 0, closesAt: 0 };

/** The two deadlines of a request for quotations with the derivation of the minimum. */
function deadlinesOf(
  window: { opensAt: number; closesAt: number },
  method: ProcurementFile['method'],
  at: number,
  calendar: WorkingCalendar,
): Deadline[] {
  const { sheet } = sheetOn(method, dateOf(calendar, at));
  const { atLeast, startsOn } = sheet.window;
  const minimum = earliestAfterWorkingDays(calendar, window.opensAt, atLeast.value);
  return [
    {
      key: 'quotations-start',
      at: window.opensAt,
      derivation: {
        rule: 'start-chosen-by-organizer',
        article: cite(startsOn.source),
        inputs: { chosen: window.opensAt, published: at, calendarVersion: calendar.version },
        steps: ['start-is-not-before-publication', 'start-is-a-working-day'],
      },
    },
    {
      key: 'quotations-end',
      at: window.closesAt,
      derivation: {
        rule: 'end-not-before-minimum-window',
        article: cite(atLeast.source),
        inputs: { chosen: window.closesAt, earliest: minimum.at, ...minimum.derivation.inputs },
        steps: minimum.derivation.steps,
      },
    },
  ];
}

/** Publishes the announcement; from here on it cannot be edited (S1 §1.3.1.4). */
export const publish = action({
  name: 'publish',
  carrier: 'signal',
  who: ['creator'],
  when: ['draft'],
  input: nothing,
  consult: ['calendar', 'takenPlanItems', 'intakeKeys'],
  rules: [
    ({ file }) => announcementIsComplete(file),
    ({ file, consulted }) =>
      consulted.takenPlanItems.length > 0
        ? refuse('plan-item-taken', {
            lots: file.lots
              .filter((l) => consulted.takenPlanItems.includes(l.planItemId))
              .map((l) => l.number)
              .join(', '),
          })
        : null,
    ({ file, receivedAt }) => {
      const { opensAt } = file.window ?? NO_WINDOW;
      return opensAt >= receivedAt ? null : refuse('start-in-the-past', { opensAt, earliest: receivedAt }, { field: 'opensAt' });
    },
    ({ file, consulted: { calendar } }) => withinTheCalendar({ ...(file.window ?? NO_WINDOW) }, calendar),
    ({ file, receivedAt, consulted: { calendar } }) =>
      windowStartsOnAWorkingDay(
        (file.window ?? NO_WINDOW).opensAt,
        sheetOn(file.method, dateOf(calendar, receivedAt)).sheet,
        calendar,
      ),
    ({ file, receivedAt, consulted: { calendar } }) =>
      windowIsNotTooShort(file.window ?? NO_WINDOW, sheetOn(file.method, dateOf(calendar, receivedAt)).sheet, calendar),
  ],
  decide: ({ file, receivedAt, consulted: { calendar, intakeKeys } }) => [
    {
      type: 'ProcurementPublished',
      at: receivedAt,
      sheet: sheetOn(file.method, dateOf(calendar, receivedAt)).from,
      deadlines: deadlinesOf(file.window ?? NO_WINDOW, file.method, receivedAt, calendar),
      intake: intakeKeys,
      calendarVersion: calendar.version,
    },
  ],
  source: S1('1.3.1.4'),
});
