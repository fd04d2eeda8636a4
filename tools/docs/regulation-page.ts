import { methods } from '../../domain/procurement/methods/index.ts';
import { REFUSAL_CODES } from '../../domain/refusals.ts';
import { REFUSALS } from '../../templates/texts/refusals.ts';
import { code, page, table } from './markdown.ts';
import { naming, refusing, sourceFiles } from './mentions.ts';
import { sheetEntries } from './sheet-entries.ts';

const files = (paths: readonly string[]) => paths.map(code).join(', ');

/** Numbers and switches of every method; every refusal with its sentence, the files that give it and the tests that name it. */
export function regulationPage(): string {
  const sheets = Object.values(methods).map((method) => {
    const rows = sheetEntries(method.sheets).map(({ name, value, unit, source, from }) => [
      code(name),
      value,
      unit,
      source,
      from,
    ]);
    return `## ${method.code} (${method.protocolCode})\n\n${table(['Name', 'Value', 'Unit', 'Source', 'In force from'], rows)}`;
  });
  const sources = sourceFiles(['domain', 'workflows', 'activities', 'db', 'api', 'trust']);
  const tests = sourceFiles(['test']);
  const refusals = REFUSAL_CODES.map((name) => [
    code(name),
    REFUSALS[name].what.en,
    files(refusing(sources, name)),
    files(naming(tests, name)),
  ]);
  return page(
    'Rules: numbers and refusals',
    'A procurement keeps the sheet of its publication day to the end. Sources: S1 = manual of the organizer, ADR = decision of this project.',
    ...sheets,
    '## Refusals',
    table(['Code', 'What the person reads', 'Given in', 'Named by tests'], refusals),
  );
}
