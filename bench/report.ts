import type { CommandSpeed } from './commands.ts';
import type { CpuTimes } from './cpu.ts';
import { goalsOf } from './goals.ts';
import type { Machine } from './machine.ts';
import type { Measured } from './measure.ts';
import type { Options, Part } from './options.ts';
import type { PrintingSpeed } from './printing.ts';
import type { QuotationSpeed } from './quotations.ts';
import type { SearchSpeed } from './search.ts';
import type { Sleeping } from './sleeping.ts';
import type { Verifying } from './verifying.ts';
import type { WindowSpeed } from './windows.ts';

/** Everything one run found out; null where it was not asked. */
export interface Run {
  /** ISO 8601, UTC. */
  date: string;
  machine: Machine;
  /** Load average of the last minute, before the run and after each part: others at work make the figures worse. */
  load: { before: number } & Partial<Record<Part, number>>;
  seconds: number;
  options: Options;
  commands: CommandSpeed[] | null;
  quotations: QuotationSpeed | null;
  windows: WindowSpeed | null;
  sleeping: Sleeping | null;
  verifying: Verifying | null;
  search: SearchSpeed | null;
  pages: Record<'overview' | 'lots', Measured> | null;
  printing: PrintingSpeed | null;
}

const COLUMNS = [50, 8, 9, 9, 9, 10] as const;

/** The run as a table for people. */
export function tableOf(run: Run): string {
  const { machine: m } = run;
  const { before, ...after } = run.load;
  const loads = Object.entries(after).map(([name, load]) => `${name} ${load}`);
  return [
    `${run.date}   commit ${m.commit}   ${run.seconds} s   load average before ${before}, after ${loads.join(', ')}`,
    `${m.cpu}, ${m.cores} cores, ${m.memoryGiB} GiB, ${m.system}, Node ${m.node}, PostgreSQL ${m.postgres}, Temporal SDK ${m.temporalSdk}`,
    '',
    ...timesOf(run),
    '',
    ...sentencesOf(run),
    '',
    ...goalsOf(run).map(({ goal, found, met }) => `${met ? 'met   ' : 'missed'}  ${goal}: ${found}`),
  ].join('\n');
}

function timesOf({ commands, quotations, search, pages, printing }: Run): string[] {
  const times = (name: string, { count, p50, p99, max, perSecond }: Measured) => line([name, count, p50, p99, max, perSecond]);
  return [
    line(['', 'count', 'p50 ms', 'p99 ms', 'max ms', 'a second']),
    ...(commands ?? []).flatMap(({ callers, portal, floor }) => [
      times(`command, HTTP to outcome, ${callers} at a time`, portal),
      times('  floor: bare workflow, same SQL', floor),
    ]),
    ...(quotations
      ? [
          times(`quotation with EDS, certificate known, ${quotations.callers} at a time`, quotations.known),
          times(`quotation with EDS, certificate new, ${quotations.callers} at a time`, quotations.fresh),
          times('  floor: bare SQL of the same transaction', quotations.sql),
        ]
      : []),
    ...(search
      ? [times(`public search, ${search.lots} lots`, search.portal), times('  floor: the same SQL in the driver', search.sql)]
      : []),
    ...(pages ? [times('page of a procurement with 50 lots', pages.overview), times('page of its lots', pages.lots)] : []),
    ...(printing ? [times('protocols printed, 2 at a time', printing.printed)] : []),
  ];
}

const cpuText = (cpu: CpuTimes): string =>
  Object.entries(cpu)
    .map(([name, ms]) => `${name} ${ms} ms`)
    .join(', ') || 'not known on this system';

function sentencesOf({ commands, quotations, windows: w, sleeping: s, verifying: v, printing: p }: Run): string[] {
  const mib = (size: number | null) => `${size ?? '?'} MiB`;
  return [
    ...(commands ?? []).flatMap(({ callers, portal, floor }) => [
      `processor time of one command, ${callers} at a time: ${cpuText(portal.cpu)}`,
      `  floor: ${cpuText(floor.cpu)}`,
    ]),
    ...(quotations ? [`processor time of one quotation: ${cpuText(quotations.cpu)}`] : []),
    ...(w
      ? [
          `last ${w.lastMinute.seconds} s: ${w.lastMinute.handedIn} quotations handed in, ${w.lastMinute.refusedAfterTheEnd} refused after the end, ` +
            `${w.lastMinute.late} late, ${w.lastMinute.lost} lost at the opening`,
          `${w.windows} windows end in one second: first result after ${w.firstResult} s, last after ${w.lastResult} s, last PDF after ${w.lastProtocol} s`,
          `processor time of one window from its end to the last result: ${cpuText(w.cpuToResult)}`,
          `  and to its protocol: ${cpuText(w.cpu)}`,
        ]
      : []),
    ...(s
      ? [
          `${s.count} sleeping procurements: worker ${mib(s.workerBefore)} before, ${mib(s.workerAfter)} after; each ${s.events} events and ` +
            `${s.historyKiB} KiB of history, ${s.databaseKiB} KiB of database; ${s.perSecond} published a second`,
        ]
      : []),
    ...(v ? [`ledger: ${v.cases} cases verified in ${v.seconds} s, ${v.findings} findings`] : []),
    ...(p
      ? [
          `memory of the browser that prints: ${mib(p.memoryAtFirst)} at first, ${mib(p.memoryAtLast)} after ${p.printed.count} protocols`,
        ]
      : []),
  ];
}

const line = (cells: (string | number)[]): string =>
  cells.map((cell, at) => (at === 0 ? String(cell).padEnd(COLUMNS[0]) : String(cell).padStart(COLUMNS[at]!))).join('');
