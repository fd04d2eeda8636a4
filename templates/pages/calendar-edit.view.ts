import { DAY_KINDS } from '../../domain/calendar.ts';
import { anchorOf, dateTime, textArea, textField, type FieldError, type FieldView, type Filled } from '../fields.ts';
import { CALENDAR_EDIT, EDIT_NAMES, FAULTS } from '../texts/calendar-edit.ts';
import { KIND_NAMES } from '../texts/calendar.ts';
import { fill, inLanguage, type Language } from '../texts/texts.ts';

/** Ways to edit the calendar, each with a form of its own. */
export const EDIT_KINDS = ['move', 'holiday', 'substitute', 'remove', 'year'] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

export type CalendarFaultCode =
  | 'not-a-date'
  | 'year-unknown'
  | 'year-known'
  | 'not-a-year'
  | 'already-an-exception'
  | 'not-an-exception'
  | 'last-of-year'
  | 'already-free'
  | 'already-working'
  | 'act-missing'
  | 'name-kk-missing'
  | 'name-ru-missing'
  | 'reason-missing'
  | 'no-days'
  | 'bad-line'
  | 'double-line';

/** What is wrong with a field; `kind` in the facts is the code of a kind of day. */
export interface CalendarFault {
  field: string;
  code: CalendarFaultCode;
  facts: Record<string, string | number>;
}

export interface CalendarEditFacts {
  language: Language;
  csrf: string;
  kind: EditKind;
  values: Filled['values'];
  faults: CalendarFault[];
  /** The year whose fixed holidays are offered for a new one. */
  modelYear: string;
}

/** The fields that the form of an edit sends, apart from the tokens. */
export const EDIT_FIELDS: Record<EditKind, readonly string[]> = {
  move: [...dateParts('working'), ...dateParts('free'), 'act', 'reason'],
  holiday: [...dateParts('date'), 'name-kk', 'name-ru', 'name-en', 'act', 'reason'],
  substitute: [...dateParts('date'), 'name-kk', 'name-ru', 'name-en', 'act', 'reason'],
  remove: [...dateParts('date'), 'reason'],
  year: ['year', 'days', 'reason'],
};

function dateParts(name: string): string[] {
  return ['day', 'month', 'year'].map((part) => `${name}-${part}`);
}

/** Sentences of the faults; a date's error leads to its first part. */
export function faultErrors(faults: readonly CalendarFault[], language: Language): FieldError[] {
  return faults.map(({ field, code, facts }) => {
    const kind = DAY_KINDS.find((each) => each === facts['kind']);
    const values = kind ? { ...facts, kind: KIND_NAMES[kind][language] } : facts;
    const href = ['working', 'free', 'date'].includes(field) ? anchorOf(`${field}-day`) : anchorOf(field);
    return { field, text: fill(FAULTS[code][language], values), href };
  });
}

/** The form of one kind of edit. */
export function calendarEditView(facts: CalendarEditFacts) {
  const { language, csrf, kind, values, faults } = facts;
  const t = inLanguage(CALENDAR_EDIT, language);
  const form: Filled = { language, values, errors: faultErrors(faults, language) };
  return {
    t,
    csrf,
    lead: EDIT_NAMES[kind].hint[language],
    action: `/calendar/edit/${kind}`,
    errors: form.errors,
    fields: fieldsOf(facts, form, t),
  };
}

function fieldsOf(
  { kind, language, modelYear }: CalendarEditFacts,
  form: Filled,
  t: Record<keyof typeof CALENDAR_EDIT, string>,
): FieldView[] {
  const reason = textField({ name: 'reason', label: t.reason, hint: t.reasonHint }, form);
  const act = textField({ name: 'act', label: t.act, hint: t.actHint }, form);
  const date = (name: 'date' | 'working' | 'free') => dateTime({ name, label: t[name] }, form);
  const names = () => [
    textField({ name: 'name-kk', label: t.nameKk, textLanguage: 'kk' }, form),
    textField({ name: 'name-ru', label: t.nameRu, textLanguage: 'ru' }, form),
    textField({ name: 'name-en', label: t.nameEn }, form),
  ];
  switch (kind) {
    case 'move':
      return [date('working'), date('free'), act, reason];
    case 'holiday':
    case 'substitute':
      return [date('date'), ...names(), act, reason];
    case 'remove':
      return [date('date'), reason];
    case 'year': {
      const kinds = DAY_KINDS.map((each) => KIND_NAMES[each][language]).join(', ');
      const hint = fill(t.daysHint, { kinds, year: modelYear });
      return [
        textField({ name: 'year', label: t.year, width: 4, inputmode: 'numeric' }, form),
        textArea({ name: 'days', label: t.days, hint, rows: 22 }, form),
        reason,
      ];
    }
  }
}

/** The choice of what to edit. */
export function editMenuView(language: Language) {
  const t = inLanguage(CALENDAR_EDIT, language);
  return {
    lead: t.lead,
    items: EDIT_KINDS.map((kind) => ({
      id: `edit-${kind}`,
      title: EDIT_NAMES[kind].title[language],
      hint: EDIT_NAMES[kind].hint[language],
      href: `/calendar/edit/${kind}`,
      status: '',
    })),
  };
}
