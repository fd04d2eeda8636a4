import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort, releasePort, waitUntil } from '../ports.ts';
import { startOfProcess } from '../process-start.ts';
import { adopt, logSize, startProcess, type RunningProcess } from '../processes.ts';
import { openCluster, type Cluster } from './cluster.ts';
import { answers } from './databases.ts';

export interface Postgres {
  /** Superuser address of the maintenance database `postgres`. */
  url: string;
  port: number;
  pid: number;
  /** Found running from an earlier start that was killed. */
  adopted: boolean;
  /** Settles when the server has ended. */
  ended: Promise<string>;
  /** Fast shutdown: open transactions are rolled back, what was committed stays. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  dataDir: string;
  /** Wanted port; the next free one is taken if it is in use. 0 = any. */
  port: number;
  /** For test runs only: a power failure may lose the cluster, commits are faster. */
  fsync?: 'on' | 'off';
}

const START_MS = 60_000;

/** Serves the cluster of a data folder on 127.0.0.1, or takes over the server that already serves it. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const cluster = await openCluster(resolve(options.dataDir));
  const found = await takeOver(cluster);
  if (found) return found;
  await nobodyServes(cluster.folder);
  const port = await freePort(options.port);
  const logFile = join(resolve(options.dataDir), 'logs', 'postgres.log');
  const server = await launch({ cluster, port, logFile, fsync: options.fsync ?? 'on' });
  return postgres(cluster, port, server);
}

async function launch(of: { cluster: Cluster; port: number; logFile: string; fsync: 'on' | 'off' }): Promise<RunningProcess> {
  const { cluster, port, logFile } = of;
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '200',
    ...(of.fsync === 'off' ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const from = logSize(logFile);
  const server = await startProcess({
    command: join(cluster.native, 'bin', 'postgres'),
    args: ['-D', cluster.folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    logFile,
    cwd: cluster.folder,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    ...(cluster.user ? { user: cluster.user } : {}),
  });
  let how: string | null = null;
  void server.ended.then((text) => (how = text));
  if (
    await waitUntil(
      () => answers(addressOf(cluster, port)),
      START_MS,
      () => how !== null,
    )
  )
    return server;
  await server.stop('SIGQUIT', 5_000);
  const log = readFileSync(logFile).subarray(from).toString('utf8').trim();
  throw new Error(`PostgreSQL did not start (${how ?? `waited ${START_MS / 1000} s`}), ${logFile}:\n${log}`);
}

/** After a kill -9 of the launcher the server runs on: it is taken over if it answers, ended if it does not. */
async function takeOver(cluster: Cluster): Promise<Postgres | null> {
  const left = readPostmaster(cluster.folder);
  if (left === null) return null;
  const server = adopt(left.pid);
  if (
    await waitUntil(
      () => answers(addressOf(cluster, left.port)),
      5_000,
      () => startOfProcess(left.pid) === null,
    )
  ) {
    return postgres(cluster, left.port, server);
  }
  await server.stop('SIGQUIT', 5_000);
  rmSync(join(cluster.folder, 'postmaster.pid'), { force: true });
  return null;
}

/** What postmaster.pid says (line 1 process id, line 4 port); removes the file if its process is gone or a stranger. */
function readPostmaster(folder: string): { pid: number; port: number } | null {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (Number.isSafeInteger(pid) && pid > 1 && startOfProcess(pid) !== null && servesFrom(pid, folder)) return { pid, port };
  rmSync(file, { force: true });
  return null;
}

/**
 * Processes of a killed server write for a moment longer, and two servers on one cluster destroy it. The lock file that would make the
 * new one refuse is removed above when its process id has gone to a stranger, so it is looked at here. @throws Error after ten seconds
 */
async function nobodyServes(folder: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const pids = () => readdirSync('/proc').map(Number).filter(Number.isSafeInteger);
  const alone = () => Promise.resolve(!pids().some((pid) => pid !== process.pid && servesFrom(pid, folder)));
  if (!(await waitUntil(alone, 10_000))) throw new Error(`processes of a killed PostgreSQL still work in ${folder}`);
}

/** A process id may have been given to a stranger: on Linux the working folder of the server tells (it is the cluster). */
function servesFrom(pid: number, folder: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    const theirs = statSync(`/proc/${pid}/cwd`);
    const ours = statSync(folder);
    return theirs.dev === ours.dev && theirs.ino === ours.ino;
  } catch {
    return false;
  }
}

const addressOf = (cluster: Cluster, port: number): string =>
  `postgresql://zakup:${encodeURIComponent(cluster.password)}@127.0.0.1:${port}/postgres`;

function postgres(cluster: Cluster, port: number, server: RunningProcess): Postgres {
  // A server that ended by itself is started again on the same port.
  void server.ended.then(() => releasePort(port));
  return {
    url: addressOf(cluster, port),
    port,
    pid: server.pid,
    adopted: server.adopted,
    ended: server.ended,
    stop: () => server.stop('SIGINT', 20_000),
  };
}
