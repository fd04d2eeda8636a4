import { z } from 'zod';
import { dateOf } from '../../calendar.ts';
import type { FrozenDeadline } from '../../case.ts';
import { S1 } from '../../regulation.ts';
import { afterWorkingTime, workingTimeBetween } from '../../working-time.ts';
import { actIsNotDatedInTheFuture } from '../rules/act-is-not-dated-in-the-future.ts';
import { withinTheCalendar } from '../rules/within-the-calendar.ts';
import { FROM_PUBLICATION_TO_RESULTS } from '../statuses.ts';
import { actOfAuthority } from './input.ts';
import { action, personOf, type ProcurementOccasion } from './row.ts';

const withAct = z.object({ act: actOfAuthority });
type WithAct = z.infer<typeof withAct>;

const actHasCome = ({ input, receivedAt, consulted }: ProcurementOccasion<WithAct>) =>
  actIsNotDatedInTheFuture(input.act.date, dateOf(consulted.calendar, receivedAt));

const recorded = (name: 'suspend' | 'resume', { file, actor, receivedAt, input }: ProcurementOccasion<WithAct>) => ({
  ...input.act,
  action: name,
  at: receivedAt,
  by: personOf(actor),
  lots: file.lots.map((lot) => lot.number),
});

/** Приостановить закупку: always the whole announcement; what is left of every deadline is kept (S1 §1.4.18). */
export const suspend = action({
  name: 'suspend',
  carrier: 'signal',
  who: ['creator'],
  when: FROM_PUBLICATION_TO_RESULTS,
  input: withAct,
  consult: ['calendar'],
  rules: [actHasCome],
  decide: (occasion) => [
    {
      type: 'ProcurementSuspended',
      at: occasion.receivedAt,
      act: recorded('suspend', occasion),
      frozen: occasion.file.deadlines.map(({ key, at, derivation }) => ({
        key,
        left: at - occasion.receivedAt,
        workingLeft: workingTimeBetween(occasion.consulted.calendar, occasion.receivedAt, at),
        derivation,
      })),
    },
  ],
  source: S1('1.4.18'),
});

/** A deadline that runs again ends at the later of what was left in elapsed time and on working days (ADR 0008). */
function resumed({ key, left, workingLeft, derivation }: FrozenDeadline, { receivedAt, consulted: { calendar } }: ProcurementOccasion<WithAct>) {
  const elapsed = receivedAt + left;
  const working = afterWorkingTime(calendar, receivedAt, workingLeft);
  return {
    key,
    at: Math.max(elapsed, working),
    derivation: {
      rule: 'what-was-left-runs-on',
      article: 'S1 §1.4.18, ADR 0008',
      inputs: { resumed: receivedAt, left, workingLeft, elapsed, working, calendarVersion: calendar.version },
      steps: [derivation.rule, working > elapsed ? 'working-days-end-later' : 'elapsed-time-ends-later'],
    },
  };
}

/** Возобновить закупку: status of announcement and lots returns to the one before (S1 §1.4.19). */
export const resume = action({
  name: 'resume',
  carrier: 'signal',
  who: ['creator'],
  when: FROM_PUBLICATION_TO_RESULTS,
  whileSuspended: 'only',
  input: withAct,
  consult: ['calendar'],
  rules: [
    actHasCome,
    ({ file, receivedAt, consulted }) =>
      // Working days left take at most three times as long in elapsed time, the longest run of free days included.
      withinTheCalendar({ '': receivedAt + 3 * Math.max(0, ...(file.suspension?.frozen ?? []).map((f) => f.workingLeft)) }, consulted.calendar),
  ],
  decide: (occasion) => [
    {
      type: 'ProcurementResumed',
      at: occasion.receivedAt,
      act: recorded('resume', occasion),
      deadlines: (occasion.file.suspension?.frozen ?? []).map((frozen) => resumed(frozen, occasion)),
      calendarVersion: occasion.consulted.calendar.version,
    },
  ],
  source: S1('1.4.19'),
});

