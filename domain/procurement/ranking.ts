import { tiyn } from '../money.ts';
import type { Lot, LotDecision, OpenedQuotation, RankedOffer, Restriction } from './file.ts';
import type { QuotationsSheet } from './methods/sheet.ts';

/** Why an offer for a lot does not take part in the ranking. */
export type RejectionGround = 'restriction' | 'unreadable' | 'above-lot-amount';

export interface LotOffer extends RankedOffer {
  rejected?: RejectionGround;
}

const BY = {
  'lowest-price': (a: RankedOffer, b: RankedOffer) =>
    tiyn(a.price) < tiyn(b.price) ? -1 : tiyn(a.price) > tiyn(b.price) ? 1 : 0,
  // `order` is the place by time of receipt in microseconds, then receipt number, fixed at the opening.
  'earliest-received': (a: RankedOffer, b: RankedOffer) => a.order - b.order,
} as const;

/** Offers handed in for one lot, in the order of receipt, each with the ground of its automatic rejection if there is one. */
export function offersFor(
  lot: Pick<Lot, 'number' | 'amount'>,
  quotations: readonly OpenedQuotation[],
  restrictions: readonly Restriction[],
): LotOffer[] {
  const restricted = new Set(restrictions.map((r) => r.supplier));
  return quotations.flatMap((quotation) =>
    quotation.prices
      .filter((entry) => entry.lot === lot.number)
      .map(({ price }): LotOffer => {
        const offer: LotOffer = {
          order: quotation.order,
          supplier: quotation.supplier.bin,
          price,
          receivedAt: quotation.receivedAt,
        };
        if (restricted.has(offer.supplier)) return { ...offer, rejected: 'restriction' };
        // Spec 02: the portal cannot see the price before the opening; above the amount is rejected here.
        if (tiyn(price) > tiyn(lot.amount)) return { ...offer, rejected: 'above-lot-amount' };
        return offer;
      }),
  );
}

/** Offers in their ranking: lowest price, equal prices by time of receipt (S1 §1.3.2). */
export function rank(offers: readonly RankedOffer[], sheet: Pick<QuotationsSheet, 'ranking'>): RankedOffer[] {
  return [...offers].sort((a, b) => sheet.ranking.reduce((difference, by) => difference || BY[by](a, b), 0));
}

/**
 * Result of a lot (spec 02; grounds in the order of spec 17 §5.1, the first that fits wins).
 * A quotation that cannot be read counts as submitted; it names no lot, so it counts for none.
 */
export function decideLot(
  lot: Pick<Lot, 'number' | 'amount'>,
  quotations: readonly OpenedQuotation[],
  restrictions: readonly Restriction[],
  sheet: Pick<QuotationsSheet, 'ranking' | 'held'>,
): LotDecision {
  const offers = offersFor(lot, quotations, restrictions);
  const admitted = offers.filter((offer) => !offer.rejected);
  if (offers.length === 0) return { outcome: 'failed', ground: 'none-submitted' };
  if (offers.length < sheet.held.offersAtLeast.value) {
    const restricted = offers[0]?.rejected === 'restriction';
    return { outcome: 'failed', ground: 'one-submitted', singleSource: restricted ? 'restricted-supplier' : 'due' };
  }
  if (admitted.length === 0) return { outcome: 'failed', ground: 'none-admitted' };
  if (admitted.length < sheet.held.offersAtLeast.value) return { outcome: 'failed', ground: 'one-admitted' };
  const [winner, second] = rank(
    admitted.map(({ rejected: _none, ...offer }) => offer),
    sheet,
  );
  return { outcome: 'held', winner: winner!, second: second! };
}
