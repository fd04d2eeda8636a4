import {
  affectedBy,
  dateOf,
  isWorkingDay,
  nextWorkingDay,
  startOfOfficeDay,
  type WorkingCalendar,
} from '../../domain/calendar.ts';
import type { Deadline } from '../../domain/case.ts';
import { afterWorkingTime } from '../../domain/working-time.ts';
import type { RunningDeadlines } from '../../db/calendar-edits.ts';
import type { AffectedDeadline } from '../../templates/pages/calendar-check.view.ts';

/** Deadlines that would come out otherwise if they were counted today over `after`. The stored instants stay as they are. */
export function affectedDeadlines(
  before: WorkingCalendar,
  after: WorkingCalendar,
  cases: readonly RunningDeadlines[],
): AffectedDeadline[] {
  return cases.flatMap(({ number, name, deadlines }) =>
    [...startsOnFreeDays(before, after, deadlines), ...minimums(before, after, deadlines), ...remainders(after, deadlines)].map(
      (found) => ({ number, name, ...found }),
    ),
  );
}

type Found = Omit<AffectedDeadline, 'number' | 'name'>;

/** An end chosen by the organizer stands; what moves is the earliest end that the rule allows. */
function minimums(before: WorkingCalendar, after: WorkingCalendar, deadlines: readonly Deadline[]): Found[] {
  return affectedBy(before, after, deadlines).map(({ key, was, becomes }) => {
    const { at } = deadlines.find((each) => each.key === key)!;
    return { key, at, was, becomes, effect: at >= becomes ? 'still-allowed' : 'below-minimum' };
  });
}

function startsOnFreeDays(before: WorkingCalendar, after: WorkingCalendar, deadlines: readonly Deadline[]): Found[] {
  return deadlines.flatMap(({ key, at, derivation }) => {
    if (derivation.rule !== 'start-chosen-by-organizer') return [];
    const day = dateOf(after, at);
    if (!isWorkingDay(before, day) || isWorkingDay(after, day)) return [];
    return [
      { key, at, was: at, becomes: startOfOfficeDay(after, nextWorkingDay(after, day)), effect: 'starts-on-free-day' as const },
    ];
  });
}

/** What was left at a suspension, run on over the other calendar; a stretch begins where the one before it ends (ADR 0008). */
function remainders(after: WorkingCalendar, deadlines: readonly Deadline[]): Found[] {
  const moved = new Map<number, number>();
  const inOrder = [...deadlines].sort((a, b) => a.at - b.at);
  return inOrder.flatMap(({ key, at, derivation: { rule, inputs } }) => {
    const { from, left, workingLeft } = inputs;
    if (rule !== 'what-was-left-runs-on') return [];
    if (typeof from !== 'number' || typeof left !== 'number' || typeof workingLeft !== 'number') return [];
    const start = moved.get(from) ?? from;
    const becomes = Math.max(start + left, afterWorkingTime(after, start, workingLeft));
    moved.set(at, becomes);
    return becomes === at ? [] : [{ key, at, was: at, becomes, effect: 'remainder-moves' as const }];
  });
}
