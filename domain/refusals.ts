import type { Source } from './regulation.ts';

/** Every way the portal says no. The sentences are in `templates/texts/refusals.ts`, one per code and language. */
export const REFUSAL_CODES = [
  // who, when
  'sign-in-required',
  'not-your-role',
  'not-in-this-method',
  'not-in-this-status',
  'suspended',
  'case-not-found',
  'unknown-action',
  'bad-input',
  // publication of a request for quotations
  'start-in-the-past',
  'start-not-on-working-day',
  'date-beyond-calendar',
  'calendar-not-approved',
  'end-before-start',
  'window-too-short',
  'head-incomplete',
  'no-lots',
  'delivery-terms-missing',
  'specification-missing',
  'contract-draft-missing',
  'representative-missing',
  'plan-item-taken',
  'stale-draft',
  'draft-not-ready',
  'being-published',
  'document-approved',
  'document-not-ready',
  // acts
  'act-dated-in-the-future',
  'no-lots-chosen',
  'lot-not-open-to-cancellation',
  'lot-used-elsewhere',
  'representative-unfit',
  'creator-not-blocked',
  'new-creator-unfit',
  // quotations
  'window-not-open',
  'window-closed',
  'price-above-lot',
  'price-not-money',
  'no-prices',
  'quotation-not-found',
  'envelope-malformed',
  // single source
  'no-application-yet',
  'application-stands',
  'closing-under-way',
  'lot-not-considered',
  'reason-missing',
  'decisions-missing',
  'already-voted',
  'not-voted-yet',
  'representative-excluded',
  'protocol-not-formed',
  'protocol-not-signed',
  // receipt of commands
  'never-received',
  'same-key-other-body',
  // signatures
  'eds-malformed',
  'eds-altered-bytes',
  'eds-expired',
  'eds-not-yet-valid',
  'eds-revoked',
  'eds-foreign-issuer',
  'eds-no-revocation-list',
  'eds-not-for-signing',
  'eds-wrong-person',
  'eds-wrong-organization',
  // frame
  'too-many-attempts',
  'form-expired',
  // tokens of the API
  'token-not-accepted',
  'scope-missing',
  'too-many-requests',
  'file-too-large',
  'file-kind-not-accepted',
  'too-many-files',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A "no" as a value: what the sentence needs, by name. An exception is a bug, a refusal is an answer. */
export interface Refusal {
  code: RefusalCode;
  /** Values the sentence names: instants in ms, money strings, codes, texts. JSON only. */
  facts: Record<string, string | number>;
  /** The rule that says no; absent where the portal's own mechanics refuse. */
  source?: Source;
  /** The input field it concerns, for the page. */
  field?: string;
}

export function refuse(code: RefusalCode, facts: Refusal['facts'] = {}, more: { source?: Source; field?: string } = {}): Refusal {
  return { code, facts, ...more };
}
