import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { readTemporalConfig } from '../tools/temporal/config.ts';
import { workflowIdOf } from '../workflows/messages.ts';
import { publishMany } from './announcements.ts';
import type { Portal } from './portal.ts';

/** Published procurements that wait for their windows. */
export interface Sleeping {
  count: number;
  /** Publications a second, eight at a time. */
  perSecond: number;
  /** Memory of the worker that runs them, MiB: before the first, and after the last. */
  workerBefore: number | null;
  workerAfter: number | null;
  /** Of one procurement: events and KiB of its history in the engine, KiB of the database with indexes. */
  events: number;
  historyKiB: number;
  databaseKiB: number;
}

const SAMPLE = 50;

/** Publishes `count` procurements with one lot each whose windows begin much later. */
export async function measureSleeping(portal: Portal, count: number): Promise<Sleeping> {
  const window = { opensAt: portal.instant(60, '09:00'), closesAt: portal.instant(70, '18:00') };
  await publishMany(portal, { count: Math.min(16, count), lots: 1, window });
  const before = { database: await databaseSize(portal), worker: residentOf(portal, 'worker') };
  const began = performance.now();
  const numbers = await publishMany(portal, { count, lots: 1, window });
  const seconds = (performance.now() - began) / 1_000;
  const perCase = ((await databaseSize(portal)) - before.database) / count / 1_024;
  const histories = await historiesOf(portal, numbers.slice(0, SAMPLE));
  const mean = (values: number[]) => Math.round((values.reduce((all, value) => all + value, 0) / values.length) * 10) / 10;
  return {
    ...{ count, perSecond: Math.round((count / seconds) * 10) / 10 },
    ...{ workerBefore: before.worker, workerAfter: residentOf(portal, 'worker') },
    events: mean(histories.map(({ events }) => events)),
    historyKiB: mean(histories.map(({ bytes }) => bytes / 1_024)),
    databaseKiB: Math.round(perCase * 10) / 10,
  };
}

async function databaseSize({ services: { db } }: Portal): Promise<number> {
  const { rows } = await db.pool.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes');
  return Number(rows[0]!.bytes);
}

/** Memory of a process of the stack, MiB; null where there is no /proc. */
function residentOf({ stack }: Portal, name: string): number | null {
  try {
    const { pid } = JSON.parse(readFileSync(join(stack.dataDir, 'run', `${name}.json`), 'utf8')) as { pid: number };
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes ? Math.round(Number(kilobytes) / 1_024) : null;
  } catch {
    return null;
  }
}

async function historiesOf({ stack }: Portal, numbers: string[]): Promise<{ events: number; bytes: number }[]> {
  const connection = await Connection.connect({ address: stack.temporalAddress });
  try {
    const { workflow } = new Client({ connection, namespace: readTemporalConfig().namespace });
    const found: { events: number; bytes: number }[] = [];
    for (const number of numbers) {
      const { historyLength, historySize } = await workflow.getHandle(workflowIdOf('procurement', number)).describe();
      found.push({ events: historyLength, bytes: historySize ?? 0 });
    }
    return found;
  } finally {
    await connection.close();
  }
}
