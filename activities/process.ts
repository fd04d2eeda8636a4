import { NativeConnection, Runtime, DefaultLogger, type Worker } from '@temporalio/worker';
import pino, { type Logger } from 'pino';

/** Structured log of a process; lines carry the process's name. */
export const logOf = (name: string, level: string): Logger => pino({ name, level, base: { name } });

/** The engine's own lines go to the same log. */
export function installRuntime(log: Logger): void {
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta }) =>
      log[level === 'ERROR' ? 'error' : 'warn']({ meta: String(meta?.error ?? '') }, message),
    ),
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

/** Runs until SIGTERM or SIGINT: tasks under way are finished, then `cleanUp`. */
export async function runUntilStopped(workers: Worker[], name: string, cleanUp: () => Promise<void>): Promise<void> {
  const stop = () => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  const running = Promise.all(workers.map((worker) => worker.run()));
  process.stdout.write(`${name} ready\n`);
  await running;
  await cleanUp();
}
