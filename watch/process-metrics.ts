import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Family, Metrics } from './metrics.ts';
import type { ProcessKind } from './process-kind.ts';
import { VERSION } from './version.ts';

const NS = 1e9;

/** What a process is and what it uses: build, processor, memory, delay of its event loop since the last question. */
export function measureProcess(metrics: Metrics, kind: ProcessKind): void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const startedAt = Date.now() / 1000 - process.uptime();
  metrics.read((): Family[] => {
    const { rss, heapUsed } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const loop = { p50: delay.percentile(50) / NS, p99: delay.percentile(99) / NS, max: delay.max / NS };
    delay.reset();
    const gauge = (name: string, help: string, value: number): Family => ({ name, help, type: 'gauge', samples: [{ value }] });
    return [
      {
        ...{ name: 'zakup_build_info', help: 'Version of the release and of Node, kind of process.', type: 'gauge' },
        samples: [{ labels: { version: VERSION, node: process.version, process: kind }, value: 1 }],
      },
      {
        ...{ name: 'process_cpu_seconds_total', help: 'Processor time used, seconds.', type: 'counter' },
        samples: [{ value: (user + system) / 1e6 }],
      },
      gauge('process_resident_memory_bytes', 'Resident memory, bytes.', rss),
      gauge('nodejs_heap_used_bytes', 'Memory of the JavaScript heap in use, bytes.', heapUsed),
      gauge('process_start_time_seconds', 'Start of the process, seconds since the epoch.', startedAt),
      {
        ...{
          name: 'nodejs_eventloop_delay_seconds',
          help: 'Delay of the event loop since the last question, seconds.',
          type: 'gauge',
        },
        samples: Object.entries(loop).map(([of, value]) => ({ labels: { of }, value: Number.isFinite(value) ? value : 0 })),
      },
    ];
  });
}
