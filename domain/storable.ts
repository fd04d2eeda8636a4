/** Deeper nesting than any input of the portal has; walkers by recursion stay far from the end of the stack. */
const DEEPEST = 64;

/**
 * Whether a JSON value can be kept as it is: no U+0000 in its texts and keys (PostgreSQL has no place for it), no half of a surrogate
 * pair (UTF-8 has no bytes for it), at most 64 levels. Never throws, also on values nested a million times.
 */
export function isStorable(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return false;
    const inside: unknown[] = [];
    for (const each of level) {
      if (typeof each === 'string' && !isText(each)) return false;
      if (typeof each !== 'object' || each === null) continue;
      if (!Object.keys(each).every(isText)) return false;
      for (const part of Object.values(each)) inside.push(part);
    }
    level = inside;
  }
  return true;
}

const isText = (text: string): boolean => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
