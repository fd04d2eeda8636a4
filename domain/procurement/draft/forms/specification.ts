import type { DraftBody, SpecificationForm } from '../body.ts';
import { textValues, typed, typedText, type Typed } from './typed.ts';

const TEXTS = [
  'characteristics',
  'standards',
  'relatedServices',
  'winnerConditions',
] as const satisfies readonly (keyof SpecificationForm)[];

/** Form of the technical specification of one lot (S1 §1.3.1.2). */
export function specificationValues(body: DraftBody, number: string): Typed {
  const form = body.lots.find((lot) => lot.number === number)?.specification;
  if (!form) return {};
  return Object.assign({ warrantyMonths: form.warrantyMonths }, ...TEXTS.map((name) => textValues(name, form[name]))) as Typed;
}

export function withSpecification(body: DraftBody, number: string, values: Typed): DraftBody {
  const specification: SpecificationForm = {
    characteristics: typedText(values, 'characteristics'),
    standards: typedText(values, 'standards'),
    relatedServices: typedText(values, 'relatedServices'),
    winnerConditions: typedText(values, 'winnerConditions'),
    warrantyMonths: typed(values, 'warrantyMonths'),
  };
  return { ...body, lots: body.lots.map((lot) => (lot.number === number ? { ...lot, specification } : lot)) };
}
