import type { Text } from '../../domain/parties.ts';
import type { ContentBlock } from '../content.ts';
import { dateTime, isoInstant } from '../formats.ts';
import { SANDBOX } from '../texts/sandbox.ts';
import { inLanguage, ofBoth, type Language } from '../texts/texts.ts';
import { fullInstant } from './procurement-panel.ts';

export interface SandboxFacts {
  language: Language;
  csrf: string;
  legalNow: number;
  upcoming: { number: string; name: Text; key: string; at: number }[];
}

/** What a deadline brings, in words. */
export const eventOf = (key: string, language: Language): string =>
  key === 'quotations-start' || key === 'quotations-end' || key === 'applications-start' || key === 'applications-end'
    ? SANDBOX[key][language]
    : key;

/** The clock of the training portal: what time it is, what comes next, the button that goes there. */
export function sandboxView({ language, csrf, legalNow, upcoming }: SandboxFacts) {
  const t = inLanguage(SANDBOX, language);
  const blocks: ContentBlock[] = [
    {
      heading: t.upcoming,
      table: {
        id: 'upcoming',
        caption: t.upcoming,
        captionHidden: true,
        columns: [{ text: t.at }, { text: t.what }, { text: t.announcement }],
        rows: upcoming.map(({ number, name, key, at }) => ({
          cells: [
            { text: dateTime(at, language), iso: isoInstant(at) },
            { text: eventOf(key, language) },
            { text: `№ ${number}`, href: `/procurements/${number}`, lines: [ofBoth(name, language)] },
          ],
        })),
        empty: t.none,
      },
    },
  ];
  return {
    csrf,
    lead: t.lead,
    now: t.now,
    at: { iso: isoInstant(legalNow), text: fullInstant(legalNow, language) },
    button: t.go,
    mayGo: upcoming.length > 0,
    blocks,
  };
}
