import { z } from 'zod';
import { together } from '../../derivation.ts';
import { S1, type Source } from '../../regulation.ts';
import { refuse } from '../../refusals.ts';
import { decisionDerivations, unreadableDerivations } from '../derivations/lot-decision.ts';
import { dueProtocol, liveLots } from '../file.ts';
import { sheetOf } from '../methods/index.ts';
import { resultsProtocolDue } from '../protocols.ts';
import { decideLot } from '../ranking.ts';
import type { ProcurementStatus } from '../statuses.ts';
import { nothing } from './input.ts';
import { action } from './row.ts';

/** A step of the portal at a deadline: nobody asks for it, nothing can refuse it. */
const atDeadline = (name: string, when: ProcurementStatus, type: 'QuotationsStarted' | 'QuotationsClosed', source: Source) =>
  action({
    name,
    carrier: 'clock',
    who: ['portal'],
    when: [when],
    input: nothing,
    rules: [],
    decide: ({ receivedAt }) => [{ type, at: receivedAt }],
    source,
  });

/** The portal opens the window at the start date. */
export const startTakingQuotations = atDeadline('start-taking-quotations', 'published', 'QuotationsStarted', S1('1.3.1.4'));

/** The portal closes the window at the end date; opening may come later. */
export const closeQuotations = atDeadline('close-quotations', 'taking-quotations', 'QuotationsClosed', S1('1.3.2'));

/** Automatic opening, comparison and results; nobody has to be present (S1 §1.3.2). */
export const openAndCompare = action({
  name: 'open-and-compare',
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

const formed = z.object({
  type: z.literal('results'),
  version: z.number().int().min(1),
  documentId: z.uuid(),
  sha256: z.string(),
  payloadSha256: z.string(),
});

/** The portal publishes a protocol it has formed and sealed. */
export const publishProtocol = action({
  name: 'publish-protocol',
  carrier: 'clock',
  who: ['portal'],
  when: ['forming-results-protocol', 'completed', 'cancelled'],
  input: formed,
  rules: [
    ({ file, input }) =>
      dueProtocol(file)?.version === input.version
        ? null
        : refuse('not-in-this-status', { action: 'publish-protocol', status: file.status }),
  ],
  decide: ({ receivedAt, input: { type, version, ...document } }) => [
    { type: 'ProtocolPublished', at: receivedAt, protocol: { type, version }, ...document },
  ],
  source: S1('1.3.2'),
});

/** What a supplier does past the workflow, under the lock of the intake window (ADR 0004). */
const intoTheWindow = (name: string) =>
  action({
    name,
    carrier: 'intake',
    who: ['supplier'],
    when: ['taking-quotations'],
    input: nothing,
    rules: [],
    decide: () => [],
    source: S1('1.3.2'),
  });

/** A supplier hands in or replaces a quotation, sealed; the case never sees it before the opening. */
export const submitQuotation = intoTheWindow('submit-quotation');

/** Until the end a quotation may be withdrawn. */
export const withdrawQuotation = intoTheWindow('withdraw-quotation');
