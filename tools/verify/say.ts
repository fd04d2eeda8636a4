import type { Finding, Tally } from './run.ts';

const NAME_WIDTH = 12;
const COUNT_WIDTH = 9;

/** `  ok    journal         1 234 rows             0.8 s`. */
export function lineOf({ name, of, count, findings, seconds }: Tally): string {
  const verdict = findings === 0 ? 'ok  ' : 'FAIL';
  const found = findings === 0 ? '' : `   ${findings} ${findings === 1 ? 'finding' : 'findings'}`;
  const counted = `${String(count).padStart(COUNT_WIDTH)} ${of.padEnd(NAME_WIDTH)}`;
  return `  ${verdict}  ${name.padEnd(NAME_WIDTH)}${counted}${seconds.toFixed(1).padStart(7)} s${found}`;
}

/** Number, check and row; then what was expected and what is there. */
export const textOf = ({ number, check, row, expected, found }: Finding): string =>
  `  ${number}  ${check}: ${row}\n    expected  ${expected}\n    found     ${found}`;
