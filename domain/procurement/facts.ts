import type { Deadline, Fact, FrozenDeadline } from '../case.ts';
import type { Person, Representative } from '../parties.ts';
import type { Consideration, Declined, OpenedApplication, Opening, Successor } from './application.ts';
import type {
  IntakeKeys,
  LostKey,
  LotDecision,
  OpenedQuotation,
  ProtocolVersion,
  RecordedAct,
  RecordedRefusal,
  Restriction,
} from './file.ts';

interface Formed {
  protocol: { type: 'results'; version: number };
  documentId: string;
  sha256: string;
  payloadSha256: string;
}

/** What happens to a single source besides: application, consideration, protocol under a person's signature. */
export type SingleSourceFact =
  | { type: 'ApplicationsStarted'; at: number }
  /** At the deadline (`by` null), or by hand of the creator. */
  | { type: 'ApplicationsClosed'; at: number; by: Person | null }
  | {
      type: 'ApplicationOpened';
      at: number;
      how: Opening['how'];
      application: OpenedApplication | null;
      restrictions: Restriction[];
    }
  | { type: 'ParticipationDeclined'; at: number; declined: Declined }
  | { type: 'ConsiderationSaved'; at: number; consideration: Consideration }
  | { type: 'ConsiderationVoted'; at: number; by: Person }
  | { type: 'VoteRecalled'; at: number; by: Person }
  /** The representative that decided was replaced: the decisions are void and so is a protocol that is not published. */
  | { type: 'ConsiderationReset'; at: number; excluded: string }
  | ({ type: 'ProtocolFormed'; at: number } & Formed)
  | {
      type: 'ProtocolSigned';
      at: number;
      protocol: { type: 'results'; version: number };
      documentId: string;
      by: Person;
      signature: ProtocolSignature;
    }
  | { type: 'SingleSourceStarted'; at: number; successor: Successor; supplier: string };

/** A verified EDS over the protocol's bytes: `cms` is the detached signature, DER in base64. */
export interface ProtocolSignature {
  id: string;
  cms: string;
  signer: { iin: string; bin?: string; name: string; serial: string; issuer: string; validFrom: number; validTo: number };
}

/** Everything that can happen to a procurement. `at` is legal time in ms. */
export type ProcurementFact = Pick<Fact, 'article' | 'derivations'> & (SingleSourceFact | CommonFact);

type CommonFact =
  | {
      type: 'ProcurementPublished';
      at: number;
      sheet: string;
      deadlines: Deadline[];
      intake: IntakeKeys;
      calendarVersion: number;
      /** Counted by the portal at publication; absent where the organizer chose it. */
      window?: { opensAt: number; closesAt: number };
    }
  | { type: 'QuotationsStarted'; at: number }
  | { type: 'QuotationsClosed'; at: number }
  | { type: 'QuotationsOpened'; at: number; quotations: OpenedQuotation[]; restrictions: Restriction[] }
  | { type: 'LotsDecided'; at: number; decisions: { lot: string; decision: LotDecision }[] }
  | { type: 'ProtocolDue'; at: number; protocol: ProtocolVersion }
  | ({ type: 'ProtocolPublished'; at: number } & Formed)
  | { type: 'ProcurementSuspended'; at: number; act: RecordedAct; frozen: FrozenDeadline[]; calendarVersion: number }
  | { type: 'ProcurementResumed'; at: number; act: RecordedAct; deadlines: Deadline[]; calendarVersion: number }
  | { type: 'KeyLost'; at: number; lost: LostKey }
  | {
      type: 'WindowRepeated';
      at: number;
      window: { opensAt: number; closesAt: number };
      deadlines: Deadline[];
      intake: IntakeKeys;
      calendarVersion: number;
    }
  | { type: 'LotsCancelled'; at: number; act: RecordedAct }
  | { type: 'LotsRefused'; at: number; refusal: RecordedRefusal }
  | {
      type: 'RepresentativeChanged';
      at: number;
      of: 'organizer' | { customer: string };
      representative: Representative;
      order?: { number?: string; date?: string; documentId?: string };
    }
  | { type: 'CreatorChanged'; at: number; from: Person; to: Person };

export type ProcurementFactType = ProcurementFact['type'];
