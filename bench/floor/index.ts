import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { legalNow } from '../../db/clock.ts';
import { receiveCommand } from '../../db/receive.ts';
import { checkAction } from '../../domain/actions.ts';
import { procurementActions } from '../../domain/procurement/actions/index.ts';
import { actorCalled } from '../../tools/demo/people.ts';
import { startNodeService } from '../../tools/stack/node-service.ts';
import { readTemporalConfig } from '../../tools/temporal/config.ts';
import { type Act, actsOn } from '../acts.ts';
import { fileCalled } from '../announcements.ts';
import { type CpuTimes, measureWithCpu } from '../cpu.ts';
import type { Measured } from '../measure.ts';
import type { Portal } from '../portal.ts';
import { ACT, FLOOR_QUEUE, type Step } from './messages.ts';
import { bareCase } from './workflow.ts';

/** Answer awaited by the caller, ms. */
const PATIENCE = 30_000;

/** Measures acts on bare cases: receipt in Postgres, signal, the record's SQL in a local activity, outcome by NOTIFY. */
export async function measureFloor(
  portal: Portal,
  numbers: string[],
  runs: { callers: number; count: number }[],
): Promise<(Measured & { cpu: CpuTimes })[]> {
  const { dataDir, databaseUrl, temporalAddress } = portal.stack;
  const env = { ...process.env, DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress };
  const service = {
    name: 'bench-floor',
    program: 'bench/floor/worker.ts',
    flags: ['--import', 'tsx'],
    readyLine: 'floor ready',
    dataDir,
    env,
  };
  const worker = await startNodeService(service);
  const connection = await Connection.connect({ address: temporalAddress });
  const { workflow } = new Client({ connection, namespace: readTemporalConfig().namespace });
  const workflowId = (number: string) => `bench-${number}`;
  try {
    await Promise.all(
      numbers.map((number) => workflow.start(bareCase, { taskQueue: FLOOR_QUEUE, workflowId: workflowId(number) })),
    );
    const acts = await actsOn(portal, numbers);
    const results: (Measured & { cpu: CpuTimes })[] = [];
    for (const run of runs) {
      const send = async ({ number, step, input }: Prepared) => {
        const commandId = randomUUID();
        const { caseId, action, actor } = step;
        const reception = await receiveCommand(portal.services.db, { commandId, caseId, action, actor, input });
        if (!reception.ok) throw new Error(`${number}: ${reception.reason}`);
        const { receivedAt } = reception.received.command;
        await workflow.getHandle(workflowId(number)).signal(ACT, { ...step, command: { commandId, receivedAt, input } });
        const outcome = await portal.services.waiters.wait(commandId, PATIENCE);
        if (!outcome?.accepted) throw new Error(`${number}: ${action} has no outcome`);
      };
      results.push(await measureWithCpu(portal, run, send, (_index, caller) => prepare(portal, acts.next(caller, run.callers))));
    }
    return results;
  } finally {
    await Promise.all(
      numbers.map((number) =>
        workflow
          .getHandle(workflowId(number))
          .terminate()
          .catch(() => undefined),
      ),
    );
    await connection.close();
    await worker.stop();
  }
}

interface Prepared {
  number: string;
  step: Step;
  input: unknown;
}

/** The facts are worked out before the measurement: the floor is about carrying and keeping, not about rules. */
async function prepare(portal: Portal, { number, action, input }: Act): Promise<Prepared> {
  const file = await fileCalled(portal, number);
  const actor = actorCalled('organizer');
  const receivedAt = (await legalNow(portal.services.db.pool)).ms;
  const checked = checkAction(procurementActions, file, { action, actor, receivedAt, input }, { calendar: portal.calendar });
  if (!checked.ok) throw new Error(`${number}: ${checked.refusal.code}`);
  return {
    number,
    step: { caseId: file.id, seq: file.seq + 1, action, actor, facts: checked.row.decide(checked.occasion) },
    input,
  };
}
