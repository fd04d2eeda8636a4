import { Connection } from '@temporalio/client';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readTemporalConfig, startTemporal } from '../../tools/temporal/index.ts';

/** The first run on a machine may build the server. */
const PATIENCE = 15 * 60_000;
const dataDir = mkdtempSync(join(tmpdir(), 'zakup-temporal-'));
const wanted = { dataDir, port: 0, uiPort: 0 };

afterAll(async () => {
  await (await startTemporal(wanted)).stop();
  rmSync(dataDir, { recursive: true, force: true });
}, PATIENCE);

const ATTRIBUTES = [
  'CaseMethod',
  'CaseNextDeadline',
  'CaseNumber',
  'CaseOrganizer',
  'CaseOutcome',
  'CaseStatus',
  'CaseSuspended',
];

async function seen(address: string) {
  const connection = await Connection.connect({ address });
  try {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
    const { config } = await connection.workflowService.describeNamespace({ namespace: 'default' });
    const names = Object.keys(customAttributes).filter((name) => name.startsWith('Case'));
    return { names: names.sort(), retentionSeconds: Number(config?.workflowExecutionRetentionTtl?.seconds) };
  } finally {
    await connection.close();
  }
}

test('the containers are set up with every name of the section x-temporal', () => {
  const text = readFileSync(new URL('../../temporal-dev.yml', import.meta.url), 'utf8');
  const { services } = parse(text) as { services: Record<string, { command?: string[] }> };
  const config = readTemporalConfig();
  const flags = (name: string) => services.temporal!.command!.filter((_, index, all) => all[index - 1] === name);
  expect(flags('--search-attribute').sort()).toEqual(config.searchAttributes.map(({ name, type }) => `${name}=${type}`).sort());
  expect(flags('--dynamic-config-value')).toEqual(config.dynamicConfig);
  expect(config.searchAttributes.map(({ name }) => name).sort()).toEqual(ATTRIBUTES);
});

test(
  'a new server has the search attributes and keeps closed cases for 90 days',
  async () => {
    const server = await startTemporal(wanted);
    expect(await seen(server.address)).toEqual({ names: ATTRIBUTES, retentionSeconds: 90 * 24 * 3600 });
    expect((await fetch(server.uiUrl)).status).toBe(200);
    await server.stop();
  },
  PATIENCE,
);

test(
  'a search attribute that came later is added to an existing server, which is taken over after a kill',
  async () => {
    const module = fileURLToPath(new URL('../../tools/temporal/index.ts', import.meta.url));
    const script = `const { startTemporal } = await import(${JSON.stringify(module)});
    const server = await startTemporal(${JSON.stringify(wanted)});
    console.log('port ' + server.port); setInterval(() => {}, 1000);`;
    const owner = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(owner.stdout, 'data')) as [Buffer];
    owner.kill('SIGKILL');
    await once(owner, 'exit');

    const config = readTemporalConfig();
    const later = { ...config, searchAttributes: [...config.searchAttributes, { name: 'CaseRegion', type: 'Keyword' as const }] };
    const server = await startTemporal({ ...wanted, config: later });
    expect(`port ${server.port}`).toBe(said.toString().trim());
    expect(server.adopted).toBe(true);
    expect((await seen(server.address)).names).toEqual([...ATTRIBUTES, 'CaseRegion'].sort());
    await server.stop();
  },
  PATIENCE,
);
