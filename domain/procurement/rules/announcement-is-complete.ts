import { refuse, type Refusal } from '../../refusals.ts';
import { S1 } from '../../regulation.ts';
import type { ProcurementFile } from '../file.ts';

/** Everything the wizard asks for is there; the first gap is named with its lots (S1 §1.3.1). */
export function announcementIsComplete(file: ProcurementFile): Refusal | null {
  if (!file.name.kk.trim() || !file.name.ru.trim())
    return refuse('head-incomplete', {}, { source: S1('1.3.1.1'), field: 'name' });
  if (file.lots.length === 0) return refuse('no-lots', {}, { source: S1('1.3.1.1'), field: 'lots' });
  const without = (has: (lot: ProcurementFile['lots'][number]) => boolean) =>
    file.lots.filter((lot) => !has(lot)).map((lot) => lot.number);
  if (file.subjectKind === 'goods') {
    const lots = without(
      ({ delivery }) =>
        delivery !== null && [delivery.incoterms, delivery.place.kk, delivery.place.ru].every((each) => each.trim() !== ''),
    );
    if (lots.length > 0)
      return refuse('delivery-terms-missing', { lots: lots.join(', ') }, { source: S1('1.3.1.1'), field: 'delivery' });
  }
  const specified = without((lot) => file.documents.some((d) => d.kind === 'specification' && d.lot === lot.number));
  if (specified.length > 0)
    return refuse('specification-missing', { lots: specified.join(', ') }, { source: S1('1.3.1.2'), field: 'specification' });
  if (!file.documents.some((d) => d.kind === 'contract-draft'))
    return refuse('contract-draft-missing', {}, { source: S1('1.3.1.3'), field: 'contract' });
  if (!file.organizerRepresentative)
    return refuse('representative-missing', {}, { source: S1('1.3.5'), field: 'representatives' });
  return null;
}
