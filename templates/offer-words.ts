import type { Method } from '../domain/procurement/file.ts';
import { INTAKE_KIND, type IntakeKind } from '../domain/procurement/windows.ts';
import { S1, type Source } from '../domain/regulation.ts';
import { APPLICATION, APPLICATION_MESSAGES, APPLICATION_RECEIPT } from './texts/application.ts';
import { QUOTATION, QUOTATION_MESSAGES } from './texts/quotation.ts';
import { RECEIPT } from './texts/quotation-receipt.ts';
import type { Words } from './texts/texts.ts';

/** How the pages of a kind of offer are called: their address below the procurement, their texts, where the rules stand. */
export interface OfferWords {
  path: 'quotation' | 'application';
  page: Record<keyof typeof QUOTATION, Words>;
  receipt: Record<keyof typeof RECEIPT, Words>;
  messages: Record<string, Words>;
  source: Source;
}

const WORDS: Record<IntakeKind, OfferWords> = {
  quotations: { path: 'quotation', page: QUOTATION, receipt: RECEIPT, messages: QUOTATION_MESSAGES, source: S1('1.3.2') },
  applications: {
    path: 'application',
    page: APPLICATION,
    receipt: APPLICATION_RECEIPT,
    messages: APPLICATION_MESSAGES,
    source: S1('1.7.2'),
  },
};

/** Words of what suppliers hand in under this method. */
export const offerWords = (method: Method): OfferWords => WORDS[INTAKE_KIND[method]];

/** Page of a supplier's own offer. */
export const offerHref = (file: { number: string; method: Method }): string =>
  `/procurements/${file.number}/${offerWords(file.method).path}`;
