import type { Organization } from '../../domain/parties.ts';
import type { DraftBody } from '../../domain/procurement/draft/body.ts';
import { emptyContractFields, type DraftFault } from '../../domain/procurement/draft/faults.ts';
import { anchorOf, type FieldError, type FieldView } from '../fields.ts';
import { dateTime, list } from '../formats.ts';
import { EARLIEST, FIELD_EMPTY, GAP_SENTENCES, LOTS_PART } from '../texts/draft-faults.ts';
import { sentencesOf } from '../texts/refusals.ts';
import { fill, ofBoth, type Language } from '../texts/texts.ts';

/** A fault in words: what to do, for which lots or customers; a refused date names rule, article and the earliest date. */
export function faultSentence(fault: DraftFault, customers: readonly Organization[], language: Language): string {
  if (fault.gap === 'refused') {
    if (!fault.refusal) throw new Error('a refused step carries its refusal');
    const { what, why, now } = sentencesOf(fault.refusal, language);
    const earliest = fault.refusal.facts['earliest'];
    const named = fault.refusal.code === 'end-before-start' && typeof earliest === 'number';
    return [what, why, now, named ? `${fill(EARLIEST[language], { when: dateTime(earliest, language) })}.` : '']
      .filter(Boolean)
      .join(' ');
  }
  const lots = list(fault.lots ?? [], language);
  const names = (fault.customers ?? []).map((bin) => {
    const found = customers.find((each) => each.bin === bin);
    return found ? ofBoth(found.name, language) : bin;
  });
  const lotsPart = fault.lots ? fill(LOTS_PART[language], { lots }) : '';
  return fill(GAP_SENTENCES[fault.gap][language], { lots, lotsPart, customers: list(names, language) });
}

const emptyParts = (name: string, text: { kk: string; ru: string }): string[] =>
  (['kk', 'ru'] as const).filter((each) => !text[each].trim()).map((each) => `${name}-${each}`);

/** Fields of the step's form that a fault concerns; none where the step is not a form. */
export function fieldsOf(fault: DraftFault, body: DraftBody, lot?: string): string[] {
  const lots = body.lots.filter((each) => fault.lots?.includes(each.number));
  switch (fault.gap) {
    case 'name-missing':
      return emptyParts('name', body.head.name);
    case 'delivery-missing':
      return lots.flatMap(({ number, delivery }) => [
        ...(delivery.incoterms ? [] : [`incoterms-${number}`]),
        ...emptyParts(`place-${number}`, delivery.place),
      ]);
    case 'characteristics-missing':
      return lots
        .filter((each) => each.number === lot)
        .flatMap((each) => emptyParts('characteristics', each.specification.characteristics));
    case 'contract-fields-missing':
      return emptyContractFields(body);
    case 'customer-representative-missing':
      return (fault.customers ?? []).map((bin) => `representative-${bin}`);
    default:
      return fault.field ? [fault.field] : [];
  }
}

/** Faults of a step as errors of its form: the same sentence above the form, as a link, and beside the field. */
export function formErrors(facts: {
  faults: readonly DraftFault[];
  body: DraftBody;
  customers: readonly Organization[];
  /** Fields of the form with their labels. */
  fields: readonly FieldView[];
  language: Language;
  lot?: string;
}): FieldError[] {
  const { faults, body, customers, fields, language, lot } = facts;
  return faults.flatMap((fault) =>
    fieldsOf(fault, body, lot).flatMap((name) => {
      const field = fields.find((each) => each.name === name);
      if (!field) return [];
      const text =
        fault.gap === 'refused' || fault.gap === 'not-a-date'
          ? faultSentence(fault, customers, language)
          : fill(FIELD_EMPTY[language], { field: field.label });
      // A date is entered in parts: the link leads to the first of them.
      return [{ field: name, text, href: anchorOf(field.parts ? `${name}-day` : name) }];
    }),
  );
}
