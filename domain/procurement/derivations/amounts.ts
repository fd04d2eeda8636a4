import type { Derivations } from '../../derivation.ts';
import { multiply, sum } from '../../money.ts';
import { cite, S1 } from '../../regulation.ts';
import type { Lot } from '../file.ts';

/** The annual plan gives quantity and price for a unit; lots are made from its lines (S1 §1.3.1.1). */
const PLAN = cite(S1('1.3.1.1'));

/** How the amount of each lot and their total came about, as published: quantity × unit price to the tiyn, and the sum. */
export function amountDerivations(lots: readonly Pick<Lot, 'number' | 'quantity' | 'unitPrice' | 'amount'>[]): Derivations {
  const total = sum(lots.map((lot) => lot.amount));
  const ofLots = lots.map(({ number, quantity, unitPrice, amount }) => {
    const rule = multiply(quantity, unitPrice) === amount ? 'quantity-times-unit-price' : 'amount-as-planned';
    return [`lots/${number}/amount`, { rule, article: PLAN, inputs: { quantity, unitPrice, amount }, steps: [] }] as const;
  });
  return {
    total: { rule: 'sum-of-lots', article: PLAN, inputs: { lots: lots.length, total }, steps: [] },
    ...Object.fromEntries(ofLots),
  };
}
