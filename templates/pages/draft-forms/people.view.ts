import type { Organization, Representative } from '../../../domain/parties.ts';
import { fold } from '../../../domain/search-fold.ts';
import { dateTime, select, textField, type FieldView, type Filled } from '../../fields.ts';
import { DRAFT_FIELDS } from '../../texts/draft.ts';
import { fill, inLanguage, ofBoth, type Language } from '../../texts/texts.ts';
import type { FieldGroup } from '../draft-form.view.ts';

/** A person found by IIN or by a part of the name in either language; everybody when nothing is looked for. */
export const isFound = ({ iin, name }: Representative, text: string): boolean =>
  iin === text.trim() || fold(`${name.kk} ${name.ru}`).includes(fold(text));

export interface PeopleChoice {
  organizer: Organization;
  customers: Organization[];
  /** Users of an organization who may stand for it: BIN → people found. */
  organizerUsers: Representative[];
  customerUsers: Record<string, Representative[]>;
  accounts: Record<string, { iban: string }>;
  singleOrganizer: boolean;
  /** What people are looked for by; those chosen already stay. */
  text: string;
}

/** People as options: name, position, and contacts as they stand in the profile. */
export const personOptions = (people: readonly Representative[], choose: string, language: Language) => [
  { value: '', text: choose },
  ...people.map(({ userId, name, position, phone }) => ({
    value: userId,
    text: [ofBoth(name, language), ofBoth(position, language), phone].filter(Boolean).join(' · '),
  })),
];

/** Representatives, approval and accounts; with the single-organizer flag the order stands with the organizer (spec 01, step 4). */
export function peopleGroups(form: Filled, choice: PeopleChoice): FieldGroup[] {
  const { language } = form;
  const t = inLanguage(DRAFT_FIELDS, language);
  const choose = (name: string, people: readonly Representative[]) =>
    personOptions(
      people.filter((person) => isFound(person, choice.text) || form.values[name] === person.userId),
      t.choose,
      language,
    );
  const order = (people: readonly Representative[], of: string): FieldView[] => [
    select({ name: `approver${of}`, label: t.approver, hint: t.notRequired, options: choose(`approver${of}`, people) }, form),
    textField({ name: `orderNumber${of}`, label: t.orderNumber, width: 20 }, form),
    dateTime({ name: `orderDate${of}`, label: t.orderDate }, form),
  ];
  const account = (name: string, bin: string): FieldView[] => {
    const { iban } = choice.accounts[bin] ?? { iban: '' };
    return iban ? [select({ name, label: t.iban, options: [{ value: iban, text: iban }] }, form)] : [];
  };
  return [
    {
      heading: t.organizerPeople,
      lead: ofBoth(choice.organizer.name, language),
      fields: [
        select(
          {
            name: 'organizerRepresentative',
            label: t.organizerRepresentative,
            hint: t.personHint,
            options: choose('organizerRepresentative', choice.organizerUsers),
          },
          form,
        ),
        ...account('organizerIban', choice.organizer.bin),
        ...(choice.singleOrganizer ? order(choice.organizerUsers, '') : []),
      ],
    },
    ...choice.customers.map(({ bin, name }) => {
      const people = choice.customerUsers[bin] ?? [];
      return {
        heading: fill(t.customerPeople, { name: ofBoth(name, language) }),
        fields: [
          select(
            {
              name: `representative-${bin}`,
              label: t.customerRepresentative,
              hint: t.personHint,
              options: choose(`representative-${bin}`, people),
            },
            form,
          ),
          ...account(`iban-${bin}`, bin),
          ...(choice.singleOrganizer ? [] : order(people, `-${bin}`)),
        ],
      };
    }),
  ];
}
