import { count, ours, S1, type Dated, type Measure, type Source, workingDays } from '../../regulation.ts';
import type { IntakeKind } from '../windows.ts';

/** Numbers and switches of a method from a day on, each with its source. */
export interface MethodSheet {
  offers: { kind: IntakeKind; perSupplierAndLot: Measure; replaceable: boolean; atMost: 'lot-amount'; source: Source };
  window: { atLeast: Measure; startsOn: { day: 'working-day'; source: Source } };
  /** `automatic`: the portal itself rejects under restrictions on participation and ranks (S1 §1.3.2). */
  admission: 'automatic';
  restrictions: { article: string; source: Source };
  held: { offersAtLeast: Measure };
  ranking: readonly ('lowest-price' | 'earliest-received')[];
  /** What is left of a window after suspension: the later of elapsed time and time on working days. */
  remainder: { counted: 'later-of-elapsed-and-working-days'; source: Source };
  afterOneOffer: { opens: 'single-source'; source: Source };
}

export interface Method {
  code: 'price-quotations';
  /** Code inside a protocol number, spec 17 §1.2. */
  protocolCode: string;
  sheets: readonly Dated<MethodSheet>[];
}

export { count, ours, S1, workingDays };
