import type { DocumentVerdict, ResultsPayload } from '../../domain/procurement/documents.ts';
import type { Cell, SummaryRow } from '../components.ts';
import type { ContentBlock } from '../content.ts';
import { dateTimeWithZone } from '../formats.ts';
import { OPENING_NAMES } from '../texts/facts.ts';
import { CONSIDERATION, SINGLE_SOURCE } from '../texts/single-source.ts';
import { FAILURE_NAMES } from '../texts/terms.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';
import { whyStated } from './protocol-why.ts';

/** What only ПИ-ИОИ states: failed procurement, invited supplier, opening, decision of the representative (spec 17 §4). */
export function singleSourceBlocks(payload: ResultsPayload, language: Language): ContentBlock[] {
  const { singleSource } = payload;
  if (!singleSource) return [];
  const t = inLanguage(SINGLE_SOURCE, language);
  const c = inLanguage(CONSIDERATION, language);
  const { failed, invited, opening, review } = singleSource;
  const rows: SummaryRow[] = [
    {
      key: t.failedProcurement,
      text: `№ ${failed.number}`,
      href: `/procurements/${failed.number}`,
      lines: [FAILURE_NAMES[failed.ground][language]],
    },
    { key: t.invited, text: ofBoth(invited.name, language), lines: [invited.bin] },
    ...(opening
      ? [
          {
            key: t.opening,
            text: dateTimeWithZone(opening.at, language, 'second'),
            iso: opening.at,
            lines: [
              OPENING_NAMES[opening.how][language],
              ...(opening.by ? [fill(t.openedBy, { name: ofBoth(opening.by, language) })] : []),
              ...(opening.reason ? [opening.reason] : []),
            ],
            explained: whyStated(payload, '/singleSource/opening', t.opening, language),
          },
        ]
      : []),
    ...(review
      ? [
          {
            key: c.votedAt,
            text: dateTimeWithZone(review.at, language, 'second'),
            iso: review.at,
            lines: [ofBoth(review.by, language)],
            explained: whyStated(payload, '/singleSource/review', c.admission, language),
          },
        ]
      : []),
  ];
  if (!review) return [{ summary: rows }];
  const row = (section: string, { verdict, reason }: DocumentVerdict): { cells: Cell[] } => ({
    cells: [{ text: section, rowHeader: true }, { text: c[verdict] }, { text: reason ?? '' }],
  });
  return [
    { summary: rows },
    {
      heading: c.admission,
      table: {
        id: 'review',
        caption: c.admission,
        captionHidden: true,
        columns: [{ text: c.section }, { text: c.decision }, { text: c.reason }],
        rows: [
          ...(review.restrictions ? [row(c.common, review.restrictions)] : []),
          ...review.specifications.map((each) => row(`${c.perLot}: ${each.lot}`, each)),
        ],
        empty: '',
      },
    },
  ];
}
