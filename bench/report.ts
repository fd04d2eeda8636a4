import type { CommandSpeed } from './commands.ts';
import type { Machine } from './machine.ts';
import type { Measured } from './measure.ts';
import type { Options } from './options.ts';
import type { PrintingSpeed } from './printing.ts';
import type { QuotationSpeed } from './quotations.ts';
import type { SearchSpeed } from './search.ts';
import type { WindowSpeed } from './windows.ts';

/** Everything one run found out. */
export interface Run {
  /** ISO 8601, UTC. */
  date: string;
  machine: Machine;
  /** Load average of the last minute, before the run and after each part: others at work make the figures worse. */
  load: { before: number; after: number };
  seconds: number;
  options: Options;
  commands: CommandSpeed[];
  quotations: QuotationSpeed;
  windows: WindowSpeed;
  search: SearchSpeed;
  pages: Record<'overview' | 'lots', Measured>;
  printing: PrintingSpeed;
}

/** A figure that is promised, and what a run found. */
export interface Goal {
  goal: string;
  found: string;
  met: boolean;
}

/** Seconds in which the results of 500 windows are to be on record; fewer windows get their share. */
const RESULTS_OF_500 = 30;

/** The goals, judged by a run. */
export function goalsOf({ commands, quotations, windows, search, pages }: Run): Goal[] {
  const least = commands[0]!;
  const share = Math.max(2, (RESULTS_OF_500 * windows.windows) / 500);
  const page = Math.max(pages.overview.p99, pages.lots.p99);
  return [
    {
      goal: 'command p50 at most 2 × floor, one caller',
      found: `${least.portal.p50} ms to ${least.floor.p50} ms, ${(least.portal.p50 / least.floor.p50).toFixed(2)} ×`,
      met: least.portal.p50 <= 2 * least.floor.p50,
    },
    {
      goal: 'quotations with EDS, at least 300 a second',
      found: `${quotations.portal.perSecond} a second`,
      met: quotations.portal.perSecond >= 300,
    },
    {
      goal: `last of ${windows.windows} results within ${share} s (500 within ${RESULTS_OF_500} s)`,
      found: `${windows.lastResult} s`,
      met: windows.lastResult <= share,
    },
    { goal: 'public search p99 at most 50 ms', found: `${search.portal.p99} ms`, met: search.portal.p99 <= 50 },
    { goal: 'page of a procurement with 50 lots, p99 at most 50 ms', found: `${page} ms`, met: page <= 50 },
  ];
}

const COLUMNS = [46, 9, 9, 9, 9, 10] as const;

/** The run as a table for people. */
export function tableOf(run: Run): string {
  const { machine: m, commands, quotations, windows: w, search, pages, printing } = run;
  const times = (name: string, { count, p50, p99, max, perSecond }: Measured) => line([name, count, p50, p99, max, perSecond]);
  return [
    `${run.date}   commit ${m.commit}   ${run.seconds} s   load average ${run.load.before} before, ${run.load.after} after`,
    `${m.cpu}, ${m.cores} cores, ${m.memoryGiB} GiB, ${m.system}, Node ${m.node}, PostgreSQL ${m.postgres}, Temporal SDK ${m.temporalSdk}`,
    '',
    line(['', 'count', 'p50 ms', 'p99 ms', 'max ms', 'a second']),
    ...commands.flatMap(({ callers, portal, floor }) => [
      times(`command, HTTP to outcome, ${callers} at a time`, portal),
      times('  floor: bare workflow, same SQL', floor),
    ]),
    times(`quotation with EDS, ${quotations.callers} at a time`, quotations.portal),
    times('  bare SQL of the same transaction', quotations.sql),
    times(`public search, ${search.lots} lots`, search.portal),
    times('  the same SQL in the driver', search.sql),
    times('page of a procurement with 50 lots', pages.overview),
    times('page of its lots', pages.lots),
    times('protocols printed, 2 at a time', printing.printed),
    '',
    `${w.windows} windows end in one second: first result after ${w.firstResult} s, last after ${w.lastResult} s, last PDF after ${w.lastProtocol} s`,
    `memory of the browser that prints: ${printing.memoryAtFirst ?? '?'} MiB at first, ${printing.memoryAtLast ?? '?'} MiB after ${printing.printed.count} protocols`,
    '',
    ...goalsOf(run).map(({ goal, found, met }) => `${met ? 'met   ' : 'missed'}  ${goal}: ${found}`),
  ].join('\n');
}

const line = (cells: (string | number)[]): string =>
  cells.map((cell, at) => (at === 0 ? String(cell).padEnd(COLUMNS[0]) : String(cell).padStart(COLUMNS[at]!))).join('');
