import { iinFault, maskedIin } from '../../identifiers.ts';
import type { ResultsPayload } from './results.ts';

/** A supplier's number as the public may read it: of a natural person only the last four digits (spec 17 §1.3). */
const publicNumber = (bin: string): string => (iinFault(bin) === null ? maskedIin(bin) : bin);

/**
 * The payload for the public copy and open data: numbers of natural persons (sole entrepreneurs) are masked wherever they
 * stand. Its digest is not that of the document; the copy prints the digest of the full payload.
 */
export function abridged(payload: ResultsPayload): ResultsPayload {
  const masked = <T extends { bin: string }>(supplier: T): T => ({ ...supplier, bin: publicNumber(supplier.bin) });
  const line = <T extends { supplier: { bin: string } }>(each: T): T => ({ ...each, supplier: masked(each.supplier) });
  return {
    ...payload,
    ...(payload.singleSource ? { singleSource: { ...payload.singleSource, invited: masked(payload.singleSource.invited) } } : {}),
    unreadable: payload.unreadable.map(line),
    lots: payload.lots.map((lot) => ({
      ...lot,
      rejected: lot.rejected.map(line),
      quotations: lot.quotations.map(line),
      decision:
        lot.decision.outcome === 'held'
          ? {
              ...lot.decision,
              winner: masked(lot.decision.winner),
              secondPlace: lot.decision.secondPlace && masked(lot.decision.secondPlace),
            }
          : lot.decision,
    })),
  };
}
