import { z } from 'zod';
import { S1 } from '../../regulation.ts';
import { refuse } from '../../refusals.ts';
import type { Representative } from '../../parties.ts';
import type { ProcurementFact } from '../facts.ts';
import type { ProcurementFile } from '../file.ts';
import { resultsProtocolDue } from '../protocols.ts';
import { CREATOR_CHANGEABLE, REPRESENTATIVE_CHANGEABLE } from '../statuses.ts';
import { isoDate, uploaded } from './input.ts';
import { action } from './row.ts';

/**
 * What follows for a single source when a representative is replaced: decisions on the application are void and the protocol with
 * them (S1 §1.7.8, spec 17 §1.4); a protocol that states no decision is formed anew, because it names the representatives.
 */
function afterReplacement(file: ProcurementFile, at: number, ofOrganizer: boolean, candidate: Representative): ProcurementFact[] {
  const before = file.organizerRepresentative;
  const unpublished = file.protocols.find((protocol) => protocol.state !== 'published');
  const replaced = ofOrganizer && before !== null && before.userId !== candidate.userId;
  const decides = ['considering-applications', 'forming-results-protocol'].includes(file.status) && file.application !== null;
  if (replaced && decides) return [{ type: 'ConsiderationReset', at, excluded: before.userId }];
  return unpublished ? [resultsProtocolDue(file, at, unpublished.reason)] : [];
}

/** Изменить данные представителя: a user of the organizer, or of one of the customers; decision, date and file are optional (S1 §1.3.5). */
export const changeRepresentative = action({
  name: 'change-representative',
  carrier: 'signal',
  who: ['creator'],
  when: REPRESENTATIVE_CHANGEABLE,
  available: [
    ({ method, status }) =>
      method !== 'single-source' && status === 'forming-results-protocol'
        ? refuse('not-in-this-status', { action: 'change-representative', status }, { source: S1('1.3.5') })
        : null,
  ],
  input: z.object({
    /** BIN of the customer whose representative changes; absent for the organizer's. */
    customer: z.string().optional(),
    userId: z.uuid(),
    order: z
      .object({ number: z.string().trim().max(200).optional(), date: isoDate.optional(), file: uploaded.optional() })
      .optional(),
  }),
  consult: ['candidate'],
  rules: [
    ({ file, input, consulted: { candidate } }) => {
      const bin = input.customer ?? file.organizer.bin;
      const known = input.customer === undefined || file.customers.some((c) => c.bin === input.customer);
      const excluded = input.customer === undefined && file.excludedRepresentatives.includes(input.userId);
      return candidate && candidate.bin === bin && known && !excluded
        ? null
        : refuse('representative-unfit', {}, { field: 'userId' });
    },
  ],
  decide: ({ file, receivedAt, input, consulted: { candidate } }) =>
    candidate
      ? [
          {
            type: 'RepresentativeChanged',
            at: receivedAt,
            of: input.customer === undefined ? 'organizer' : { customer: input.customer },
            representative: candidate,
            ...(input.order
              ? { order: { number: input.order.number, date: input.order.date, documentId: input.order.file?.documentId } }
              : {}),
          },
          ...afterReplacement(file, receivedAt, input.customer === undefined, candidate),
        ]
      : [],
  source: S1('1.3.5'),
});

/** Изменить создателя объявления: only when the creator is blocked, to a non-blocked user of the same organization (S1 §1.3.4). */
export const changeCreator = action({
  name: 'change-creator',
  carrier: 'signal',
  who: ['organization-administrator'],
  when: CREATOR_CHANGEABLE,
  input: z.object({ userId: z.uuid() }),
  consult: ['creatorBlocked', 'candidate'],
  rules: [
    ({ consulted }) => (consulted.creatorBlocked ? null : refuse('creator-not-blocked')),
    ({ file, consulted: { candidate } }) =>
      candidate && candidate.bin === file.organizer.bin ? null : refuse('new-creator-unfit', {}, { field: 'userId' }),
  ],
  decide: ({ file, receivedAt, consulted: { candidate } }) =>
    candidate
      ? [
          {
            type: 'CreatorChanged',
            at: receivedAt,
            from: file.creator,
            to: { userId: candidate.userId, iin: candidate.iin, name: candidate.name, bin: candidate.bin },
          },
        ]
      : [],
  source: S1('1.3.4'),
});
