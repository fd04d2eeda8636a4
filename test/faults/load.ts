import { randomUUID } from 'node:crypto';
import type { Act } from '../../bench/acts.ts';
import type { Visitor } from '../../tools/smoke/visitor.ts';
import { send } from './house.ts';

/** What became of the requests of a load. */
export interface LoadReport {
  /** Every command that was sent at least once. */
  commands: string[];
  /** Answers by status. */
  statuses: Record<number, number>;
  /** A process that was not there: no connection, nothing was sent. */
  refused: number;
  /** Sent, and the connection ended before the answer did. */
  cut: string[];
}

/** Officials who act without a pause, each on an announcement of their own, at the web processes in turn. */
export interface Load {
  /** Until now. */
  report: LoadReport;
  /** Waits for the acts under way. */
  stop(): Promise<LoadReport>;
}

/** The same act is sent again, with the same id and at the next process, until it is answered with an outcome or as received. */
export function beginLoad(of: { visitors: Visitor[][]; acts: (() => Act)[] }): Load {
  const report: LoadReport = { commands: [], statuses: {}, refused: 0, cut: [] };
  let stopped = false;
  const tell = (error: unknown): void => {
    const { code = '', message, syscall } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
    // While connecting nothing has been sent, whether nobody listens or somebody has just stopped listening.
    if (syscall === 'connect') report.refused += 1;
    else report.cut.push(`${code} ${message}`);
  };
  const work = of.acts.map(async (next, caller) => {
    const webs = of.visitors[caller]!;
    for (let turn = caller; !stopped; turn += 1) {
      const act = next();
      const commandId = randomUUID();
      report.commands.push(commandId);
      for (let attempt = 0, answered = false; !answered; attempt += 1) {
        const answer = await send(webs[(turn + attempt) % webs.length]!, act, commandId).catch(tell);
        if (!answer) continue;
        report.statuses[answer.status] = (report.statuses[answer.status] ?? 0) + 1;
        answered = [200, 202].includes(answer.status);
        if (!answered && answer.status < 500) throw new Error(`${act.action}: ${answer.status} ${answer.text.slice(0, 300)}`);
        if (answer.status === 202) await decided(webs, commandId);
      }
    }
  });
  const done = Promise.all(work);
  done.catch(() => (stopped = true));
  return {
    report,
    async stop() {
      stopped = true;
      await done;
      return report;
    },
  };
}

/** Waits until a received command has its outcome: only then the next act fits. */
async function decided(webs: Visitor[], commandId: string): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const answer = await webs[turn % webs.length]!.get(`/api/v1/commands/${commandId}`, 'application/json').catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
