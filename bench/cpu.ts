import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure, type Measured } from './measure.ts';
import type { Portal } from './portal.ts';

/** Processor time by part of the stack, seconds; what others on the machine do is not in it. */
export type CpuTimes = Record<string, number>;

/** Ticks of /proc/<pid>/stat in a second, on every Linux. */
const TICKS = 100;

/** What the parts of a data folder have used so far, several processes of a kind together, the load generator (this process) included; empty where there is no /proc. */
export function cpuTimes(dataDir: string): CpuTimes {
  const { user, system } = process.cpuUsage();
  const used: CpuTimes = { 'load generator': (user + system) / 1e6 };
  for (const [name, pid] of partsOf(dataDir)) {
    const part = name.replace(/-\d+$/, '');
    used[part] = [pid, ...childrenOf(pid)].reduce((all, each) => all + secondsOf(each), used[part] ?? 0);
  }
  return used;
}

/** Processes of a stack by name: those with a pid file, and PostgreSQL, which keeps its own. */
function partsOf(dataDir: string): [string, number][] {
  const run = join(dataDir, 'run');
  const services = readdirSync(run).map((file): [string, number] => {
    const { pid } = JSON.parse(readFileSync(join(run, file), 'utf8')) as { pid: number };
    return [file.replace('.json', ''), pid];
  });
  const postgres = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  return [...services.filter(([, pid]) => pid !== process.pid), ['postgres', postgres]];
}

/** Milliseconds of each part for one piece of work, those below a tenth left out. */
export function cpuEach(before: CpuTimes, after: CpuTimes, count: number): CpuTimes {
  const each = Object.entries(after).map(
    ([name, used]) => [name, Math.round(((used - (before[name] ?? 0)) * 10_000) / count) / 10] as const,
  );
  return Object.fromEntries(each.filter(([, ms]) => ms >= 0.1));
}

/** The same as `measure`, with the processor time of one piece of work. */
export async function measureWithCpu<T>(
  { stack: { dataDir } }: Portal,
  ...of: Parameters<typeof measure<T>>
): Promise<Measured & { cpu: CpuTimes }> {
  const before = cpuTimes(dataDir);
  const measured = await measure(...of);
  return { ...measured, cpu: cpuEach(before, cpuTimes(dataDir), measured.count) };
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
