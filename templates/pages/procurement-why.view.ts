import type { Derivation } from '../../domain/derivation.ts';
import { shownStatus, type ProcurementFile } from '../../domain/procurement/file.ts';
import type { Link } from '../components.ts';
import type { ContentBlock } from '../content.ts';
import { explain, type Known, whyWords } from '../derivation.ts';
import { duration } from '../formats.ts';
import { PROCUREMENT } from '../texts/procurement.ts';
import { STATUS_NAMES } from '../texts/statuses.ts';
import { fill, type Language } from '../texts/texts.ts';
import { fullInstant } from './procurement-panel.ts';

/** Fields beside the deadlines that lists show and that have an explanation of their own. */
const LISTED = ['status', 'publishedAt'] as const;
type Listed = (typeof LISTED)[number];

/** «Почему?» of a value in a list, with the page that explains it. `key`: a deadline, `status` or `publishedAt`; `what` for screen readers. */
export const whyLink = (number: string, key: string, what: string, language: Language): Link => ({
  href: `/procurements/${number}/why/${key}`,
  text: whyWords(language).why,
  hidden: `${what}, № ${number}`,
});

/** A value and how it came about. */
export interface WhyFacts extends Required<Pick<Known, 'days'>> {
  language: Language;
  key: string;
  /** What the value is called, and the value in words. */
  label: string;
  result: string;
  derivation: Derivation;
}

/** A deadline in words: its instant, ms; while suspended only what is left is known, ms. */
export function deadlineResult({ at, left }: { at: number | null; left: number | null }, language: Language): string {
  if (at !== null) return fullInstant(at, language);
  return fill(whyWords(language).noFixed, { left: left === null ? '' : duration(left, language) });
}

/** Status or publication of a procurement as the page explains it; undefined for what is not of them or not recorded. */
export function listedValue(
  file: ProcurementFile,
  key: string,
  language: Language,
): Pick<WhyFacts, 'label' | 'result' | 'derivation'> | undefined {
  const listed = LISTED.find((each) => each === key);
  const derivation = listed && file.derivations[listed];
  if (!derivation) return undefined;
  const results: Record<Listed, string> = {
    status: STATUS_NAMES[shownStatus(file)][language],
    publishedAt: file.publishedAt === null ? '' : fullInstant(file.publishedAt, language),
  };
  return { label: PROCUREMENT[listed][language], result: results[listed], derivation };
}

/** How a value came about: rule, ground, inputs, the days as they were counted. */
export function whyBlocks({ language, derivation, key, label, result, days }: WhyFacts): ContentBlock[] {
  const t = whyWords(language);
  const { rule, article, inputs, steps } = explain(derivation, language, { days });
  return [
    {
      summary: [
        { key: label, text: result },
        { key: t.rule, text: rule },
        { key: t.article, text: article },
      ],
    },
    ...(inputs.length > 0 ? [{ heading: t.inputs, summary: inputs }] : []),
    ...(steps.length > 0 ? [{ heading: t.steps, steps }] : []),
    ...(key.endsWith('-end') ? [{ paragraphs: [t.exactly] }] : []),
  ];
}
