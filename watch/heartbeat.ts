import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Database } from '../db/client.ts';
import { beat, forget } from '../db/heartbeats.ts';
import { every } from './every.ts';
import type { Logger } from './log.ts';
import type { ProcessKind } from './process-kind.ts';
import { VERSION } from './version.ts';

/** A process says so often that it lives, ms. */
export const BEAT_EVERY = 5_000;

/** Keeps saying in the database that this process lives; `stop` takes it back. A database that is away is no reason to end. */
export function keepBeating(db: Database, kind: ProcessKind, log: Logger): { stop(): Promise<void> } {
  const id = randomUUID();
  const self = { id, kind, host: `${hostname()}:${process.pid}`, version: VERSION };
  const beating = every(
    BEAT_EVERY,
    () => beat(db.pool, self),
    (error) => log.warn({ error: String(error) }, 'heartbeat'),
  );
  return {
    async stop() {
      await beating.stop();
      await forget(db.pool, id).catch(() => undefined);
    },
  };
}
