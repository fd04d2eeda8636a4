import { FRAME } from './texts/frame.ts';
import { inLanguage, type Language } from './texts/texts.ts';

/** What is wrong with one field: the same sentence stands above the form (a link to the field) and beside the field. */
export interface FieldError {
  field: string;
  text: string;
  href?: string;
}

interface FieldBase {
  /** Also the id, unless `id` is given; errors are found by it. */
  name: string;
  id?: string;
  label: string;
  hint?: string;
}

/** What a form redisplays: values as typed, and errors by field name. */
export interface Filled {
  language: Language;
  values: Record<string, string | string[] | undefined>;
  errors: FieldError[];
}

export interface OptionView {
  value: string;
  text: string;
  hint?: string;
  id: string;
  name: string;
  selected: boolean;
}

/** View of one field; `partial` names the template that prints it (see `partials/fields.hbs`). */
export interface FieldView {
  partial: string;
  id: string;
  name: string;
  label: string;
  hint?: string;
  error?: string;
  errorPrefix: string;
  describedBy: string;
  [more: string]: unknown;
}

const idOf = (field: FieldBase) => field.id ?? field.name.replace(/[^\w-]+/g, '-');

/** The address inside the page to which an error of this field links. */
export const anchorOf = (name: string) => `#${name.replace(/[^\w-]+/g, '-')}`;

function common(partial: string, field: FieldBase, form: Filled): FieldView {
  const error = form.errors.find((e) => e.field === field.name)?.text;
  const id = idOf(field);
  const describedBy = [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    partial,
    id,
    name: field.name,
    label: field.label,
    hint: field.hint,
    error,
    errorPrefix: FRAME.errorPrefix[form.language],
    describedBy,
  };
}

const valueOf = (form: Filled, name: string): string => {
  const value = form.values[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};

const valuesOf = (form: Filled, name: string): string[] => [form.values[name] ?? []].flat();

export interface TextField extends FieldBase {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search';
  inputmode?: 'decimal' | 'numeric';
  autocomplete?: string;
  /** Width in characters, one of the steps of the design system. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  before?: string;
  after?: string;
  /** Language of the value, where it differs from the page's. */
  textLanguage?: 'kk' | 'ru';
  readOnly?: boolean;
}

export function textField(field: TextField, form: Filled): FieldView {
  const { type = 'text', inputmode, autocomplete, width, before, after, textLanguage, readOnly } = field;
  const more = { type, inputmode, autocomplete, width, before, after, textLanguage, readOnly };
  return { ...common('text-field', field, form), ...more, value: valueOf(form, field.name) };
}

export function textArea(field: FieldBase & { rows?: number; textLanguage?: 'kk' | 'ru' }, form: Filled): FieldView {
  const { rows = 4, textLanguage } = field;
  return { ...common('textarea-field', field, form), rows, textLanguage, value: valueOf(form, field.name) };
}

interface ChoiceField extends FieldBase {
  options: { value: string; text: string; hint?: string }[];
}

function choice(partial: string, field: ChoiceField, form: Filled): FieldView {
  const id = idOf(field);
  const chosen = valuesOf(form, field.name);
  const options = field.options.map((option, index): OptionView => {
    // The first option carries the field's id: the link of the error summary leads to it.
    return { ...option, id: index === 0 ? id : `${id}-${index + 1}`, name: field.name, selected: chosen.includes(option.value) };
  });
  return { ...common(partial, field, form), options };
}

export const select = (field: ChoiceField, form: Filled): FieldView => choice('select-field', field, form);
export const radios = (field: ChoiceField, form: Filled): FieldView => choice('radios-field', field, form);
export const checkboxes = (field: ChoiceField, form: Filled): FieldView => choice('checkboxes-field', field, form);

/** Date in three parts and, with `time`, the time of day: `name-day`, `name-month`, `name-year`, `name-time`. */
export function dateTime(field: FieldBase & { time?: boolean }, form: Filled): FieldView {
  const part = (suffix: string, label: string, width: number) => {
    const name = `${field.name}-${suffix}`;
    return { id: `${idOf(field)}-${suffix}`, name, label, width, value: valueOf(form, name) };
  };
  const { day, month, year, timeOfDay } = FRAME;
  const parts = [
    part('day', day[form.language], 2),
    part('month', month[form.language], 2),
    part('year', year[form.language], 4),
  ];
  if (field.time) parts.push(part('time', timeOfDay[form.language], 5));
  return { ...common('date-time-field', field, form), parts };
}

/** `YYYY-MM-DD` and `HH:MM` of a field made by `dateTime`, as typed; null when a part is missing or is not a date. */
export function readDateTime(values: Filled['values'], name: string): { date: string; time: string } | null {
  const typed = (suffix: string) => [values[`${name}-${suffix}`] ?? ''].flat()[0]!.trim();
  const [day, month, year, time] = [typed('day'), typed('month'), typed('year'), typed('time') || '00:00'];
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return null;
  const clock = /^(\d{1,2})[:.](\d{2})$/.exec(time);
  if (!clock || Number(clock[1]) > 23 || Number(clock[2]) > 59) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${date}T00:00:00Z`);
  // 31.02 is no date: JavaScript would roll it over to March.
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== date) return null;
  return { date, time: `${clock[1]!.padStart(2, '0')}:${clock[2]!}` };
}

export function fileField(field: FieldBase & { accept?: string; multiple?: boolean }, form: Filled): FieldView {
  const t = inLanguage(FRAME, form.language);
  const words = {
    choose: t.fileChoose,
    drop: t.fileDrop,
    none: t.fileNone,
    many: t.fileMany,
    entered: t.fileEntered,
    left: t.fileLeft,
  };
  return { ...common('file-field', field, form), accept: field.accept, multiple: field.multiple, words };
}
