import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Visitor } from '../../tools/smoke/visitor.ts';

/**
 * How long somebody goes on trying before giving up, ms: as long as the killing lasts on a slow machine, then for each of opening, recording
 * and printing the engine's longest pause between two attempts, a minute.
 */
const PATIENCE = 600_000;
const BETWEEN_ATTEMPTS = 250;

/** Does something again until it succeeds: the way of a patient person. @throws the last error after ten minutes */
export async function persistently<T>(what: string, work: () => Promise<T>): Promise<T> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > end) throw new Error(`in vain: ${what}`, { cause: error });
      await pause(BETWEEN_ATTEMPTS);
    }
  }
}

/** An answer that says something: while processes are being killed a visitor may be cut off or asked to come again. */
export const answered = (what: string, ask: () => Promise<Answer>): Promise<Answer> =>
  persistently(what, async () => {
    const answer = await ask();
    if (answer.status >= 500 || answer.status === 429) throw new Error(`${what}: ${answer.status} ${answer.text.slice(0, 200)}`);
    return answer;
  });

/** What the portal answered to a command: done, or refused with a code. */
export interface Told {
  commandId: string;
  number: string;
  action: string;
  accepted: boolean;
  code?: string;
}

/** Sends one command until its outcome is told; every attempt carries the same key. */
export async function command(visitor: Visitor, number: string, action: string, input: object): Promise<Told> {
  const commandId = randomUUID();
  const what = `${action} ${number}`;
  const key = { 'idempotency-key': commandId };
  const path = `/api/v1/procurements/${number}/actions/${action}`;
  let answer = await answered(what, () => visitor.postJson(path, input, key));
  if (answer.status === 202)
    answer = await persistently(`outcome of ${what}`, async () => {
      const outcome = await answered(what, () => visitor.get(`/api/v1/commands/${commandId}`, 'application/json'));
      if (outcome.status === 202) throw new Error('not decided yet');
      return outcome;
    });
  const body = answer.json<{ code?: string }>();
  return { commandId, number, action, accepted: answer.status === 200, ...(body.code ? { code: body.code } : {}) };
}
