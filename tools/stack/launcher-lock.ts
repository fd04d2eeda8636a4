import { clearLeftover, findProcess, remember } from '../processes.ts';
import { rmSync } from 'node:fs';
import { pidFileOf } from './node-service.ts';

/** Processes that serve pages or cases; after a kill -9 of the launcher they are ended, the next start has its own. */
export const SERVICES = ['web', 'opener', 'worker'] as const;

/**
 * One launcher per data folder. Throws if another one is at work there; otherwise ends what a killed one left behind
 * and returns the function that gives the folder free.
 */
export async function holdDataFolder(dataDir: string): Promise<() => void> {
  const file = pidFileOf(dataDir, 'launcher');
  const other = findProcess(file);
  if (other && other.pid !== process.pid) {
    throw new Error(
      `Zakup already runs on ${dataDir} (process ${other.pid}). Stop it first, or name another folder in ZAKUP_DATA_DIR.`,
    );
  }
  remember(file, process.pid);
  await Promise.all(SERVICES.map((name) => clearLeftover(pidFileOf(dataDir, name))));
  return () => rmSync(file, { force: true });
}
