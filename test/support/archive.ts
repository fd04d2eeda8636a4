import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** Files of a ZIP by name, as `unzip` of the machine finds them; it must be whole. */
export function filesOf(zip: Uint8Array): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'zakup-zip-'));
  try {
    const all = join(folder, 'all');
    mkdirSync(all);
    writeFileSync(join(folder, 'a.zip'), zip);
    execFileSync('unzip', ['-q', join(folder, 'a.zip'), '-d', all], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    const names = readdirSync(all, { recursive: true, encoding: 'utf8' }).map((name) => join(all, name));
    return new Map(
      names.filter((path) => statSync(path).isFile()).map((path) => [relative(all, path), readFileSync(path)] as const),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
