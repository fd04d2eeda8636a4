import type { LanguagePart } from './language-part.ts';

/** A line of label and value; further lines stand below the value. */
export interface Field {
  label: string;
  value: string;
  lines: string[];
  /** A digest or signature, set small to stand on one line. */
  digest: boolean;
}

export interface Fields {
  heading: string | null;
  fields: Field[];
}

export interface Cell {
  text: string;
  lines: string[];
  numeric: boolean;
}

export interface Table {
  heading: string;
  columns: { text: string; numeric: boolean }[];
  rows: Cell[][];
  /** Last row: a label over all columns but the last, and its value. */
  foot: { label: string; span: number; value: string } | null;
  /** What stands under the heading instead of an empty table (spec 17 §1.2 "empty block"). */
  empty: string;
}

export const field = (label: string, value: string, ...lines: string[]): Field => ({ label, value, lines, digest: false });
export const digestField = (label: string, value: string, ...lines: string[]): Field => ({ label, value, lines, digest: true });

export const cell = (text: string, ...lines: string[]): Cell => ({ text, lines, numeric: false });
export const amountCell = (text: string): Cell => ({ text, lines: [], numeric: true });

/** A table whose first column numbers the rows; a column is set as numbers when all its cells are. */
export function table(
  part: LanguagePart,
  heading: string,
  columns: string[],
  rows: Cell[][],
  foot: { label: string; value: string } | null = null,
): Table {
  const numbered = rows.map((row, index) => [cell(String(index + 1)), ...row]);
  const numeric = (at: number): boolean => rows.length > 0 && numbered.every((row) => row[at]?.numeric === true);
  return {
    heading,
    columns: [part.label('rowNumber'), ...columns].map((text, at) => ({ text, numeric: numeric(at) })),
    rows: numbered,
    foot: foot && { ...foot, span: columns.length },
    empty: part.label('none'),
  };
}
