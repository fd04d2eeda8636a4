import type { ResultsPayload } from '../../../domain/procurement/documents.ts';
import type { ProcurementFile } from '../../../domain/procurement/file.ts';
import { protocolPayload } from '../../../domain/procurement/protocol-payload.ts';
import { aQuotation, aRequestForQuotations, aRestriction, at } from '../../support/builders.ts';
import { admittedByHand, offered, twoLotsTaking } from '../../support/single-source.ts';

const PORTAL = 'https://zakup.example';

const resultsOf = (file: ProcurementFile, before: ResultsPayload | null = null): ResultsPayload =>
  protocolPayload(file, file.protocols.at(-1)!, PORTAL, before);

const three = aRequestForQuotations().lots([
  { amount: '1000000.00' },
  { amount: '1000000.00', customer: 2 },
  { amount: '500000.00' },
]);
const quotation = (supplier: number, prices: Record<string, string>, hour: number) =>
  aQuotation({ supplier, prices, at: at('2026-02-04', `${hour}:00`) });

const held = three
  .published()
  .decided(
    [
      quotation(1, { 1: '900000.00', 2: '900000.00', 3: '400000.00' }, 10),
      quotation(2, { 1: '850000.00', 2: '900000.00', 3: '500000.01' }, 11),
      quotation(3, { 1: '700000.00' }, 12),
      { ...aQuotation({ supplier: 4, unreadable: 'wrong-key-or-context', at: at('2026-02-04', '13:00') }) },
    ],
    [aRestriction(3)],
  );
const completed = held.protocolPublished();
const first = resultsOf(completed.file);
const failed = (...quotations: Parameters<typeof quotation>[]) =>
  three.published().decided(
    quotations.map((each) => quotation(...each)),
    [aRestriction(3)],
  );

/** Every kind of protocol of a request for price quotations that can be formed, by what led to it. */
const PRICE_QUOTATIONS: Record<string, () => object> = {
  'held, one admitted, a price above the amount, one unreadable': () => resultsOf(held.file),
  'none submitted': () => resultsOf(failed().file),
  'one submitted': () => resultsOf(failed([1, { 1: '900000.00' }, 10]).file),
  'one submitted, by a supplier under restrictions': () => resultsOf(failed([3, { 1: '900000.00' }, 10]).file),
  'none admitted': () => resultsOf(failed([3, { 1: '900000.00' }, 10], [2, { 1: '1000000.01' }, 11]).file),
  'one admitted': () => resultsOf(failed([3, { 1: '900000.00' }, 10], [2, { 1: '999999.99' }, 11]).file),
  'cancelled before the opening': () => resultsOf(three.takingQuotations().cancelled({ on: at('2026-02-05', '12:00') }).file),
  'refused before the opening': () =>
    resultsOf(
      three
        .published()
        .refused({ lots: ['1', '3'], on: at('2026-02-05', '12:00') })
        .refused({ lots: ['2'], on: at('2026-02-05', '13:00') }).file,
    ),
  'one lot cancelled before the opening': () =>
    resultsOf(
      three
        .published()
        .cancelled({ lots: ['2'] })
        .decided().file,
    ),
  'suspended and resumed': () =>
    resultsOf(three.takingQuotations().suspended(at('2026-02-05', '12:00')).resumed(at('2026-02-06', '12:00')).decided().file),
  'version 2: a lot cancelled after the results': () =>
    resultsOf(completed.cancelled({ lots: ['1'], on: at('2026-02-20', '10:00') }).file, first),
  'version 2: a lot refused after the results': () =>
    resultsOf(completed.refused({ lots: ['1'], on: at('2026-02-20', '10:00') }).file, first),
};

/** Every kind of protocol of a single source that can be formed. */
const SINGLE_SOURCE: Record<string, () => object> = {
  'held, opened by hand': () => resultsOf(admittedByHand().file),
  'one lot without a price': () =>
    resultsOf(
      twoLotsTaking()
        .opened(offered({ 1: '940000.00' }))
        .decided({ restrictions: { verdict: 'admitted' }, specifications: [{ lot: '1', verdict: 'admitted' }] }).file,
    ),
  'rejected under the restrictions': () =>
    resultsOf(
      twoLotsTaking()
        .opened(offered())
        .decided({ restrictions: { verdict: 'rejected', reason: 'состоит в реестре' }, specifications: [] }).file,
    ),
  unreadable: () =>
    resultsOf(
      twoLotsTaking()
        .opened(offered({}, { unreadable: 'not-an-application' }))
        .decided({ restrictions: { verdict: 'rejected', reason: 'заявка не читается' }, specifications: [] }).file,
    ),
  declined: () => resultsOf(twoLotsTaking().declined(at('2026-02-13', '12:00'), 'нет товара').file),
  'no answer': () => resultsOf(twoLotsTaking().opened(null).file),
  'cancelled before the opening': () => resultsOf(twoLotsTaking().cancelled({ on: at('2026-02-13', '16:00') }).file),
};

/** Protocols that each method can form; a new method adds its own. */
export const PROTOCOLS: Record<string, Record<string, () => object>> = {
  'price-quotations': PRICE_QUOTATIONS,
  'single-source': SINGLE_SOURCE,
};
