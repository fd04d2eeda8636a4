import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Says what is being done and for how long already, seconds; called at once and then every second. */
export type Progress = (doing: string, seconds: number) => void;

/** Folder of the user's cache for one tool and version; made if missing. */
export function cacheFolder(name: string): string {
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'zakup', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Runs `work` and reports its progress. */
export async function timed<T>(doing: string, progress: Progress, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const report = () => progress(doing, Math.round((performance.now() - start) / 1000));
  report();
  const every = setInterval(report, 1_000);
  try {
    return await work();
  } finally {
    clearInterval(every);
  }
}

/** First line that a command prints, or null if it cannot be run. */
export async function firstLine(command: string, args: string[]): Promise<string | null> {
  try {
    const { stdout, stderr } = await promisify(execFile)(command, args, { timeout: 15_000 });
    return (stdout || stderr).split('\n')[0]!.trim();
  } catch {
    return null;
  }
}

/** Whether the download host of the SDK can be reached within 3 s. Offline it is not worth waiting for. */
export async function downloadHostAnswers(): Promise<boolean> {
  return fetch('https://temporal.download/', { method: 'HEAD', signal: AbortSignal.timeout(3_000) }).then(
    () => true,
    () => false,
  );
}

/** What the SDK has downloaded into a folder: the one file whose name begins so, or null. */
export function downloaded(folder: string, begins: string): string | null {
  const name = existsSync(folder)
    ? readdirSync(folder).find((each) => each.startsWith(begins) && !each.endsWith('.downloading'))
    : undefined;
  return name === undefined ? null : join(folder, name);
}
