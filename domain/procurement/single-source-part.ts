import { documentInstant, type QuotationLine, type RejectedLine, type Signer } from './documents.ts';
import type { SingleSourcePart } from './documents/single-source.ts';
import type { Representative } from '../parties.ts';
import { isAboveAmount } from './consideration.ts';
import type { Lot, ProcurementFile } from './file.ts';
import { sheetOf } from './methods/index.ts';

const named = (role: Signer['role'], { name, position }: Representative): Signer => ({ role, name, position });

/** The organizer's representative as the one who signs ПИ-ИОИ (S1 §1.7.6). */
export const signersOf = ({ organizerRepresentative }: ProcurementFile): Signer[] =>
  organizerRepresentative ? [named('organizer-representative', organizerRepresentative)] : [];

/** The part that only ПИ-ИОИ has; undefined for a method without an invited supplier. */
export function singleSourcePart(file: ProcurementFile): SingleSourcePart | undefined {
  const { origin, invited, opening, declined, consideration } = file;
  if (!origin || !invited) return undefined;
  const { number, method, ground } = origin;
  const { name, bin, address } = invited;
  const opened = opening && {
    how: opening.how,
    at: documentInstant(opening.at),
    by: opening.by?.name ?? null,
    ...(declined?.reason ? { reason: declined.reason } : {}),
  };
  const review = consideration?.votedAt
    ? {
        by: consideration.by.name,
        at: documentInstant(consideration.votedAt),
        article: sheetOf(file).restrictions.article,
        restrictions: consideration.restrictions,
        specifications: consideration.specifications,
      }
    : null;
  return {
    failed: { number, method, ground },
    representatives: [...signersOf(file), ...file.customerRepresentatives.map((each) => named('customer-representative', each))],
    invited: { name, bin, address },
    opening: opened,
    review,
  };
}

/** The price of the application for a lot: one line, or a rejected one where it is above the lot's amount. */
export function applicationLines(
  file: ProcurementFile,
  lot: Pick<Lot, 'number' | 'amount'>,
): { rejected: RejectedLine[]; quotations: QuotationLine[] } {
  const { application } = file;
  const price = application?.prices.find((entry) => entry.lot === lot.number)?.price;
  if (!application || price === undefined) return { rejected: [], quotations: [] };
  const { name, bin } = application.supplier;
  const line: QuotationLine = { order: 1, supplier: { name, bin }, total: price, receivedAt: application.receivedAt };
  return isAboveAmount(file, lot)
    ? { rejected: [{ ...line, reason: 'above-lot-amount' }], quotations: [] }
    : { rejected: [], quotations: [line] };
}
