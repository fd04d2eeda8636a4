import { together } from '../../derivation.ts';
import { refuse } from '../../refusals.ts';
import { S1 } from '../../regulation.ts';
import { decisionDerivations, unreadableDerivations } from '../derivations/lot-decision.ts';
import { liveLots } from '../file.ts';
import { sheetOf } from '../methods/index.ts';
import { resultsProtocolDue } from '../protocols.ts';
import { decideLot } from '../ranking.ts';
import { nothing } from './input.ts';
import { atDeadline, intoTheWindow } from './intake.ts';
import { action } from './row.ts';

const METHODS = ['price-quotations'] as const;

/** The portal opens the window at the start date. */
export const startTakingQuotations = atDeadline({
  name: 'start-taking-quotations',
  methods: METHODS,
  when: 'published',
  fact: (at) => ({ type: 'QuotationsStarted', at }),
  source: S1('1.3.1.4'),
});

/** The portal closes the window at the end date; opening may come later. */
export const closeQuotations = atDeadline({
  name: 'close-quotations',
  methods: METHODS,
  when: 'taking-quotations',
  fact: (at) => ({ type: 'QuotationsClosed', at }),
  source: S1('1.3.2'),
});

/** Automatic opening, comparison and results; nobody has to be present (S1 §1.3.2). */
export const openAndCompare = action({
  name: 'open-and-compare',
  methods: METHODS,
  carrier: 'clock',
  who: ['portal'],
  when: ['forming-results-protocol'],
  input: nothing,
  consult: ['opened'],
  rules: [
    ({ file }) => (file.quotations ? refuse('not-in-this-status', { action: 'open-and-compare', status: file.status }) : null),
  ],
  decide: ({ file, receivedAt, consulted: { opened } }) => {
    const sheet = sheetOf({ method: 'price-quotations', sheet: file.sheet });
    const { quotations, restrictions } = opened;
    const decided = liveLots(file).map((lot) => ({ lot, decision: decideLot(lot, quotations, restrictions, sheet) }));
    return [
      { type: 'QuotationsOpened', at: receivedAt, ...opened, derivations: unreadableDerivations(quotations) },
      {
        type: 'LotsDecided',
        at: receivedAt,
        decisions: decided.map(({ lot, decision }) => ({ lot: lot.number, decision })),
        derivations: together(
          decided.map(({ lot, decision }) => decisionDerivations(lot, decision, quotations, restrictions, sheet)),
        ),
      },
      resultsProtocolDue(file, receivedAt, 'results'),
    ];
  },
  source: S1('1.3.2'),
});

const ofASupplier = (name: string) =>
  intoTheWindow({ name, methods: METHODS, who: 'supplier', when: 'taking-quotations', source: S1('1.3.2') });

/** A supplier hands in or replaces a quotation, sealed; the case never sees it before the opening. */
export const submitQuotation = ofASupplier('submit-quotation');

/** Until the end a quotation may be withdrawn. */
export const withdrawQuotation = ofASupplier('withdraw-quotation');
