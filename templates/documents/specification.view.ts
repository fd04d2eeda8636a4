import type { SpecificationPayload } from '../../domain/procurement/documents.ts';
import type { Text } from '../../domain/parties.ts';
import { field, type Fields } from './blocks.ts';
import { closing, header, inBothLanguages, mastheadOf, partyField } from './furniture.ts';
import type { LanguagePart } from './language-part.ts';
import { TITLES } from './texts/dictionaries.ts';
import type { Label } from './texts/labels.ts';

/** П2, technical specification of one lot (S1 §1.3.1.2, spec 17 §8). @param digest SHA-256 of the payload, hex */
export function specificationView(payload: SpecificationPayload, digest: string) {
  return {
    masthead: mastheadOf(payload),
    parts: inBothLanguages((part) => ({
      title: part.text(TITLES.specification),
      header: header(part, payload),
      lot: lot(part, payload),
      texts: texts(part, payload),
    })),
    closing: closing(payload, digest),
  };
}

function lot(part: LanguagePart, payload: SpecificationPayload): Fields {
  const { lot: planned } = payload;
  const customer = payload.customers.find((each) => each.bin === planned.customer);
  return {
    heading: `${part.label('lot')} № ${planned.number}`,
    fields: [
      ...(customer && payload.customers.length > 1 ? [partyField(part, part.label('customer'), customer)] : []),
      field(part.label('catalogueCode'), planned.catalogueCode),
      field(part.label('lotName'), part.text(planned.name)),
      field(part.label('description'), part.text(planned.description)),
      field(part.label('unit'), part.text(planned.unit)),
      field(part.label('quantity'), part.quantity(planned.quantity)),
      field(part.label('unitPrice'), part.money(planned.unitPrice)),
      field(part.label('lotAmount'), part.money(planned.amount), part.label('withoutVat')),
      ...(planned.delivery
        ? [field(part.label('deliveryTerms'), planned.delivery.incoterms, part.text(planned.delivery.place))]
        : []),
      field(part.label('term'), part.text(planned.term)),
      field(part.label('deliveryPlace'), part.text(planned.place)),
      field(part.label('advance'), part.decimal(planned.advance)),
      field(part.label('warrantyMonths'), payload.warrantyMonths === null ? part.label('noOne') : String(payload.warrantyMonths)),
    ],
  };
}

function texts(part: LanguagePart, payload: SpecificationPayload): { heading: string; text: string }[] {
  const stated = (heading: Label, text: Text | null): { heading: string; text: string } => ({
    heading: part.label(heading),
    text: text ? part.text(text) : part.label('none'),
  });
  return [
    stated('characteristics', payload.characteristics),
    stated('standards', payload.standards),
    stated('relatedServices', payload.relatedServices),
    stated('winnerConditions', payload.winnerConditions),
  ];
}
