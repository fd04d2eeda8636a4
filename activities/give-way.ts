import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../db/client.ts';
import { windowsToOpen } from '../db/intake.ts';

/** Longest a document or a round of letters waits for openings, and how often it looks, ms. */
const LONGEST = 60_000;
const LOOK_EVERY = 250;

/**
 * Holds printing and letters back while windows that have just ended are still to be opened: hundreds may end in the same second, and
 * results come before the documents and letters about them. An opening that does not come holds up nothing for longer than `LONGEST`.
 */
export async function giveWayToOpenings({ pool }: Database, ending?: AbortSignal): Promise<void> {
  const end = performance.now() + LONGEST;
  while (!ending?.aborted && performance.now() < end && (await windowsToOpen(pool))) await pause(LOOK_EVERY);
}
