import type { Derivation } from '../../domain/derivation.ts';
import type { ContentBlock } from '../content.ts';
import { explain, type Known, whyWords } from '../derivation.ts';
import { duration } from '../formats.ts';
import { fill, type Language } from '../texts/texts.ts';
import { fullInstant } from './procurement-panel.ts';

export interface WhyFacts extends Required<Pick<Known, 'days'>> {
  language: Language;
  /** The instant, ms; null while suspended, when only what is left is known. */
  at: number | null;
  /** What is left while suspended, ms. */
  left: number | null;
  key: string;
  derivation: Derivation;
}

/** How a deadline came about: rule, ground, inputs, the days as they were counted. */
export function whyBlocks({ language, derivation, at, left, key, days }: WhyFacts): ContentBlock[] {
  const t = whyWords(language);
  const { rule, article, inputs, steps } = explain(derivation, language, { days });
  const result =
    at !== null ? fullInstant(at, language) : fill(t.noFixed, { left: left === null ? '' : duration(left, language) });
  return [
    {
      summary: [
        { key: t.result, text: result },
        { key: t.rule, text: rule },
        { key: t.article, text: article },
      ],
    },
    { heading: t.inputs, summary: inputs },
    { heading: t.steps, steps },
    ...(key.endsWith('-end') ? [{ paragraphs: [t.exactly] }] : []),
  ];
}
