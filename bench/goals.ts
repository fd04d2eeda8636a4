import type { Run } from './report.ts';

/** A figure that is promised, and what a run found. */
export interface Goal {
  goal: string;
  found: string;
  met: boolean;
}

/** Seconds in which the results of 500 windows are to be on record; fewer windows get their share, but not less than two. */
const RESULTS_OF_500 = 30;
/** Seconds in which 10,000 cases are to be verified. */
const VERIFIED_WITHIN = 300;

/** The goals, judged by what a run measured. */
export function goalsOf({ commands, quotations, windows, search, pages, sleeping, verifying }: Run): Goal[] {
  const goals: Goal[] = [];
  const judge = (goal: string, found: string, met: boolean) => void goals.push({ goal, found, met });
  for (const { callers, portal, floor } of commands ?? []) {
    const times = portal.p50 / floor.p50;
    judge(
      `command p50 at most 2 × floor, ${callers} at a time`,
      `${portal.p50} ms to ${floor.p50} ms, ${times.toFixed(2)} ×`,
      times <= 2,
    );
  }
  for (const [name, certificates] of [
    ['known', 'certificates known'],
    ['fresh', 'certificates new'],
  ] as const) {
    const found = quotations?.[name].perSecond;
    if (found !== undefined)
      judge(`quotations with EDS, at least 300 a second, ${certificates}`, `${found} a second`, found >= 300);
  }
  if (windows) {
    const { late, lost, handedIn, seconds } = windows.lastMinute;
    judge(
      'none late, none lost to the end',
      `${late} late, ${lost} lost of ${handedIn} in the last ${seconds} s`,
      late + lost === 0,
    );
    const share = Math.max(2, (RESULTS_OF_500 * windows.windows) / 500);
    const goal = `last of ${windows.windows} results within ${share} s (500 within ${RESULTS_OF_500} s)`;
    judge(goal, `${windows.lastResult} s`, windows.lastResult <= share);
  }
  if (sleeping?.workerAfter) {
    judge(
      `worker at most 300 MiB with ${sleeping.count} sleeping procurements`,
      `${sleeping.workerAfter} MiB`,
      sleeping.workerAfter <= 300,
    );
  }
  if (verifying) {
    judge(
      '10,000 cases verified within 5 minutes',
      `${verifying.tenThousand} s by the rate of ${verifying.cases}`,
      verifying.tenThousand <= VERIFIED_WITHIN,
    );
  }
  if (search)
    judge(`public search over ${search.lots} lots, p99 at most 50 ms`, `${search.portal.p99} ms`, search.portal.p99 <= 50);
  if (pages) {
    const page = Math.max(pages.overview.p99, pages.lots.p99);
    judge('page of a procurement with 50 lots, p99 at most 50 ms', `${page} ms`, page <= 50);
  }
  return goals;
}
