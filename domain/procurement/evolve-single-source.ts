import type { SingleSourceFact } from './facts.ts';
import type { ProcurementFile, ProtocolVersion } from './file.ts';

/** Whether a protocol of the file is this version. */
export const isVersion = (named: { type: string; version: number }, protocol: ProtocolVersion): boolean =>
  named.type === protocol.type && named.version === protocol.version;

const withProtocol = (
  file: ProcurementFile,
  named: { type: string; version: number },
  change: (protocol: ProtocolVersion) => ProtocolVersion,
): ProcurementFile => ({ ...file, protocols: file.protocols.map((p) => (isVersion(named, p) ? change(p) : p)) });

/** The file after a fact of a single source (S1 §1.7.3–1.7.7). Pure. */
export function evolveSingleSource(file: ProcurementFile, fact: SingleSourceFact): ProcurementFile {
  switch (fact.type) {
    case 'ApplicationsStarted':
      return {
        ...file,
        status: 'taking-applications',
        deadlines: file.deadlines.filter((d) => d.key !== 'applications-start'),
      };
    case 'ApplicationsClosed':
      // The status stays Опубликовано (прием заявок) until the opening, as S1 §1.7.3 tells it.
      return { ...file, deadlines: [], applicationClosedAt: fact.at, openingOrderedBy: fact.by };
    case 'ApplicationOpened':
      return {
        ...file,
        status: fact.application ? 'considering-applications' : 'forming-results-protocol',
        application: fact.application,
        restrictions: fact.restrictions,
        opening: { how: fact.how, at: fact.at, by: file.openingOrderedBy },
      };
    case 'ParticipationDeclined':
      return {
        ...file,
        status: 'forming-results-protocol',
        deadlines: [],
        applicationClosedAt: fact.at,
        declined: fact.declined,
        opening: { how: 'declined', at: fact.at, by: fact.declined.by },
      };
    case 'ConsiderationSaved':
      return { ...file, consideration: fact.consideration };
    case 'ConsiderationVoted':
      return file.consideration ? { ...file, consideration: { ...file.consideration, votedAt: fact.at } } : file;
    case 'VoteRecalled':
      return file.consideration ? { ...file, consideration: { ...file.consideration, votedAt: null } } : file;
    case 'ConsiderationReset':
      return {
        ...file,
        status: 'considering-applications',
        consideration: null,
        excludedRepresentatives: [...file.excludedRepresentatives, fact.excluded],
        protocols: file.protocols.filter((p) => p.state === 'published'),
      };
    case 'ProtocolFormed': {
      const { documentId, sha256, payloadSha256 } = fact;
      return withProtocol(file, fact.protocol, (p) => ({ ...p, state: 'formed', documentId, sha256, payloadSha256 }));
    }
    case 'ProtocolSigned': {
      const signed = { signatureId: fact.signature.id, by: fact.by, at: fact.at };
      return withProtocol(file, fact.protocol, (p) => ({ ...p, state: 'signed', signed }));
    }
    case 'SingleSourceStarted':
      return { ...file, successors: [...(file.successors ?? []), fact.successor] };
    default: {
      const unhandled: never = fact;
      return unhandled;
    }
  }
}
