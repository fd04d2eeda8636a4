import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { startOfProcess } from './process-start.ts';
import { waitUntil } from './ports.ts';

/** A process that runs, started by us or found running from an earlier start. */
export interface RunningProcess {
  pid: number;
  /** Found running, not started now. */
  adopted: boolean;
  /** Settles when the process has ended, for whatever reason; the value says how. */
  ended: Promise<string>;
  /** Ends it: `signal` first, SIGKILL after `graceMs`. */
  stop(signal?: NodeJS.Signals, graceMs?: number): Promise<void>;
}

export interface ProcessOrder {
  command: string;
  args: string[];
  /** Standard output and errors are appended here. */
  logFile: string;
  /** Remembers the process, so that the next start finds it after this one was killed. */
  pidFile?: string;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Run as this system user (root only). */
  user?: { uid: number; gid: number };
  /** Also kept in the pid file, e.g. the ports. */
  notes?: Record<string, string | number>;
}

interface PidRecord {
  pid: number;
  startedAt: string;
  notes: Record<string, string | number>;
}

/** Starts a process in its own group (Ctrl-C reaches only the launcher, which stops its children in order). */
export async function startProcess(order: ProcessOrder): Promise<RunningProcess> {
  mkdirSync(dirname(order.logFile), { recursive: true });
  const log = openSync(order.logFile, 'a');
  const child = spawn(order.command, order.args, {
    stdio: ['ignore', log, log],
    detached: true,
    env: order.env ?? process.env,
    ...(order.cwd === undefined ? {} : { cwd: order.cwd }),
    ...order.user,
  });
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ? `ended by ${signal}` : `ended with code ${code ?? 'unknown'}`));
    child.once('error', (error) => resolve(error.message));
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', () => resolve());
    child.once('error', (error) => reject(new Error(`${order.command} cannot be started: ${error.message}`)));
  }).finally(() => closeSync(log));
  child.unref();
  const pid = child.pid!;
  if (order.pidFile) remember(order.pidFile, pid, order.notes ?? {});
  return running({ pid, adopted: false, ended, ...(order.pidFile ? { pidFile: order.pidFile } : {}) });
}

/** The process a pid file names, if it is still that very process; a file that names a dead one is removed. */
export function findProcess(pidFile: string): (RunningProcess & { notes: PidRecord['notes'] }) | null {
  if (!existsSync(pidFile)) return null;
  const record = readRecord(pidFile);
  // The start time is compared: a process id may have been given to a stranger meanwhile.
  if (record === null || startOfProcess(record.pid) !== record.startedAt) {
    rmSync(pidFile, { force: true });
    return null;
  }
  return { ...adopt(record.pid, pidFile), notes: record.notes };
}

/** Takes over a process that was not started here. */
export function adopt(pid: number, pidFile?: string): RunningProcess {
  const born = startOfProcess(pid);
  const ended = (async () => {
    while (startOfProcess(pid) === born && born !== null) await new Promise((resolve) => setTimeout(resolve, 200).unref());
    return 'ended';
  })();
  return running({ pid, adopted: true, ended, ...(pidFile ? { pidFile } : {}) });
}

/** Ends what an earlier start left behind under this pid file. */
export async function clearLeftover(pidFile: string): Promise<boolean> {
  const left = findProcess(pidFile);
  await left?.stop('SIGTERM', 5_000);
  return left !== null;
}

/** Writes the pid file of a process. */
export function remember(pidFile: string, pid: number, notes: PidRecord['notes'] = {}): void {
  mkdirSync(dirname(pidFile), { recursive: true });
  writeFileSync(pidFile, JSON.stringify({ pid, startedAt: startOfProcess(pid) ?? '', notes } satisfies PidRecord));
}

/** Waits for a line in a log; `from` = the size of the file before the process was started, bytes. */
export async function waitForLine(order: {
  logFile: string;
  from: number;
  line: string;
  timeoutMs: number;
  process: RunningProcess;
}): Promise<void> {
  let how: string | null = null;
  void order.process.ended.then((text) => (how = text));
  const said = () => Promise.resolve(readFileSync(order.logFile).subarray(order.from).toString('utf8').includes(order.line));
  if (await waitUntil(said, order.timeoutMs, () => how !== null)) return;
  const tail = readFileSync(order.logFile).subarray(order.from).toString('utf8').trim().split('\n').slice(-12).join('\n');
  throw new Error(`No "${order.line}" in ${order.logFile} (${how ?? `waited ${order.timeoutMs / 1000} s`}):\n${tail}`);
}

/** Size of a log now, bytes; 0 if there is none. */
export const logSize = (logFile: string): number => (existsSync(logFile) ? statSync(logFile).size : 0);

function readRecord(pidFile: string): PidRecord | null {
  try {
    const record = JSON.parse(readFileSync(pidFile, 'utf8')) as Partial<PidRecord>;
    if (!Number.isSafeInteger(record.pid) || typeof record.startedAt !== 'string' || record.pid! <= 1) return null;
    return { pid: record.pid!, startedAt: record.startedAt, notes: record.notes ?? {} };
  } catch {
    return null;
  }
}

function running(of: { pid: number; adopted: boolean; ended: Promise<string>; pidFile?: string }): RunningProcess {
  const born = startOfProcess(of.pid);
  const alive = () => born !== null && startOfProcess(of.pid) === born;
  const send = (signal: NodeJS.Signals) => {
    try {
      if (alive()) process.kill(of.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  };
  let stopped: (how: string) => void;
  let told = false;
  void of.ended.then(() => (told = true));
  const ended = Promise.race([of.ended, new Promise<string>((resolve) => (stopped = resolve))]);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM', graceMs = 10_000) => {
    send(signal);
    if (!(await waitUntil(() => Promise.resolve(!alive()), graceMs))) {
      send('SIGKILL');
      await waitUntil(() => Promise.resolve(!alive()), 5_000);
    }
    if (of.pidFile) rmSync(of.pidFile, { force: true });
    // Our own child also tells how it ended, a moment after it is gone.
    if (!of.adopted) await waitUntil(() => Promise.resolve(told), 1_000);
    stopped('stopped');
  };
  return { pid: of.pid, adopted: of.adopted, ended, stop };
}
