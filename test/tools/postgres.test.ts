import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../db/client.ts';
import { createDatabase, dropDatabase, ensureDatabase, removeCluster, startPostgres } from '../../tools/postgres/index.ts';

let dataDir: string;

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'zakup-postgres-'));
});

afterAll(async () => {
  const left = await startPostgres({ dataDir, port: 0, fsync: 'off' });
  await left.stop();
  removeCluster(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

async function value(url: string, statement: string): Promise<unknown> {
  const db = connect(url, 1);
  try {
    const { rows } = await db.pool.query<Record<string, unknown>>(statement);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await db.close();
  }
}

test('a new data folder becomes a server on the loopback address, in UTC, with a password only its owner may read', async () => {
  const server = await startPostgres({ dataDir, port: 0, fsync: 'off' });
  expect(server.adopted).toBe(false);
  expect(await value(server.url, 'show listen_addresses')).toBe('127.0.0.1');
  expect(await value(server.url, 'show timezone')).toBe('UTC');
  expect(await value(server.url, "select current_setting('server_version_num')::int / 10000")).toBe(18);
  expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);
  const wrong = server.url.replace(/:[^:@/]+@/, ':wrong@');
  await expect(value(wrong, 'select 1')).rejects.toThrow('password authentication failed');
  await server.stop();
  await expect(value(server.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
}, 60_000);

test('what was stored is there after stop and start, and a database can be copied and dropped', async () => {
  const first = await startPostgres({ dataDir, port: 0, fsync: 'off' });
  const url = await createDatabase(first.url, 'kept');
  await value(url, 'create table lot (name text)');
  await value(url, "insert into lot values ('Қағаз А4')");
  await first.stop();

  const second = await startPostgres({ dataDir, port: 0, fsync: 'off' });
  const kept = await ensureDatabase(second.url, 'kept');
  expect(await value(kept, 'select name from lot')).toBe('Қағаз А4');
  const copy = await createDatabase(second.url, 'copy "of" kept', 'kept');
  expect(await value(copy, 'select name from lot')).toBe('Қағаз А4');
  await dropDatabase(second.url, 'copy "of" kept');
  expect(await value(second.url, "select count(*)::int from pg_database where datname like 'copy%'")).toBe(0);
  await second.stop();
}, 60_000);

test('a server whose launcher was killed is taken over, and still stops', async () => {
  const module = fileURLToPath(new URL('../../tools/postgres/index.ts', import.meta.url));
  const script = `const { startPostgres } = await import(${JSON.stringify(module)});
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, port: 0, fsync: 'off' });
    console.log('port ' + server.port); setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(owner.stdout, 'data')) as [Buffer];
  const port = Number(said.toString().trim().split(' ')[1]);
  owner.kill('SIGKILL');
  await once(owner, 'exit');

  const server = await startPostgres({ dataDir, port: 0, fsync: 'off' });
  expect({ adopted: server.adopted, port: server.port }).toEqual({ adopted: true, port });
  expect(await value(server.url, 'select 1')).toBe(1);
  await server.stop();
  await expect(value(server.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
}, 60_000);
