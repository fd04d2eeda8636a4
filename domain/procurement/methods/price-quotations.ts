import { count, type Method, ours, type QuotationsSheet, S1, workingDays } from './sheet.ts';

const sheet2016: QuotationsSheet = {
  offers: {
    kind: 'quotations',
    perSupplierAndLot: count(1, S1('1.3.2')),
    replaceable: true,
    atMost: 'lot-amount',
    source: S1('1.3.2'),
  },
  window: { atLeast: workingDays(5, ours('ADR 0007')), startsOn: { day: 'working-day', source: ours('ADR 0007') } },
  admission: 'automatic',
  restrictions: { article: '6', source: S1('1.7.1') },
  held: { offersAtLeast: count(2, S1('1.7.1')) },
  ranking: ['lowest-price', 'earliest-received'],
  remainder: { counted: 'later-of-elapsed-and-working-days', source: ours('ADR 0008') },
  resultsProtocol: { signedBy: 'portal', publishedBy: 'portal', source: S1('1.3.2') },
  afterOneOffer: { opens: 'single-source', source: S1('1.7.1') },
};

/** Request for price quotations (Запрос ценовых предложений, ЗЦП), S1 §1.3. A change of law adds a sheet; a case keeps the sheet of its publication day. */
export const priceQuotations: Method<'price-quotations'> = {
  code: 'price-quotations',
  protocolCode: 'ЗЦП',
  sheets: [
    { from: '2016-01-01', sheet: sheet2016 },
    // Law No 106-VIII of 2024-07-01: since 2025-01-01 the restrictions on participation stand in article 7.
    { from: '2025-01-01', sheet: { ...sheet2016, restrictions: { ...sheet2016.restrictions, article: '7' } } },
  ],
};
