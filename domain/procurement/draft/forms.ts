import type { WorkingCalendar } from '../../calendar.ts';
import type { DraftBody, DraftStep } from './body.ts';
import { contractValues, withContract } from './forms/contract.ts';
import { datesValues, withDates } from './forms/dates.ts';
import { deliveryValues, withDelivery } from './forms/delivery.ts';
import { headValues, withHead } from './forms/head.ts';
import { peopleValues, withPeople } from './forms/people.ts';
import { specificationValues, withSpecification } from './forms/specification.ts';
import { type Typed, typed } from './forms/typed.ts';

export * from './forms/contract.ts';
export * from './forms/delivery.ts';
export * from './forms/head.ts';
export * from './forms/plan-item.ts';
export * from './forms/typed.ts';

/** A page of the wizard that is a form: a step, or the specification of one lot. */
export type DraftForm = { step: Exclude<DraftStep, 'lots' | 'specification'> } | { step: 'specification'; lot: string };

/** The forms that a draft has now: delivery, and specifications in writing, are of goods alone (S1 §1.3.1.1, §1.3.1.2). */
export function formsOf({ head, lots }: DraftBody): DraftForm[] {
  const ofGoods: DraftForm[] = [
    { step: 'delivery' },
    ...lots.map(({ number: lot }): DraftForm => ({ step: 'specification', lot })),
  ];
  return [
    { step: 'head' },
    ...(head.subjectKind === 'goods' ? ofGoods : []),
    { step: 'contract' },
    { step: 'people' },
    { step: 'dates' },
  ];
}

/** Name under which saves of a form are counted: two people in different forms do not disturb each other. */
export const formKey = (form: DraftForm): string => (form.step === 'specification' ? `specification-${form.lot}` : form.step);

/** What the form shows for a body. */
export function formValues(form: DraftForm, body: DraftBody): Typed {
  switch (form.step) {
    case 'head':
      return headValues(body);
    case 'delivery':
      return deliveryValues(body);
    case 'specification':
      return specificationValues(body, form.lot);
    case 'contract':
      return contractValues(body);
    case 'people':
      return peopleValues(body);
    case 'dates':
      return datesValues(body);
  }
}

/** The body with the form as typed, complete or not. */
export function withForm(form: DraftForm, body: DraftBody, values: Typed, calendar: WorkingCalendar): DraftBody {
  switch (form.step) {
    case 'head':
      return withHead(body, values);
    case 'delivery':
      return withDelivery(body, values);
    case 'specification':
      return withSpecification(body, form.lot, values);
    case 'contract':
      return withContract(body, values);
    case 'people':
      return withPeople(body, values);
    case 'dates':
      return withDates(body, values, calendar);
  }
}

/**
 * The first value that the form would not keep as it was sent: a field it has not, a choice that is not offered. A page shows what was
 * kept; a program is told.
 */
export function notKept(form: DraftForm, body: DraftBody, values: Typed, calendar: WorkingCalendar): string | null {
  const kept = formValues(form, withForm(form, body, values, calendar));
  return Object.keys(values).find((name) => typed(kept, name) !== typed(values, name)) ?? null;
}
