import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Processor time by part of the stack, seconds; what others on the machine do is not in it. */
export type CpuTimes = Record<string, number>;

/** Ticks of /proc/<pid>/stat in a second, on every Linux. */
const TICKS = 100;

/** What the parts of a data folder have used so far, the load generator (this process) included; empty where there is no /proc. */
export function cpuTimes(dataDir: string): CpuTimes {
  const { user, system } = process.cpuUsage();
  const used: CpuTimes = { 'load generator': (user + system) / 1e6 };
  for (const file of readdirSync(join(dataDir, 'run'))) {
    const { pid } = JSON.parse(readFileSync(join(dataDir, 'run', file), 'utf8')) as { pid?: number };
    if (pid && pid !== process.pid)
      used[file.replace('.json', '')] = secondsOf(pid) + childrenOf(pid).reduce((all, child) => all + secondsOf(child), 0);
  }
  return used;
}

/** Milliseconds of each part for one piece of work, those below a tenth left out. */
export function cpuEach(before: CpuTimes, after: CpuTimes, count: number): CpuTimes {
  const each = Object.entries(after).map(
    ([name, used]) => [name, Math.round(((used - (before[name] ?? 0)) * 10_000) / count) / 10] as const,
  );
  return Object.fromEntries(each.filter(([, ms]) => ms >= 0.1));
}

/** User and system time of a process, with that of its children that have ended. */
function secondsOf(pid: number): number {
  const fields = statOf(pid);
  return fields ? fields.slice(11, 15).reduce((all, ticks) => all + Number(ticks), 0) / TICKS : 0;
}

function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => Number(statOf(pid)?.[1]) === parent);
}

/** Fields behind the name of the program; null for a process that has ended. */
function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
