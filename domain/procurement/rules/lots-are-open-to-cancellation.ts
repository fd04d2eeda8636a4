import { refuse, type Refusal } from '../../refusals.ts';
import { S1 } from '../../regulation.ts';
import { isLive, type ProcurementFile } from '../file.ts';

/**
 * Chosen lots exist, are neither cancelled nor refused, and no other announcement uses them (S1 §1.3.3):
 * first that announcement is cancelled, then these lots.
 */
export function lotsAreOpenToCancellation(
  file: ProcurementFile,
  chosen: readonly string[],
  inUse: Record<string, string>,
): Refusal | null {
  if (chosen.length === 0) return refuse('no-lots-chosen', {}, { source: S1('1.3.3'), field: 'lots' });
  for (const number of chosen) {
    const lot = file.lots.find((candidate) => candidate.number === number);
    if (!lot || !isLive(lot)) {
      return refuse(
        'lot-not-open-to-cancellation',
        { lot: number, status: lot?.status ?? 'unknown' },
        { source: S1('1.3.3'), field: 'lots' },
      );
    }
    const user = inUse[number];
    if (user) return refuse('lot-used-elsewhere', { lot: number, announcement: user }, { source: S1('1.3.3'), field: 'lots' });
  }
  return null;
}
