import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '../ports.ts';

/** Something that runs until it is stopped, or ends by itself. */
export interface Service {
  pid: number;
  /** How it ended, as `ended with code 0`. */
  ended: Promise<string>;
  stop: () => Promise<void>;
}

/** A service that is started again whenever it ends by itself. */
export interface Kept<T extends Service> {
  /** The one of the first start. */
  first: T;
  /** Process id of the one that runs now; null while none does. */
  pid: () => number | null;
  /** Stops it in order and leaves it so until `begin`; says how it ended. */
  halt: () => Promise<string>;
  /** Starts it again after `halt`. @throws Error when it does not run within a minute */
  begin: () => Promise<void>;
  /** Stops it for good. */
  stop: () => Promise<void>;
}

/** A service that ran this long starts again at once; one that ends sooner waits longer each time, ms. */
const STEADY = 60_000;
const LONGEST_WAIT = 30_000;
const BEGINS_WITHIN = 60_000;

/** Starts a service and starts it again whenever it ends by itself, until `stop`. The first start may fail and then throws. */
export async function keepRunning<T extends Service>(of: {
  name: string;
  start: () => Promise<T>;
  log: (line: string) => void;
  /** Longest pause before a new start, ms. */
  longestWait?: number;
}): Promise<Kept<T>> {
  const first = await of.start();
  const longest = of.longestWait ?? LONGEST_WAIT;
  const end = new AbortController();
  let current: T | null = first;
  let failure = '';
  let halted: { until: Promise<void>; release: () => void } | null = null;
  const watching = watch();

  async function watch(): Promise<void> {
    let wait = 1_000;
    while (!end.signal.aborted) {
      const since = performance.now();
      const how = current === null ? null : await current.ended;
      const rest = halted;
      if (rest) current = null;
      await rest?.until;
      if (end.signal.aborted) return;
      if (how !== null && !rest) of.log(`${of.name} ${how}; starting it again`);
      wait = Math.min(performance.now() - since > STEADY ? 1_000 : wait * 2, longest);
      current = await restart(rest ? 0 : wait);
    }
  }

  async function restart(wait: number): Promise<T | null> {
    try {
      await pause(wait / 2, undefined, { signal: end.signal });
      const again = await of.start();
      // Stopped or halted while it was starting: nobody else knows of it.
      if (end.signal.aborted || halted) await again.stop();
      else of.log(`${of.name} runs again`);
      return again;
    } catch (error) {
      failure = (error as Error).message;
      if (!end.signal.aborted) of.log(`${of.name} did not start: ${failure}`);
      return null;
    }
  }

  return {
    first,
    pid: () => current?.pid ?? null,
    async halt() {
      const running = current;
      let release = () => {};
      halted ??= { until: new Promise<void>((resolve) => (release = resolve)), release: () => release() };
      await running?.stop();
      return (await running?.ended) ?? 'does not run';
    },
    async begin() {
      halted?.release();
      halted = null;
      const runs = () => Promise.resolve(current !== null);
      if (!(await waitUntil(runs, BEGINS_WITHIN))) throw new Error(`${of.name} did not begin again: ${failure}`);
    },
    async stop() {
      end.abort();
      halted?.release();
      await current?.stop();
      await watching;
    },
  };
}
