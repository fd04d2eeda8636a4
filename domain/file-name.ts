/** Longest name of a file that is kept, characters. */
const LONGEST = 200;

/**
 * The name that a person gave a file, as one name: no folders, no control characters, none that turn the direction of writing (they
 * make one ending look like another). Of a longer one the end is kept; `file` when nothing is left.
 */
export function fileName(given: string): string {
  const one = given.replace(/[\\/\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '_').trim();
  return [...one].slice(-LONGEST).join('') || 'file';
}
