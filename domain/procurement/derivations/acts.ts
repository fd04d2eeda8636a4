import type { Derivation, Derivations } from '../../derivation.ts';
import { cite, type Source } from '../../regulation.ts';
import type { ActOfAuthority, ProcurementFile } from '../file.ts';

const byAct = (rule: Derivation['rule'], act: ActOfAuthority, at: number, source: Source): Derivation => ({
  rule,
  article: cite(source),
  inputs: { actNumber: act.number, actDate: act.date, at },
  steps: [],
});

/** The act that is recorded next: `acts/N`. `at` = when the portal received it, ms. */
export const actDerivation = (
  file: Pick<ProcurementFile, 'acts'>,
  act: ActOfAuthority,
  at: number,
  source: Source,
): Derivations => ({
  [`acts/${file.acts.length}`]: byAct('recorded-act', act, at, source),
});

/** Lots that an act ends: `lots/N/decision`. */
export const endedByAct = (lots: readonly string[], act: ActOfAuthority, at: number, source: Source): Derivations =>
  Object.fromEntries(lots.map((lot) => [`lots/${lot}/decision`, byAct('ended-by-act', act, at, source)]));

/** Lots that their customer gives up, and the refusal itself: `lots/N/decision`, `refusals/N`. */
export function refusedByCustomer(
  file: Pick<ProcurementFile, 'refusals'>,
  lots: readonly string[],
  at: number,
  source: Source,
): Derivations {
  const derivation: Derivation = { rule: 'refused-by-customer', article: cite(source), inputs: { at }, steps: [] };
  return {
    [`refusals/${file.refusals.length}`]: derivation,
    ...Object.fromEntries(lots.map((lot) => [`lots/${lot}/decision`, derivation])),
  };
}
