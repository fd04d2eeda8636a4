import { calendarDays, count, ours, S1, type Dated, type Measure, type Source, workingDays } from '../../regulation.ts';
import type { Method as MethodCode } from '../file.ts';

interface Offers<Kind extends string> {
  kind: Kind;
  perSupplierAndLot: Measure;
  replaceable: boolean;
  atMost: 'lot-amount';
  source: Source;
}

/** What the sheets of every method say. */
interface CommonSheet {
  restrictions: { article: string; source: Source };
  /** What is left of a window after suspension: the later of elapsed time and time on working days. */
  remainder: { counted: 'later-of-elapsed-and-working-days'; source: Source };
}

/** Numbers and switches of a request for price quotations from a day on, each with its source. */
export interface QuotationsSheet extends CommonSheet {
  offers: Offers<'quotations'>;
  window: { atLeast: Measure; startsOn: { day: 'working-day'; source: Source } };
  /** `automatic`: the portal itself rejects under restrictions on participation and ranks (S1 §1.3.2). */
  admission: 'automatic';
  held: { offersAtLeast: Measure };
  ranking: readonly ('lowest-price' | 'earliest-received')[];
  resultsProtocol: { signedBy: 'portal'; publishedBy: 'portal'; source: Source };
  afterOneOffer: { opens: 'single-source'; source: Source };
}

/** Numbers and switches of a single source after failed price quotations from a day on. */
export interface SingleSourceSheet extends CommonSheet {
  offers: Offers<'applications'>;
  /** Starts with the publication; on a day off at the start of the next working day. `lasts` in elapsed days of 24 hours. */
  window: { lasts: Measure; startsOn: { day: 'publication'; onDayOff: 'next-working-day'; source: Source } };
  openedByHand: { by: 'creator'; source: Source };
  /** `representative`: the organizer's representative admits or rejects (S1 §1.7.4). */
  admission: 'representative';
  resultsProtocol: { signedBy: 'organizer-representative'; publishedBy: 'creator'; source: Source };
}

interface Sheets {
  'price-quotations': QuotationsSheet;
  'single-source': SingleSourceSheet;
}

export type SheetOf<Code extends MethodCode> = Sheets[Code];
export type MethodSheet = SheetOf<MethodCode>;

export interface Method<Code extends MethodCode = MethodCode> {
  code: Code;
  /** Code inside a protocol number, spec 17 §1.2. */
  protocolCode: string;
  sheets: readonly Dated<SheetOf<Code>>[];
}

export { calendarDays, count, ours, S1, workingDays };
