import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { buildTemporal, TEMPORAL_VERSION } from './build.ts';
import { cacheFolder, downloaded, downloadHostAnswers, firstLine, timed, type Progress } from './cache.ts';

export type FoundTemporal = { kind: 'address'; address: string; says: string } | { kind: 'program'; path: string; says: string };

/**
 * A Temporal to use: the server at TEMPORAL_ADDRESS, else the program `temporal` from the PATH, the user's cache folder,
 * the SDK's download, or a build of the pinned Go module (5–6 minutes, once).
 */
export async function findTemporal(progress: Progress = () => undefined): Promise<FoundTemporal> {
  const address = process.env.TEMPORAL_ADDRESS;
  if (address) return { kind: 'address', address, says: `server at ${address}` };
  const onPath = await firstLine('temporal', ['--version']);
  if (onPath?.startsWith('temporal version')) return { kind: 'program', path: 'temporal', says: `${onPath}, from the PATH` };
  const folder = cacheFolder(`temporal-${TEMPORAL_VERSION}`);
  const kept = join(folder, process.platform === 'win32' ? 'temporal.exe' : 'temporal');
  if (!existsSync(kept) && !(await bySdk(folder, kept, progress))) await buildTemporal(kept, progress);
  const says = await firstLine(kept, ['--version']);
  if (says === null) throw new Error(`${kept} does not run. Remove it and start again, or put another "temporal" on the PATH.`);
  return { kind: 'program', path: kept, says };
}

/** The SDK downloads a program only to start it: it is started once and stopped, the file stays. */
async function bySdk(folder: string, kept: string, progress: Progress): Promise<boolean> {
  if (!(await downloadHostAnswers())) return false;
  return timed('downloading once', progress, async () => {
    try {
      const { TestWorkflowEnvironment } = await import('@temporalio/testing');
      const executable = { type: 'cached-download', downloadDir: folder, version: `v${TEMPORAL_VERSION}` } as const;
      const environment = await TestWorkflowEnvironment.createLocal({ server: { executable } });
      await environment.teardown();
    } catch {
      // Whatever kept the SDK from it: the build below needs neither the host nor the SDK.
    }
    const file = downloaded(folder, 'temporal-');
    if (file) renameSync(file, kept);
    return file !== null;
  });
}
