import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { transform } from 'esbuild';

const require = createRequire(import.meta.url);

/** What only tools of the package need: declarations, the viewer of traces, the command line. */
const LEFT_OUT = /(?:^|\/)(?:types|lib\/vite|bin)(?:\/|$)|\.d\.ts$/;

/** Without spaces and letters beyond ASCII. */
export const LEAN = { minifyWhitespace: true, charset: 'ascii', target: 'node20' } as const;

/**
 * Lays a package beside the built programs, which find it there before the one in `node_modules`, with these of its scripts written
 * without spaces and letters beyond ASCII: Node keeps the text of what it has loaded, and one letter beyond Latin makes every letter
 * of it two bytes. Licences stay. Nothing is done while it lies there in the same version.
 */
export async function laySlimPackage(name: string, scripts: readonly string[], into: string): Promise<void> {
  const manifest = require.resolve(`${name}/package.json`);
  const [from, to] = [dirname(manifest), join(into, 'node_modules', name)];
  const [wanted, there] = [readFileSync(manifest, 'utf8'), join(to, 'package.json')];
  const lies = () => existsSync(there) && readFileSync(there, 'utf8') === wanted;
  if (lies()) return;
  // Made beside and renamed: whoever starts meanwhile finds the whole of it, or the one in `node_modules`.
  const half = `${to}.${process.pid}`;
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, half, { recursive: true, filter: (path) => !LEFT_OUT.test(relative(from, path)) });
  for (const script of scripts) {
    const { code } = await transform(readFileSync(join(from, script), 'utf8'), { ...LEAN, legalComments: 'inline' });
    writeFileSync(join(half, script), code);
  }
  rmSync(to, { recursive: true, force: true });
  try {
    renameSync(half, to);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    // Another one that builds was a moment faster.
    if (!lies()) throw error;
  }
}
