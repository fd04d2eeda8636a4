import { compare, parseMoney } from '../../../domain/money.ts';

/** A lot of the window; money strings with two decimals. */
export interface PricedLot {
  number: string;
  amount: string;
}

export interface LotPrice {
  lot: string;
  price: string;
}

/** Why nothing is sealed. The server cannot see a price before the opening, so this is the only place to say it in time. */
export interface PriceRefusal {
  code: 'no-prices' | 'price-not-money' | 'price-above-lot';
  lot?: string;
}

/** Prices as typed against the amounts of the lots: above zero, at most the lot's amount (S1 §1.3.2). Empty fields are no offer. */
export function checkPrices(
  typed: LotPrice[],
  lots: PricedLot[],
): { ok: true; prices: LotPrice[] } | { ok: false; refusals: PriceRefusal[] } {
  const prices: LotPrice[] = [];
  const refusals: PriceRefusal[] = [];
  for (const { lot, price } of typed.filter((one) => one.price.trim() !== '')) {
    const read = parseMoney(price);
    const amount = lots.find(({ number }) => number === lot)?.amount;
    if (!read.ok || compare(read.money, '0.00') <= 0) refusals.push({ code: 'price-not-money', lot });
    else if (amount === undefined || compare(read.money, amount) > 0) refusals.push({ code: 'price-above-lot', lot });
    else prices.push({ lot, price: read.money });
  }
  if (prices.length === 0 && refusals.length === 0) refusals.push({ code: 'no-prices' });
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, prices };
}
