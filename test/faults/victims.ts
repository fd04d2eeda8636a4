import { randomInt } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findProcess } from '../../tools/processes.ts';
import { pidFileOf } from '../../tools/stack/node-service.ts';

/** What is killed, and how often in a hundred: what comes back quickly is killed oftener, so that work gets done between. */
const SHARES = { chromium: 25, web: 25, postgres: 20, temporal: 10, worker: 12, opener: 8 } as const;
export type Victim = keyof typeof SHARES;

/** Pause between two kills, ms. */
const PAUSE = { shortest: 200, longest: 1_600 };

/** Process id of a part of the running portal, or null while it is away. */
function pidOf(victim: Victim, dataDir: string): number | null {
  if (victim === 'postgres') return postmasterOf(dataDir);
  if (victim === 'chromium') {
    const worker = findProcess(pidFileOf(dataDir, 'worker'));
    return worker && browserUnder(worker.pid);
  }
  return findProcess(pidFileOf(dataDir, victim))?.pid ?? null;
}

function postmasterOf(dataDir: string): number | null {
  const pointer = join(dataDir, 'postgres.location');
  const folder = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(dataDir, 'postgres');
  const file = join(folder, 'postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
  return pid > 1 && existsSync(`/proc/${pid}`) ? pid : null;
}

/** The main process of the browser among the descendants of a process. */
function browserUnder(root: number): number | null {
  const parents = new Map<number, number>();
  const browsers: number[] = [];
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [command, rest] = [stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')), stat.slice(stat.lastIndexOf(')') + 2)];
      parents.set(Number(name), Number(rest.split(' ')[1]));
      if (/chrom|headless_shell/.test(command)) browsers.push(Number(name));
    } catch {
      // Ended while the list was read.
    }
  }
  const descends = (pid: number): boolean => pid === root || (parents.has(pid) && descends(parents.get(pid)!));
  return browsers.find((pid) => parents.get(pid) !== undefined && !browsers.includes(parents.get(pid)!) && descends(pid)) ?? null;
}

function choose(): Victim {
  let place = randomInt(100);
  for (const [victim, share] of Object.entries(SHARES) as [Victim, number][]) {
    if (place < share) return victim;
    place -= share;
  }
  return 'chromium';
}

/** Kills by SIGKILL, `count` times, whatever lives at the moment. @returns how often each was killed */
export async function killAtRandom(dataDir: string, count: number): Promise<Record<Victim, number>> {
  const killed = Object.fromEntries(Object.keys(SHARES).map((name) => [name, 0])) as Record<Victim, number>;
  for (let done = 0; done < count;) {
    await pause(randomInt(PAUSE.shortest, PAUSE.longest));
    const victim = choose();
    const pid = pidOf(victim, dataDir);
    if (pid === null) continue;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      continue;
    }
    killed[victim] += 1;
    done += 1;
  }
  return killed;
}
