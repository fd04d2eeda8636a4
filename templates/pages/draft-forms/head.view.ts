import { METHODS, SUBJECT_KINDS } from '../../../domain/procurement/file.ts';
import { PURCHASE_TYPES } from '../../../domain/procurement/draft/forms/head.ts';
import { checkboxes, radios, select, textField, type Filled } from '../../fields.ts';
import { DRAFT_FIELDS } from '../../texts/draft.ts';
import { METHOD_NAMES, PURCHASE_TYPE_NAMES, SUBJECT_NAMES } from '../../texts/terms.ts';
import { inLanguage } from '../../texts/texts.ts';
import type { FieldGroup } from '../draft-form.view.ts';

/** Создание проекта объявления (S1 §1.3.1.1). `fixed`: lots are chosen, so what they were chosen by stays. */
export function headGroups(form: Filled, { fixed }: { fixed: boolean }): FieldGroup[] {
  const { language } = form;
  const t = inLanguage(DRAFT_FIELDS, language);
  const options = <T extends string>(values: readonly T[], names: Record<T, Record<typeof language, string>>) =>
    values.map((value) => ({ value, text: names[value][language] }));
  return [
    {
      ...(fixed ? { lead: t.chosenByLots } : {}),
      fields: [
        select({ name: 'method', label: t.method, options: options(METHODS, METHOD_NAMES) }, form),
        radios(
          {
            name: 'purchaseType',
            label: t.purchaseType,
            hint: t.purchaseTypeHint,
            options: options(PURCHASE_TYPES, PURCHASE_TYPE_NAMES),
          },
          form,
        ),
        radios({ name: 'subjectKind', label: t.subjectKind, options: options(SUBJECT_KINDS, SUBJECT_NAMES) }, form),
        textField({ name: 'name-kk', label: t.nameKk, textLanguage: 'kk' }, form),
        textField({ name: 'name-ru', label: t.nameRu, textLanguage: 'ru' }, form),
        checkboxes({ name: 'disability', label: t.feature, options: [{ value: 'yes', text: t.disability }] }, form),
      ],
    },
  ];
}
