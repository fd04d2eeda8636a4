import {
  type Derivation,
  DERIVATION_STEPS as STEPS,
  type DerivationInput,
  type DerivationStep,
  type Step,
} from '../domain/derivation.ts';
import { openedOffers, type ProcurementFile } from '../domain/procurement/file.ts';
import type { Explained, SummaryRow } from './components.ts';
import { date, dateTime, dateTimeWithZone, duration, isoInstant, money, number, percent, quantity, time } from './formats.ts';
import { articleInWords, WHY } from './texts/deadlines.ts';
import { DERIVATION_INPUTS, UNSHOWN_INPUTS } from './texts/derivations/inputs.ts';
import { DERIVATION_RULES } from './texts/derivations/rules.ts';
import { CONSIDERED, COUNTED_MOVED, CRITERIA, DEADLINE_NAMES, DERIVATION_STEPS, FREE_DAYS } from './texts/derivations/steps.ts';
import { nameOfCode } from './texts/derivations/codes.ts';
import { fill, inLanguage, type Language } from './texts/texts.ts';

/** What the words of a derivation need beside it; all may be absent. */
export interface Known {
  /** Names of free days by date, as the calendar's version has them. */
  days?: ReadonlyMap<string, { name: { kk: string; ru: string } }>;
  /** Names of suppliers by place of receipt, once the quotations are opened. */
  suppliers?: ReadonlyMap<number, { kk: string; ru: string }>;
}

/** A derivation in words: rule, ground, inputs, steps. */
export interface Explanation {
  rule: string;
  article: string;
  inputs: SummaryRow[];
  steps: string[];
}

type Write = (value: string | number, language: Language, known: Known) => Pick<SummaryRow, 'text' | 'iso'>;

const instant: Write = (value, language) => ({ text: dateTimeWithZone(value, language, 'second'), iso: isoInstant(value) });
const stretch: Write = (value, language) => ({ text: duration(Number(value), language) });
const amount: Write = (value, language) => ({ text: money(String(value), language) });
const day: Write = (value, language) => ({ text: date(value, language) });
const code: Write = (value, language) => ({ text: nameOfCode(String(value), language) });
const plain: Write = (value, language) => ({ text: typeof value === 'number' ? number(value, language) : value });

const supplier = (order: number, language: Language, { suppliers }: Known): string => {
  const named = suppliers?.get(order);
  return named ? (language === 'kk' ? named.kk : named.ru) : `№ ${order}`;
};

const WRITTEN: Partial<Record<DerivationInput, Write>> = {
  chosen: instant,
  published: instant,
  earliest: instant,
  from: instant,
  resumed: instant,
  declared: instant,
  former: instant,
  elapsed: instant,
  working: instant,
  at: instant,
  checkedAt: instant,
  left: stretch,
  workingLeft: stretch,
  quantity: (value, language) => ({ text: quantity(String(value), language) }),
  unitPrice: amount,
  amount,
  total: amount,
  price: amount,
  saving: amount,
  percent: (value, language) => ({ text: percent(String(value), language) }),
  actDate: day,
  sheet: day,
  fact: code,
  statusBefore: code,
  statusAfter: code,
  ground: code,
  reason: code,
  quotation: (value, language, known) => ({ text: supplier(Number(value), language, known) }),
};

function inputRows({ inputs }: Derivation, language: Language, known: Known): SummaryRow[] {
  return (Object.keys(DERIVATION_INPUTS) as DerivationInput[]).flatMap((name) => {
    const value = inputs[name];
    if (value === undefined || UNSHOWN_INPUTS.has(name)) return [];
    return [{ key: DERIVATION_INPUTS[name][language], ...(WRITTEN[name] ?? plain)(value, language, known) }];
  });
}

const isStep = (word: string): word is DerivationStep => STEPS.some((step) => step === word);

/** Values of a step by the places of its sentence. */
function valuesOf(step: DerivationStep, values: string[], language: Language, known: Known): Record<string, string> {
  const [first = '', second = '', third = '', fourth = ''] = values;
  switch (step) {
    case 'starts':
      return { date: date(first, language) };
    case 'counted':
      return { date: date(first, language), n: second };
    case 'free': {
      const named = known.days?.get(first);
      const name = named ? ` (${language === 'kk' ? named.name.kk : named.name.ru})` : '';
      return { date: date(first, language), why: `${FREE_DAYS[second]?.[language] ?? second}${name}` };
    }
    case 'at':
    case 'opens':
    case 'ends':
      return { date: date(first, language), time: time(`${first}T${second}+05:00`) };
    case 'left-of':
      return { deadline: DEADLINE_NAMES[first]?.[language] ?? first };
    case 'ranked':
      return {
        place: first,
        supplier: supplier(Number(second), language, known),
        price: money(third, language),
        at: dateTime(fourth, language, 'millisecond'),
      };
    case 'rejected':
      return { supplier: supplier(Number(first), language, known), ground: nameOfCode(second, language) };
    case 'decided-by':
      return { criterion: CRITERIA[first]?.[language] ?? first };
    case 'admitted':
      return { part: CONSIDERED[first]?.[language] ?? first };
    case 'compared':
      return { price: money(first, language), amount: money(second, language) };
    case 'ground-fits':
      return { ground: nameOfCode(first, language) };
    case 'start-is-not-before-publication':
    case 'start-is-a-working-day':
    case 'publication-is-on-a-working-day':
    case 'stopped-before':
    case 'working-days-end-later':
    case 'elapsed-time-ends-later':
    case 'former-time-of-day':
    case 'former-end-is-later':
      return {};
  }
}

function stepText(step: Step, language: Language, known: Known): string {
  const [word = '', ...values] = step.split(' ');
  if (!isStep(word)) return step;
  const sentence = word === 'counted' && values[2] ? COUNTED_MOVED : DERIVATION_STEPS[word];
  return fill(sentence[language], valuesOf(word, values, language, known));
}

/** A recorded derivation in one language. */
export function explain(derivation: Derivation, language: Language, known: Known = {}): Explanation {
  return {
    rule: DERIVATION_RULES[derivation.rule][language],
    article: articleInWords(derivation.article, language),
    inputs: inputRows(derivation, language, known),
    steps: derivation.steps.map((step) => stepText(step, language, known)),
  };
}

/** «Почему?» that opens in place. `of` = what it explains, for screen readers; nothing where nothing is recorded. */
export function why(derivation: Derivation | undefined, of: string, language: Language, known: Known = {}): Explained[] {
  if (!derivation) return [];
  const { rule, article, inputs, steps } = explain(derivation, language, known);
  const t = whyWords(language);
  return [{ summary: t.why, of, rule, inputs, steps, article: `${t.article}: ${article}` }];
}

/** Names by place of receipt. */
export const namedByOrder = (offers: readonly { order: number; supplier: { name: { kk: string; ru: string } } }[]) =>
  new Map(offers.map(({ order, supplier }) => [order, supplier.name]));

/** Who offered, by place of receipt; nobody before the opening. */
export const suppliersOf = (file: Pick<ProcurementFile, 'quotations' | 'application'>) => namedByOrder(openedOffers(file));

/** The words of an explanation's frame. */
export const whyWords = (language: Language): Record<keyof typeof WHY, string> => inLanguage(WHY, language);
