/** Chance that can be repeated: the same seed gives the same sequence (mulberry32). */
export interface Chance {
  /** Whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  oneOf<T>(choices: readonly T[]): T;
  /** True with this probability, 0–1. */
  happens(probability: number): boolean;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, oneOf: (choices) => choices[below(choices.length)]!, happens: (probability) => next() < probability };
}

/** One seed out of several numbers (FNV-1a over their low 32 bits). */
export const hashOf = (...parts: number[]): number =>
  parts.reduce((hash, part) => Math.imul(hash ^ (part >>> 0), 0x01000193) >>> 0, 0x811c9dc5);
