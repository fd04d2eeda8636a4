import { calendarDays, count, type Method, ours, S1, type SingleSourceSheet } from './sheet.ts';

const sheet2016: SingleSourceSheet = {
  offers: {
    kind: 'applications',
    perSupplierAndLot: count(1, S1('1.7.1')),
    replaceable: true,
    atMost: 'lot-amount',
    source: ours('ADR 0015'),
  },
  window: {
    lasts: calendarDays(5, S1('1.7.1')),
    startsOn: { day: 'publication', onDayOff: 'next-working-day', source: S1('1.7.1') },
  },
  openedByHand: { by: 'creator', source: S1('1.7.3') },
  admission: 'representative',
  restrictions: { article: '6', source: S1('1.7.4') },
  remainder: { counted: 'later-of-elapsed-and-working-days', source: ours('ADR 0008') },
  resultsProtocol: { signedBy: 'organizer-representative', publishedBy: 'creator', source: S1('1.7.6') },
};

/** Single source after a failed procurement (Из одного источника по несостоявшимся закупкам, ИОИ), S1 §1.7. */
export const singleSource: Method<'single-source'> = {
  code: 'single-source',
  protocolCode: 'ИОИ',
  sheets: [
    { from: '2016-01-01', sheet: sheet2016 },
    // Law No 106-VIII of 2024-07-01: since 2025-01-01 the restrictions on participation stand in article 7.
    { from: '2025-01-01', sheet: { ...sheet2016, restrictions: { ...sheet2016.restrictions, article: '7' } } },
  ],
};
