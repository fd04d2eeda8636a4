import pg from 'pg';
import type { Outcome } from '../domain/case.ts';
import type { Database } from './client.ts';
import { outcomeOf } from './receive.ts';

/** Looks again this often without being woken: a lost wake-up costs a second, never an answer. */
const LOOK_EVERY = 1_000;

/** A connection that does not stand by then is given up and begun anew by the next one who waits, ms. */
const CONNECTED_WITHIN = 2_000;

export interface OutcomeWaiters {
  /** The outcome of a command, or null when none stands after `timeoutMs`. */
  wait(commandId: string, timeoutMs: number): Promise<Outcome | null>;
  close(): Promise<void>;
}

/** Waits for outcomes: woken by NOTIFY after the record's commit, over one connection of this process. */
export function outcomeWaiters(db: Database, databaseUrl: string): OutcomeWaiters {
  const waiting = new Map<string, Set<() => void>>();
  let closed = false;
  let client: pg.Client | null = null;
  const listen = async () => {
    if (closed || client) return;
    const fresh = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECTED_WITHIN });
    client = fresh;
    const lost = () => {
      if (client === fresh) client = null;
    };
    fresh.on('error', lost).on('end', lost);
    fresh.on('notification', ({ payload }) => waiting.get(payload ?? '')?.forEach((wake) => wake()));
    try {
      await fresh.connect();
      await fresh.query('listen outcome');
    } catch {
      lost();
      await fresh.end().catch(() => undefined);
    }
  };
  const woken = (commandId: string, ms: number) =>
    new Promise<void>((resolve) => {
      const wakes = waiting.get(commandId) ?? new Set();
      waiting.set(commandId, wakes);
      const wake = () => {
        clearTimeout(timer);
        wakes.delete(wake);
        if (wakes.size === 0) waiting.delete(commandId);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      wakes.add(wake);
    });
  return {
    async wait(commandId, timeoutMs) {
      const until = performance.now() + timeoutMs;
      // Nobody waits for the connection: until it stands the outcome is looked for all the same.
      void listen();
      for (;;) {
        const next = woken(commandId, Math.min(LOOK_EVERY, Math.max(1, until - performance.now())));
        const found = await outcomeOf(db, commandId);
        if (found?.outcome || performance.now() >= until) {
          waiting.get(commandId)?.forEach((wake) => wake());
          return found?.outcome ?? null;
        }
        await next;
      }
    },
    async close() {
      closed = true;
      await client?.end().catch(() => undefined);
    },
  };
}
