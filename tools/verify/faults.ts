/** Something that is not as it must be: where, what was expected, what is there. */
export interface Fault {
  row: string;
  expected: string;
  found: string;
}

const LONGEST = 160;

/** A value in one line; bytes as hex. */
export function shown(value: unknown): string {
  const text = Buffer.isBuffer(value) ? value.toString('hex') : typeof value === 'string' ? value : JSON.stringify(value);
  if (text === undefined) return 'nothing';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

export const fault = (row: string, expected: unknown, found: unknown): Fault => ({
  row,
  expected: shown(expected),
  found: shown(found),
});

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Every place where two JSON values differ; `undefined` and absent are the same. */
export function differences(row: string, expected: unknown, found: unknown): Fault[] {
  if (Array.isArray(expected) && Array.isArray(found) && expected.length === found.length)
    return expected.flatMap((each, index) => differences(`${row}[${index}]`, each, found[index]));
  if (isObject(expected) && isObject(found) && !Array.isArray(expected) && !Array.isArray(found)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(found)]);
    return [...keys].sort().flatMap((key) => differences(`${row}.${key}`, expected[key], found[key]));
  }
  return shownWhole(expected) === shownWhole(found) ? [] : [fault(row, expected, found)];
}

const shownWhole = (value: unknown): string | undefined => JSON.stringify(value);
