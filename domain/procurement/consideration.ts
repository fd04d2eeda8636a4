import { compare } from '../money.ts';
import { type Lot, type LotDecision, liveLots, type ProcurementFile } from './file.ts';

type Considered = Pick<ProcurementFile, 'application' | 'declined' | 'consideration'>;

/** The price of the application for a lot, or undefined where the supplier does not take part in it. */
const priceFor = ({ application }: Pick<ProcurementFile, 'application'>, lot: Pick<Lot, 'number'>) =>
  application?.prices.find((entry) => entry.lot === lot.number)?.price;

/** Live lots in which the supplier takes part: those the representative decides on (S1 §1.7.4). */
export const lotsToConsider = (file: Pick<ProcurementFile, 'application' | 'lots'>): Lot[] =>
  liveLots(file).filter((lot) => priceFor(file, lot) !== undefined);

/** A price above the lot's amount cannot win: the portal could not see it before the opening (ADR 0015). */
export function isAboveAmount(file: Pick<ProcurementFile, 'application'>, lot: Pick<Lot, 'number' | 'amount'>): boolean {
  const price = priceFor(file, lot);
  return price !== undefined && compare(price, lot.amount) > 0;
}

/** Lots whose specification the representative has not decided; none where the restrictions already reject all of them (S1 §1.7.4). */
export function undecidedLots(file: Pick<ProcurementFile, 'application' | 'lots' | 'consideration'>): string[] {
  const { consideration } = file;
  if (consideration?.restrictions?.verdict === 'rejected') return [];
  const decided = new Set(consideration?.specifications.map((each) => each.lot));
  return lotsToConsider(file)
    .map((lot) => lot.number)
    .filter((number) => !decided.has(number));
}

/** Why an application does not get a lot: by the restrictions on participation, by its specification, or because it cannot be read. */
export interface ApplicationRejection {
  by: 'restrictions' | 'specification' | 'above-lot-amount' | 'unreadable';
  reason?: string;
}

/** The rejection of the application for a lot, or null when it is admitted. @throws Error when the representative has not decided it */
export function rejectionOf(file: Considered, lot: Pick<Lot, 'number' | 'amount'>): ApplicationRejection | null {
  const { application, consideration } = file;
  if (application?.unreadable) return { by: 'unreadable', reason: application.unreadable };
  const { restrictions, specifications = [] } = consideration ?? {};
  if (restrictions?.verdict === 'rejected') return { by: 'restrictions', ...reasonOf(restrictions) };
  const specification = specifications.find((each) => each.lot === lot.number);
  if (!restrictions || !specification) throw new Error(`the application is not decided for lot ${lot.number}`);
  if (specification.verdict === 'rejected') return { by: 'specification', ...reasonOf(specification) };
  return isAboveAmount(file, lot) ? { by: 'above-lot-amount' } : null;
}

const reasonOf = ({ reason }: { reason?: string }) => (reason === undefined ? {} : { reason });

/**
 * Result of a live lot of a single source (S1 §1.7.7, grounds of spec 17 §5.1): held by the invited supplier, or failed because it
 * declined, did not answer (for this lot) in time, or was rejected. @throws Error when the representative has not decided the lot
 */
export function decideApplication(file: Considered, lot: Pick<Lot, 'number' | 'amount'>): LotDecision {
  const { application, declined } = file;
  if (declined) return { outcome: 'failed', ground: 'supplier-declined' };
  if (!application) return { outcome: 'failed', ground: 'supplier-silent' };
  const price = priceFor(file, lot);
  if (price === undefined && !application.unreadable) return { outcome: 'failed', ground: 'supplier-silent' };
  if (price === undefined || rejectionOf(file, lot)) return { outcome: 'failed', ground: 'supplier-rejected' };
  const winner = { order: 1, supplier: application.supplier.bin, price, receivedAt: application.receivedAt };
  return { outcome: 'held', winner, second: null };
}
