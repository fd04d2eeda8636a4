import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort, portAnswers, releasePort, waitUntil } from '../ports.ts';
import { findProcess, logSize, startProcess, type RunningProcess } from '../processes.ts';
import type { Progress } from './cache.ts';
import { readTemporalConfig, type TemporalConfig } from './config.ts';
import { findTemporal } from './find.ts';
import { prepareNamespace, temporalAnswers } from './namespace.ts';

export interface Temporal {
  /** `127.0.0.1:7233`, for the clients. */
  address: string;
  port: number;
  pid: number;
  uiPort: number;
  /** Address of the web interface. */
  uiUrl: string;
  /** Found running from an earlier start that was killed. */
  adopted: boolean;
  /** One line: which program is used. */
  says: string;
  ended: Promise<string>;
  stop(): Promise<void>;
}

export interface TemporalOptions {
  dataDir: string;
  /** Wanted ports; the next free ones are taken if in use. 0 = any. */
  port: number;
  uiPort: number;
  config?: TemporalConfig;
  progress?: Progress;
}

const START_MS = 60_000;

/** Serves the Temporal of a data folder (SQLite file), or takes over the one that already serves it. */
export async function startTemporal(options: TemporalOptions): Promise<Temporal> {
  const config = options.config ?? readTemporalConfig();
  const dataDir = resolve(options.dataDir);
  const pidFile = join(dataDir, 'run', 'temporal.json');
  const server = (await takeOver(pidFile)) ?? (await launch({ ...options, dataDir, pidFile, config }));
  await prepareNamespace(server.address, config);
  return server;
}

async function launch(of: TemporalOptions & { pidFile: string; config: TemporalConfig }): Promise<Temporal> {
  const found = await findTemporal(of.progress);
  if (found.kind === 'address')
    throw new Error(`TEMPORAL_ADDRESS names a server (${found.address}); no other is started beside it.`);
  const port = await freePort(of.port);
  const uiPort = await freePort(of.uiPort);
  const logFile = join(of.dataDir, 'logs', 'temporal.log');
  const from = logSize(logFile);
  const process = await startProcess({
    command: found.path,
    args: serverArguments({ dataDir: of.dataDir, port, uiPort, config: of.config }),
    logFile,
    pidFile: of.pidFile,
    notes: { port, uiPort, says: found.says },
  });
  let how: string | null = null;
  void process.ended.then((text) => (how = text));
  const address = `127.0.0.1:${port}`;
  const ready = async () => (await portAnswers(port)) && (await temporalAnswers(address));
  if (await waitUntil(ready, START_MS, () => how !== null)) return temporal({ process, port, uiPort, says: found.says });
  await process.stop('SIGTERM', 5_000);
  const log = readFileSync(logFile).subarray(from).toString('utf8').trim().split('\n').slice(-12).join('\n');
  throw new Error(`Temporal did not start (${how ?? `waited ${START_MS / 1000} s`}), ${logFile}:\n${log}`);
}

function serverArguments(of: { dataDir: string; port: number; uiPort: number; config: TemporalConfig }): string[] {
  const folder = join(of.dataDir, 'temporal');
  const file = join(folder, 'temporal.db');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { namespace, dynamicConfig, searchAttributes } = of.config;
  return [
    ...[
      'server',
      'start-dev',
      '--ip',
      '127.0.0.1',
      '--port',
      String(of.port),
      '--ui-port',
      String(of.uiPort),
      '--ui-disable-news-fetch',
    ],
    ...['--namespace', namespace, '--db-filename', file, '--sqlite-pragma', 'journal_mode=WAL', '--log-level', 'warn'],
    ...dynamicConfig.flatMap((value) => ['--dynamic-config-value', value]),
    // Only a new file takes them from here; prepareNamespace adds them to an old one.
    ...(existsSync(file) ? [] : searchAttributes.flatMap(({ name, type }) => ['--search-attribute', `${name}=${type}`])),
  ];
}

/** After a kill -9 of the launcher the server runs on: it is taken over if it answers, ended if it does not. */
async function takeOver(pidFile: string): Promise<Temporal | null> {
  const process = findProcess(pidFile);
  if (!process) return null;
  const port = Number(process.notes.port);
  const uiPort = Number(process.notes.uiPort);
  if (await waitUntil(() => temporalAnswers(`127.0.0.1:${port}`), 5_000)) {
    return temporal({ process, port, uiPort, says: String(process.notes.says) });
  }
  await process.stop('SIGTERM', 5_000);
  return null;
}

function temporal(of: { process: RunningProcess; port: number; uiPort: number; says: string }): Temporal {
  const { process, port, uiPort, says } = of;
  // A server that ended by itself is started again on the same ports.
  void process.ended.then(() => [port, uiPort].forEach(releasePort));
  return {
    ...{ port, uiPort, says, address: `127.0.0.1:${port}`, uiUrl: `http://127.0.0.1:${uiPort}` },
    pid: process.pid,
    adopted: process.adopted,
    ended: process.ended,
    stop: () => process.stop('SIGTERM', 10_000),
  };
}
