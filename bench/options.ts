import { parseArgs } from 'node:util';

/** How much is measured. The defaults take less than six minutes on two processors. */
export interface Options {
  /** Procurements whose windows end in the same second. */
  windows: number;
  /** Lots in the public search. */
  lots: number;
  /** Protocols printed one after another by one browser. */
  protocols: number;
  /** Acts per number of callers at a time. */
  acts: number;
  /** JSON on standard output instead of a table. */
  json: boolean;
}

const numbers = { windows: '100', lots: '20000', protocols: '200', acts: '320' } as const;
const MOST = { windows: 5_000, lots: 1_000_000, protocols: 20_000, acts: 20_000 } as const;

/** Reads `--windows 500 --lots 100000 --protocols 1000 --acts 1000 --json`. @throws Error for anything else */
export function readOptions(args: string[]): Options {
  const number = (name: keyof typeof numbers) => ({ [name]: { type: 'string' as const, default: numbers[name] } });
  const { values } = parseArgs({
    args,
    options: {
      ...{ ...number('windows'), ...number('lots'), ...number('protocols'), ...number('acts') },
      json: { type: 'boolean', default: false },
    },
  });
  const given = values as Record<keyof typeof numbers, string> & { json: boolean };
  const read = (name: keyof typeof numbers): number => {
    const value = Number(given[name]);
    if (Number.isInteger(value) && value >= 1 && value <= MOST[name]) return value;
    throw new Error(`--${name} takes a whole number from 1 to ${MOST[name]}`);
  };
  return {
    ...{ windows: read('windows'), lots: read('lots'), protocols: read('protocols'), acts: read('acts') },
    json: given.json,
  };
}
