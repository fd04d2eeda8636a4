import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { actionsPage } from './actions-page.ts';
import { kazakhPage } from './kazakh-page.ts';
import { regulationPage } from './regulation-page.ts';

/** `npm run docs` writes docs/generated; with `--check` it writes nothing and fails when a page is stale. */

const FOLDER = fileURLToPath(new URL('../../docs/generated/', import.meta.url));
const PAGES = { 'actions.md': actionsPage, 'regulation.md': regulationPage, 'kazakh.md': kazakhPage };

function stored(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

const check = process.argv.includes('--check');
mkdirSync(FOLDER, { recursive: true });
for (const [name, write] of Object.entries(PAGES)) {
  const text = write();
  const stale = stored(FOLDER + name) !== text;
  if (stale && check) {
    console.error(`docs/generated/${name} is stale: run \`npm run docs\``);
    process.exitCode = 1;
  }
  if (stale && !check) {
    writeFileSync(FOLDER + name, text);
    console.log(`written: docs/generated/${name}`);
  }
}
