import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** The machine a run was made on: figures say nothing without it. */
export interface Machine {
  cpu: string;
  cores: number;
  memoryGiB: number;
  system: string;
  node: string;
  temporalSdk: string;
  postgres: string;
  commit: string;
}

const PACKAGE = new URL('../package.json', import.meta.url);

export function machine(postgres: string): Machine {
  const { dependencies } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { dependencies: Record<string, string> };
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    temporalSdk: dependencies['@temporalio/worker'] ?? 'unknown',
    postgres,
    commit: commit(),
  };
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: new URL('..', import.meta.url),
      encoding: 'utf8',
    }).trim();
  } catch {
    return 'unknown';
  }
}

/** Load average of the last minute: others at work on the machine make every figure worse. */
export const load = (): number => Math.round(loadavg()[0]! * 10) / 10;
