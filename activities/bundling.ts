import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
export async function bundleWorkflows(): Promise<string> {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--import', 'tsx', pathOf('./bundle-workflows.ts')], {
    cwd: pathOf('..'),
    maxBuffer: LONGEST,
  });
  return stdout;
}

/** The workflows of a worker: built beside its program (`npm run build`), or bundled now when it runs from its source. */
export async function bundledWorkflows(program = process.argv[1] ?? ''): Promise<{ codePath: string } | { code: string }> {
  const codePath = join(dirname(program), 'workflows.js');
  return existsSync(codePath) ? { codePath } : { code: await bundleWorkflows() };
}
