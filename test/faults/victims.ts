import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Parts } from '../../tools/stack/parts.ts';

/** What is killed, and how often in a hundred: what comes back quickly is killed oftener, so that work gets done between. */
const SHARES = {
  ...{ chromium: 24, postgres: 18, web: 14, 'web-2': 14, temporal: 8, worker: 7, 'worker-2': 7, opener: 8 },
} as const;
export type Victim = keyof typeof SHARES;

/** Pause between two kills, ms. */
const PAUSE = { shortest: 100, longest: 1_100 };

/** Processes of the machine: name and parent by process id. */
function processes(): Map<number, { command: string; parent: number }> {
  const found = new Map<number, { command: string; parent: number }>();
  for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const end = stat.lastIndexOf(')');
      const command = stat.slice(stat.indexOf('(') + 1, end);
      found.set(Number(pid), { command, parent: Number(stat.slice(end + 2).split(' ')[1]) });
    } catch {
      // Ended while the list was read.
    }
  }
  return found;
}

/** The main process of the browser that one of these processes has started. */
function browserUnder(roots: (number | null | undefined)[]): number | null {
  const all = processes();
  const descends = (pid: number): boolean => roots.includes(pid) || (all.has(pid) && descends(all.get(pid)!.parent));
  const isBrowser = (pid: number) => /chrom|headless_shell/.test(all.get(pid)?.command ?? '');
  return [...all.keys()].find((pid) => isBrowser(pid) && !isBrowser(all.get(pid)!.parent) && descends(pid)) ?? null;
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
export async function killAtRandom(parts: Parts, count: number): Promise<Record<Victim, number>> {
  const killed = Object.fromEntries(Object.keys(SHARES).map((name) => [name, 0])) as Record<Victim, number>;
  for (let done = 0; done < count;) {
    await pause(randomInt(PAUSE.shortest, PAUSE.longest));
    const victim = choose();
    const pid =
      victim === 'chromium' ? browserUnder([parts['worker']?.pid(), parts['worker-2']?.pid()]) : (parts[victim]?.pid() ?? null);
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
