import { describe, expect, test } from 'vitest';
import {
  type Derivation,
  DERIVATION_INPUTS,
  DERIVATION_RULES,
  DERIVATION_STEPS,
  type Derivations,
  type DerivationStep,
  type Step,
} from '../../domain/derivation.ts';
import { explain } from '../../templates/derivation.ts';
import { DERIVATION_INPUTS as INPUT_WORDS, UNSHOWN_INPUTS } from '../../templates/texts/derivations/inputs.ts';
import { DERIVATION_RULES as RULE_WORDS } from '../../templates/texts/derivations/rules.ts';
import * as stepWords from '../../templates/texts/derivations/steps.ts';
import { LANGUAGES, type Words } from '../../templates/texts/texts.ts';
import { actors, aRequestForQuotations, at } from '../support/builders.ts';
import { admittedByHand, aSingleSource } from '../support/single-source.ts';
import { PROTOCOLS } from './procurement/protocol-payloads.ts';

const KAZAKH = /[әғқңөұүһі]/i;
const CYRILLIC = /[а-яё]/i;
/** `{place}` of a sentence in the order of the alphabet. */
const places = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** What is wrong with words in three languages; a long sentence in Kazakh has letters of its own, a short one is at least another. */
function faultsOf(name: string, { kk, ru, en }: Words, long: boolean): string[] {
  const faults: [string, boolean][] = [
    ['a language is empty', [kk, ru, en].some((text) => text.trim() === '')],
    ['the same in two languages', new Set([kk, ru, en]).size < 3],
    ['kk is not Kazakh', !CYRILLIC.test(kk) || (long && !KAZAKH.test(kk))],
    ['ru is not Russian', !CYRILLIC.test(ru) || KAZAKH.test(ru)],
    ['en is not English', CYRILLIC.test(en)],
    ['other places', new Set([kk, ru, en].map((text) => places(text).join())).size > 1],
  ];
  return faults.flatMap(([fault, there]) => (there ? [`${name}: ${fault}`] : []));
}

const RULES = Object.entries(RULE_WORDS);
const { DERIVATION_STEPS: STEP_WORDS, COUNTED_MOVED, ...labels } = stepWords;
const SHORT = [STEP_WORDS, { COUNTED_MOVED }, INPUT_WORDS, ...Object.values(labels)].flatMap((table) =>
  Object.entries<Words>(table),
);

describe('the words of «Почему?» in Kazakh, Russian and English', () => {
  test('every rule and step has its sentence, every input its label, and none is left in another language', () => {
    expect(Object.keys(RULE_WORDS).sort()).toEqual([...DERIVATION_RULES].sort());
    expect(Object.keys(STEP_WORDS).sort()).toEqual([...DERIVATION_STEPS].sort());
    expect(Object.keys(INPUT_WORDS).sort()).toEqual([...DERIVATION_INPUTS].sort());
    expect(RULES.flatMap(([name, words]) => faultsOf(name, words, true))).toEqual([]);
    expect(SHORT.flatMap(([name, words]) => faultsOf(name, words, false))).toEqual([]);
  });

  test('a rule is whole by itself, in sentences, without a place for a value', () => {
    for (const [name, words] of RULES)
      for (const language of LANGUAGES) expect(words[language], `${name} ${language}`).toMatch(/^\p{Lu}[^{}]*\.$/u);
  });
});

/** A step of each kind with the values that the table of steps names (`domain/derivation.ts`). */
const SAMPLES: Record<DerivationStep, Step[]> = {
  starts: ['starts 2026-02-03'],
  counted: ['counted 2026-02-04 1', 'counted 2026-02-07 4 moved'],
  free: ['free 2026-02-07 weekend', 'free 2026-03-08 holiday', 'free 2026-03-09 substitute', 'free 2026-05-08 moved-free'],
  at: ['at 2026-02-11 00:00'],
  opens: ['opens 2026-02-16 09:00'],
  ends: ['ends 2026-02-21 09:00:00'],
  'left-of': [
    ...(['left-of quotations-start', 'left-of quotations-end'] as const),
    ...(['left-of applications-start', 'left-of applications-end'] as const),
  ],
  ranked: ['ranked 1 2 850000.00 2026-02-04T10:00:00.000+05:00'],
  rejected: ['rejected 2 above-lot-amount', 'rejected 3 restriction', 'rejected 1 restrictions', 'rejected 1 specification'],
  'decided-by': ['decided-by lowest-price', 'decided-by earliest-received'],
  'ground-fits': [
    ...(['ground-fits none-submitted', 'ground-fits one-submitted'] as const),
    ...(['ground-fits none-admitted', 'ground-fits one-admitted'] as const),
    ...(['ground-fits supplier-declined', 'ground-fits supplier-silent', 'ground-fits supplier-rejected'] as const),
  ],
  admitted: ['admitted restrictions', 'admitted specification'],
  compared: ['compared 940000.00 1000000.00'],
  'start-is-not-before-publication': ['start-is-not-before-publication'],
  'start-is-a-working-day': ['start-is-a-working-day'],
  'publication-is-on-a-working-day': ['publication-is-on-a-working-day'],
  'stopped-before': ['stopped-before'],
  'working-days-end-later': ['working-days-end-later'],
  'elapsed-time-ends-later': ['elapsed-time-ends-later'],
  'former-time-of-day': ['former-time-of-day'],
  'former-end-is-later': ['former-end-is-later'],
};

/** What no reader should meet: an open place, a value that is not there, a code as machines have it, or another language. */
const UNSAID = { kk: /[{}]|NaN|[a-z]{3}/, ru: /[{}]|NaN|[a-z]{3}/, en: /[{}]|NaN|undefined|[a-z]-[a-z]|[А-Яа-яё]/ };
/** Of the English words the one with a hyphen. */
const HYPHENATED = /^Sub-paragraph$/;

function faultsInWords(derivation: Derivation): string[] {
  return LANGUAGES.flatMap((language) => {
    const { rule, article, inputs, steps } = explain(derivation, language);
    const said = [rule, article, ...steps, ...inputs.flatMap(({ key, text = '' }) => [key, text])];
    return said
      .filter((text) => UNSAID[language].test(text.replace(HYPHENATED, '')))
      .map((text) => `${derivation.rule} ${language}: ${text}`);
  });
}

const lost = { by: actors.operator, input: { reason: 'Файл ключа и его копия не читаются' } };
const request = aRequestForQuotations();
const [lot] = request.file.lots;
const single = aSingleSource().published(at('2026-02-16', '10:00')).taking();
const resumedLate = single.suspended(at('2026-02-16', '11:00')).resumed(at('2026-02-20', '10:00'));
const stopped = request.takingQuotations().suspended(at('2026-02-05', '12:00')).resumed(at('2026-03-19', '12:00'));
/** What procurements record that no protocol of the list states. */
const FILES = [
  request.completed(),
  aSingleSource().published(),
  stopped,
  stopped.suspended(at('2026-03-20', '12:00')).resumed(at('2026-03-26', '12:00')),
  request.draft({ lots: [{ ...lot!, quantity: '3', unitPrice: '333.33', amount: '1000.00' }] }).published(),
  request.takingQuotations().do('declare-key-lost', { ...lost, at: at('2026-02-05', '12:00') }),
  resumedLate.do('declare-key-lost', { ...lost, at: at('2026-02-20', '10:30') }),
  admittedByHand()
    .signed()
    .do('publish-results-protocol', { by: actors.creator, at: at('2026-02-24', '12:00') }),
];
const stated = Object.values(PROTOCOLS).flatMap((of) => Object.values(of).map((form) => form() as { derivations: Derivations }));
const RECORDED = [...stated, ...FILES.map(({ file }) => file)].flatMap(({ derivations }) => Object.values(derivations));

describe('what is recorded is said in words', () => {
  test.each(DERIVATION_STEPS)('%s: each value has its place, and none is left open or said as a code', (step) => {
    const derivation: Derivation = { rule: 'sum-of-lots', article: 'S1 §1.3.1.1, ADR 0008', inputs: {}, steps: SAMPLES[step] };
    expect(SAMPLES[step].every((sample) => sample.split(' ')[0] === step)).toBe(true);
    expect(faultsInWords(derivation)).toEqual([]);
    for (const language of LANGUAGES)
      expect(new Set(explain(derivation, language).steps).size, language).toBe(SAMPLES[step].length);
  });

  test('every rule and every step is met in a procurement, in the three languages without a code or an open place', () => {
    const met = new Set(RECORDED.flatMap(({ rule, steps }) => [rule, ...steps.map((step) => step.split(' ')[0])]));
    expect([...DERIVATION_RULES, ...DERIVATION_STEPS].filter((each) => !met.has(each))).toEqual([]);
    const readable = RECORDED.map(({ inputs, ...rest }) => {
      const { actNumber: _number, entry: _entry, ...others } = inputs;
      return { ...rest, inputs: others };
    });
    expect([...new Set(readable.flatMap(faultsInWords))]).toEqual([]);
  });

  test('inputs that pages leave out are the portal’s own ways of counting and placing', () => {
    expect([...UNSHOWN_INPUTS].sort()).toEqual(['calendar', 'count', 'field', 'time']);
  });
});
