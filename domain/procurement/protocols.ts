import type { ProcurementFact } from './facts.ts';
import type { ProcurementFile, ProtocolVersion } from './file.ts';

/** Calls for the next version of the results protocol. The versions before stay visible (S1 §1.3.3). */
export function resultsProtocolDue(file: ProcurementFile, at: number, reason: ProtocolVersion['reason']): ProcurementFact {
  const published = file.protocols.filter((p) => p.state === 'published').length;
  return {
    type: 'ProtocolDue',
    at,
    protocol: { type: 'results', version: published + 1, state: 'due', validity: 'valid', reason, dueAt: at },
  };
}

/** A cancellation or refusal after the results were decided re-forms the protocol (S1 §1.3.3, spec 17 §1.4). */
export const resultsAreDecided = (file: ProcurementFile): boolean => file.protocols.length > 0;
