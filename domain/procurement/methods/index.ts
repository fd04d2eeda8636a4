import { type Dated, sheetFrom, sheetInForce } from '../../regulation.ts';
import type { Method as MethodCode } from '../file.ts';
import { priceQuotations } from './price-quotations.ts';
import type { Method, MethodSheet } from './sheet.ts';

/** Every method that is built; a new one is added here and in `workflows/index.ts`. */
export const methods = { 'price-quotations': priceQuotations } satisfies Record<MethodCode, Method>;

/** The sheet a file was published under, or that of a day for a draft. */
export const sheetOf = (file: { method: MethodCode; sheet: string }): MethodSheet =>
  sheetFrom(methods[file.method].sheets, file.sheet);

export const sheetOn = (method: MethodCode, date: string): Dated<MethodSheet> => sheetInForce(methods[method].sheets, date);
