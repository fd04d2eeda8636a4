import { randomUUID } from 'node:crypto';
import type { Visitor } from '../tools/smoke/visitor.ts';
import { actsOn } from './acts.ts';
import { publishMany } from './announcements.ts';
import { type CpuTimes, measureWithCpu } from './cpu.ts';
import { measureFloor } from './floor/index.ts';
import type { Measured } from './measure.ts';
import type { Portal } from './portal.ts';

/** An act sent over HTTP until its outcome is back, and the same on a bare workflow. */
export interface CommandSpeed {
  callers: number;
  portal: Measured & { cpu: CpuTimes };
  floor: Measured & { cpu: CpuTimes };
}

/** Callers at a time; the most of them is the number of announcements, so that each has a case of its own. */
const CALLERS = [1, 8, 32] as const;
const CASES = 32;

/** Acts before the measurement: code is compiled, connections are open. */
const WARM_UP = { callers: 8, count: 64 };

/** Measures `acts` acts at 8 and at 32 callers, a quarter of them one by one. */
export async function measureCommands(portal: Portal, acts: number): Promise<CommandSpeed[]> {
  const runs = CALLERS.map((callers) => ({ callers, count: Math.max(callers, callers === 1 ? Math.round(acts / 4) : acts) }));
  const window = { opensAt: portal.instant(20, '09:00'), closesAt: portal.instant(30, '18:00') };
  const own = await publishMany(portal, { count: CASES, lots: 1, window });
  const bare = await publishMany(portal, { count: CASES, lots: 1, window });
  const over = await overHttp(portal, own, [WARM_UP, ...runs]);
  const floor = await measureFloor(portal, bare, [WARM_UP, ...runs]);
  return CALLERS.map((callers, index) => ({ callers, portal: over[index + 1]!, floor: floor[index + 1]! }));
}

async function overHttp(
  portal: Portal,
  numbers: string[],
  runs: { callers: number; count: number }[],
): Promise<(Measured & { cpu: CpuTimes })[]> {
  const people: Visitor[] = [];
  // One after the other: attempts to sign in are limited per login.
  for (const _ of numbers) people.push(await portal.visitor().signIn('organizer'));
  const acts = await actsOn(portal, numbers);
  const results: (Measured & { cpu: CpuTimes })[] = [];
  for (const run of runs) {
    const send = async ({
      visitor,
      number,
      action,
      input,
    }: {
      visitor: Visitor;
      number: string;
      action: string;
      input: object;
    }) => {
      const answer = await visitor.postJson(`/api/v1/procurements/${number}/actions/${action}`, input, {
        'idempotency-key': randomUUID(),
      });
      if (answer.status !== 200)
        throw new Error(`${number}: ${action} is answered by ${answer.status} ${answer.text.slice(0, 300)}`);
    };
    results.push(
      await measureWithCpu(portal, run, send, (_index, caller) => ({
        visitor: people[caller]!,
        ...acts.next(caller, run.callers),
      })),
    );
  }
  return results;
}
