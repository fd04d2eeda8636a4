/** Cells of a Markdown table: pipes escaped, one line each. */
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();

/** A Markdown table of these columns; an empty cell prints as a dash. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((each) => cell(each) || '–').join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

export const code = (text: string): string => `\`${text}\``;

/** A page that says where it comes from, ending with one line feed. */
export const page = (title: string, ...parts: string[]): string =>
  [`# ${title}`, '<!-- Written by `npm run docs`; edit the source, not this page. -->', ...parts].join('\n\n') + '\n';
