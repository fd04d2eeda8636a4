import { setTimeout as until } from 'node:timers/promises';
import { type CanaryFault, type CanaryRound, destroyVoidKeys, sameKey, storeRound, waitingWindows } from '../db/canary.ts';
import { legalNow } from '../db/clock.ts';
import { sealOffer } from '../trust/envelope.ts';
import { openOffer } from '../trust/open-offer.ts';
import { blindFingerprint } from '../trust/papers.ts';
import { canRelease, createWindowKey, releaseWindowKey, type WindowKeyRecord } from '../trust/window-key.ts';
import type { Opener } from './open-window.ts';

/** Purposes of a window's keys. */
const KEYS_OF_A_WINDOW = 2;

/** The canary's own window ends this long after it is made, ms: the gate is tried on either side of a real instant. */
const CANARY_WINDOW = 200;

/** The opener's own clock and the legal clock may differ by this much, ms: it opens when both have come. */
const CLOCKS_APART = 5_000;

/**
 * Proves that the keys of every window that waits for its opening can be used, without using one, and that a window of its own can be
 * sealed and opened, not before its time. Keys of void windows are destroyed on the way. The result says nothing of offers.
 */
export async function canaryRound(opener: Opener): Promise<Omit<CanaryRound, 'at'>> {
  const { pool } = opener.db;
  await destroyVoidKeys(pool);
  const windows = await waitingWindows(pool);
  const faults: CanaryFault[] = [];
  for (const { number, generation, records } of windows) {
    if (records.length < KEYS_OF_A_WINDOW) faults.push({ fault: 'key-missing', number, generation });
    const usable = await Promise.all(records.map((record) => canRelease(record as WindowKeyRecord, opener.master)));
    if (usable.includes(false)) faults.push({ fault: 'key-unreadable', number, generation });
  }
  const legal = (await legalNow(pool)).ms;
  if (Math.abs(opener.clock(legal) - legal) > CLOCKS_APART) faults.push({ fault: 'clock-differs' });
  if (!(await sameKey(pool, 'blind', blindFingerprint(opener.blindKey)))) faults.push({ fault: 'blind-key-differs' });
  const own = await ownWindow(opener);
  const round = { windows: windows.length, faults: own ? [...faults, { fault: own }] : faults };
  await storeRound(pool, round);
  return round;
}

/** A whole round on a window of the canary's own, through the very clock gate of real ones. */
async function ownWindow({ db, master, clock }: Opener): Promise<'round-failed' | 'gate-open-too-early' | null> {
  const now = async () => clock((await legalNow(db.pool)).ms);
  const notBefore = (await now()) + CANARY_WINDOW;
  const { record, publicKey } = await createWindowKey({ window: 'canary', kind: 'price', generation: 1, notBefore, master });
  const window = { procurement: 'canary', lot: '*', kind: 'price' as const, key: record.key, generation: 1 };
  const { envelope, manifest, keep } = await sealOffer({ ...window, publicKey }, 'canary', { round: notBefore });
  const early = await releaseWindowKey({ record, master, now: notBefore - 1 });
  if (early.ok) return 'gate-open-too-early';
  await until(CANARY_WINDOW);
  const release = await releaseWindowKey({ record, master, now: await now() });
  if (!release.ok) return 'round-failed';
  const opening = await openOffer({ seed: release.seed, envelope, manifest, window });
  release.seed.fill(0);
  return opening.ok && opening.salt === keep.salt && opening.offer['round'] === notBefore ? null : 'round-failed';
}
