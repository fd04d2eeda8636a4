import { CACHED_CASES } from '../../activities/settings.ts';
import { freePort } from '../ports.ts';
import { programOf } from './build.ts';
import { type Kept, keepRunning, type Service } from './keep-running.ts';
import { startNodeService } from './node-service.ts';

/** A process of the stack that can be stopped and begun again while the others run. */
export interface Part {
  /** Process id of the one that runs now; null while none does, or when it lives in the launcher itself. */
  pid: () => number | null;
  /** Stops it in order and leaves it so until `begin`; says how it ended, as `ended with code 0`. */
  halt: () => Promise<string>;
  /** Starts it again after `halt`; `env` is added to its environment from now on. */
  begin: (env?: NodeJS.ProcessEnv) => Promise<void>;
}

/** By name: `postgres`, `temporal`, `mail`, `web`, `worker`, `opener`, and `web-2` … where there are several. */
export type Parts = Record<string, Part>;

/** How many processes of each kind. */
export interface Counts {
  web: number;
  worker: number;
  opener: number;
}

/** MiB of heap: for the worker itself, and for each case that it keeps in memory (measured: docs/performance.md). */
const HEAP = { own: 140, perCase: 0.5 };

/**
 * Heaps that are not let grow, few arenas of native memory and large pieces of it given back at once: a worker keeps no more than its
 * sleeping cases need (measured: docs/performance.md).
 */
const frugal = (env: NodeJS.ProcessEnv) => ({
  flags: [
    `--max-old-space-size=${Math.round(HEAP.own + HEAP.perCase * Number(env.ZAKUP_CACHED_CASES || CACHED_CASES))}`,
    '--max-semi-space-size=2',
    '--heap-growing-percent=10',
  ],
  env: { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '65536', MALLOC_TRIM_THRESHOLD_: '131072' },
});

const READY = { worker: 'worker ready', opener: 'opener ready', web: 'web ready on ' } as const;

interface Order {
  dataDir: string;
  env: NodeJS.ProcessEnv;
  /** Each kind is a database user of its own. */
  databaseUrls: Record<keyof Counts, string>;
  /** Port of the first web process, and wanted port of the first metrics. */
  port: number;
  metricsPort: number;
  counts: Counts;
  log: (line: string) => void;
  longestWait?: number | undefined;
}

/** Processes of this project that run: where they answer, and how they are stopped. */
export interface Services {
  parts: Parts;
  /** Local addresses of the web processes. */
  webs: string[];
  /** Addresses of `/metrics`, `/healthz` and `/readyz` by process. */
  metrics: Record<string, string>;
}

/** Starts the processes of this project side by side. `stops` takes each that runs, even when another one does not start. */
export async function startServices(of: Order, stops: (() => Promise<void> | void)[]): Promise<Services> {
  const found: Services = { parts: {}, webs: [], metrics: {} };
  const begun: Promise<Kept<Service>>[] = [];
  let metricsPort = of.metricsPort;
  for (const kind of ['worker', 'opener', 'web'] as const) {
    for (let number = 1; number <= of.counts[kind]; number += 1) {
      const name = number === 1 ? kind : `${kind}-${number}`;
      metricsPort = await freePort(metricsPort);
      const own = { DATABASE_URL: of.databaseUrls[kind], ZAKUP_METRICS_PORT: String(metricsPort) };
      const small = kind === 'worker' ? frugal(of.env) : { flags: [], env: {} };
      const env: NodeJS.ProcessEnv = { ...of.env, ...small.env, ...own };
      found.metrics[name] = `http://127.0.0.1:${metricsPort}`;
      if (of.metricsPort === 0) metricsPort = 0;
      if (kind === 'web') {
        const port = number === 1 ? of.port : await freePort(0);
        env.PORT = String(port);
        found.webs.push(`http://127.0.0.1:${port}`);
      }
      begun.push(begin({ program: programOf(kind), readyLine: READY[kind], name, env, flags: small.flags }));
    }
  }
  // Stopped from the last to the first: web takes no more commands before the workers go.
  for (const each of await Promise.allSettled(begun)) if (each.status === 'fulfilled') stops.push(each.value.stop);
  await Promise.all(begun);
  return found;

  async function begin(service: {
    name: string;
    program: string;
    readyLine: string;
    env: NodeJS.ProcessEnv;
    flags?: readonly string[];
  }) {
    const { dataDir, log, longestWait } = of;
    const start = () => startNodeService({ ...service, dataDir });
    const kept = await keepRunning({ name: service.name, log, longestWait, start });
    found.parts[service.name] = {
      pid: kept.pid,
      halt: kept.halt,
      begin: async (env = {}) => {
        Object.assign(service.env, env);
        await kept.begin();
      },
    };
    return kept;
  }
}
