import { parseArgs } from 'node:util';

export const PARTS = ['pages', 'sleeping', 'windows', 'printing', 'verifying', 'search', 'commands'] as const;
export type Part = (typeof PARTS)[number];

/** How much is measured. The defaults take less than six minutes on two processors. */
export interface Options {
  /** Procurements whose windows end in the same second. */
  windows: number;
  /** Quotations handed in to these windows. */
  quotations: number;
  /** How long before the end they begin to be replaced, s. */
  seconds: number;
  /** Published procurements that sleep. */
  sleeping: number;
  /** Lots in the public search. */
  lots: number;
  /** Protocols printed one after another by one browser. */
  protocols: number;
  /** Acts per number of callers at a time. */
  acts: number;
  /** Web processes between which suppliers are shared out. */
  webs: number;
  /** What is measured; printing needs a protocol of the windows. */
  only: Part[];
  /** JSON on standard output instead of a table. */
  json: boolean;
}

const SIZES = ['windows', 'quotations', 'seconds', 'sleeping', 'lots', 'protocols', 'acts', 'webs'] as const;
type Size = (typeof SIZES)[number];

const USUAL: Record<Size, number> = {
  ...{ windows: 100, quotations: 1_200, seconds: 10, sleeping: 200, lots: 100_000, protocols: 100, acts: 200, webs: 2 },
};
/** The sizes that the goals name. */
const LONG: Record<Size, number> = {
  ...{ windows: 500, quotations: 10_000, seconds: 60, sleeping: 10_000, lots: 100_000, protocols: 1_000, acts: 1_000, webs: 2 },
};
const MOST: Record<Size, number> = {
  ...{
    windows: 5_000,
    quotations: 100_000,
    seconds: 3_600,
    sleeping: 100_000,
    lots: 1_000_000,
    protocols: 20_000,
    acts: 20_000,
    webs: 8,
  },
};

/** Reads `--long`, `--only windows,search`, `--windows 500 --lots 100000 …`, `--json`. @throws Error for anything else */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      ...Object.fromEntries(SIZES.map((name) => [name, { type: 'string' as const }])),
      only: { type: 'string' },
      long: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const given = values as Partial<Record<Size | 'only', string>> & { long: boolean; json: boolean };
  const size = (name: Size): number => {
    const value = Number(given[name] ?? (given.long ? LONG : USUAL)[name]);
    if (Number.isInteger(value) && value >= 1 && value <= MOST[name]) return value;
    throw new Error(`--${name} takes a whole number from 1 to ${MOST[name]}`);
  };
  const only = (given.only?.split(',') ?? [...PARTS]).map((name) => {
    const part = PARTS.find((each) => each === name);
    if (!part) throw new Error(`--only takes ${PARTS.join(', ')}, joined by commas`);
    return part;
  });
  const [windows, quotations, seconds, sleeping] = [size('windows'), size('quotations'), size('seconds'), size('sleeping')];
  return {
    windows,
    quotations,
    seconds,
    sleeping,
    lots: size('lots'),
    protocols: size('protocols'),
    acts: size('acts'),
    webs: size('webs'),
    only,
    json: given.json,
  };
}
