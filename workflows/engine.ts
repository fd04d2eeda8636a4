import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import type { Command } from '../domain/case.ts';
import type { ProcurementFile } from '../domain/procurement/file.ts';
import { CASE_QUEUE, CLOCK_MOVED, type CaseStart, WORKFLOW_TYPES, workflowIdOf } from './messages.ts';

/** Sends messages to running cases; the only user of the engine's client in the product. */
export interface Engine {
  /** Carries a received command to its case; starts the case when the engine does not know it. */
  carry(command: Command, file: ProcurementFile): Promise<void>;
  /**
   * Makes sure that a case runs and knows the time: one that the engine does not know is started from its file; one that runs is told of
   * the clock where that can be moved, and left alone otherwise.
   */
  wake(file: ProcurementFile): Promise<void>;
  /** Tells a running case that the sandbox's legal clock was moved; a case that is over is passed by. */
  moveClock(kind: string, number: string, offset: number): Promise<void>;
  /** Whether the engine answers within two seconds or so. */
  answers(): Promise<boolean>;
  /** Closes the connection once every message that is under way has been taken or given up: a few seconds at most. */
  close(): Promise<void>;
}

export interface EngineOptions {
  address: string;
  namespace?: string;
  apiKey?: string;
  tls?: boolean;
}

/** Addresses of the standard `TEMPORAL_*` settings. */
export const engineOptions = (env: NodeJS.ProcessEnv): EngineOptions => ({
  address: env.TEMPORAL_ADDRESS ?? '127.0.0.1:7233',
  namespace: env.TEMPORAL_NAMESPACE ?? 'default',
  ...(env.TEMPORAL_API_KEY ? { apiKey: env.TEMPORAL_API_KEY } : {}),
  tls: env.TEMPORAL_TLS === 'true' || env.TEMPORAL_API_KEY !== undefined,
});

const lines = (file: ProcurementFile) => ({
  staticSummary: `${file.number} · ${file.method} · лотов ${file.lots.length}`,
  staticDetails: `${file.name.ru}\n\n${file.organizer.name.ru} (${file.organizer.bin})`,
});

/** Between two runs of a case the engine may not find it for an instant: attempts and pause, ms. */
const BETWEEN_RUNS = { attempts: 20, pause: 50 };

/** Signals a running case; false when the engine does not know it. */
async function signalWhenFound(client: Client, workflowId: string, command: Command): Promise<boolean> {
  for (let attempt = 0; attempt < BETWEEN_RUNS.attempts; attempt += 1) {
    try {
      await client.workflow.getHandle(workflowId).signal(command.action, command);
      return true;
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_RUNS.pause));
  }
  return false;
}

/** An engine that has not answered by then is said to be silent, ms. */
const ANSWER_WITHIN_MS = 1_500;

/** Without a deadline the client tries again for half a minute and more; a command that is not taken by then is carried later, ms. */
const TAKE_WITHIN_MS = 4_000;

/** An engine over a client that exists; `clockOffset` gives the legal clock minus the machine's, ms. */
export function engineOver(client: Client, clockOffset: () => Promise<number>, continueAfter?: number): Engine {
  /** How the process of a case begins. */
  const beginning = async (file: ProcurementFile) => {
    const start: CaseStart<ProcurementFile> = {
      file,
      clockOffset: await clockOffset(),
      ...(continueAfter ? { continueAfter } : {}),
    };
    return { workflowId: workflowIdOf(file.kind, file.number), taskQueue: CASE_QUEUE, args: [start], ...lines(file) };
  };
  const carry = async (command: Command, file: ProcurementFile): Promise<void> => {
    const workflowId = workflowIdOf(file.kind, file.number);
    if (command.action !== 'publish' && (await signalWhenFound(client, workflowId, command))) return;
    const signal = { signal: command.action, signalArgs: [command] };
    await client.workflow.signalWithStart(WORKFLOW_TYPES[file.method], { ...(await beginning(file)), ...signal });
  };
  const moveClock = async (kind: string, number: string, offset: number): Promise<void> => {
    try {
      await client.workflow.getHandle(workflowIdOf(kind, number)).signal(CLOCK_MOVED, offset);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  };
  const wake = async (file: ProcurementFile): Promise<void> => {
    const start = { ...(await beginning(file)), workflowIdConflictPolicy: 'USE_EXISTING' as const };
    await client.workflow.start(WORKFLOW_TYPES[file.method], start);
    const offset = await clockOffset();
    if (offset !== 0) await moveClock(file.kind, file.number, offset);
  };
  const asked = new Set<Promise<unknown>>();
  /** Every question has an end, and is known until then. */
  const within = <T>(ms: number, question: () => Promise<T>): Promise<T> => {
    const answer = client.withDeadline(Date.now() + ms, question);
    asked.add(answer);
    const forget = () => asked.delete(answer);
    answer.then(forget, forget);
    return answer;
  };
  return {
    carry: (command, file) => within(TAKE_WITHIN_MS, () => carry(command, file)),
    wake: (file) => within(TAKE_WITHIN_MS, () => wake(file)),
    moveClock: (kind, number, offset) => within(TAKE_WITHIN_MS, () => moveClock(kind, number, offset)),
    answers: () =>
      within(ANSWER_WITHIN_MS, () => client.connection.workflowService.getSystemInfo({})).then(
        () => true,
        () => false,
      ),
    async close() {
      // The client's timer of a next attempt throws, caught by nobody, once the connection is closed under it.
      await Promise.allSettled(asked);
      await client.connection.close();
    },
  };
}

/** Connects lazily: the portal starts and takes commands while the engine is away. */
export function connectEngine(options: EngineOptions, clockOffset: () => Promise<number>): Engine {
  const { address, namespace = 'default', apiKey, tls } = options;
  const connection = Connection.lazy({
    address,
    connectTimeout: 2_000,
    ...(apiKey ? { apiKey } : {}),
    ...(tls ? { tls: true } : {}),
  });
  return engineOver(new Client({ connection, namespace }), clockOffset);
}
