import type { z } from 'zod';
import { dateOf } from '../../calendar.ts';
import { cite, ours, S1 } from '../../regulation.ts';
import { refuse, type Refusal } from '../../refusals.ts';
import { amountDerivations } from '../derivations/amounts.ts';
import { sheetOn } from '../methods/index.ts';
import type { QuotationsSheet } from '../methods/sheet.ts';
import { announcementIsComplete } from '../rules/announcement-is-complete.ts';
import { windowIsNotTooShort } from '../rules/window-is-not-too-short.ts';
import { windowStartsOnAWorkingDay } from '../rules/window-starts-on-a-working-day.ts';
import { withinTheCalendar } from '../rules/within-the-calendar.ts';
import { isWindow, windowAtPublication } from '../window-at-publication.ts';
import { nothing } from './input.ts';
import { action, type ProcurementOccasion } from './row.ts';

type Publication = ProcurementOccasion<z.infer<typeof nothing>>;

const NO_WINDOW = { opensAt: 0, closesAt: 0 };

const sheetToday = ({ file, receivedAt, consulted: { calendar } }: Publication) =>
  sheetOn(file.method, dateOf(calendar, receivedAt)).sheet;

/** A rule on a window that the organizer chose (S1 §1.3.1.4). */
const whereChosen =
  (rule: (occasion: Publication, sheet: QuotationsSheet) => Refusal | null) =>
  (occasion: Publication): Refusal | null => {
    const sheet = sheetToday(occasion);
    return sheet.admission === 'automatic' ? rule(occasion, sheet) : null;
  };

/** A rule on a window that the portal counts itself (S1 §1.7.1). */
const whereCounted =
  (rule: (occasion: Publication) => Refusal | null) =>
  (occasion: Publication): Refusal | null =>
    sheetToday(occasion).admission === 'automatic' ? null : rule(occasion);

/** Publishes the announcement; from here on it cannot be edited (S1 §1.3.1.4). The portal publishes those it makes itself (S1 §1.7.1). */
export const publish = action({
  name: 'publish',
  carrier: 'signal',
  who: ['creator', 'portal'],
  when: ['draft'],
  input: nothing,
  consult: ['calendar', 'takenPlanItems', 'intakeKeys'],
  available: [
    (file, actor) =>
      actor.role === 'portal' && !file.origin
        ? refuse('not-your-role', { action: 'publish', who: 'creator' }, { source: S1('1.3.1.4') })
        : null,
  ],
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
    whereChosen(({ file, receivedAt }) => {
      const { opensAt } = file.window ?? NO_WINDOW;
      return opensAt >= receivedAt ? null : refuse('start-in-the-past', { opensAt, earliest: receivedAt }, { field: 'opensAt' });
    }),
    whereChosen(({ file, consulted: { calendar } }) => withinTheCalendar({ ...(file.window ?? NO_WINDOW) }, calendar)),
    whereChosen(({ file, consulted: { calendar } }, sheet) =>
      windowStartsOnAWorkingDay((file.window ?? NO_WINDOW).opensAt, sheet, calendar),
    ),
    whereChosen(({ file, consulted: { calendar } }, sheet) => windowIsNotTooShort(file.window ?? NO_WINDOW, sheet, calendar)),
    whereCounted(({ file, receivedAt, consulted: { calendar } }) => {
      const planned = windowAtPublication(file, receivedAt, calendar);
      return isWindow(planned) ? null : planned;
    }),
  ],
  decide: ({ file, receivedAt, consulted: { calendar, intakeKeys } }) => {
    const planned = windowAtPublication(file, receivedAt, calendar);
    if (!isWindow(planned)) return [];
    return [
      {
        type: 'ProcurementPublished',
        at: receivedAt,
        sheet: sheetOn(file.method, dateOf(calendar, receivedAt)).from,
        deadlines: planned.deadlines,
        intake: intakeKeys,
        derivations: {
          ...amountDerivations(file.lots),
          publishedAt: {
            rule: 'recorded-at',
            article: [cite(S1(file.method === 'single-source' ? '1.7.1' : '1.3.1.4')), cite(ours('ADR 0005'))].join(', '),
            inputs: { at: receivedAt },
            steps: [],
          },
        },
        calendarVersion: calendar.version,
        ...(file.method === 'single-source' ? { window: planned.window } : {}),
      },
    ];
  },
  source: S1('1.3.1.4'),
});
