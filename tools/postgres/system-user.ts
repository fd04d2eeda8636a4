import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface SystemUser {
  uid: number;
  gid: number;
}

/**
 * The user PostgreSQL runs as: it refuses to run as root. An existing `postgres` or `zakup` is taken, else `zakup` is made.
 * Null when this process is not root: then PostgreSQL runs as the same user.
 */
export function postgresUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  return find('postgres') ?? find('zakup') ?? make();
}

function find(name: string): SystemUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

function make(): SystemUser {
  const remedy = 'Run as an ordinary user, or set DATABASE_URL.';
  try {
    execFileSync('groupadd', ['--system', '--force', 'zakup'], { stdio: 'pipe' });
    execFileSync('useradd', ['--system', '--gid', 'zakup', '--no-create-home', '--shell', '/usr/sbin/nologin', 'zakup'], {
      stdio: 'pipe',
    });
  } catch (error) {
    throw new Error(
      `PostgreSQL does not run as root and the system user "zakup" could not be made: ${String(error)}. ${remedy}`,
      { cause: error },
    );
  }
  const made = find('zakup');
  if (!made) throw new Error(`The system user "zakup" was made but is not in /etc/passwd. ${remedy}`);
  return made;
}
