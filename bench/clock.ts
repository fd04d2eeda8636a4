import { setTimeout as pause } from 'node:timers/promises';
import { legalNow, setLegalOffset } from '../db/clock.ts';
import { inParallel } from './measure.ts';
import type { Portal } from './portal.ts';

/** Sets the legal clock to an instant (ms) from which it runs on, and tells these cases. */
export async function goTo({ services: { db, engine } }: Portal, instant: number, numbers: string[]): Promise<void> {
  const offset = instant - Date.now();
  await setLegalOffset(db.pool, offset);
  await inParallel(16, numbers.length, (index) => engine.moveClock('procurement', numbers[index]!, offset));
}

/** Legal time by this process's reading of the clock, ms. */
export const legalTime = async ({ services: { db } }: Portal): Promise<number> => (await legalNow(db.pool)).ms;

/** Looks until something holds. @throws Error after `timeoutMs` */
export async function until(what: string, holds: () => Promise<boolean>, everyMs: number, timeoutMs: number): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited ${timeoutMs / 1_000} s in vain: ${what}`);
    await pause(everyMs);
  }
}

/** How many of these procurements have a status. */
export async function countIn({ services: { db } }: Portal, numbers: string[], statuses: string[]): Promise<number> {
  const { rows } = await db.pool.query<{ n: number }>(
    'select count(*)::int as n from procurement_case where number = any($1) and status = any($2)',
    [numbers, statuses],
  );
  return rows[0]!.n;
}

/** How many of these procurements have a fact of a type in their journal. */
export async function countFacts({ services: { db } }: Portal, numbers: string[], type: string): Promise<number> {
  const { rows } = await db.pool.query<{ n: number }>(
    `select count(distinct j.case_id)::int as n from journal j join procurement_case c on c.id = j.case_id
     where c.number = any($1) and j.type = $2`,
    [numbers, type],
  );
  return rows[0]!.n;
}
