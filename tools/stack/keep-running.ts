import { setTimeout as pause } from 'node:timers/promises';

/** Something that runs until it is stopped, or ends by itself. */
export interface Service {
  ended: Promise<string>;
  stop: () => Promise<void>;
}

/** A service that ran this long starts again at once; one that ends sooner waits longer each time, ms. */
const STEADY = 60_000;
const LONGEST_WAIT = 30_000;

/** Starts a service and starts it again whenever it ends by itself, until `stop`. The first start may fail and then throws. */
export async function keepRunning<T extends Service>(of: {
  name: string;
  start: () => Promise<T>;
  log: (line: string) => void;
  /** Longest pause before a new start, ms. */
  longestWait?: number;
}): Promise<{ first: T; stop: () => Promise<void> }> {
  const first = await of.start();
  const longest = of.longestWait ?? LONGEST_WAIT;
  const end = new AbortController();
  let current: T | null = first;
  const watching = watch();

  async function watch(): Promise<void> {
    let wait = 1_000;
    while (!end.signal.aborted) {
      const since = performance.now();
      const how = current === null ? null : await current.ended;
      if (end.signal.aborted) return;
      if (how !== null) of.log(`${of.name} ${how}; starting it again`);
      wait = Math.min(performance.now() - since > STEADY ? 1_000 : wait * 2, longest);
      current = await restart(wait);
    }
  }

  async function restart(wait: number): Promise<T | null> {
    try {
      await pause(wait / 2, undefined, { signal: end.signal });
      const again = await of.start();
      // Stopped while it was starting: nobody else knows of it.
      if (end.signal.aborted) await again.stop();
      else of.log(`${of.name} runs again`);
      return again;
    } catch (error) {
      if (!end.signal.aborted) of.log(`${of.name} did not start: ${(error as Error).message}`);
      return null;
    }
  }

  return {
    first,
    stop: async () => {
      end.abort();
      await current?.stop();
      await watching;
    },
  };
}
