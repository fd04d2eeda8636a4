import type { Derivation, DerivationRule, Derivations, Step } from '../../derivation.ts';
import { percentBelow, subtract } from '../../money.ts';
import { cite, S1 } from '../../regulation.ts';
import type { Opening } from '../application.ts';
import { decideApplication, rejectionOf } from '../consideration.ts';
import type { Lot, LotDecision, ProcurementFile } from '../file.ts';

type Decided = Pick<ProcurementFile, 'application' | 'declined' | 'consideration' | 'opening' | 'applicationClosedAt'>;

const derived = (rule: DerivationRule, place: string, inputs: Derivation['inputs'], steps: Step[] = []): Derivation => ({
  rule,
  article: cite(S1(place)),
  inputs,
  steps,
});

const OPENED: Record<Opening['how'], DerivationRule> = {
  'by-hand': 'opened-by-hand',
  deadline: 'opened-at-end',
  declined: 'supplier-declined',
  silence: 'supplier-silent',
};

/** How a single source came to its opening, or to none (S1 §1.7.3): `opening`. `at` in ms. */
export const openingDerivation = (how: Opening['how'], at: number): Derivations => ({
  opening: derived(OPENED[how], '1.7.3', { at }),
});

/** What the representative decided (S1 §1.7.4): `consideration`. `at` in ms. */
export const considerationDerivation = (at: number): Derivations => ({
  consideration: derived('decided-by-representative', '1.7.4', { at }),
});

function held(lot: Pick<Lot, 'amount'>, { winner }: Extract<LotDecision, { outcome: 'held' }>): Record<string, Derivation> {
  const { price } = winner;
  const { amount } = lot;
  return {
    decision: derived('admitted-by-representative', '1.7.7', { price, amount }, [
      'admitted restrictions',
      'admitted specification',
      `compared ${price} ${amount}`,
    ]),
    price: derived('winning-price', '1.7.7', { price }),
    saving: derived('below-lot-amount', '1.7.7', {
      amount,
      price,
      saving: subtract(amount, price),
      percent: percentBelow(amount, price),
    }),
  };
}

/** The application rejected for a lot: by whom or what, and what it was measured by. */
function rejected(file: Decided, lot: Pick<Lot, 'number' | 'amount'>): Record<string, Derivation> {
  const rejection = rejectionOf(file, lot);
  if (!rejection) return {};
  const price = file.application?.prices.find((entry) => entry.lot === lot.number)?.price;
  const prices = rejection.by === 'above-lot-amount' && price ? { price, amount: lot.amount } : {};
  const inputs = { ground: 'supplier-rejected', ...prices };
  const derivation = derived('rejected-application', '1.7.4', inputs, [`rejected 1 ${rejection.by}`]);
  return { decision: derivation, 'rejected/1': derivation };
}

function failed(file: Decided, lot: Pick<Lot, 'number' | 'amount'>, ground: string): Record<string, Derivation> {
  const { declined, opening, applicationClosedAt } = file;
  if (ground === 'supplier-rejected') return rejected(file, lot);
  const at = declined?.at ?? applicationClosedAt ?? opening?.at;
  const rule = ground === 'supplier-declined' ? 'supplier-declined' : 'supplier-silent';
  return { decision: derived(rule, '1.7.3', { ground, ...(at ? { at } : {}) }) };
}

/**
 * How the result of a lot of a single source came about (S1 §1.7.3–1.7.7): `lots/N/decision`, `…/price`, `…/saving`, `…/rejected/1`.
 * @throws Error when the representative has not decided the lot
 */
export function applicationDerivations(file: Decided, lot: Pick<Lot, 'number' | 'amount'>): Derivations {
  const decision = decideApplication(file, lot);
  const own = decision.outcome === 'held' ? held(lot, decision) : failed(file, lot, decision.ground);
  return Object.fromEntries(Object.entries(own).map(([field, derivation]) => [`lots/${lot.number}/${field}`, derivation]));
}
