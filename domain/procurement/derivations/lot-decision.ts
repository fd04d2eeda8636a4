import type { Derivation, Derivations, Step } from '../../derivation.ts';
import { percentBelow, subtract, tiyn } from '../../money.ts';
import { cite, S1 } from '../../regulation.ts';
import type { Lot, LotDecision, OpenedQuotation, Restriction } from '../file.ts';
import type { QuotationsSheet } from '../methods/sheet.ts';
import { type LotOffer, offersFor, rank } from '../ranking.ts';

type RuledBy = Pick<QuotationsSheet, 'offers' | 'ranking' | 'held' | 'restrictions' | 'afterOneOffer'>;

/** Why the portal itself rejected an offer. The supplier is named by the place of receipt. */
function rejection(
  offer: LotOffer,
  lot: Pick<Lot, 'amount'>,
  restrictions: readonly Restriction[],
  sheet: RuledBy,
): Derivation | null {
  const { rejected, order: quotation, price } = offer;
  switch (rejected) {
    case undefined:
      return null;
    case 'above-lot-amount':
      return {
        rule: 'price-above-lot',
        article: cite(sheet.offers.source),
        inputs: { quotation, price, amount: lot.amount },
        steps: [],
      };
    case 'unreadable':
      return { rule: 'unreadable-quotation', article: cite(sheet.offers.source), inputs: { quotation }, steps: [] };
    case 'restriction': {
      const found = restrictions.find((each) => each.supplier === offer.supplier);
      if (!found) throw new Error(`no restriction of ${offer.supplier}`);
      const { article: lawArticle, subParagraph, entry, checkedAt } = found;
      return {
        rule: 'restricted-supplier',
        article: cite(sheet.restrictions.source),
        inputs: { quotation, lawArticle, ...(subParagraph ? { subParagraph } : {}), entry, checkedAt },
        steps: [],
      };
    }
  }
}

const rejectedSteps = (offers: readonly LotOffer[]): Step[] =>
  offers.flatMap(({ order, rejected }): Step[] => (rejected ? [`rejected ${order} ${rejected}`] : []));

/** Which criterion told winner and second place apart. */
const decidedBy = ({ winner, second }: Extract<LotDecision, { outcome: 'held' }>): Step[] =>
  second ? [`decided-by ${tiyn(winner.price) === tiyn(second.price) ? 'earliest-received' : 'lowest-price'}`] : [];

function heldDerivations(
  lot: Pick<Lot, 'amount'>,
  held: Extract<LotDecision, { outcome: 'held' }>,
  offers: readonly LotOffer[],
  sheet: RuledBy,
): Record<string, Derivation> {
  const admitted = offers.filter((offer) => !offer.rejected);
  const article = cite(sheet.offers.source);
  const { price } = held.winner;
  const ranked = rank(admitted, sheet).map(
    (offer, index): Step => `ranked ${index + 1} ${offer.order} ${offer.price} ${offer.receivedAt}`,
  );
  return {
    decision: {
      rule: 'lowest-price-wins',
      article,
      inputs: { submitted: offers.length, admitted: admitted.length, atLeast: sheet.held.offersAtLeast.value },
      steps: [...rejectedSteps(offers), ...ranked, ...decidedBy(held)],
    },
    price: { rule: 'winning-price', article, inputs: { quotation: held.winner.order, price }, steps: [] },
    saving: {
      rule: 'below-lot-amount',
      article,
      inputs: {
        amount: lot.amount,
        price,
        saving: subtract(lot.amount, price),
        percent: percentBelow(lot.amount, price),
      },
      steps: [],
    },
  };
}

function failedDerivations(
  { ground, singleSource }: Extract<LotDecision, { outcome: 'failed' }>,
  offers: readonly LotOffer[],
  sheet: RuledBy,
): Record<string, Derivation> {
  const [submitted, admitted] = [offers.length, offers.filter((offer) => !offer.rejected).length];
  const counts = { submitted, admitted, atLeast: sheet.held.offersAtLeast.value };
  return {
    decision: {
      rule: 'too-few-quotations',
      article: cite(sheet.held.offersAtLeast.source),
      inputs: { ...counts, ground },
      steps: [...rejectedSteps(offers), `ground-fits ${ground}`],
    },
    ...(singleSource
      ? {
          'single-source': {
            rule: singleSource === 'due' ? 'single-source-is-due' : 'no-single-source-for-restricted',
            article: cite(singleSource === 'due' ? sheet.afterOneOffer.source : sheet.restrictions.source),
            inputs: { submitted },
            steps: rejectedSteps(offers),
          },
        }
      : {}),
  };
}

/**
 * How the result of a lot came about, recorded with the decision: the ranking with every compared offer, or the ground with its
 * counts; each rejection; price and saving. Fields: `lots/N/decision`, `…/price`, `…/saving`, `…/single-source`, `…/rejected/ORDER`.
 */
export function decisionDerivations(
  lot: Pick<Lot, 'number' | 'amount'>,
  decision: LotDecision,
  quotations: readonly OpenedQuotation[],
  restrictions: readonly Restriction[],
  sheet: RuledBy,
): Derivations {
  const offers = offersFor(lot, quotations, restrictions);
  const own =
    decision.outcome === 'held' ? heldDerivations(lot, decision, offers, sheet) : failedDerivations(decision, offers, sheet);
  const rejections = offers.flatMap((offer) => {
    const derivation = rejection(offer, lot, restrictions, sheet);
    return derivation ? [[`rejected/${offer.order}`, derivation] as const] : [];
  });
  return Object.fromEntries(
    [...Object.entries(own), ...rejections].map(([field, derivation]) => [`lots/${lot.number}/${field}`, derivation]),
  );
}

/** Quotations that could not be read belong to no lot: `quotations/ORDER`. */
export const unreadableDerivations = (
  quotations: readonly Pick<OpenedQuotation, 'order' | 'unreadable'>[],
  source = S1('1.3.2'),
): Derivations =>
  Object.fromEntries(
    quotations
      .filter((quotation) => quotation.unreadable)
      .map(({ order, unreadable = '' }) => [
        `quotations/${order}`,
        { rule: 'unreadable-quotation', article: cite(source), inputs: { quotation: order, reason: unreadable }, steps: [] },
      ]),
  );
