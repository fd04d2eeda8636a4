import type { Derivation, Derivations } from '../../derivation.ts';
import type { ProcurementFact } from '../facts.ts';
import { type Lot, type ProcurementFile, shownStatus } from '../file.ts';

/** A status that a fact brought: which act, when, from what to what, by which article. */
const broughtBy = (fact: ProcurementFact, statusBefore: string, statusAfter: string): Derivation => ({
  rule: 'status-follows-act',
  article: fact.article ?? '',
  inputs: { fact: fact.type, at: fact.at, statusBefore, statusAfter },
  steps: [],
});

/** Lots that changed alike are named once. */
function lotStatuses(before: readonly Lot[], after: readonly Lot[], fact: ProcurementFact): Derivations {
  const changes = after.flatMap((lot, index) => {
    const was = before[index]?.status ?? lot.status;
    return was === lot.status ? [] : [{ lot: lot.number, derivation: broughtBy(fact, was, lot.status) }];
  });
  if (fact.type === 'ProcurementPublished' && changes[0]) return { 'lots/*/status': changes[0].derivation };
  return Object.fromEntries(changes.map(({ lot, derivation }) => [`lots/${lot}/status`, derivation]));
}

/** Deadlines carry their derivation in the fact; the one last set is kept when the deadline has passed. */
const deadlines = (fact: ProcurementFact): Derivations =>
  'deadlines' in fact ? Object.fromEntries(fact.deadlines.map(({ key, derivation }) => [`deadlines/${key}`, derivation])) : {};

/** What a lot's earlier decision led to ends with it. */
const FOLLOWED = ['price', 'saving', 'single-source'];

function stillStanding(before: Derivations, fact: ProcurementFact): Derivations {
  const decided = Object.keys(fact.derivations ?? {}).filter((field) => field.endsWith('/decision'));
  const ended = new Set(decided.flatMap((field) => FOLLOWED.map((name) => field.replace(/decision$/, name))));
  return ended.size === 0 ? before : Object.fromEntries(Object.entries(before).filter(([field]) => !ended.has(field)));
}

/** The derivations of a file after a fact: what the fact recorded, over those of before. */
export function derivationsAfter(before: ProcurementFile, after: ProcurementFile, fact: ProcurementFact): Derivations {
  const [was, is] = [shownStatus(before), shownStatus(after)];
  return {
    ...stillStanding(before.derivations, fact),
    ...(was === is ? {} : { status: broughtBy(fact, was, is) }),
    ...lotStatuses(before.lots, after.lots, fact),
    ...deadlines(fact),
    ...fact.derivations,
  };
}
