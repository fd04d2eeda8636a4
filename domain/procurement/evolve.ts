import type { Deadline } from '../case.ts';
import { derivationsAfter } from './derivations/after-fact.ts';
import type { ProcurementFact } from './facts.ts';
import { evolveSingleSource, isVersion } from './evolve-single-source.ts';
import { isLive, type Lot, type ProcurementFile, type ProtocolVersion } from './file.ts';
import { INTAKE_KIND, windowDeadlines } from './windows.ts';

const withLots = (file: ProcurementFile, change: (lot: Lot) => Lot): ProcurementFile => ({
  ...file,
  lots: file.lots.map(change),
});

const without = (file: ProcurementFile, ...keys: string[]) => file.deadlines.filter((d) => !keys.includes(d.key));

/** The window as it is held: a bound that runs again has moved, one that was passed stays. */
function movedWindow({ window, method }: ProcurementFile, deadlines: readonly Deadline[]): ProcurementFile['window'] {
  const now = (end: 'start' | 'end') => deadlines.find((d) => d.key === windowDeadlines(method)[end])?.at;
  return window && { opensAt: now('start') ?? window.opensAt, closesAt: now('end') ?? window.closesAt };
}

/** When every lot has been cancelled the announcement is cancelled (S1 §1.3.3); refused lots end it the same way (spec 01 "Refuse"). */
function endIfNothingIsLeft(file: ProcurementFile): ProcurementFile {
  return file.lots.some(isLive) ? file : { ...file, status: 'cancelled', deadlines: [], suspension: null };
}

/** The file after one fact. Pure; `file = facts.reduce(evolve, draft)`. */
export function evolve(file: ProcurementFile, fact: ProcurementFact): ProcurementFile {
  const after = happened(file, fact);
  return { ...after, derivations: derivationsAfter(file, after, fact) };
}

function happened(file: ProcurementFile, fact: ProcurementFact): ProcurementFile {
  switch (fact.type) {
    case 'ProcurementPublished':
      return withLots(
        {
          ...file,
          ...{ status: 'published', sheet: fact.sheet, publishedAt: fact.at, deadlines: fact.deadlines, intake: fact.intake },
          ...(fact.window ? { window: fact.window } : {}),
        },
        (lot) => ({ ...lot, status: 'published' }),
      );
    case 'QuotationsStarted':
      return { ...file, status: 'taking-quotations', deadlines: without(file, 'quotations-start') };
    case 'QuotationsClosed':
      return { ...file, status: 'forming-results-protocol', deadlines: without(file, 'quotations-start', 'quotations-end') };
    case 'QuotationsOpened':
      return { ...file, quotations: fact.quotations, restrictions: fact.restrictions };
    case 'LotsDecided': {
      const decisions = new Map(fact.decisions.map((d) => [d.lot, d.decision]));
      return withLots(file, (lot) => {
        const decision = decisions.get(lot.number);
        return decision ? { ...lot, decision, status: decision.outcome } : lot;
      });
    }
    case 'ProtocolDue':
      // A version that was never published is replaced by the newer one, with its signature (S1 §1.4.17).
      return {
        ...file,
        status: file.status === 'considering-applications' ? 'forming-results-protocol' : file.status,
        protocols: [...file.protocols.filter((p) => p.state === 'published'), fact.protocol],
      };
    case 'ProtocolPublished':
      return {
        ...file,
        status: file.status === 'cancelled' ? 'cancelled' : 'completed',
        protocols: file.protocols.map((p): ProtocolVersion => {
          if (isVersion(fact.protocol, p)) {
            const { documentId, sha256, payloadSha256, at } = fact;
            return { ...p, state: 'published', documentId, sha256, payloadSha256, publishedAt: at };
          }
          return p.type === fact.protocol.type ? { ...p, validity: 'not-valid' } : p;
        }),
      };
    case 'ProcurementSuspended':
      return {
        ...file,
        acts: [...file.acts, fact.act],
        deadlines: [],
        suspension: { at: fact.at, actIndex: file.acts.length, frozen: fact.frozen },
      };
    case 'ProcurementResumed':
      return {
        ...file,
        acts: [...file.acts, fact.act],
        deadlines: fact.deadlines,
        suspension: null,
        window: movedWindow(file, fact.deadlines),
      };
    case 'KeyLost':
      return { ...file, lostKeys: [...(file.lostKeys ?? []), fact.lost] };
    case 'WindowRepeated': {
      const { window, deadlines, intake } = fact;
      // A window that was not open yet waits for its start as before.
      const status = file.status === 'published' ? 'published' : (`taking-${INTAKE_KIND[file.method]}` as const);
      return { ...file, status, window, deadlines, intake, applicationClosedAt: null, openingOrderedBy: null };
    }
    case 'LotsCancelled': {
      const ended = withLots({ ...file, acts: [...file.acts, fact.act] }, (lot) =>
        fact.act.lots.includes(lot.number) ? { ...lot, status: 'cancelled', endedBy: file.acts.length } : lot,
      );
      return endIfNothingIsLeft(ended);
    }
    case 'LotsRefused': {
      const ended = withLots({ ...file, refusals: [...file.refusals, fact.refusal] }, (lot) =>
        fact.refusal.lots.includes(lot.number) ? { ...lot, status: 'refused', endedBy: file.refusals.length } : lot,
      );
      return endIfNothingIsLeft(ended);
    }
    case 'RepresentativeChanged': {
      const { of, representative } = fact;
      if (of === 'organizer') return { ...file, organizerRepresentative: representative };
      const others = file.customerRepresentatives.filter((r) => r.customer !== of.customer);
      return { ...file, customerRepresentatives: [...others, { ...representative, customer: of.customer }] };
    }
    case 'CreatorChanged':
      return { ...file, creator: fact.to };
    default:
      return evolveSingleSource(file, fact);
  }
}
