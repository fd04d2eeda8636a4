import { basename, join } from 'node:path';
import { readdir } from 'node:fs/promises';
import { build } from 'esbuild';

const SCRIPTS = join(import.meta.dirname, '..', '..', 'api', 'scripts');

/** The scripts of the pages (`api/scripts/*.ts`), each bundled into one module: `eds.js` → its bytes. */
export async function bundleBrowserScripts(): Promise<Map<string, Buffer>> {
  const entries = (await readdir(SCRIPTS)).filter((name) => name.endsWith('.ts')).sort();
  const { outputFiles } = await build({
    entryPoints: entries.map((name) => join(SCRIPTS, name)),
    outdir: SCRIPTS,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), Buffer.from(contents)]));
}
