import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire, SourceMap, type SourceMapPayload, type SourceMapping } from 'node:module';
import { dirname, join } from 'node:path';
import type * as Playwright from 'playwright-core';
import { expect, test } from 'vitest';
import { bundledWorkflows } from '../../activities/bundling.ts';
import { chromiumLaunchOptions } from '../../activities/print/chromium.ts';
import { buildPrograms, programOf } from '../../tools/stack/build.ts';
import { PROJECT } from '../../tools/stack/project.ts';

const workflows = join(dirname(programOf('worker')), 'workflows.js');

test('each process is one file that finds what lies beside its source (ADR 0025)', async () => {
  await buildPrograms();
  for (const name of ['web', 'worker', 'opener'] as const) {
    const program = readFileSync(programOf(name), 'utf8');
    expect(program).not.toContain('import.meta');
    expect(program).not.toMatch(/^import .* from "\.\.?\//m);
  }
  const migrations = /new URL\("\.\/migrations[^"]*", "(file:[^"]+)"\)/.exec(readFileSync(programOf('worker'), 'utf8'))?.[1];
  expect(existsSync(join(dirname(new URL(migrations ?? '').pathname), 'migrations', 'meta', '_journal.json'))).toBe(true);
}, 60_000);

test('the workflows are not bundled again while nothing has changed', async () => {
  await buildPrograms();
  const made = statSync(workflows).mtimeMs;
  await buildPrograms();
  expect(statSync(workflows).mtimeMs).toBe(made);
}, 60_000);

test('a built worker takes the workflows that lie beside it', async () => {
  await buildPrograms();
  expect(await bundledWorkflows(programOf('worker'))).toEqual({ codePath: workflows });
}, 60_000);

test('the built workflows take one byte a letter, and their map leads to the sources without holding them', async () => {
  await buildPrograms();
  const text = readFileSync(workflows, 'utf8');
  expect(text).toMatch(/^[\0-\x7f]*$/);
  const map = JSON.parse(
    Buffer.from(text.slice(text.lastIndexOf('base64,') + 'base64,'.length), 'base64').toString(),
  ) as SourceMapPayload;
  expect(map).not.toHaveProperty('sourcesContent');
  const before = text.slice(0, text.indexOf('the portal refused itself')).split('\n');
  const { originalSource, originalLine } = new SourceMap(map).findEntry(
    before.length - 1,
    before.at(-1)!.length,
  ) as SourceMapping;
  const source = join(PROJECT, 'workflows/running-case.ts');
  expect(originalSource).toBe(source);
  expect(readFileSync(source, 'utf8').split('\n')[originalLine]).toContain('the portal refused itself');
}, 60_000);

test('a built worker drives the browser by the same library, whose text takes one byte a letter', async () => {
  await buildPrograms();
  const require = createRequire(programOf('worker'));
  const there = dirname(require.resolve('playwright-core/package.json'));
  expect(there).toBe(join(dirname(programOf('worker')), 'node_modules', 'playwright-core'));
  for (const name of ['coreBundle.js', 'utilsBundle.js'])
    expect(readFileSync(join(there, 'lib', name), 'utf8')).toMatch(/^[\0-\x7f]*$/);
  const version = (from: string) => (createRequire(from)('playwright-core/package.json') as { version: string }).version;
  expect(version(programOf('worker'))).toBe(version(import.meta.filename));
  const { chromium } = require('playwright-core') as typeof Playwright;
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.setContent('<p>Өтінім</p>');
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
  } finally {
    await browser.close();
  }
}, 60_000);
