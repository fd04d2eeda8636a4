import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openHouse, send, type House } from './house.ts';

/** What operators see of real processes. */
let house: House;
let number: string;
beforeAll(async () => {
  house = await openHouse();
  number = (await house.publish(1))[0]!;
});
afterAll(() => house?.stop());

const metricsOf = async (process: string): Promise<string> => (await fetch(`${house.stack.metrics[process]}/metrics`)).text();
const valueOf = (text: string, series: string): number | undefined => {
  const line = text.split('\n').find((each) => each.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
};
const readyz = async (process: string) => (await fetch(`${house.stack.metrics[process]}/readyz`)).json() as Promise<object>;

test('a command is counted by action and outcome and followed through the logs by its number', async () => {
  const organizer = await house.organizer();
  const act = (await house.acts([number]))();
  const commandId = randomUUID();
  expect((await send(organizer, act, commandId)).status).toBe(200);
  const web = await metricsOf('web');
  expect(valueOf(web, 'zakup_commands_total{action="suspend",outcome="accepted"}')).toBe(1);
  expect(valueOf(web, 'zakup_command_seconds_count{outcome="accepted"}')).toBe(1);
  expect(valueOf(await metricsOf('worker'), 'zakup_steps_total{action="suspend",verdict="recorded"}')).toBe(1);
  const lines = (process: string) =>
    house
      .logOf(process)
      .split('\n')
      .filter((line) => line.includes(commandId))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines('web')).toMatchObject([{ process: 'web', case: number, action: 'suspend', said: 'accepted', msg: 'command' }]);
  const steps = lines('worker').filter(({ activity }) => activity === 'recordStep');
  expect(steps).toMatchObject([
    { process: 'worker', case: number, activity: 'recordStep', action: 'suspend', verdict: 'recorded' },
  ]);
});

test('web knows the numbers of the database; every process says that it lives', async () => {
  // What the database knows is kept for five seconds; the first beats come with the start.
  const alive = async () => valueOf(await metricsOf('web'), 'zakup_processes_alive{kind="opener"}') === 1;
  await eventually('the opener is seen', alive);
  const web = await metricsOf('web');
  for (const kind of ['web', 'worker', 'opener']) expect(valueOf(web, `zakup_processes_alive{kind="${kind}"}`)).toBe(1);
  expect(valueOf(web, 'zakup_open_cases{method="price-quotations",status="suspended"}')).toBe(1);
  for (const none of ['overdue_deadlines', 'waiting_commands', 'print_queue_documents', 'key_faults'])
    expect([none, valueOf(web, `zakup_${none}`)]).toEqual([none, 0]);
  for (const process of ['web', 'worker', 'opener'])
    expect(valueOf(await metricsOf(process), 'process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
});

test('ready means it: the engine away is named and web goes on serving, the database away is 503', async () => {
  const { temporal, postgres } = house.stack.parts;
  expect(await readyz('web')).toEqual({ status: 'ok', parts: { database: 'ok', signatures: 'ok', engine: 'ok' } });
  expect(await readyz('worker')).toEqual({ status: 'ok', parts: { database: 'ok', engine: 'ok', printer: 'ok' } });
  expect(await readyz('opener')).toEqual({ status: 'ok', parts: { database: 'ok', engine: 'ok' } });
  await temporal!.halt();
  expect(await readyz('web')).toMatchObject({ status: 'degraded', parts: { engine: 'away' } });
  expect((await fetch(`${house.stack.baseUrl}/readyz`)).status).toBe(200);
  await temporal!.begin();
  await postgres!.halt();
  const answer = await fetch(`${house.stack.baseUrl}/readyz`);
  expect([answer.status, await answer.json()]).toMatchObject([503, { status: 'unavailable', parts: { database: 'away' } }]);
  expect((await fetch(`${house.stack.baseUrl}/healthz`)).status).toBe(200);
  // What was read before is told for five seconds more.
  const unread = async () => valueOf(await metricsOf('web'), 'zakup_unread_metrics_total') ?? 0;
  await eventually('the numbers of the database are missing', async () => (await unread()) > 0);
  await postgres!.begin();
  await eventually('web is ready again', async () => (await fetch(`${house.stack.baseUrl}/readyz`)).status === 200);
});

test('no number names a procurement or counts what suppliers hand in', async () => {
  const supplier = await house.visitor().signIn('supplier1');
  const before = await metricsOf('web');
  for (const path of [`/procurements/${number}/quotation`, '/my/quotations', `/procurements/${number}/quotation/receipt`])
    await supplier.get(path);
  await supplier.postJson(`/procurements/${number}/quotation`, {});
  const after = await metricsOf('web');
  const requests = (metrics: string) => metrics.split('\n').filter((line) => line.startsWith('zakup_http'));
  expect(requests(after)).toEqual(requests(before));
  for (const process of ['web', 'worker', 'opener']) expect(await metricsOf(process)).not.toContain(number.split('-')[0]);
  expect(after).not.toMatch(/quotation"|receipt|application/);
  const log = readFileSync(join(house.stack.dataDir, 'logs', 'web.log'), 'utf8');
  expect(log).not.toContain(`/procurements/${number}/quotation`);
});
