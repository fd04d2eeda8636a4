import type { Text } from '../../domain/parties.ts';
import type { Typed } from '../../domain/procurement/draft/forms/typed.ts';
import type { DataTable } from '../components.ts';
import type { FieldView, OptionView } from '../fields.ts';
import { dateTime } from '../formats.ts';
import { STALE } from '../texts/draft.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';

export interface StaleFacts {
  language: Language;
  csrf: string;
  action: string;
  stepHref: string;
  by: Text;
  at: number;
  /** Version that is saved now. */
  seen: number;
  mine: Typed;
  theirs: Typed;
  fields: FieldView[];
}

/** Two people saved the same step: both versions side by side, nothing lost (ux notes 3.4). */
export function staleView({ language, csrf, action, stepHref, by, at, seen, mine, theirs, fields }: StaleFacts) {
  const t = inLanguage(STALE, language);
  const rows = fields.flatMap((field) => differences(field, mine, theirs, t.empty));
  const table: DataTable = {
    id: 'differences',
    caption: t.title,
    captionHidden: true,
    columns: [{ text: t.field }, { text: t.theirs }, { text: t.mine }],
    rows,
    empty: t.same,
  };
  const kept = Object.entries(mine).filter(([name]) => !['_csrf', 'seen', 'then', 'set'].includes(name));
  const hidden = [
    { name: 'seen', value: String(seen) },
    ...kept.flatMap(([name, value]) => [value ?? ''].flat().map((each) => ({ name, value: each }))),
  ];
  return {
    t,
    csrf,
    action,
    stepHref,
    hidden,
    differences: table,
    lead: fill(t.lead, { who: ofBoth(by, language), when: dateTime(at, language) }),
  };
}

const plain = (value: string | string[] | undefined) => [value ?? ''].flat().join(', ').replace(/\r\n/g, '\n').trim();

/** Rows of a field: one per part of a date, the chosen option by its text. */
function differences(field: FieldView, mine: Typed, theirs: Typed, empty: string): DataTable['rows'] {
  const options = (field.options ?? []) as OptionView[];
  const parts = (field.parts ?? [{ name: field.name, label: '' }]) as { name: string; label: string }[];
  const shown = (value: string) => (options.find((option) => option.value === value)?.text ?? value) || empty;
  return parts.flatMap(({ name, label }) => {
    const [saved, typed] = [plain(theirs[name]), plain(mine[name])];
    if (saved === typed) return [];
    const heading = label ? `${field.label}: ${label}` : field.label;
    return [{ cells: [{ text: heading, rowHeader: true }, { text: shown(saved) }, { text: shown(typed) }] }];
  });
}
