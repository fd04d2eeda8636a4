import type { Following } from '../../domain/procurement/application.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import type { SummaryRow } from '../components.ts';
import { why } from '../derivation.ts';
import { dateTimeWithZone, isoInstant } from '../formats.ts';
import { OPENING_NAMES } from '../texts/facts.ts';
import { SINGLE_SOURCE } from '../texts/single-source.ts';
import { UNPUBLISHED } from '../texts/unpublished.ts';
import { FAILURE_NAMES, METHOD_NAMES } from '../texts/terms.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';

/** Who reads the head, and where the announcements stand that followed; without them all are published. */
export interface Reading {
  language: Language;
  following?: ReadonlyMap<string, Following>;
  /** People of the organizer see the draft that is not published. */
  ofOrganizer?: boolean;
}

/** Number and link of what followed: a draft is for the organizer's people only, a deleted one for nobody. */
function followedBy(number: string, state: Following, { language, ofOrganizer }: Reading): Pick<SummaryRow, 'text' | 'href'> {
  const text = `№ ${number}`;
  if (state === 'published') return { text, href: `/procurements/${number}` };
  const said = { text: `${text}: ${UNPUBLISHED[state === 'deleted' ? 'deleted' : 'notPublished'][language]}` };
  return ofOrganizer && state === 'unpublished' ? { ...said, href: `/procurements/${number}/unpublished` } : said;
}

/** What the head of a single source says besides, and on a failed procurement what followed it: links both ways (S1 §1.7.1). */
export function singleSourceRows(file: ProcurementFile, { language, following, ofOrganizer = false }: Reading): SummaryRow[] {
  const t = inLanguage(SINGLE_SOURCE, language);
  const { origin, invited, successors } = file;
  return [
    ...(origin
      ? [
          { key: t.failedMethod, text: METHOD_NAMES[origin.method][language] },
          {
            key: t.failedProcurement,
            text: `№ ${origin.number}`,
            href: `/procurements/${origin.number}`,
            lines: [FAILURE_NAMES[origin.ground][language]],
          },
        ]
      : []),
    ...(invited ? [{ key: t.invited, text: ofBoth(invited.name, language), lines: [invited.bin] }] : []),
    ...openingRows(file, language),
    ...(successors ?? []).map(({ number, lots }) => ({
      key: t.followedBy,
      ...followedBy(number, following?.get(number) ?? 'published', { language, ofOrganizer }),
      lines: [fill(t.followedLots, { lots: lots.join(', ') })],
    })),
  ];
}

/** When and how the application was opened, and why then; nothing before. */
export function openingRows({ opening, derivations }: ProcurementFile, language: Language): SummaryRow[] {
  if (!opening) return [];
  const t = inLanguage(SINGLE_SOURCE, language);
  const by = opening.by ? [fill(t.openedBy, { name: ofBoth(opening.by.name, language) })] : [];
  return [
    {
      key: t.opening,
      text: dateTimeWithZone(opening.at, language, 'second'),
      iso: isoInstant(opening.at),
      lines: [OPENING_NAMES[opening.how][language], ...by],
      explained: why(derivations['opening'], t.opening, language),
    },
  ];
}

/** The customer's contact that the portal leaves empty where the organizer buys for others, with the way to fill it (S1 §1.7.1). */
export const emptyContact = (key: string, language: Language): SummaryRow => ({
  key,
  tag: { text: SINGLE_SOURCE.toFill[language], colour: 'yellow' },
  lines: [SINGLE_SOURCE.toFillHow[language]],
});
