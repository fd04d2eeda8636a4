import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startStack } from '../../tools/stack.ts';

/** The running portal as the tests of a browser see it. */
export interface Portal {
  baseUrl: string;
  /** Folder of the data; people's keys are in `ca/keys`. */
  dataDir: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    portal: Portal;
  }
}

/**
 * The whole product with its demo data, once for a run, about 45 s. While pages are being worked on, a portal that already runs is
 * taken instead: ZAKUP_BROWSER_PORTAL names a file with {@link Portal} as JSON.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env['ZAKUP_BROWSER_PORTAL'];
  if (running) {
    project.provide('portal', JSON.parse(readFileSync(running, 'utf8')) as Portal);
    return () => Promise.resolve();
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'zakup-browser-'));
  const said: string[] = [];
  const log = { line: (line: string) => void said.push(line) };
  const stack = await startStack({ dataDir, ports: 'free', demo: true, fsync: 'off', log }).catch((error: unknown) => {
    rmSync(dataDir, { recursive: true, force: true });
    throw new Error(said.join('\n'), { cause: error });
  });
  project.provide('portal', { baseUrl: stack.baseUrl, dataDir });
  return async () => {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
