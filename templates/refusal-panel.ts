import type { Refusal } from '../domain/refusals.ts';
import { cite } from '../domain/regulation.ts';
import type { Explained, RefusalPanel } from './components.ts';
import { articleInWords, WHY } from './texts/deadlines.ts';
import { REFUSAL_INPUTS } from './texts/refusals/inputs.ts';
import { sentencesOf, writtenFacts } from './texts/refusals.ts';
import type { Language } from './texts/texts.ts';

/** What the rule that says no was applied to, and where it stands. Nothing where there is neither. */
export function explainRefusal(refusal: Refusal, language: Language): Explained[] {
  const values = writtenFacts(refusal.facts, language);
  const inputs = Object.entries(REFUSAL_INPUTS).flatMap(([name, label]) => {
    const text = values[name];
    return text === undefined ? [] : [{ key: label[language], text }];
  });
  // The ground has a line of its own here.
  const { source: _ground, ...bare } = refusal;
  const { what, why: rule } = sentencesOf(bare, language);
  if (inputs.length === 0 && !refusal.source) return [];
  const article = refusal.source ? `${WHY.article[language]}: ${articleInWords(cite(refusal.source), language)}` : '';
  return [{ summary: WHY.why[language], of: what, rule: rule || what, inputs, steps: [], article }];
}

/** A refusal as a page shows it: its four parts, «Почему?», its code for support. */
export function refusalPanel(refusal: Refusal, language: Language): RefusalPanel {
  return { ...sentencesOf(refusal, language), small: refusal.code, explained: explainRefusal(refusal, language) };
}
