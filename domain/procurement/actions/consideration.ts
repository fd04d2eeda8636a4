import { z } from 'zod';
import type { Actor } from '../../parties.ts';
import { refuse, type Refusal } from '../../refusals.ts';
import { S1 } from '../../regulation.ts';
import type { Consideration } from '../application.ts';
import { isAboveAmount, lotsToConsider, undecidedLots } from '../consideration.ts';
import { considerationDerivation } from '../derivations/application.ts';
import type { ProcurementFile } from '../file.ts';
import { longText, lotNumber, nothing } from './input.ts';
import { action, personOf } from './row.ts';

const source = S1('1.7.4');

const verdict = { verdict: z.enum(['admitted', 'rejected']), reason: longText.optional() };
const decision = z.object(verdict);
const decisions = z.object({
  /** «Общие документы по всем лотам»; absent: as it was. */
  restrictions: decision.optional(),
  /** «Документы по каждому лоту»: those given replace what was decided on these lots. */
  specifications: z
    .array(z.object({ lot: lotNumber, ...verdict }))
    .max(1_000)
    .default([]),
});
type Decisions = z.infer<typeof decisions>;

/** Who was replaced while deciding may not decide again in this procurement (S1 §1.7.8). */
const mayDecide = (file: ProcurementFile, actor: Actor): Refusal | null =>
  file.excludedRepresentatives.includes(actor.userId) ? refuse('representative-excluded', {}, { source: S1('1.7.8') }) : null;

const isNotVoted = ({ consideration }: ProcurementFile): Refusal | null =>
  consideration?.votedAt ? refuse('already-voted', { at: consideration.votedAt }, { source }) : null;

export const isVoted = ({ consideration }: ProcurementFile): Refusal | null =>
  consideration?.votedAt ? null : refuse('not-voted-yet', {}, { source });

const ofTheRepresentative = {
  methods: ['single-source'],
  carrier: 'signal',
  who: ['organizer-representative'],
  when: ['considering-applications'],
  source,
} as const;

function everyRejectionHasItsReason({ restrictions, specifications }: Decisions): Refusal | null {
  if (restrictions?.verdict === 'rejected' && !restrictions.reason)
    return refuse('reason-missing', {}, { source, field: 'restrictions' });
  const lot = specifications.find((each) => each.verdict === 'rejected' && !each.reason);
  return lot ? refuse('reason-missing', { lot: lot.lot }, { source, field: `specifications.${lot.lot}` }) : null;
}

function lotsAreUnderConsideration(file: ProcurementFile, { specifications }: Decisions): Refusal | null {
  const lots = lotsToConsider(file);
  const seen = new Set<string>();
  for (const { lot: number, verdict: said } of specifications) {
    const lot = lots.find((each) => each.number === number);
    const field = `specifications.${number}`;
    if (!lot || seen.has(number)) return refuse('lot-not-considered', { lot: number }, { source, field });
    if (said === 'admitted' && isAboveAmount(file, lot))
      return refuse('price-above-lot', { lot: number, amount: lot.amount }, { source, field });
    seen.add(number);
  }
  return null;
}

/** Допущен / Отклонен with the reason of a rejection, saved as far as it goes (S1 §1.7.4, «Сохранить»). */
export const saveConsideration = action({
  ...ofTheRepresentative,
  name: 'save-consideration',
  input: decisions,
  available: [mayDecide, isNotVoted],
  rules: [({ input }) => everyRejectionHasItsReason(input), ({ file, input }) => lotsAreUnderConsideration(file, input)],
  decide: ({ file, actor, receivedAt, input }) => {
    const before = file.consideration;
    const given = new Set(input.specifications.map((each) => each.lot));
    const consideration: Consideration = {
      by: personOf(actor),
      restrictions: input.restrictions ?? before?.restrictions ?? null,
      specifications: [...(before?.specifications ?? []).filter((each) => !given.has(each.lot)), ...input.specifications],
      savedAt: receivedAt,
      votedAt: null,
    };
    return [{ type: 'ConsiderationSaved', at: receivedAt, consideration, derivations: considerationDerivation(receivedAt) }];
  },
});

/** Голосовать: every part is decided; the creator may form the results protocol (S1 §1.7.4–1.7.5). */
export const vote = action({
  ...ofTheRepresentative,
  name: 'vote',
  input: nothing,
  available: [mayDecide, isNotVoted],
  rules: [
    ({ file }) => (file.consideration?.restrictions ? null : refuse('decisions-missing', {}, { source, field: 'restrictions' })),
    ({ file }) => {
      const lots = undecidedLots(file);
      return lots.length === 0
        ? null
        : refuse('decisions-missing', { lots: lots.join(', ') }, { source, field: `specifications.${lots[0]}` });
    },
  ],
  decide: ({ actor, receivedAt }) => [{ type: 'ConsiderationVoted', at: receivedAt, by: personOf(actor) }],
});

/** Отозвать голос: while no results protocol exists (S1 §1.7.4). */
export const recallVote = action({
  ...ofTheRepresentative,
  name: 'recall-vote',
  input: nothing,
  available: [mayDecide, isVoted],
  rules: [],
  decide: ({ actor, receivedAt }) => [{ type: 'VoteRecalled', at: receivedAt, by: personOf(actor) }],
});
