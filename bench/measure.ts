/** What many measurements of one thing say. Times in ms. */
export interface Measured {
  count: number;
  p50: number;
  p99: number;
  max: number;
  /** How many were done in a second, all callers together. */
  perSecond: number;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** @param tookMs how long all of them took together */
export function summary(times: readonly number[], tookMs: number): Measured {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => tenth(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN);
  return {
    count: sorted.length,
    ...{ p50: at(0.5), p99: at(0.99), max: at(1) },
    perSecond: tenth((sorted.length * 1_000) / tookMs),
  };
}

/** Does `count` pieces of work, `callers` at a time; each caller begins the next when its last is done. */
export async function inParallel(
  callers: number,
  count: number,
  work: (index: number, caller: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(callers, count) }, async (_, caller) => {
      for (let index = next++; index < count; index = next++) await work(index, caller);
    }),
  );
}

/** Measures `count` pieces of work, `callers` at a time. `prepare` is not measured. */
export async function measure<T>(
  { callers, count }: { callers: number; count: number },
  work: (prepared: T, index: number) => Promise<unknown>,
  prepare: (index: number, caller: number) => T | Promise<T>,
): Promise<Measured> {
  const times: number[] = [];
  const began = performance.now();
  await inParallel(callers, count, async (index, caller) => {
    const prepared = await prepare(index, caller);
    const start = performance.now();
    await work(prepared, index);
    times.push(performance.now() - start);
  });
  return summary(times, performance.now() - began);
}
