import { multiply } from '../../domain/money.ts';
import { type DocumentRef, type Lot, BEFORE_PUBLICATION, type ProcurementFile } from '../../domain/procurement/file.ts';
import { seed } from './seeds.ts';

const units = new Map(seed('units').map((row) => [row.code, row]));

/** What every draft of a first request for quotations of goods says before anything has happened. */
const NOTHING_YET = {
  kind: 'procurement',
  status: 'draft',
  seq: 0,
  deadlines: [],
  suspension: null,
  derivations: {},
  method: 'price-quotations',
  sheet: '',
  purchaseType: 'first',
  subjectKind: 'goods',
  ...BEFORE_PUBLICATION,
} satisfies Partial<ProcurementFile>;

/** A draft that says this of its own. */
export const bareDraft = (own: Omit<ProcurementFile, keyof typeof NOTHING_YET>): ProcurementFile => ({ ...NOTHING_YET, ...own });

/** A lot of a row of the seeds; `amount`: one piece at that price instead of the row's quantity and price. */
export function lotOfSeed(
  row: Record<string, string>,
  own: Pick<Lot, 'number' | 'planItemId' | 'customer'> & { amount?: string; incoterms?: string },
): Lot {
  const said = (column: string): string => row[column] ?? '';
  const { amount, incoterms = said('incoterms'), ...identity } = own;
  const unit = units.get(said('unit_code'));
  const quantity = amount === undefined ? said('quantity') : '1';
  const unitPrice = amount ?? said('unit_price_kzt');
  return {
    ...identity,
    name: { kk: said('name_kk'), ru: said('name_ru') },
    description: { kk: said('description_kk'), ru: said('description_ru') },
    catalogueCode: said('ktru_code'),
    quantity,
    unit: { code: said('unit_code'), kk: unit?.name_kk ?? '', ru: unit?.name_ru ?? '' },
    unitPrice,
    amount: amount ?? multiply(quantity, unitPrice),
    term: { kk: said('term_kk'), ru: said('term_ru') },
    delivery: { incoterms, place: { kk: said('delivery_place_kk'), ru: said('delivery_place_ru') } },
    status: 'lot-draft',
  };
}

/** A paper of a draft that is only named: no bytes lie behind it. */
export const namedPaper = (id: string, kind: DocumentRef['kind'], sha256: string, lot?: string): DocumentRef => ({
  id,
  kind,
  ...(lot === undefined ? {} : { lot }),
  name: `${kind}.pdf`,
  sha256,
});
