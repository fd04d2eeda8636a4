import { ROLES, type Role, type Text } from '../../domain/parties.ts';
import type { ContentBlock } from '../content.ts';
import type { DataTable, SummaryCard } from '../components.ts';
import { list } from '../formats.ts';
import { ROLE_NAMES } from '../texts/frame.ts';
import { WAYS } from '../texts/help-ways.ts';
import { EDS_HELP, HELP, PLACES, REFUSAL_HELP, TOUR } from '../texts/help.ts';
import { fill, inLanguage, ofBoth, type Language, type Words } from '../texts/texts.ts';

export interface HelpFacts {
  language: Language;
  sandbox: boolean;
  /** The role the reader acts in; null for visitors. */
  role: Role | null;
  contacts: { name: Text; position: Text; organization: Text | null; address: Text | null; phone: string; email: string }[];
}

/** Roles in the order of the help page: the reader's own first. */
const ORDER: readonly Role[] = ['supplier', ...ROLES.filter((role) => role !== 'supplier')];

/** What is where, how to get through for each role, whom to call. */
export function helpView(facts: HelpFacts): { blocks: ContentBlock[] } {
  const { language, sandbox, role } = facts;
  const t = inLanguage(HELP, language);
  const said = (sentences: Words[]) => sentences.map((sentence) => sentence[language]);
  const tour: ContentBlock = {
    ...{ id: 'tour', heading: t.tour, paragraphs: [t.tourLead], steps: said(TOUR) },
    links: [{ href: '/sign-in', text: t.toSignIn }],
  };
  const roles = [...ORDER].sort((a, b) => Number(b === role) - Number(a === role));
  return {
    blocks: [
      { paragraphs: [t.lead] },
      ...(sandbox ? [tour] : []),
      { id: 'where', heading: t.where, table: placesTable(facts) },
      ...roles.map((each): ContentBlock => {
        const { title, steps } = WAYS[each];
        const heading = each === role ? fill(t.yourRole, { role: title[language] }) : title[language];
        return { id: each, heading, steps: said(steps) };
      }),
      {
        id: 'signature',
        heading: t.eds,
        bullets: said(EDS_HELP),
        links: [{ href: '/eds', text: PLACES.find(({ href }) => href === '/eds')!.title[language] }],
      },
      { id: 'refusals', heading: t.refusals, bullets: said(REFUSAL_HELP) },
      { id: 'contacts', heading: t.contacts, ...contactsOf(facts), small: t.tell },
    ],
  };
}

function placesTable({ language }: HelpFacts): DataTable {
  const t = inLanguage(HELP, language);
  const whom = (place: (typeof PLACES)[number]) => {
    if (place.for === 'all') return t.everyone;
    if (place.for === 'people') return t.whoSignedIn;
    return list(
      place.for.map((role) => ROLE_NAMES[role][language]),
      language,
    );
  };
  return {
    ...{ id: 'places', caption: t.where, captionHidden: true, empty: '' },
    columns: [t.page, t.whatThere, t.forWhom].map((text) => ({ text })),
    rows: PLACES.map((place) => ({
      cells: [
        { href: place.href, text: place.title[language], rowHeader: true },
        { text: place.what[language] },
        { text: whom(place) },
      ],
    })),
  };
}

function contactsOf({ contacts, language }: HelpFacts): Pick<ContentBlock, 'cards' | 'paragraphs'> {
  const t = inLanguage(HELP, language);
  if (contacts.length === 0) return { paragraphs: [t.noContacts] };
  const cards = contacts.map(({ name, position, organization, address, phone, email }): SummaryCard => ({
    title: ofBoth(name, language),
    rows: [
      { key: t.position, text: ofBoth(position, language) },
      ...(organization ? [{ key: t.organization, text: ofBoth(organization, language) }] : []),
      ...(address ? [{ key: t.address, text: ofBoth(address, language) }] : []),
      { key: t.phone, text: phone, href: `tel:${phone.replace(/[^\d+]/g, '')}` },
      { key: t.email, text: email, href: `mailto:${email}` },
    ],
  }));
  return { cards };
}
