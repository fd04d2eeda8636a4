import { z } from 'zod';
import { dateOf } from '../../calendar.ts';
import type { Deadline, FrozenDeadline } from '../../case.ts';
import type { Step } from '../../derivation.ts';
import { S1 } from '../../regulation.ts';
import { afterWorkingTime, workingTimeBetween } from '../../working-time.ts';
import { actDerivation } from '../derivations/acts.ts';
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
      derivations: actDerivation(occasion.file, occasion.input.act, occasion.receivedAt, S1('1.4.18')),
      frozen: occasion.file.deadlines.map(({ key, at, derivation }) => ({
        key,
        left: at - occasion.receivedAt,
        workingLeft: workingTimeBetween(occasion.consulted.calendar, occasion.receivedAt, at),
        derivation,
      })),
      calendarVersion: occasion.consulted.calendar.version,
    },
  ],
  source: S1('1.4.18'),
});

/** What was left between one deadline and the next, ms: of a window not yet open, the pause before it and the window itself. */
function stretches(frozen: readonly FrozenDeadline[]) {
  const inOrder = [...frozen].sort((a, b) => a.left - b.left);
  return inOrder.map((each, index) => {
    const before = inOrder[index - 1] ?? { left: 0, workingLeft: 0 };
    return { ...each, left: each.left - before.left, workingLeft: each.workingLeft - before.workingLeft };
  });
}

/**
 * Deadlines that run again: each stretch ends at the later of what was left of it in elapsed time and on working days
 * (ADR 0008), measured from where the one before it ends now: a window that moves into holidays is not shortened by them.
 */
function runningAgain({ file, receivedAt, consulted: { calendar } }: ProcurementOccasion<WithAct>): Deadline[] {
  let from = receivedAt;
  return stretches(file.suspension?.frozen ?? []).map(({ key, left, workingLeft, derivation }) => {
    const elapsed = from + left;
    const working = afterWorkingTime(calendar, from, workingLeft);
    const inputs = { resumed: receivedAt, from, left, workingLeft, elapsed, working, calendarVersion: calendar.version };
    const steps: Step[] = [
      `left-of ${key}`,
      ...(derivation.rule === 'what-was-left-runs-on' ? (['stopped-before'] as const) : []),
      working > elapsed ? 'working-days-end-later' : 'elapsed-time-ends-later',
    ];
    from = Math.max(elapsed, working);
    return { key, at: from, derivation: { rule: 'what-was-left-runs-on', article: 'S1 §1.4.18, ADR 0008', inputs, steps } };
  });
}

/** An instant no deadline that runs again can pass, ms: working days take at most three times as long in elapsed time. */
const latestEnd = (frozen: readonly FrozenDeadline[], from: number) =>
  stretches(frozen).reduce((end, { left, workingLeft }) => end + Math.max(left, 3 * workingLeft), from);

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
      withinTheCalendar({ '': latestEnd(file.suspension?.frozen ?? [], receivedAt) }, consulted.calendar),
  ],
  decide: (occasion) => [
    {
      type: 'ProcurementResumed',
      at: occasion.receivedAt,
      act: recorded('resume', occasion),
      derivations: actDerivation(occasion.file, occasion.input.act, occasion.receivedAt, S1('1.4.19')),
      deadlines: runningAgain(occasion),
      calendarVersion: occasion.consulted.calendar.version,
    },
  ],
  source: S1('1.4.19'),
});
