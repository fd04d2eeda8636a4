import { setTimeout as pause } from 'node:timers/promises';
import { findCase, openCases } from '../../db/cases.ts';
import { legalNow, setLegalOffset, stopLegalClock } from '../../db/clock.ts';
import { nextDeadline } from '../../domain/case.ts';
import { dueProtocol, type ProcurementFile } from '../../domain/procurement/file.ts';
import { isSealedByPortal } from '../../domain/procurement/protocols.ts';
import { dueSingleSources } from '../../domain/procurement/single-source-after.ts';
import type { World } from './world.ts';

type Clock = Pick<World, 'services'>;

/** Waits for a condition, looking every 40 ms; throws with its name after `timeoutMs`. */
export async function until(name: string, condition: () => Promise<boolean>, timeoutMs = 60_000): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`waited ${timeoutMs / 1000} s in vain: ${name}`);
    await pause(40);
  }
}

/** True while the legal clock stands: a story that was broken off goes on where it stopped. */
export async function clockStands({ services: { db } }: Clock): Promise<boolean> {
  const { rows } = await db.pool.query<{ stands: boolean }>('select stopped_at is not null as stands from legal_clock');
  return rows[0]?.stands ?? false;
}

/** Stops the legal clock at an instant (ms) and tells the running cases. */
async function standAt({ services: { db, engine } }: Clock, instant: number): Promise<void> {
  await stopLegalClock(db.pool, instant);
  const cases = await openCases(db.pool);
  await Promise.all(cases.map(({ kind, number }) => engine.moveClock(kind, number, instant - Date.now())));
}

/** What follows without anybody's act; a protocol that waits for a person's EDS does not. A single source is made at once (S1 §1.7.1). */
const isAtRest = (file: ProcurementFile, now: number): boolean =>
  (nextDeadline(file)?.at ?? Infinity) > now &&
  !dueProtocol(file) &&
  !(file.status === 'forming-results-protocol' && isSealedByPortal(file)) &&
  !(file.status === 'completed' && dueSingleSources(file).length > 0);

/** Waits until every case has done what its time has come for: no deadline passed, nothing to open, print or publish. */
export async function settled({ services: { db } }: Clock): Promise<void> {
  await until('every case is at rest', async () => {
    const { ms } = await legalNow(db.pool);
    const files = await Promise.all((await openCases(db.pool)).map(({ number }) => findCase(db.pool, number)));
    return files.every((file) => !file || isAtRest(file, ms));
  });
}

/** Walks the standing clock to an instant (ms), deadline by deadline. It never goes back. */
export async function walkTo(clock: Clock, instant: number): Promise<void> {
  const { pool } = clock.services.db;
  for (;;) {
    await settled(clock);
    const { ms } = await legalNow(pool);
    if (ms >= instant) return;
    const due = (await openCases(pool)).map((each) => each.nextDeadlineAt ?? Infinity);
    await standAt(clock, Math.min(instant, ...due));
  }
}

/** Lets the clock run again from an instant (ms), and tells the cases. */
export async function runFrom({ services: { db, engine } }: Clock, instant: number): Promise<void> {
  const offset = instant - Date.now();
  await setLegalOffset(db.pool, offset);
  const cases = await openCases(db.pool);
  await Promise.all(cases.map(({ kind, number }) => engine.moveClock(kind, number, offset)));
}
