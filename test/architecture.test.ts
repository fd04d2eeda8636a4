import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ROOMS = ['domain', 'workflows', 'activities', 'db', 'templates', 'api', 'trust', 'watch', 'tools', 'test', 'bench'];

/** Violations of the rules in a tree, as `rule: file`. */
async function violationsIn(baseDir: string): Promise<{ modules: number; found: string[]; details: string[] }> {
  const { doNotFollow, ruleSet, ...options } = await rules();
  const { enhancedResolveOptions, ...cruiseOptions } = options as typeof options & { enhancedResolveOptions: object };
  const rooms = ROOMS.filter((room) => existsSync(join(baseDir, room)));
  const { output } = await cruise(
    rooms,
    { ...cruiseOptions, baseDir, doNotFollow, ruleSet, validate: true },
    enhancedResolveOptions,
  );
  const { modules, summary } = output as ICruiseResult;
  const found = [...new Set(summary.violations.map((each) => `${each.rule.name}: ${each.from}`))].sort();
  return {
    modules: modules.length,
    found,
    details: summary.violations.map((each) => `${each.rule.name}: ${each.from} → ${each.to}`),
  };
}

async function rules() {
  const { options = {}, ...ruleSet } = (await extractDepcruiseConfig(join(ROOT, '.dependency-cruiser.cjs'))) as {
    options?: object;
  };
  return { ...options, ruleSet } as Record<string, unknown> & { ruleSet: object; doNotFollow: { path: string } };
}

test('every room imports only what it may', async () => {
  const { modules, details } = await violationsIn(ROOT);
  expect(modules).toBeGreaterThan(200);
  expect(details).toEqual([]);
}, 60_000);

describe('a planted import is found', () => {
  // Room by room: what is forbidden, and beside it what is not.
  const FORBIDDEN: [rule: string, file: string, text: string][] = [
    ['domain-is-pure', 'domain/reads-db.ts', `import '../db/client.ts';`],
    ['domain-is-pure', 'domain/uses-node.ts', `import 'node:crypto';`],
    ['domain-is-pure', 'domain/types-of-a-package.ts', `import type { Pool } from 'pg'; export type P = Pool;`],
    [
      'workflows-know-only-types-of-activities',
      'workflows/reads-db.ts',
      `import type { A } from '../db/client.ts'; export type B = A;`,
    ],
    ['workflows-reads-only-its-own', 'workflows/runs-activity.ts', `import '../activities/print.ts';`],
    ['workflows-without-node', 'workflows/uses-node.ts', `import 'node:fs';`],
    ['workflows-only-the-workflow-sdk', 'workflows/parses.ts', `import 'zod';`],
    ['watch-reads-only-its-own', 'watch/reads-templates.ts', `import '../templates/render.ts';`],
    ['temporal-client-only-in-its-place', 'workflows/calls.ts', `import '@temporalio/client';`],
    ['temporal-client-only-in-its-place', 'api/calls.ts', `import '@temporalio/client';`],
    ['temporal-worker-only-in-its-place', 'api/works.ts', `import '@temporalio/worker';`],
    ['activities-reads-only-its-own', 'activities/reads-api.ts', `import '../api/app.ts';`],
    ['activities-reads-only-its-own', 'activities/reads-workflow.ts', `import '../workflows/index.ts';`],
    ['db-reads-only-its-own', 'db/reads-templates.ts', `import '../templates/page.ts';`],
    ['templates-reads-only-its-own', 'templates/reads-db.ts', `import type { A } from '../db/client.ts'; export type B = A;`],
    ['handlebars-only-in-its-place', 'templates/page.view.ts', `import 'handlebars';`],
    ['api-reads-only-its-own', 'api/reads-tools.ts', `import '../tools/csv.ts';`],
    ['sql-only-in-its-place', 'api/queries.ts', `import 'pg';`],
    ['sql-only-in-its-place', 'activities/queries.ts', `import 'drizzle-orm/pg-core';`],
    ['express-only-in-its-place', 'activities/serves.ts', `import 'express';`],
    ['trust-reads-only-its-own', 'trust/reads-case.ts', `import '../domain/case.ts';`],
    ['no-cycles', 'domain/cycle-a.ts', `import { b } from './cycle-b.ts'; export const a = () => b;`],
    ['nothing-unknown', 'domain/reads-nothing.ts', `import './not-there.ts';`],
  ];
  const ALLOWED: [file: string, text: string][] = [
    ['domain/case.ts', 'export const one = 1;'],
    // The other half of the cycle: it is reported once.
    ['domain/cycle-b.ts', `import { a } from './cycle-a.ts'; export const b = () => a;`],
    ['domain/canonical.ts', `import { z } from 'zod'; export const canonical = z;`],
    ['db/client.ts', `import 'pg'; import '../domain/case.ts'; export type A = 1;`],
    [
      'activities/print.ts',
      `import '../templates/page.ts'; import '../db/client.ts'; import '../workflows/messages.ts'; export type P = 1;`,
    ],
    ['workflows/messages.ts', `import '../domain/case.ts';`],
    ['workflows/engine.ts', `import '@temporalio/client'; import './messages.ts';`],
    ['workflows/index.ts', `import '@temporalio/workflow'; import type { P } from '../activities/print.ts'; export type Q = P;`],
    ['templates/page.ts', `import '../domain/case.ts';`],
    ['templates/render.ts', `import 'handlebars';`],
    ['api/app.ts', `import 'express'; import '../workflows/engine.ts'; import '../db/client.ts'; import '../trust/seal.ts';`],
    ['trust/seal.ts', `import 'node:crypto'; import '../domain/canonical.ts';`],
    ['tools/csv.ts', `import '@temporalio/client'; import 'pg'; import '../api/app.ts';`],
  ];

  let folder = '';
  let found: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zakup-architecture-'));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const files = [...FORBIDDEN.map(([, file, text]) => [file, text] as const), ...ALLOWED];
    for (const [file, text] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${text}\n`);
    }
    ({ found } = await violationsIn(folder));
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(FORBIDDEN)('%s: %s', (rule, file) => {
    expect(found).toContain(`${rule}: ${file}`);
  });

  test('what is allowed is left alone', () => {
    const allowed = new Set(ALLOWED.map(([file]) => file));
    expect(found.filter((each) => allowed.has(each.split(': ')[1] ?? ''))).toEqual([]);
  });
});
