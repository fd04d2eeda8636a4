import { loadCase } from '../db/cases.ts';
import type { Database } from '../db/client.ts';
import { putBack, takeUnanswered } from '../db/receive.ts';
import { recordStep } from '../db/record.ts';
import type { Command } from '../domain/case.ts';
import { isOver, type ProcurementFile } from '../domain/procurement/file.ts';
import { refuse } from '../domain/refusals.ts';

export interface Relay {
  db: Database;
  carry: (command: Command, file: ProcurementFile) => Promise<void>;
}

const BATCH = 50;

/**
 * Sends commands again that have waited for an outcome, each at growing intervals. The engine or a worker away costs time, never a
 * command; several workers share the work. A command that reached a case which is over is answered with a refusal.
 * @returns how many were carried
 */
export async function relayUnanswered({ db, carry }: Relay): Promise<number> {
  const waiting = await takeUnanswered(db, BATCH);
  for (const [done, { caseId, command }] of waiting.entries()) {
    const file = await loadCase(db.pool, caseId);
    try {
      if (isOver(file)) await refuseOver(db, file, command);
      else await carry(command, file);
    } catch (error) {
      // An engine that is away will not take the others either: they keep their turn.
      await putBack(
        db,
        waiting.slice(done + 1).map((each) => each.command.commandId),
      );
      throw error;
    }
  }
  return waiting.length;
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
