import { NativeConnection, Runtime, DefaultLogger, type Worker } from '@temporalio/worker';
import type { Database } from '../db/client.ts';
import { keepBeating } from '../watch/heartbeat.ts';
import type { Logger } from '../watch/log.ts';
import type { Metrics } from '../watch/metrics.ts';
import { openWatchPort } from '../watch/port.ts';
import type { ProcessKind } from '../watch/process-kind.ts';
import { measureProcess } from '../watch/process-metrics.ts';
import type { ReadinessOf } from '../watch/readiness.ts';
import type { WatchSettings } from '../watch/settings.ts';

/** The engine's own lines go to the same log, under the numbers of case and command. */
export function installRuntime(log: Logger): void {
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta = {} }) => {
      const { workflowId, commandId, action, activityType, error } = meta as Record<string, unknown>;
      const line = { case: workflowId, command: commandId, action, activity: activityType };
      log[level === 'ERROR' ? 'error' : 'warn'](
        { ...line, ...(error instanceof Error ? { error: String(error) } : {}) },
        message,
      );
    }),
    shutdownSignals: [],
  });
}

/** Connects to the engine, trying until it answers: start order of processes does not matter. */
export async function connectWhenReady(
  address: string,
  options: { apiKey?: string; tls?: boolean },
  log: Logger,
): Promise<NativeConnection> {
  for (;;) {
    try {
      return await NativeConnection.connect({
        address,
        ...(options.apiKey ? { apiKey: options.apiKey } : {}),
        ...(options.tls ? { tls: true } : {}),
      });
    } catch (error) {
      log.warn({ error: String(error) }, 'the engine does not answer yet');
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

/** A process that does not end by itself after SIGTERM is ended, ms: whoever supervises it would send SIGKILL after 15 s. */
const ENDS_WITHIN = 14_000;

/** How a worker is stopped: tasks under way get ten seconds, then they are cancelled and done again by another worker. */
export const SHUTDOWN = { shutdownGraceTime: '10s', shutdownForceTime: '12s' } as const;

/**
 * How long a case may work on what came at once. After the SDK's five seconds its thread is stopped where it stands, and with it falls
 * the whole process (Node: "async hook stack has become corrupted"): some thousand signals on a busy machine are enough. The SDK reads
 * this but does not name it among its options; the server gives a task to another worker after ten seconds all the same.
 */
export const PATIENCE = { isolateExecutionTimeout: '1m' } as const;

export interface RunningProcess {
  kind: ProcessKind;
  workers: Worker[];
  db: Database;
  log: Logger;
  watch: WatchSettings;
  metrics: Metrics;
  readiness: ReadinessOf;
  /** Ends what runs beside the worker; called at once when the process is told to stop. */
  stopRounds?: () => Promise<void>;
  /** Gives back everything, after the last task. */
  cleanUp: () => Promise<void>;
}

/** Runs until SIGTERM or SIGINT: no more tasks are taken, those under way are finished, then everything is given back. */
export async function runUntilStopped(of: RunningProcess): Promise<void> {
  const { kind, workers, db, log, stopRounds = () => Promise.resolve() } = of;
  measureProcess(of.metrics, kind);
  const port = await openWatchPort(of.watch, of);
  const beating = keepBeating(db, kind, log);
  let rounds: Promise<void> | null = null;
  const stop = (signal: NodeJS.Signals) => {
    if (rounds) return;
    log.info({ signal }, 'ending');
    of.readiness.end();
    setTimeout(() => process.exit(1), ENDS_WITHIN).unref();
    rounds = stopRounds();
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  const running = Promise.all(workers.map((worker) => worker.run()));
  process.stdout.write(`${kind} ready\n`);
  await running;
  await (rounds ?? stopRounds());
  await beating.stop();
  await port.close();
  await of.cleanUp();
  log.info({}, 'ended');
  // The engine's native threads must not keep a process that has given everything back.
  process.exit(0);
}
