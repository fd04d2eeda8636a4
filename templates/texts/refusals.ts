import { cite } from '../../domain/regulation.ts';
import type { Refusal, RefusalCode } from '../../domain/refusals.ts';
import { date, dateTime, list, money } from '../formats.ts';
import { ACTION_NAMES } from './actions.ts';
import { articleInWords } from './deadlines.ts';
import { ANNOUNCEMENT } from './refusals/announcement.ts';
import { PARTICIPATION } from './refusals/participation.ts';
import { QUOTATIONS } from './refusals/quotations.ts';
import type { RefusalWords } from './refusals/sentences.ts';
import { SINGLE_SOURCE } from './refusals/single-source.ts';
import { SIGNATURES } from './refusals/signatures.ts';
import { PROCEDURE_ROLE_NAMES } from './roles.ts';
import { STATUS_NAMES } from './statuses.ts';
import { fill, type Language, type Words } from './texts.ts';

/** Every refusal in words: a code without them does not compile. */
export const REFUSALS = { ...PARTICIPATION, ...ANNOUNCEMENT, ...QUOTATIONS, ...SINGLE_SOURCE, ...SIGNATURES } satisfies Record<
  RefusalCode,
  RefusalWords
>;

/** The four parts of a "no" in one language; empty text where a part has nothing to say. */
export interface RefusalSentences {
  what: string;
  why: string;
  now: string;
  by: string;
}

const MINUTES = new Set(['at', 'since', 'opensAt', 'earliest', 'validFrom', 'validTo']);
// Whether a quotation came in time may hang on a millisecond: both instants are said in full.
const EXACT = new Set(['receivedAt']);
const AMOUNTS = new Set(['price', 'amount']);
const DAYS = new Set(['date', 'today']);

/** The sentences of a refusal with its values written out; the article closes "why". */
export function sentencesOf(refusal: Refusal, language: Language): RefusalSentences {
  const parts: RefusalWords = REFUSALS[refusal.code];
  const values = writtenFacts(refusal.facts, language);
  const say = (words: Words | undefined) => (words && hasAll(words[language], values) ? fill(words[language], values) : '');
  const article = refusal.source ? `(${articleInWords(cite(refusal.source), language)})` : '';
  return {
    what: say(parts.what),
    why: [say(parts.why), article].filter(Boolean).join(' '),
    now: say(parts.now),
    by: say(parts.by),
  };
}

const hasAll = (sentence: string, values: Record<string, string>) =>
  [...sentence.matchAll(/\{(\w+)\}/g)].every(([, name]) => name! in values);

/** The values of a refusal as its sentences print them: instants, amounts, statuses and acts in words. */
export function writtenFacts(facts: Refusal['facts'], language: Language): Record<string, string> {
  const exact = 'receivedAt' in facts;
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, write(name, value, language, exact)]));
}

function write(name: string, value: string | number, language: Language, exact: boolean): string {
  if (EXACT.has(name)) return dateTime(value, language, 'millisecond');
  if (name === 'closesAt') return dateTime(value, language, exact ? 'millisecond' : 'minute');
  if (MINUTES.has(name)) return dateTime(value, language);
  if (AMOUNTS.has(name)) return money(String(value), language);
  if (DAYS.has(name)) return date(value, language);
  if (name === 'who')
    return list(
      String(value)
        .split(' ')
        .map((role) => roleName(role, language)),
      language,
    );
  if (name === 'status') return statusName(String(value), language);
  if (name === 'action') return ACTION_NAMES[String(value)]?.[language] ?? String(value);
  return String(value);
}

const statusName = (status: string, language: Language): string => {
  const names: Partial<Record<string, Words>> = STATUS_NAMES;
  return names[status]?.[language] ?? status;
};

function roleName(role: string, language: Language): string {
  const names: Partial<Record<string, Words>> = PROCEDURE_ROLE_NAMES;
  return names[role]?.[language] ?? role;
}
