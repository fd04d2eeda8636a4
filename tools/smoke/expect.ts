import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

/** Something is not as it should be; the message says what was expected. */
export class NotAsExpected extends Error {}

/** @throws NotAsExpected when the two differ */
export function same<T>(what: string, actual: T, expected: T): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new NotAsExpected(`${what}: expected ${shown(expected)}, found ${shown(actual)}`);
}

/** @throws NotAsExpected when it does not hold */
export function holds(what: string, condition: boolean): void {
  if (!condition) throw new NotAsExpected(`expected: ${what}`);
}

const shown = (value: unknown): string => (typeof value === 'string' ? `«${value}»` : JSON.stringify(value)).slice(0, 600);

/** Looks every 150 ms until something is found. @throws NotAsExpected after `timeoutMs` */
export async function eventually<T>(what: string, look: () => Promise<T | undefined>, timeoutMs = 30_000): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new NotAsExpected(`expected within ${timeoutMs / 1000} s: ${what}`);
    await pause(150);
  }
}
