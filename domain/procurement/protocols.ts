import type { Derivations } from '../derivation.ts';
import { cite, ours, S1, type Source } from '../regulation.ts';
import type { ProcurementFact } from './facts.ts';
import type { Method, ProcurementFile, ProtocolVersion } from './file.ts';
import { sheetOf } from './methods/index.ts';

/** Where each method says that its results protocol is formed. */
const FORMED: Record<Method, string> = { 'price-quotations': '1.3.2', 'single-source': '1.7.5' };

/** Calls for the next version of the results protocol. The versions before stay visible (S1 §1.3.3). */
export function resultsProtocolDue(file: ProcurementFile, at: number, reason: ProtocolVersion['reason']): ProcurementFact {
  const published = file.protocols.filter((p) => p.state === 'published').length;
  const version = published + 1;
  return {
    type: 'ProtocolDue',
    at,
    protocol: { type: 'results', version, state: 'due', validity: 'valid', reason, dueAt: at },
    derivations: {
      [`protocols/results/${version}`]: {
        rule: 'protocol-is-due',
        article: cite(S1(reason === 'results' ? FORMED[file.method] : '1.3.3')),
        inputs: { reason, version, at },
        steps: [],
      },
    },
  };
}

/** When a version became public, by the legal clock (ADR 0005). `at` in ms. */
export const publicationDerivation = (version: number, at: number, source: Source): Derivations => ({
  [`protocols/results/${version}/published`]: {
    rule: 'recorded-at',
    article: [cite(source), cite(ours('ADR 0005'))].join(', '),
    inputs: { at },
    steps: [],
  },
});

/** A cancellation or refusal after the results were decided re-forms the protocol (S1 §1.3.3, spec 17 §1.4). */
export const resultsAreDecided = (file: ProcurementFile): boolean => file.protocols.length > 0;

/**
 * Whether the version that is due goes out under the portal's seal: always where the method says so; where a person signs, the
 * protocol of a wholly cancelled procurement and any version after a published one (spec 17 §1.4).
 */
export const isSealedByPortal = (file: ProcurementFile): boolean =>
  sheetOf(file).resultsProtocol.signedBy === 'portal' ||
  file.status === 'cancelled' ||
  file.protocols.some((protocol) => protocol.state === 'published');
