import type { LotListPayload, PlannedLot } from '../../domain/procurement/documents.ts';
import { amountCell, cell, table, type Cell, type Table } from './blocks.ts';
import { closing, header, inBothLanguages, mastheadOf } from './furniture.ts';
import type { LanguagePart } from './language-part.ts';
import { TITLES } from './texts/dictionaries.ts';

/** П1, list of lots (spec 17 §8). @param digest SHA-256 of the payload, hex */
export function lotListView(payload: LotListPayload, digest: string) {
  return {
    masthead: mastheadOf(payload),
    parts: inBothLanguages((part) => ({
      title: part.text(TITLES['lot-list']),
      header: header(part, payload),
      lots: lots(part, payload),
      works: works(part, payload),
    })),
    closing: closing(payload, digest),
  };
}

function lots(part: LanguagePart, payload: LotListPayload): Table {
  const goods = payload.announcement.subjectKind === 'goods';
  const columns = [
    part.label('lotNumber'),
    part.label('customer'),
    part.label('name'),
    part.label('unit'),
    part.label('quantity'),
    ...(goods ? [part.label('deliveryTerms')] : []),
    part.label('term'),
    part.label('deliveryPlace'),
    part.label('advance'),
    part.label('amount'),
  ];
  const row = (lot: PlannedLot): Cell[] => {
    const customer = payload.customers.find((each) => each.bin === lot.customer);
    return [
      cell(lot.number),
      customer ? cell(part.text(customer.name), `${part.label('bin')}: ${customer.bin}`) : cell(lot.customer),
      cell(part.text(lot.name), `${part.label('catalogueCode')}: ${lot.catalogueCode}`),
      cell(part.text(lot.unit)),
      amountCell(part.quantity(lot.quantity)),
      ...(goods ? [lot.delivery ? cell(lot.delivery.incoterms, part.text(lot.delivery.place)) : cell(part.label('noOne'))] : []),
      cell(part.text(lot.term)),
      cell(part.text(lot.place)),
      amountCell(part.decimal(lot.advance)),
      amountCell(part.money(lot.amount)),
    ];
  };
  const foot = { label: `${part.label('totalRow')}, ${part.label('withoutVat')}`, value: part.money(payload.total) };
  return table(part, part.label('lots'), columns, payload.lots.map(row), foot);
}

/** For works: marks of price dumping and the experience the tender reads here (S1 §1.4.1.2). */
function works(part: LanguagePart, payload: LotListPayload): Table | null {
  const marked = payload.lots.flatMap((lot) => (lot.dumping ? [{ number: lot.number, ...lot.dumping }] : []));
  if (marked.length === 0) return null;
  const columns = (['lotNumber', 'dumping', 'work', 'dumpingBase', 'experienceYears'] as const).map((key) => part.label(key));
  const rows = marked.map((lot) => [
    cell(lot.number),
    cell(part.label(lot.applies ? 'yes' : 'no')),
    cell(part.text(lot.work)),
    amountCell(part.money(lot.base)),
    amountCell(part.decimal(lot.experienceYears)),
  ]);
  return table(part, part.label('dumping'), columns, rows);
}
