import type { Method, ProcurementFile } from '../../domain/procurement/file.ts';
import { organization } from '../support/people.ts';
import type { Market } from './quotation-market.ts';

/** What makes a single source of a market's request: supplier 1 is invited after a failed one. */
export const invitation = (failed: Pick<ProcurementFile, 'id' | 'number'>): Partial<ProcurementFile> => ({
  method: 'single-source',
  invited: organization('S1'),
  origin: {
    number: failed.number,
    caseId: failed.id,
    method: 'price-quotations',
    ground: 'one-submitted',
    lots: { '1': '1', '2': '2' },
  },
});

const TAKING: Record<Method, (market: Market, first: number) => Promise<ProcurementFile>> = {
  'price-quotations': (market, first) => market.request(`${first}-1`),
  'single-source': async (market, first) =>
    market.request(`${first + 1}-1`, { changes: invitation(await market.request(`${first}-1`)) }),
};

/** A procurement of a method that takes offers of supplier 1, by announcement numbers from `first` on. */
export const takingOf = (market: Market, method: Method, first: number): Promise<ProcurementFile> =>
  TAKING[method](market, first);
