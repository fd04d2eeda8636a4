import type { DeadlineDerivation } from '../../domain/case.ts';
import type { ContentBlock } from '../content.ts';
import type { SummaryRow } from '../components.ts';
import { date, dateTimeWithZone, duration, isoInstant, number, time } from '../formats.ts';
import { articleInWords, DEADLINE_INPUTS, DEADLINE_RULES, DEADLINE_STEPS, FREE_DAYS, WHY } from '../texts/deadlines.ts';
import { fill, inLanguage, type Language } from '../texts/texts.ts';
import { fullInstant } from './procurement-panel.ts';

export interface WhyFacts {
  language: Language;
  /** The instant, ms; null while suspended, when only what is left is known. */
  at: number | null;
  /** What is left while suspended, ms. */
  left: number | null;
  key: string;
  derivation: DeadlineDerivation;
  /** Names of free days by date, as the calendar's version has them. */
  days: ReadonlyMap<string, { name: { kk: string; ru: string }; act: string }>;
}

/** How a deadline came about: rule, ground, inputs, the days as they were counted. */
export function whyBlocks(facts: WhyFacts): ContentBlock[] {
  const { language, derivation, at, left } = facts;
  const t = inLanguage(WHY, language);
  const result =
    at !== null ? fullInstant(at, language) : fill(t.noFixed, { left: left === null ? '' : duration(left, language) });
  const rows: SummaryRow[] = [
    { key: t.result, text: result },
    { key: t.rule, text: DEADLINE_RULES[derivation.rule]?.[language] ?? derivation.rule },
    { key: t.article, text: articleInWords(derivation.article, language) },
  ];
  return [
    { summary: rows },
    { heading: t.inputs, summary: inputRows(derivation, language) },
    { heading: t.steps, steps: derivation.steps.map((step) => stepText(step, facts)) },
    ...(facts.key === 'quotations-end' ? [{ paragraphs: [t.exactly] }] : []),
  ];
}

const INSTANTS = new Set(['chosen', 'published', 'earliest', 'from', 'resumed', 'elapsed', 'working']);
const STRETCHES = new Set(['left', 'workingLeft']);

function inputRows({ inputs }: DeadlineDerivation, language: Language): SummaryRow[] {
  return Object.entries(DEADLINE_INPUTS).flatMap(([name, label]) => {
    const value = inputs[name];
    if (value === undefined) return [];
    const key = label[language];
    if (typeof value === 'number' && INSTANTS.has(name))
      return [{ key, text: dateTimeWithZone(value, language, 'second'), iso: isoInstant(value) }];
    if (typeof value === 'number' && STRETCHES.has(name)) return [{ key, text: duration(value, language) }];
    return [{ key, text: typeof value === 'number' ? number(value, language) : value }];
  });
}

function stepText(step: string, { language, days }: WhyFacts): string {
  const whole = DEADLINE_STEPS[step];
  if (whole) return whole[language];
  const [code = '', of = '', value = '', extra] = step.split(' ');
  const sentence = DEADLINE_STEPS[extra ? `${code}-moved` : code];
  if (!sentence) return step;
  if (code === 'free') {
    const named = days.get(of);
    const name = named ? ` (${language === 'kk' ? named.name.kk : named.name.ru})` : '';
    return fill(sentence[language], { date: date(of, language), why: `${FREE_DAYS[value]?.[language] ?? value}${name}` });
  }
  if (code === 'at') return fill(sentence[language], { date: date(of, language), time: time(`${of}T${value}+05:00`) });
  return fill(sentence[language], { date: date(of, language), n: value });
}
