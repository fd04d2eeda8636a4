import { dateOf } from '../../calendar.ts';
import { cite, ours, S1 } from '../../regulation.ts';
import { refuse } from '../../refusals.ts';
import { amountDerivations } from '../derivations/amounts.ts';
import { sheetOn } from '../methods/index.ts';
import { announcementIsComplete } from '../rules/announcement-is-complete.ts';
import { isWindow, windowAtPublication } from '../window-at-publication.ts';
import { nothing } from './input.ts';
import { action } from './row.ts';

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
    ({ file, receivedAt, consulted: { calendar } }) => {
      const planned = windowAtPublication(file, receivedAt, calendar);
      return isWindow(planned) ? null : planned;
    },
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
            article: [cite(S1('1.3.1.4')), cite(ours('ADR 0005'))].join(', '),
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
