import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where a code is declared, worded and mapped: these name every code and say nothing about any. */
const LISTS = /^(domain\/refusals\.ts|api\/refusal-status\.ts|templates\/|tools\/docs\/)/;

/** TypeScript files of the rooms, as paths from the project's root with their text, in order of path. */
export function sourceFiles(rooms: readonly string[]): Map<string, string> {
  const paths = rooms.flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `${room}/${path.replaceAll('\\', '/')}`),
  );
  return new Map(
    paths
      .filter((path) => !LISTS.test(path))
      .sort()
      .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]),
  );
}

/** Paths of the files that name a code, in quotes. */
export const naming = (files: ReadonlyMap<string, string>, name: string): string[] =>
  [...files].filter(([, text]) => text.includes(`'${name}'`)).map(([path]) => path);

/** Paths of the files that refuse with a code; where nobody calls `refuse` with it, those that name it. */
export function refusing(files: ReadonlyMap<string, string>, name: string): string[] {
  const call = new RegExp(`refuse\\(\\s*'${name}'`);
  const found = [...files].filter(([, text]) => call.test(text)).map(([path]) => path);
  return found.length > 0 ? found : naming(files, name);
}
