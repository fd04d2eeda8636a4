import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actsOn, type Act } from '../../bench/acts.ts';
import { publishMany, type Wanted } from '../../bench/announcements.ts';
import { openPortal, type Portal } from '../../bench/portal.ts';
import type { Answer, Visitor } from '../../tools/smoke/visitor.ts';
import type { Counts } from '../../tools/stack/parts.ts';

/** The whole product as real processes, which a test may stop, kill and begin again one by one. */
export interface House extends Portal {
  /** Publishes announcements of one lot, whose window lies weeks ahead unless said; their numbers. */
  publish(count: number, window?: Wanted['window']): Promise<string[]>;
  /** The organizer, signed in at a web process; the first one unless said. */
  organizer(web?: string): Promise<Visitor>;
  /** Acts of a court that suspend and resume these announcements in turn. */
  acts(numbers: string[]): Promise<() => Act>;
  /** Ends a process without any warning. */
  kill(part: string): void;
  /** What a process has written to its log, as text. */
  logOf(part: string): string;
}

/** Starts the house on free ports, in a folder of its own. Processes that are killed are begun again after half a second. */
export async function openHouse(counts: Partial<Counts> = {}): Promise<House> {
  const said: string[] = [];
  const portal = await openPortal((line) => void said.push(line), { counts, fsync: 'off', longestWait: 1_000 }).catch(
    (error: unknown) => {
      throw new Error(said.join('\n'), { cause: error });
    },
  );
  const { stack } = portal;
  return {
    ...portal,
    publish: (count, window = { opensAt: portal.instant(40, '09:00'), closesAt: portal.instant(50, '18:00') }) =>
      publishMany(portal, { count, lots: 1, window }),
    organizer: (web = stack.webs[0]!) => portal.visitor(web).signIn('organizer'),
    async acts(numbers) {
      const acts = await actsOn(portal, numbers);
      return () => acts.next(0, 1);
    },
    kill(part) {
      const pid = stack.parts[part]?.pid();
      if (pid) process.kill(pid, 'SIGKILL');
    },
    logOf: (part) => readFileSync(join(stack.dataDir, 'logs', `${part}.log`), 'utf8'),
  };
}

/** Sends an act as a program does; the same id again is the same act. */
export const send = (visitor: Visitor, act: Act, commandId: string = randomUUID()): Promise<Answer> =>
  visitor.postJson(`/api/v1/procurements/${act.number}/actions/${act.action}`, act.input, { 'idempotency-key': commandId });

/** The outcome of a received command as the portal tells it: `waiting` or `done`. */
export const stateOf = async (visitor: Visitor, commandId: string): Promise<string> =>
  (await visitor.get(`/api/v1/commands/${commandId}`, 'application/json')).json<{ state: string }>().state;
