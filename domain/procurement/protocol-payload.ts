import { together } from '../derivation.ts';
import { applicationDerivations } from './derivations/application.ts';
import { decideApplication } from './consideration.ts';
import type { ResultsPayload } from './documents.ts';
import { isLive, openedOffers, type ProcurementFile, type ProtocolVersion } from './file.ts';
import { resultsPayload } from './results-payload.ts';

/** A single source with what its publication will decide: the protocol is formed before the lots change their status (S1 §1.7.7). */
function asDecided(file: ProcurementFile): ProcurementFile {
  const decides = file.opening !== null;
  const live = decides ? file.lots.filter(isLive) : [];
  return {
    ...file,
    derivations: { ...file.derivations, ...together(live.map((lot) => applicationDerivations(file, lot))) },
    quotations: decides ? openedOffers(file) : null,
    lots: file.lots.map((lot) => (decides && isLive(lot) ? { ...lot, decision: decideApplication(file, lot) } : lot)),
  };
}

/** Payload of a version of the results protocol, by method; `before` is the payload of the version it replaces. */
export const protocolPayload = (
  file: ProcurementFile,
  protocol: Pick<ProtocolVersion, 'type' | 'version' | 'reason' | 'dueAt'>,
  baseUrl: string,
  before: ResultsPayload | null,
): ResultsPayload => resultsPayload(file.method === 'single-source' ? asDecided(file) : file, protocol, baseUrl, before);
