import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePort, portAnswers, waitUntil } from '../../tools/ports.ts';
import { clearLeftover, findProcess, startProcess, waitForLine } from '../../tools/processes.ts';
import { keepRunning } from '../../tools/stack/keep-running.ts';

const folder = mkdtempSync(join(tmpdir(), 'zakup-processes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const begin = (name: string, script: string) =>
  startProcess({
    command: process.execPath,
    args: ['-e', script],
    logFile: join(folder, `${name}.log`),
    pidFile: join(folder, `${name}.json`),
    notes: { port: 7233 },
  });
const FOREVER = 'console.log("ready"); setInterval(() => {}, 1000)';

test('a process is found again by its pid file, and its file goes when it is stopped', async () => {
  const started = await begin('found', FOREVER);
  await waitForLine({ logFile: join(folder, 'found.log'), from: 0, line: 'ready', timeoutMs: 10_000, process: started });
  expect(findProcess(join(folder, 'found.json'))).toMatchObject({ pid: started.pid, adopted: true, notes: { port: 7233 } });
  expect(await clearLeftover(join(folder, 'found.json'))).toBe(true);
  expect(await started.ended).toBe('ended by SIGTERM');
  expect(findProcess(join(folder, 'found.json'))).toBeNull();
});

test('a process id that now belongs to a stranger is left alone', async () => {
  const stranger = spawn(process.execPath, ['-e', FOREVER], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(stranger.stdout, 'data');
  const pidFile = join(folder, 'stranger.json');
  writeFileSync(pidFile, JSON.stringify({ pid: stranger.pid, startedAt: 'another time', notes: {} }));
  expect(await clearLeftover(pidFile)).toBe(false);
  expect(existsSync(pidFile)).toBe(false);
  expect(stranger.exitCode).toBeNull();
  stranger.kill('SIGKILL');
});

test('a process that ignores SIGTERM is ended after its grace', async () => {
  const stubborn = await begin('stubborn', 'process.on("SIGTERM", () => {}); ' + FOREVER);
  await waitForLine({ logFile: join(folder, 'stubborn.log'), from: 0, line: 'ready', timeoutMs: 10_000, process: stubborn });
  await stubborn.stop('SIGTERM', 200);
  expect(await stubborn.ended).toBe('ended by SIGKILL');
});

test('a process that ends before it is ready is reported with the end of its log', async () => {
  const broken = await begin('broken', 'throw new Error("no such table")');
  const waiting = waitForLine({
    logFile: join(folder, 'broken.log'),
    from: 0,
    line: 'ready',
    timeoutMs: 10_000,
    process: broken,
  });
  await expect(waiting).rejects.toThrow(/ended with code 1[^]*no such table/);
});

test('a taken port is passed over, and no port is given twice', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const next = await freePort(port);
  expect(next).toBeGreaterThan(port);
  expect(await freePort(port)).toBeGreaterThan(next);
  expect([await portAnswers(port), await portAnswers(next)]).toEqual([true, false]);
  server.close();
});

test('a service that ends by itself is started again, one that is stopped is not', async () => {
  const said: string[] = [];
  const log = join(folder, 'watched.log');
  const start = () => begin('watched', 'console.log("begun"); setInterval(() => {}, 1000)');
  const begun = (times: number) => () => Promise.resolve(readFileSync(log, 'utf8').split('begun').length - 1 === times);
  const kept = await keepRunning({ name: 'web', start, log: (line) => said.push(line) });
  expect(await waitUntil(begun(1), 10_000)).toBe(true);
  process.kill(kept.first.pid, 'SIGKILL');
  expect(await waitUntil(begun(2), 10_000)).toBe(true);
  await kept.stop();
  expect(said).toEqual(['web ended by SIGKILL; starting it again', 'web runs again']);
  expect(findProcess(join(folder, 'watched.json'))).toBeNull();
}, 30_000);
