import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createMetrics } from '../../watch/metrics.ts';
import { openWatchPort } from '../../watch/port.ts';
import { readinessOf, statusOf } from '../../watch/readiness.ts';
import { watchSettings } from '../../watch/settings.ts';
import { freePort } from '../../tools/ports.ts';

test('counters, histograms and gauges are written in the text format of Prometheus', async () => {
  const metrics = createMetrics();
  const commands = metrics.counter('zakup_commands_total', 'Commands.');
  commands.add({ action: 'cancel', outcome: 'accepted' });
  commands.add({ action: 'cancel', outcome: 'accepted' });
  commands.add({ action: 'say "no"\n', outcome: 'a\\b' });
  const seconds = metrics.histogram('zakup_command_seconds', 'Time, seconds.', [0.1, 1]);
  for (const time of [0.05, 0.1, 0.5, 30]) seconds.observe(time);
  metrics.read(() => [{ name: 'zakup_due', help: 'Line one\nline two', type: 'gauge', samples: [{ value: 3 }] }]);
  metrics.read(() => Promise.reject(new Error('the database is away')));
  expect(await metrics.text()).toBe(
    [
      '# HELP zakup_commands_total Commands.',
      '# TYPE zakup_commands_total counter',
      'zakup_commands_total{action="cancel",outcome="accepted"} 2',
      String.raw`zakup_commands_total{action="say \"no\"\n",outcome="a\\b"} 1`,
      '# HELP zakup_command_seconds Time, seconds.',
      '# TYPE zakup_command_seconds histogram',
      'zakup_command_seconds_bucket{le="0.1"} 2',
      'zakup_command_seconds_bucket{le="1"} 3',
      'zakup_command_seconds_bucket{le="+Inf"} 4',
      'zakup_command_seconds_sum 30.65',
      'zakup_command_seconds_count 4',
      String.raw`# HELP zakup_due Line one\nline two`,
      '# TYPE zakup_due gauge',
      'zakup_due 3',
      '# HELP zakup_unread_metrics_total Times that a group of metrics could not be read.',
      '# TYPE zakup_unread_metrics_total counter',
      'zakup_unread_metrics_total 1',
      '',
    ].join('\n'),
  );
});

test('ready: with everything there; degraded without what is only wished; unavailable without what is needed, also when it is slow', async () => {
  const there = () => true;
  const away = () => Promise.reject(new Error('away'));
  const slow = () => pause(3_000, true, { ref: false });
  const asked = async (...checks: Parameters<typeof readinessOf>) => readinessOf(...checks).ask();
  expect(await asked({ database: there }, { engine: there })).toEqual({ status: 'ok', parts: { database: 'ok', engine: 'ok' } });
  const degraded = await asked({ database: there }, { engine: away });
  expect(degraded).toEqual({ status: 'degraded', parts: { database: 'ok', engine: 'away' } });
  expect(statusOf(degraded)).toBe(200);
  const began = performance.now();
  const unavailable = await asked({ database: slow }, { engine: there });
  expect(unavailable).toEqual({ status: 'unavailable', parts: { database: 'away', engine: 'ok' } });
  expect(statusOf(unavailable)).toBe(503);
  expect(performance.now() - began).toBeLessThan(1_500);
});

test('a process that was told to end is not ready, whatever is there', async () => {
  const readiness = readinessOf({ database: () => true });
  readiness.end();
  expect(statusOf(await readiness.ask())).toBe(503);
});

test('metrics are for those with the token, where there is one; an address that is not the machine’s own needs one', async () => {
  const token = 'a-token-of-the-monitoring';
  const port = await freePort(0);
  const watched = { metrics: createMetrics(), readiness: readinessOf({}) };
  const opened = await openWatchPort({ port, host: '127.0.0.1', token }, watched);
  const read = async (path: string, headers: Record<string, string> = {}) =>
    (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).status;
  expect(await read('/metrics')).toBe(401);
  expect(await read('/metrics', { authorization: 'Bearer another-token' })).toBe(401);
  expect(await read('/metrics', { authorization: `Bearer ${token}` })).toBe(200);
  expect([await read('/healthz'), await read('/readyz'), await read('/')]).toEqual([200, 200, 404]);
  await opened.close();
  const environment = { ZAKUP_METRICS_PORT: 9464, ZAKUP_METRICS_HOST: '0.0.0.0', ZAKUP_METRICS_TOKEN: undefined };
  expect(() => watchSettings(environment)).toThrow('ZAKUP_METRICS_TOKEN');
  expect(watchSettings({ ...environment, ZAKUP_METRICS_TOKEN: token })).toEqual({ port: 9464, host: '0.0.0.0', token });
});
