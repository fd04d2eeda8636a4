import type { DraftBody } from '../body.ts';
import { textValues, typed, typedText, type Typed } from './typed.ts';

/** Incoterms 2020 (S1 §1.3.1.1: chosen from the international rules). */
export const INCOTERMS = ['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'] as const;

/** Delivery terms of every lot of goods: rule and place in both languages. */
export const deliveryValues = ({ lots }: DraftBody): Typed =>
  Object.assign(
    {},
    ...lots.map(({ number, delivery }) => ({
      [`incoterms-${number}`]: delivery.incoterms,
      ...textValues(`place-${number}`, delivery.place),
    })),
  ) as Typed;

export const withDelivery = (body: DraftBody, values: Typed): DraftBody => ({
  ...body,
  lots: body.lots.map((lot) => ({
    ...lot,
    delivery: {
      incoterms: INCOTERMS.find((rule) => rule === typed(values, `incoterms-${lot.number}`)) ?? '',
      place: typedText(values, `place-${lot.number}`),
    },
  })),
});
