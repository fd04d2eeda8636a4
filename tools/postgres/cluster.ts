import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { clusterElsewhere, postgresBinaries, reachableByAll } from './binaries.ts';
import { postgresUser, type SystemUser } from './system-user.ts';

const run = promisify(execFile);

// Sorting by code point that does not depend on the ICU version; ORDER BY names kk-x-icu / ru-x-icu where people read the list.
const INITDB = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C.UTF-8',
  '-A',
  'scram-sha-256',
];

/** A PostgreSQL data folder, ready to be served. */
export interface Cluster {
  folder: string;
  native: string;
  password: string;
  user: SystemUser | null;
}

/** The cluster of a data folder; made on the first call (about a second). */
export async function openCluster(dataDir: string): Promise<Cluster> {
  mkdirSync(dataDir, { recursive: true });
  const user = postgresUser();
  const native = postgresBinaries(user !== null);
  const folder = clusterFolder(dataDir, user);
  const password = keptPassword(join(dataDir, 'postgres.password'));
  if (!existsSync(join(folder, 'PG_VERSION'))) await make({ folder, native, password, user });
  return { folder, native, password, user };
}

/** Where the cluster of a data folder lies: inside it, unless the system user could not get there. */
function clusterFolder(dataDir: string, user: SystemUser | null): string {
  const inside = join(dataDir, 'postgres');
  // Entering is not reading: what is secret in the data folder has its own mode.
  if (user !== null) chmodSync(dataDir, statSync(dataDir).mode | 0o011);
  if (user === null || existsSync(inside) || reachableByAll(dataDir)) return inside;
  const pointer = join(dataDir, 'postgres.location');
  if (!existsSync(pointer)) writeFileSync(pointer, clusterElsewhere(randomBytes(8).toString('hex')));
  return readFileSync(pointer, 'utf8').trim();
}

/** Removes the cluster of a data folder for good, wherever it lies. The server must have been stopped. */
export function removeCluster(dataDir: string): void {
  const pointer = join(dataDir, 'postgres.location');
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
  for (const name of ['postgres.location', 'postgres', 'postgres.password'])
    rmSync(join(dataDir, name), { recursive: true, force: true });
}

function keptPassword(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}

async function make({ folder, native, password, user }: Cluster): Promise<void> {
  // Made beside and renamed: an interrupted initdb leaves nothing that looks like a cluster.
  const half = `${folder}.new`;
  const passwordFile = `${folder}.initial-password`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [half, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    await run(join(native, 'bin', 'initdb'), ['-D', half, '-U', 'zakup', `--pwfile=${passwordFile}`, '-T', 'simple', ...INITDB], {
      ...user,
      cwd: half,
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    });
  } catch (error) {
    const said = (error as { stderr?: string }).stderr ?? String(error);
    throw new Error(`PostgreSQL could not make its data folder ${folder}: ${said.trim()}`, { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(half, folder);
}
