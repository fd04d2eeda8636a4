import type { Deadline, FrozenDeadline } from '../case.ts';
import type { Person, Representative } from '../parties.ts';
import type {
  IntakeKeys,
  LotDecision,
  OpenedQuotation,
  ProtocolVersion,
  RecordedAct,
  RecordedRefusal,
  Restriction,
} from './file.ts';

/** Everything that can happen to a procurement. `at` is legal time in ms. */
export type ProcurementFact =
  | {
      type: 'ProcurementPublished';
      at: number;
      sheet: string;
      deadlines: Deadline[];
      intake: IntakeKeys;
      calendarVersion: number;
    }
  | { type: 'QuotationsStarted'; at: number }
  | { type: 'QuotationsClosed'; at: number }
  | { type: 'QuotationsOpened'; at: number; quotations: OpenedQuotation[]; restrictions: Restriction[] }
  | { type: 'LotsDecided'; at: number; decisions: { lot: string; decision: LotDecision }[] }
  | { type: 'ProtocolDue'; at: number; protocol: ProtocolVersion }
  | {
      type: 'ProtocolPublished';
      at: number;
      protocol: { type: 'results'; version: number };
      documentId: string;
      sha256: string;
      payloadSha256: string;
    }
  | { type: 'ProcurementSuspended'; at: number; act: RecordedAct; frozen: FrozenDeadline[] }
  | { type: 'ProcurementResumed'; at: number; act: RecordedAct; deadlines: Deadline[]; calendarVersion: number }
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
