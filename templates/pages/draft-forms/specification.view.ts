import { textArea, textField, type FieldView, type Filled } from '../../fields.ts';
import { DRAFT_FIELDS } from '../../texts/draft.ts';
import { inLanguage } from '../../texts/texts.ts';
import type { FieldGroup } from '../draft-form.view.ts';

/** Шаблон технической спецификации: characteristics in both languages are required, the rest where there is something to say (S1 §1.3.1.2). */
export function specificationGroups(form: Filled): FieldGroup[] {
  const t = inLanguage(DRAFT_FIELDS, form.language);
  const inBoth = (name: 'characteristics' | 'standards' | 'relatedServices' | 'winnerConditions', rows: number): FieldView[] =>
    (['kk', 'ru'] as const).map((each) => {
      const label = `${t[name]}, ${each === 'kk' ? t.inKazakh : t.inRussian}`;
      return textArea(
        { name: `${name}-${each}`, label, rows, textLanguage: each, ...(name === 'characteristics' ? {} : { hint: t.ifAny }) },
        form,
      );
    });
  const warranty = textField(
    { name: 'warrantyMonths', label: t.warrantyMonths, hint: t.ifAny, inputmode: 'numeric', width: 3 },
    form,
  );
  return [
    {
      fields: [
        ...inBoth('characteristics', 8),
        ...inBoth('standards', 2),
        warranty,
        ...inBoth('relatedServices', 2),
        ...inBoth('winnerConditions', 2),
      ],
    },
  ];
}
