import { type Dated, sheetFrom, sheetInForce } from '../../regulation.ts';
import type { Method as MethodCode } from '../file.ts';
import { priceQuotations } from './price-quotations.ts';
import type { Method, SheetOf } from './sheet.ts';
import { singleSource } from './single-source.ts';

type Methods = { [Code in MethodCode]: Method<Code> };

/** Every method that is built; a new one is added here and in `workflows/index.ts`. */
export const methods: Methods = { 'price-quotations': priceQuotations, 'single-source': singleSource };

const sheetsOf = <Code extends MethodCode>(method: Code): readonly Dated<SheetOf<Code>>[] => methods[method].sheets;

/** The sheet a file was published under. */
export const sheetOf = <Code extends MethodCode>(file: { method: Code; sheet: string }): SheetOf<Code> =>
  sheetFrom(sheetsOf(file.method), file.sheet);

/** The sheet of a day 'YYYY-MM-DD', for a draft. */
export const sheetOn = <Code extends MethodCode>(method: Code, date: string): Dated<SheetOf<Code>> =>
  sheetInForce(sheetsOf(method), date);
