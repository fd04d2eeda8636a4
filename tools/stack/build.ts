import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin, transform } from 'esbuild';
import { bundleWorkflows } from '../../activities/bundling.ts';
import { PROJECT } from './project.ts';
import { laySlimPackage, LEAN } from './slim-package.ts';

/** Folder of the built programs, ignored by git. */
const BUILT = join(PROJECT, 'dist');

/** The processes of the product by name: where their source begins. */
const SOURCES = { web: 'api/server.ts', worker: 'activities/worker.ts', opener: 'activities/opener.ts' } as const;

export type Program = keyof typeof SOURCES;

export const programOf = (name: Program): string => join(BUILT, `${name}.js`);

/**
 * Makes one file of each process, and of the workflows: started from these, a process needs no compiler in any of its threads, which
 * is a third of a worker's memory, and begins in a second. Packages stay where they are. Safe beside another one that builds.
 */
export async function buildPrograms(): Promise<void> {
  mkdirSync(BUILT, { recursive: true });
  const { outputFiles } = await build({
    entryPoints: Object.entries(SOURCES).map(([out, entry]) => ({ in: join(PROJECT, entry), out })),
    outdir: BUILT,
    write: false,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [keepsItsAddress],
  });
  for (const { path, contents } of outputFiles) replace(path, contents);
  await laySlimPackage('playwright-core', ['lib/coreBundle.js', 'lib/utilsBundle.js'], BUILT);
  await buildWorkflows();
}

/** The slow part, four seconds: left out while nothing that the workflows are made of has changed. */
async function buildWorkflows(): Promise<void> {
  const [file, keyFile] = [join(BUILT, 'workflows.js'), join(BUILT, 'workflows.sha256')];
  const key = digestOf(['domain', 'workflows', 'activities/bundling.ts', 'tools/stack/build.ts', 'package-lock.json']);
  if (existsSync(file) && existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key) return;
  replace(file, await withoutWeight(await bundleWorkflows()));
  replace(keyFile, key);
}

/**
 * The same bundle without spaces, sources and letters beyond ASCII: a worker holds it several times, and one Cyrillic letter makes each
 * letter two bytes. Names stay, and the map still leads to the lines of the sources.
 */
async function withoutWeight(bundle: string): Promise<string> {
  return (await transform(bundle, { ...LEAN, sourcemap: 'inline', sourcesContent: false, legalComments: 'none' })).code;
}

/** Whoever reads the file meanwhile reads the old one or the new one, never half of it. */
function replace(file: string, contents: Uint8Array | string): void {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, contents);
  renameSync(half, file);
}

/** SHA-256 of names and contents of these files and of all that lies in these folders. */
function digestOf(places: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (file: string) =>
    void hash
      .update(`${file}\0`)
      .update(readFileSync(join(PROJECT, file)))
      .update('\0');
  for (const place of places) {
    if (basename(place).includes('.')) add(place);
    else
      for (const name of (readdirSync(join(PROJECT, place), { recursive: true }) as string[]).sort())
        if (name.endsWith('.ts')) add(join(place, name));
  }
  return hash.digest('hex');
}

/** A module that looks for files beside its source still finds them. */
const keepsItsAddress: Plugin = {
  name: 'keeps its address',
  setup(building) {
    building.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!source.includes('import.meta.')) return undefined;
      const contents = source
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { loader: 'ts', contents };
    });
  },
};
