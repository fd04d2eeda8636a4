import { compare, LARGEST_AMOUNT, multiply, parseMoney } from '../../../money.ts';
import { METHODS, SUBJECT_KINDS, type Method, type SubjectKind } from '../../file.ts';
import type { PlanItemBody } from '../plan-item.ts';
import { isTicked, typed, typedText, type Typed } from './typed.ts';

export const PLAN_ITEM_FAULTS = [
  'empty',
  'quantity',
  'price',
  'price-ambiguous',
  'amount',
  'amount-too-large',
  'code',
  'kato',
  'percent',
] as const;
export type PlanItemFault = (typeof PLAN_ITEM_FAULTS)[number];

export interface TypedPlanItem {
  method: Method;
  subjectKind: SubjectKind;
  customer: string;
  /** BIN of the organizer; empty: the customer itself. */
  organizer: string;
  body: PlanItemBody;
}

export type ReadPlanItem = { ok: true; item: TypedPlanItem } | { ok: false; faults: { field: string; fault: PlanItemFault }[] };

const REQUIRED = [
  'name-kk',
  'name-ru',
  'description-kk',
  'description-ru',
  'term-kk',
  'term-ru',
  'place-kk',
  'place-ru',
  'customer',
  'unit',
];

/** Decimal string with a point of a quantity as typed: '240', '0,5', '1 000'. Null when it is none, or zero. */
function quantityOf(text: string): string | null {
  const bare = text.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.');
  return /^\d{1,12}(\.\d{1,6})?$/.test(bare) && Number(bare) > 0 ? bare.replace(/^0+(?=\d)/, '') : null;
}

/** A line of the plan as typed, with everything that is wrong. `units` = the classifier's units that are offered. */
export function readPlanItem(values: Typed, units: readonly { code: string; kk: string; ru: string }[]): ReadPlanItem {
  const faults: { field: string; fault: PlanItemFault }[] = REQUIRED.filter((field) => !typed(values, field)).map((field) => ({
    field,
    fault: 'empty',
  }));
  const wrong = (field: string, fault: PlanItemFault) => faults.push({ field, fault });
  const quantity = quantityOf(typed(values, 'quantity'));
  const price = parseMoney(typed(values, 'unitPrice'));
  const unit = units.find((each) => each.code === typed(values, 'unit'));
  const [catalogueCode, kato, advance] = [typed(values, 'catalogueCode'), typed(values, 'kato'), typed(values, 'advance') || '0'];
  if (!quantity) wrong('quantity', 'quantity');
  if (!price.ok) wrong('unitPrice', price.reason === 'ambiguous' ? 'price-ambiguous' : 'price');
  else if (quantity && multiply(quantity, price.money) === '0.00') wrong('unitPrice', 'amount');
  else if (quantity && compare(multiply(quantity, price.money), LARGEST_AMOUNT) > 0) wrong('unitPrice', 'amount-too-large');
  if (!/^\d{6}\.\d{3}\.\d{6}$/.test(catalogueCode)) wrong('catalogueCode', 'code');
  if (kato && !/^\d{9}$/.test(kato)) wrong('kato', 'kato');
  if (!/^\d{1,2}$|^100$/.test(advance)) wrong('advance', 'percent');
  if (!price.ok || !quantity || !unit || faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    item: {
      method: METHODS.find((each) => each === typed(values, 'method')) ?? METHODS[0],
      subjectKind: SUBJECT_KINDS.find((each) => each === typed(values, 'subjectKind')) ?? SUBJECT_KINDS[0],
      customer: typed(values, 'customer'),
      organizer: typed(values, 'organizer'),
      body: {
        name: typedText(values, 'name'),
        description: typedText(values, 'description'),
        term: typedText(values, 'term'),
        place: typedText(values, 'place'),
        ...{ quantity, unit, catalogueCode, kato, advance },
        unitPrice: price.money,
        disability: isTicked(values, 'disability'),
      },
    },
  };
}
