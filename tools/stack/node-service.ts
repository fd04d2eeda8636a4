import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { clearLeftover, logSize, startProcess, waitForLine } from '../processes.ts';
import type { Service } from './keep-running.ts';
import { PROJECT } from './project.ts';

/** Pid file of a service in a data folder. */
export const pidFileOf = (dataDir: string, name: string): string => join(dataDir, 'run', `${name}.json`);

/** Starts a built process of this project and waits for the line by which it says that it is ready. */
export async function startNodeService(of: {
  name: string;
  program: string;
  readyLine: string;
  dataDir: string;
  env: NodeJS.ProcessEnv;
  /** Flags of Node before the program. */
  flags?: readonly string[];
}): Promise<Service> {
  const logFile = join(of.dataDir, 'logs', `${of.name}.log`);
  const pidFile = pidFileOf(of.dataDir, of.name);
  await clearLeftover(pidFile);
  const from = logSize(logFile);
  const process_ = await startProcess({
    command: process.execPath,
    args: [...(of.flags ?? []), of.program],
    logFile,
    pidFile,
    env: of.env,
    cwd: PROJECT,
  });
  try {
    await waitForLine({ logFile, from, line: of.readyLine, timeoutMs: 120_000, process: process_ });
  } catch (error) {
    await process_.stop('SIGTERM', 3_000);
    throw error;
  }
  return { pid: process_.pid, ended: process_.ended, stop: () => process_.stop('SIGTERM', 20_000) };
}

/** Runs a process of this project to its end, hands on each line it prints, and returns the last one. */
export async function runNodeTask(of: { entry: string; env: NodeJS.ProcessEnv; line: (text: string) => void }): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', of.entry], {
    cwd: PROJECT,
    env: of.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let last = '';
  createInterface({ input: child.stdout }).on('line', (text) => of.line((last = text.trim() || last)));
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4_000)));
  const code = await new Promise((resolve) => child.once('close', resolve).once('error', resolve));
  if (code !== 0) throw new Error(`${of.entry} ended with ${String(code)}:\n${errors.trim()}`);
  return last;
}
