import { loadCase } from '../db/cases.ts';
import type { Database } from '../db/client.ts';
import { unanswered } from '../db/receive.ts';
import { recordStep } from '../db/record.ts';
import type { Command } from '../domain/case.ts';
import { isOver, type ProcurementFile } from '../domain/procurement/file.ts';
import { refuse } from '../domain/refusals.ts';

export interface Relay {
  db: Database;
  carry: (command: Command, file: ProcurementFile) => Promise<void>;
}

const BATCH = 200;

/**
 * Sends commands again that have waited for an outcome through `olderThanMs` of the relay's own looking. The engine or a worker
 * away costs time, never a command. A command that reached a case which is over is answered with a refusal.
 */
export async function relayUnanswered(
  { db, carry }: Relay,
  seen: Map<string, number>,
  now: number,
  olderThanMs: number,
): Promise<number> {
  const waiting = await unanswered(db, BATCH);
  const ids = new Set(waiting.map(({ command }) => command.commandId));
  for (const id of seen.keys()) if (!ids.has(id)) seen.delete(id);
  let sent = 0;
  for (const { caseId, command } of waiting) {
    const first = seen.get(command.commandId) ?? now;
    seen.set(command.commandId, first);
    if (now - first < olderThanMs) continue;
    seen.set(command.commandId, now);
    const file = await loadCase(db.pool, caseId);
    if (isOver(file)) await refuseOver(db, file, command);
    else await carry(command, file);
    sent += 1;
  }
  return sent;
}

async function refuseOver(db: Database, file: ProcurementFile, command: Command): Promise<void> {
  const { action, actor, commandId, receivedAt, input } = command;
  await recordStep(db, {
    caseId: file.id,
    seq: file.seq + 1,
    action,
    actor,
    command: { commandId, receivedAt, input },
    facts: [],
    refusal: refuse('not-in-this-status', { action, status: file.status }),
  });
}
