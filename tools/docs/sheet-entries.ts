import { cite, type Dated, type Measure, type Source } from '../../domain/regulation.ts';

/** One number or switch of a rule sheet, by its path in the sheet. */
export interface SheetEntry {
  name: string;
  value: string;
  unit: string;
  source: string;
  /** Day from which this value is in force, 'YYYY-MM-DD'. */
  from: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isSource = (value: unknown): value is Source => isRecord(value) && 'document' in value && 'place' in value;
const isMeasure = (value: unknown): value is Measure =>
  isRecord(value) && 'value' in value && 'unit' in value && isSource(value.source);

/** A switch without a source of its own takes that of the group it stands in. */
function entriesOf(part: unknown, from: string, path: readonly string[] = [], source = ''): SheetEntry[] {
  const name = path.join('.');
  if (isMeasure(part)) return [{ name, value: String(part.value), unit: part.unit, source: cite(part.source), from }];
  if (!isRecord(part))
    return [{ name, value: Array.isArray(part) ? part.join(', then ') : String(part), unit: '', source, from }];
  const own = isSource(part.source) ? cite(part.source) : source;
  return Object.entries(part)
    .filter(([key]) => key !== 'source')
    .flatMap(([key, value]) => entriesOf(value, from, [...path, key], own));
}

/** Every number and switch of dated sheets, in the order of the first sheet; a later sheet adds a row only where it differs. */
export function sheetEntries(sheets: readonly Dated<unknown>[]): SheetEntry[] {
  const inOrder = [...sheets].sort((a, b) => (a.from < b.from ? -1 : 1));
  const known: SheetEntry[] = [];
  for (const { from, sheet } of inOrder) {
    for (const entry of entriesOf(sheet, from)) {
      const last = known.findLastIndex((each) => each.name === entry.name);
      const before = known[last];
      if (before && before.value === entry.value && before.source === entry.source) continue;
      known.splice(before ? last + 1 : known.length, 0, entry);
    }
  }
  return known;
}
