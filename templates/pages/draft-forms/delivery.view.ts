import type { DraftBody } from '../../../domain/procurement/draft/body.ts';
import { INCOTERMS } from '../../../domain/procurement/draft/forms/delivery.ts';
import { select, textField, type Filled } from '../../fields.ts';
import { DRAFT_FIELDS } from '../../texts/draft.ts';
import { fill, inLanguage, ofBoth } from '../../texts/texts.ts';
import type { FieldGroup } from '../draft-form.view.ts';

/** Условия поставки: required for goods, by the international rules (S1 §1.3.1.1). */
export function deliveryGroups(form: Filled, body: DraftBody): FieldGroup[] {
  const { language } = form;
  const t = inLanguage(DRAFT_FIELDS, language);
  const rules = [{ value: '', text: t.choose }, ...INCOTERMS.map((rule) => ({ value: rule, text: rule }))];
  return body.lots.map(({ number, item }) => ({
    heading: fill(t.lot, { number, name: ofBoth(item.name, language) }),
    fields: [
      select({ name: `incoterms-${number}`, label: t.incoterms, options: rules }, form),
      textField({ name: `place-${number}-kk`, label: t.placeKk, textLanguage: 'kk' }, form),
      textField({ name: `place-${number}-ru`, label: t.placeRu, textLanguage: 'ru' }, form),
    ],
  }));
}
