/**
 * Rows of a CSV text by RFC 4180, read strictly: comma, double quotes, LF or CRLF, a header row, the same number of
 * cells in every row. Throws SyntaxError with the row number (header = 1) on anything else, so that a damaged data
 * file is noticed and not half read. Columns asked for must be in the header; the others are returned too.
 */
export function readCsv<const Column extends string>(text: string, columns: readonly Column[]): Record<Column, string>[] {
  if (text.startsWith('\uFEFF')) throw new SyntaxError('row 1: byte order mark');
  const [header, ...rows] = cellsOf(text);
  if (!header) throw new SyntaxError('row 1: no header');
  if (new Set(header).size !== header.length) throw new SyntaxError('row 1: a column is named twice');
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new SyntaxError(`row 1: no column ${missing.join(', ')}`);
  return rows.map((cells, i) => {
    if (cells.length !== header.length) throw new SyntaxError(`row ${i + 2}: ${cells.length} cells, header has ${header.length}`);
    return Object.fromEntries(header.map((column, at) => [column, cells[at]!])) as Record<Column, string>;
  });
}

/** One cell and what ends it: quoted with doubled quotes inside, or bare without quotes. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length || row.length > 0) {
    const cell = CELL.exec(text);
    if (!cell) throw new SyntaxError(`row ${rows.length + 1}: a quote or line end out of place`);
    row.push(cell[1] === undefined ? cell[2]! : cell[1].replaceAll('""', '"'));
    if (cell[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
