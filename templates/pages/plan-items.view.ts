import type { Organization, Role } from '../../domain/parties.ts';
import type { Typed } from '../../domain/procurement/draft/forms/typed.ts';
import type { PlanItemFault } from '../../domain/procurement/draft/forms/plan-item.ts';
import { METHODS, SUBJECT_KINDS } from '../../domain/procurement/file.ts';
import { PLAN_ITEM_STATUSES, type PlanItem, type PlanItemStatus } from '../../domain/procurement/draft/plan-item.ts';
import type { DataTable, Tag } from '../components.ts';
import {
  anchorOf,
  checkboxes,
  radios,
  select,
  textArea,
  textField,
  type FieldError,
  type FieldView,
  type Filled,
} from '../fields.ts';
import { amountOf, quantity } from '../formats.ts';
import { FIELD_EMPTY } from '../texts/draft-faults.ts';
import { PLAN, PLAN_STATUS_NAMES, UNITS } from '../texts/plan.ts';
import { METHOD_NAMES, SUBJECT_NAMES } from '../texts/terms.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';
import { cabinetTabs } from './cabinet.view.ts';

const COLOURS: Record<PlanItemStatus, Tag['colour']> = {
  planned: 'light-blue',
  'lot-draft': 'grey',
  published: 'blue',
  suspended: 'yellow',
  held: 'green',
  failed: 'orange',
};

export interface PlanFacts {
  language: Language;
  role: Role;
  items: (PlanItem & { announcement: string | null })[];
  organizations: readonly Organization[];
  text: string;
  status: string;
}

/** The plan as a table with its filter. */
export function planItemsView({ language, role, items, organizations, text, status }: PlanFacts) {
  const t = inLanguage(PLAN, language);
  const form: Filled = { language, values: { q: text, status }, errors: [] };
  const nameOf = (bin: string) => ofBoth(organizations.find((each) => each.bin === bin)?.name ?? { kk: bin, ru: bin }, language);
  const table: DataTable = {
    id: 'plan',
    caption: fill(t.count, { count: items.length }),
    columns: [
      { text: t.name },
      { text: t.customer },
      { text: t.quantity, numeric: true },
      { text: t.unitPrice, numeric: true },
      { text: t.amount, numeric: true },
      { text: t.status },
      { text: t.announcement },
    ],
    rows: items.map(({ body, customer, amount, status: at, announcement, subjectKind }) => ({
      cells: [
        { text: ofBoth(body.name, language), lines: [body.catalogueCode, SUBJECT_NAMES[subjectKind][language]], rowHeader: true },
        { text: nameOf(customer) },
        { text: `${quantity(body.quantity, language)} ${ofBoth(body.unit, language)}`, numeric: true },
        { text: amountOf(body.unitPrice, language), numeric: true },
        { text: amountOf(amount, language), numeric: true },
        { tag: { text: PLAN_STATUS_NAMES[at][language], colour: COLOURS[at] } },
        announcement
          ? { text: `№ ${announcement}`, href: `/${at === 'lot-draft' ? 'drafts' : 'procurements'}/${announcement}` }
          : { text: '' },
      ],
    })),
    empty: text || status ? t.noneFound : t.empty,
  };
  const statuses = PLAN_ITEM_STATUSES.map((value) => ({ value, text: PLAN_STATUS_NAMES[value][language] }));
  const fields = [
    textField({ name: 'q', label: t.search, type: 'search', width: 30 }, form),
    select({ name: 'status', label: t.status, options: [{ value: '', text: t.all }, ...statuses] }, form),
  ];
  return { t, fields, table, tabs: cabinetTabs(role, '/my/plan', language) };
}

export interface PlanItemFormFacts {
  language: Language;
  csrf: string;
  values: Typed;
  errors: FieldError[];
  customers: readonly { bin: string; kk: string; ru: string }[];
}

/** Form of one line of the plan; the amount is quantity × unit price. */
export function planItemFormView({ language, csrf, values, errors, customers }: PlanItemFormFacts) {
  return { t: inLanguage(PLAN, language), csrf, hidden: [], fields: planItemFields({ language, values, errors }, customers) };
}

export function planItemFields(form: Filled, customers: readonly { bin: string; kk: string; ru: string }[]): FieldView[] {
  const { language } = form;
  const t = inLanguage(PLAN, language);
  const both = (name: 'name' | 'description' | 'term' | 'place', long = false) =>
    (['kk', 'ru'] as const).map((each) => {
      const field = { name: `${name}-${each}`, label: t[`${name}${each === 'kk' ? 'Kk' : 'Ru'}`], textLanguage: each };
      return long ? textArea({ ...field, rows: 3 }, form) : textField(field, form);
    });
  return [
    select(
      {
        name: 'customer',
        label: t.customer,
        options: customers.map((each) => ({ value: each.bin, text: ofBoth(each, language) })),
      },
      form,
    ),
    textField({ name: 'organizer', label: t.organizer, hint: t.organizerHint, inputmode: 'numeric', width: 20 }, form),
    select(
      { name: 'method', label: t.method, options: METHODS.map((value) => ({ value, text: METHOD_NAMES[value][language] })) },
      form,
    ),
    radios(
      {
        name: 'subjectKind',
        label: t.subjectKind,
        options: SUBJECT_KINDS.map((value) => ({ value, text: SUBJECT_NAMES[value][language] })),
      },
      form,
    ),
    ...both('name'),
    ...both('description', true),
    textField({ name: 'catalogueCode', label: t.catalogueCode, hint: t.catalogueHint, width: 20 }, form),
    textField({ name: 'quantity', label: t.quantity, inputmode: 'decimal', width: 10 }, form),
    select(
      { name: 'unit', label: t.unit, options: UNITS.map((unit) => ({ value: unit.code, text: ofBoth(unit, language) })) },
      form,
    ),
    textField({ name: 'unitPrice', label: t.unitPrice, inputmode: 'decimal', width: 20 }, form),
    ...both('term'),
    ...both('place'),
    textField({ name: 'kato', label: t.kato, hint: t.katoHint, inputmode: 'numeric', width: 10 }, form),
    textField({ name: 'advance', label: t.advance, inputmode: 'numeric', width: 3 }, form),
    checkboxes({ name: 'disability', label: t.feature, options: [{ value: 'yes', text: t.disability }] }, form),
  ];
}

/** Faults of the form as sentences beside their fields. */
export function planItemErrors(faults: readonly { field: string; fault: PlanItemFault }[], language: Language): FieldError[] {
  const t = inLanguage(PLAN, language);
  const labels = planItemFields({ language, values: {}, errors: [] }, []);
  const sentence: Record<Exclude<PlanItemFault, 'empty'>, string> = {
    quantity: t.wrongQuantity,
    price: t.wrongPrice,
    'price-ambiguous': t.ambiguousPrice,
    amount: t.zeroAmount,
    'amount-too-large': t.largeAmount,
    code: t.wrongCode,
    kato: t.wrongKato,
    percent: t.wrongPercent,
  };
  return faults.map(({ field, fault }) => ({
    field,
    href: anchorOf(field),
    text:
      fault === 'empty'
        ? fill(FIELD_EMPTY[language], { field: labels.find((each) => each.name === field)?.label ?? field })
        : sentence[fault],
  }));
}
