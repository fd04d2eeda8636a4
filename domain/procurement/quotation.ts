import { z } from 'zod';
import { tiyn } from '../money.ts';
import type { ProcurementFile } from './file.ts';

/** What a supplier seals: a price per lot, as decimal strings with two places, without VAT (S1 §1.3.2). */
export const quotationContent = z.object({
  prices: z
    .array(z.object({ lot: z.string().min(1), price: z.string().regex(/^(0|[1-9]\d{0,11})\.\d\d$/) }))
    .min(1)
    .max(1_000),
});
export type QuotationContent = z.infer<typeof quotationContent>;

/** Prices of an opened offer, or null when it is not a quotation for lots of this procurement: one positive price per lot. */
export function readQuotation(offer: unknown, file: Pick<ProcurementFile, 'lots'>): QuotationContent['prices'] | null {
  const parsed = quotationContent.safeParse(offer);
  if (!parsed.success) return null;
  const { prices } = parsed.data;
  const lots = new Set(prices.map((entry) => entry.lot));
  const known = prices.every((entry) => file.lots.some((lot) => lot.number === entry.lot));
  const positive = prices.every((entry) => tiyn(entry.price) > 0n);
  return known && positive && lots.size === prices.length ? prices : null;
}
