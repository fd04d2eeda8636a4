import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { sameKey } from '../db/canary.ts';
import type { Database } from '../db/client.ts';
import { blindFingerprint } from '../trust/papers.ts';

/** Between two attempts while the database is away, ms. */
const AGAIN = 5_000;

/**
 * Leaves the fingerprint of the blind key for the opener, or finds that another process uses another key: then this one ends, because
 * what it took could not be found at the opening.
 */
export async function shareBlindKey(db: Database, blindKey: Uint8Array, log: Logger): Promise<void> {
  for (;;) {
    try {
      if (await sameKey(db.pool, 'blind', blindFingerprint(blindKey))) return;
      log.fatal('the blind key is not the one that the other processes use');
      process.exit(1);
    } catch (error) {
      log.warn({ error: String(error) }, 'the blind key is not compared yet');
    }
    await pause(AGAIN, undefined, { ref: false });
  }
}
