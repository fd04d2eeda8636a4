import * as printed from '../../documents/texts/dictionaries.ts';
import { FACT_TITLES } from '../facts.ts';
import { LOT_STATUS_NAMES, STATUS_NAMES } from '../statuses.ts';
import { FAILURE_NAMES, UNREADABLE_NAMES } from '../terms.ts';
import type { Language, Words } from '../texts.ts';

const REASONS: Record<string, Words> = {
  results: { kk: 'қорытындылар шығарылды', ru: 'подведены итоги', en: 'the results were decided' },
  'all-lots-cancelled': { ...printed.CHANGE_REASONS['all-lots-cancelled'], en: 'all lots were cancelled' },
  'lots-cancelled': { ...printed.CHANGE_REASONS['lots-cancelled'], en: 'lots were cancelled' },
  'lots-refused': { ...printed.CHANGE_REASONS['lots-refused'], en: 'lots were given up by the customer' },
};

const REJECTION_NAMES: Record<keyof typeof printed.REJECTIONS, Words> = {
  restriction: { ...printed.REJECTIONS.restriction, en: 'Restriction on participation' },
  unreadable: { ...printed.REJECTIONS.unreadable, en: 'The quotation could not be opened' },
  'above-lot-amount': { ...printed.REJECTIONS['above-lot-amount'], en: 'Price above the amount of the lot' },
};

/** What an application was rejected by. */
const BY: Record<'restrictions' | 'specification', Words> = {
  restrictions: REJECTION_NAMES.restriction,
  specification: {
    kk: 'Техникалық ерекшелікке сәйкес емес',
    ru: 'Не соответствует технической спецификации',
    en: 'Does not meet the specification',
  },
};

const NAMES: Readonly<Record<string, Words>> = {
  ...LOT_STATUS_NAMES,
  ...STATUS_NAMES,
  ...FACT_TITLES,
  ...FAILURE_NAMES,
  ...REJECTION_NAMES,
  ...REASONS,
  ...BY,
  ...UNREADABLE_NAMES,
};

/** What a code in a derivation means: a status, an act, a ground, a reason; a reason an opener gave and no page names stays as it is. */
export const nameOfCode = (code: string, language: Language): string => NAMES[code]?.[language] ?? code;
