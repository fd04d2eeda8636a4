import type { Text } from '../../domain/parties.ts';
import { DRAFT_LABELS, LABELS } from '../../templates/documents/texts/labels.ts';
import { DRAFT_SHEET_LABELS, SHEET_LABELS } from '../../templates/documents/texts/sheets.ts';

const row = (name: string, { kk, ru }: Text) => `| \`${name}\` | ${ru} | ${kk} |`;

/** Kazakh wording of the documents that a native speaker has yet to confirm (spec 17 §12). */
export function kazakhPage(): string {
  return [
    '# Kazakh wording to be confirmed',
    '',
    '<!-- Written by `npm run docs`; do not edit. -->',
    '',
    'Labels of the printed documents without a source in a statute or a specimen.',
    '',
    '| label | ru | kk |',
    '| --- | --- | --- |',
    ...DRAFT_LABELS.map((name) => row(name, LABELS[name])),
    ...DRAFT_SHEET_LABELS.map((name) => row(name, SHEET_LABELS[name])),
    '',
  ].join('\n');
}
