import type { Organization, Representative } from '../../../domain/parties.ts';
import { CONTRACT_KINDS } from '../../../domain/procurement/documents.ts';
import type { DraftBody } from '../../../domain/procurement/draft/body.ts';
import { clausePlaces } from '../../../domain/procurement/draft/forms/contract.ts';
import { radios, select, textArea, textField, type FieldView, type Filled } from '../../fields.ts';
import { CONTRACT_KIND_NAMES, DRAFT_FIELDS } from '../../texts/draft.ts';
import { fill, inLanguage, ofBoth } from '../../texts/texts.ts';
import type { FieldGroup } from '../draft-form.view.ts';
import { personOptions } from './people.view.ts';

/** «Форма ввода данных» of the draft contract in both languages, and added clauses (S1 §1.3.1.3). */
export function contractGroups(
  form: Filled,
  body: DraftBody,
  { customers, signatories }: { customers: Organization[]; signatories: Record<string, Representative[]> },
): FieldGroup[] {
  const { language } = form;
  const t = inLanguage(DRAFT_FIELDS, language);
  const inBoth = (name: string, title: string, rows: number): FieldView[] =>
    (['kk', 'ru'] as const).map((each) => {
      const field = {
        name: `${name}-${each}`,
        label: `${title}, ${each === 'kk' ? t.inKazakh : t.inRussian}`,
        textLanguage: each,
      };
      return rows > 1 ? textArea({ ...field, rows }, form) : textField(field, form);
    });
  const kinds = CONTRACT_KINDS.filter((kind) =>
    body.head.subjectKind === 'works' ? kind.startsWith('works') : kind === body.head.subjectKind,
  ).map((kind) => ({ value: kind, text: CONTRACT_KIND_NAMES[kind][language] }));
  const signs = customers.map(({ bin, name }) =>
    select(
      {
        name: `signatory-${bin}`,
        label: t.signatory,
        hint: ofBoth(name, language),
        options: personOptions(signatories[bin] ?? [], t.choose, language),
      },
      form,
    ),
  );
  const clauses = Array.from({ length: clausePlaces(body) }, (_, index) => index + 1);
  const short = (name: 'warrantyMonths' | 'securityPercent', width: 3 | 4) =>
    textField({ name, label: t[name], hint: t.ifAny, inputmode: 'decimal', width }, form);
  return [
    {
      fields: [
        radios({ name: 'kind', label: t.contractKind, options: kinds }, form),
        ...inBoth('subject', t.subject, 2),
        ...inBoth('region', t.region, 1),
        textField({ name: 'expenditureCode', label: t.expenditureCode, inputmode: 'numeric', width: 5 }, form),
        ...inBoth('paymentTerms', t.paymentTerms, 3),
        short('securityPercent', 4),
        ...inBoth('term', t.contractTerm, 2),
        short('warrantyMonths', 3),
        ...signs,
        ...inBoth('basis', t.basis, 1),
      ],
    },
    {
      heading: t.clauses,
      lead: t.clausesHint,
      fields: clauses.flatMap((number) => inBoth(`clause-${number}`, fill(t.clause, { number }), 2)),
    },
  ];
}
