/** Rules by which a date, an amount, a status, a winner or a stated field came about; in words: `templates/texts/derivations/`. */
export const DERIVATION_RULES = [
  // deadlines
  'start-chosen-by-organizer',
  'end-not-before-minimum-window',
  'what-was-left-runs-on',
  'window-again-after-key-loss',
  'applications-again-after-key-loss',
  'start-at-publication',
  'end-after-calendar-days',
  // amounts
  'quantity-times-unit-price',
  'amount-as-planned',
  'sum-of-lots',
  'winning-price',
  'below-lot-amount',
  // statuses and instants
  'status-follows-act',
  'recorded-at',
  // lots
  'lowest-price-wins',
  'too-few-quotations',
  'price-above-lot',
  'restricted-supplier',
  'unreadable-quotation',
  'single-source-is-due',
  'no-single-source-for-restricted',
  // single source
  'opened-by-hand',
  'opened-at-end',
  'supplier-declined',
  'supplier-silent',
  'decided-by-representative',
  'admitted-by-representative',
  'rejected-application',
  // acts and documents
  'ended-by-act',
  'refused-by-customer',
  'recorded-act',
  'protocol-is-due',
  'as-published',
  'as-received',
  'as-numbered',
  'formed-by-portal',
  'sheet-in-force',
  'counted-lots',
  'sealed-by-portal',
  'signed-by-representative',
  'differs-from-earlier-version',
] as const;
export type DerivationRule = (typeof DERIVATION_RULES)[number];

/** What a rule was applied to. Instants in ms or ISO 8601, money as strings, parties as their place by time of receipt. */
export const DERIVATION_INPUTS = [
  // deadlines
  'chosen',
  'published',
  'earliest',
  'from',
  'days',
  'calendarDays',
  'resumed',
  'declared',
  'former',
  'left',
  'workingLeft',
  'elapsed',
  'working',
  'calendarVersion',
  'count',
  'calendar',
  'time',
  // amounts
  'quantity',
  'unitPrice',
  'amount',
  'lots',
  'total',
  'price',
  'saving',
  'percent',
  // statuses and acts
  'fact',
  'at',
  'statusBefore',
  'statusAfter',
  'actNumber',
  'actDate',
  'reason',
  'version',
  'sheet',
  // quotations, by place of receipt
  'quotation',
  'submitted',
  'admitted',
  'atLeast',
  'ground',
  'lawArticle',
  'subParagraph',
  'entry',
  'checkedAt',
  // documents
  'field',
] as const;
export type DerivationInput = (typeof DERIVATION_INPUTS)[number];

/** First words of the steps; values follow, parted by spaces. */
export const DERIVATION_STEPS = [
  // days as they were counted
  'starts',
  'counted',
  'free',
  'at',
  // deadlines
  'start-is-not-before-publication',
  'start-is-a-working-day',
  'publication-is-on-a-working-day',
  'opens',
  'ends',
  'left-of',
  'stopped-before',
  'working-days-end-later',
  'elapsed-time-ends-later',
  'former-time-of-day',
  'former-end-is-later',
  // quotations: `ranked PLACE RECEIVED-AS PRICE INSTANT`, `rejected RECEIVED-AS GROUND`, `decided-by CRITERION`, `ground-fits GROUND`
  'ranked',
  'rejected',
  'decided-by',
  'ground-fits',
  // an application: `admitted PART`, `compared PRICE AMOUNT`
  'admitted',
  'compared',
] as const;
export type DerivationStep = (typeof DERIVATION_STEPS)[number];
export type Step = DerivationStep | `${DerivationStep} ${string}`;

/** How something came about: rule, article, inputs, steps. Codes and values only, no words of any language. */
export interface Derivation {
  rule: DerivationRule;
  /** Where the rule stands, as `cite` prints it: `S1 §1.3.2, ADR 0008`. */
  article: string;
  inputs: Partial<Record<DerivationInput, string | number>>;
  steps: Step[];
}

/** Derivations by field: a path in which `*` stands for any one part (`lots`, `*`, `status`, joined by `/`). */
export type Derivations = Record<string, Derivation>;

/** Derivations of several parts as one table. */
export const together = (parts: readonly Derivations[]): Derivations =>
  Object.fromEntries(parts.flatMap((part) => Object.entries(part)));

/**
 * The derivation of a field: that of its path, else of the nearest part of the whole that has one (a winner's name follows
 * from the decision on the lot). An exact path goes before one with `*`.
 */
export function derivationOf(derivations: Derivations, field: string): Derivation | undefined {
  const path = field.split('/');
  for (let length = path.length; length > 0; length -= 1) {
    const part = path.slice(0, length);
    const exact = derivations[part.join('/')];
    if (exact) return exact;
    const found = patternsOf(derivations).find((pattern) => fits(pattern, part));
    if (found) return derivations[found.join('/')];
  }
  return undefined;
}

/** Patterns of a table: a page of fifty lots asks some hundred times. */
const patterns = new WeakMap<Derivations, string[][]>();

function patternsOf(derivations: Derivations): string[][] {
  const known = patterns.get(derivations);
  if (known) return known;
  const found = Object.keys(derivations)
    .filter((field) => field.includes('*'))
    .map((field) => field.split('/'));
  patterns.set(derivations, found);
  return found;
}

const fits = (pattern: readonly string[], path: readonly string[]) =>
  pattern.length === path.length && pattern.every((part, index) => part === '*' || part === path[index]);
