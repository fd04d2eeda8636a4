import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** How the workflows are bundled: what all of them share is loaded once (`workflows/preloaded.ts`). */
export const BUNDLING = {
  workflowsPath: pathOf('../workflows/index.ts'),
  preloadModules: [pathOf('../workflows/preloaded.ts')],
};

/** Longest bundle, bytes. */
const LONGEST = 64 * 1024 * 1024;

/** Bundles the workflows in a process of its own: the memory that the bundler takes is given back when it ends. */
export async function bundledWorkflows(): Promise<{ code: string }> {
  const flags = process.execArgv.filter((flag) => !flag.startsWith('--max-'));
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, pathOf('./bundle-workflows.ts')], {
    maxBuffer: LONGEST,
  });
  return { code: stdout };
}
