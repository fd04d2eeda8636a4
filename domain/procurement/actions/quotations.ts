import { S1 } from '../../regulation.ts';
import { refuse } from '../../refusals.ts';
import { dueProtocol, liveLots } from '../file.ts';
import { sheetOf } from '../methods/index.ts';
import { resultsProtocolDue } from '../protocols.ts';
import { decideLot } from '../ranking.ts';
import { nothing } from './input.ts';
import { action } from './row.ts';
import { z } from 'zod';

/** The portal opens the window at the start date. */
export const startTakingQuotations = action({
  name: 'start-taking-quotations',
  carrier: 'clock',
  who: ['portal'],
  when: ['published'],
  input: nothing,
  rules: [],
  decide: ({ receivedAt }) => [{ type: 'QuotationsStarted', at: receivedAt }],
  source: S1('1.3.1.4'),
});

/** The portal closes the window at the end date; opening may come later. */
export const closeQuotations = action({
  name: 'close-quotations',
  carrier: 'clock',
  who: ['portal'],
  when: ['taking-quotations'],
  input: nothing,
  rules: [],
  decide: ({ receivedAt }) => [{ type: 'QuotationsClosed', at: receivedAt }],
  source: S1('1.3.2'),
});

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
    const sheet = sheetOf(file);
    return [
      { type: 'QuotationsOpened', at: receivedAt, ...opened },
      {
        type: 'LotsDecided',
        at: receivedAt,
        decisions: liveLots(file).map((lot) => ({
          lot: lot.number,
          decision: decideLot(lot, opened.quotations, opened.restrictions, sheet),
        })),
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

/** A supplier hands in or replaces a quotation. It goes into the intake window, sealed; the case never sees it before the opening. */
export const submitQuotation = action({
  name: 'submit-quotation',
  carrier: 'intake',
  who: ['supplier'],
  when: ['taking-quotations'],
  input: nothing,
  rules: [],
  decide: () => [],
  source: S1('1.3.2'),
});

/** Until the end a quotation may be withdrawn. */
export const withdrawQuotation = action({
  name: 'withdraw-quotation',
  carrier: 'intake',
  who: ['supplier'],
  when: ['taking-quotations'],
  input: nothing,
  rules: [],
  decide: () => [],
  source: S1('1.3.2'),
});
