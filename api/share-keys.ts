import { setTimeout as pause } from 'node:timers/promises';
import { sameKey } from '../db/canary.ts';
import { publishKey } from '../db/key-list.ts';
import { blindFingerprint } from '../trust/papers.ts';
import { keyIdOf, publicPem } from '../trust/receipt.ts';
import type { Services } from './services.ts';

/** Between two attempts while the database is away, ms. */
const AGAIN = 5_000;

/**
 * Puts the public half of the receipt key into the list, and leaves the fingerprint of the blind key for the opener or finds that
 * another process uses another one: then this process ends, because what it took could not be found at the opening.
 */
export async function shareKeys({
  db,
  blindKey,
  receiptKey,
  log,
}: Pick<Services, 'db' | 'blindKey' | 'receiptKey' | 'log'>): Promise<void> {
  for (;;) {
    try {
      await publishKey(db, {
        keyId: keyIdOf(receiptKey),
        purpose: 'receipts',
        algorithm: 'Ed25519',
        pem: publicPem(receiptKey),
      });
      if (await sameKey(db.pool, 'blind', blindFingerprint(blindKey))) return;
      log.fatal('the blind key is not the one that the other processes use');
      process.exit(1);
    } catch (error) {
      log.warn({ error: String(error) }, 'the keys are not compared yet');
    }
    await pause(AGAIN, undefined, { ref: false });
  }
}
