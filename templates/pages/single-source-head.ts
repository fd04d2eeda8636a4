import type { ProcurementFile } from '../../domain/procurement/file.ts';
import type { SummaryRow } from '../components.ts';
import { why } from '../derivation.ts';
import { dateTimeWithZone, isoInstant } from '../formats.ts';
import { OPENING_NAMES } from '../texts/facts.ts';
import { SINGLE_SOURCE } from '../texts/single-source.ts';
import { FAILURE_NAMES, METHOD_NAMES } from '../texts/terms.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';

/** What the head of a single source says besides, and on a failed procurement what followed it: links both ways (S1 §1.7.1). */
export function singleSourceRows(file: ProcurementFile, language: Language): SummaryRow[] {
  const t = inLanguage(SINGLE_SOURCE, language);
  const { origin, invited, opening, successors } = file;
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
    ...(opening
      ? [
          {
            key: t.opening,
            text: dateTimeWithZone(opening.at, language, 'second'),
            iso: isoInstant(opening.at),
            lines: [
              OPENING_NAMES[opening.how][language],
              ...(opening.by ? [fill(t.openedBy, { name: ofBoth(opening.by.name, language) })] : []),
            ],
            explained: why(file.derivations['opening'], t.opening, language),
          },
        ]
      : []),
    ...(successors ?? []).map(({ number, lots }) => ({
      key: t.followedBy,
      text: `№ ${number}`,
      href: `/procurements/${number}`,
      lines: [fill(t.followedLots, { lots: lots.join(', ') })],
    })),
  ];
}

/** The customer's contact that the portal leaves empty where the organizer buys for others, with the way to fill it (S1 §1.7.1). */
export const emptyContact = (key: string, language: Language): SummaryRow => ({
  key,
  tag: { text: SINGLE_SOURCE.toFill[language], colour: 'yellow' },
  lines: [SINGLE_SOURCE.toFillHow[language]],
});
