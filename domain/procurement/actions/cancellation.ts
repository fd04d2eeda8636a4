import { z } from 'zod';
import { dateOf } from '../../calendar.ts';
import { S1 } from '../../regulation.ts';
import { actDerivation, endedByAct, refusedByCustomer } from '../derivations/acts.ts';
import type { ProcurementFact } from '../facts.ts';
import { liveLots, type ProcurementFile, type ProtocolVersion } from '../file.ts';
import { resultsAreDecided, resultsProtocolDue } from '../protocols.ts';
import { actIsNotDatedInTheFuture } from '../rules/act-is-not-dated-in-the-future.ts';
import { lotsAreOpenToCancellation } from '../rules/lots-are-open-to-cancellation.ts';
import { FROM_PUBLICATION_TO_CONTRACT } from '../statuses.ts';
import { actOfAuthority, longText, lotNumbers } from './input.ts';
import { action, personOf } from './row.ts';

/** Ending all lots forms the results protocol at once; ending some of them re-forms a protocol that exists (S1 §1.3.3, spec 17 §1.4). */
function withProtocol(
  file: ProcurementFile,
  at: number,
  lots: string[],
  ended: ProcurementFact,
  reason: ProtocolVersion['reason'],
): ProcurementFact[] {
  const all = liveLots(file).every((lot) => lots.includes(lot.number));
  if (all && !resultsAreDecided(file))
    return [ended, resultsProtocolDue(file, at, reason === 'lots-refused' ? reason : 'all-lots-cancelled')];
  return resultsAreDecided(file) ? [ended, resultsProtocolDue(file, at, reason)] : [ended];
}

/** Отменить закупку: whole or by lots, by the act of a court, a prosecutor or state financial control (S1 §1.3.3). */
export const cancel = action({
  name: 'cancel',
  carrier: 'signal',
  who: ['creator'],
  when: FROM_PUBLICATION_TO_CONTRACT,
  whileSuspended: 'also',
  input: z.object({ lots: lotNumbers, act: actOfAuthority }),
  consult: ['calendar', 'lotsInUse'],
  rules: [
    ({ file, input, consulted }) => lotsAreOpenToCancellation(file, input.lots, consulted.lotsInUse),
    ({ input, receivedAt, consulted }) => actIsNotDatedInTheFuture(input.act.date, dateOf(consulted.calendar, receivedAt)),
  ],
  decide: ({ file, actor, receivedAt, input }) =>
    withProtocol(
      file,
      receivedAt,
      input.lots,
      {
        type: 'LotsCancelled',
        at: receivedAt,
        act: { ...input.act, action: 'cancel', at: receivedAt, by: personOf(actor), lots: input.lots },
        derivations: {
          ...actDerivation(file, input.act, receivedAt, S1('1.3.3')),
          ...endedByAct(input.lots, input.act, receivedAt, S1('1.3.3')),
        },
      },
      'lots-cancelled',
    ),
  source: S1('1.3.3'),
});

const ownLots = (file: ProcurementFile, bin: string | null) =>
  file.lots.filter((lot) => lot.customer === bin).map((lot) => lot.number);

/** Отказ от закупки: a customer gives up its own lots, whole or some, with the ground in words (spec 01 "Refuse"). */
export const refuseProcurement = action({
  name: 'refuse',
  carrier: 'signal',
  who: ['customer'],
  when: FROM_PUBLICATION_TO_CONTRACT,
  input: z.object({ lots: lotNumbers, ground: longText }),
  consult: ['lotsInUse'],
  rules: [
    ({ file, actor, input, consulted }) => {
      const own = ownLots(file, actor.bin);
      return lotsAreOpenToCancellation(
        { ...file, lots: file.lots.filter((lot) => own.includes(lot.number)) },
        input.lots,
        consulted.lotsInUse,
      );
    },
  ],
  decide: ({ file, actor, receivedAt, input }) =>
    withProtocol(
      file,
      receivedAt,
      input.lots,
      {
        type: 'LotsRefused',
        at: receivedAt,
        refusal: { at: receivedAt, by: personOf(actor), customer: actor.bin ?? '', lots: input.lots, ground: input.ground },
        derivations: refusedByCustomer(file, input.lots, receivedAt, S1('1.4.3')),
      },
      'lots-refused',
    ),
  source: S1('1.4.3'),
});
