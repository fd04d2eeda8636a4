import { randomUUID } from 'node:crypto';
import { multiply } from '../../domain/money.ts';
import { type DocumentRef, type Lot, NO_APPLICATION, type ProcurementFile } from '../../domain/procurement/file.ts';
import { organization, townsperson } from './people.ts';
import { seed } from './seeds.ts';

const catalogue = seed('lots-realistic');
const units = seed('units');

/** Local time of Astana (UTC+5), `2026-03-19T09:00`, as ms since the epoch. */
export const at = (local: string): number => Date.parse(`${local}${local.length === 16 ? ':00' : ''}+05:00`);

const uuid = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A lot of paper from the seed data; `amount` overrides quantity × unit price by one piece of that price. */
export function aLot(n: number, options: { amount?: string; customer?: string } = {}): Lot {
  const row = catalogue[n - 1];
  if (!row) throw new Error(`no lot in row ${n}`);
  const unit = units.find((u) => u.code === row.unit_code);
  const { amount } = options;
  return {
    number: String(n),
    planItemId: uuid(n),
    name: { kk: row.name_kk, ru: row.name_ru },
    description: { kk: row.description_kk, ru: row.description_ru },
    catalogueCode: row.ktru_code,
    quantity: amount ? '1' : row.quantity,
    unit: { code: row.unit_code, kk: unit?.name_kk ?? '', ru: unit?.name_ru ?? '' },
    unitPrice: amount ?? row.unit_price_kzt,
    amount: amount ?? multiply(row.quantity, row.unit_price_kzt),
    customer: organization(options.customer ?? 'C1').bin,
    term: { kk: row.term_kk, ru: row.term_ru },
    delivery: { incoterms: 'DDP', place: { kk: row.delivery_place_kk, ru: row.delivery_place_ru } },
    status: 'lot-draft',
  };
}

const document = (n: number, kind: DocumentRef['kind'], lot?: string): DocumentRef => ({
  id: uuid(100 + n),
  kind,
  ...(lot ? { lot } : {}),
  name: `${kind}.pdf`,
  sha256: String(n % 10).repeat(64),
});

export interface DraftOptions {
  id?: string;
  number?: string;
  lots?: Lot[];
  window?: { opensAt: string; closesAt: string };
  customers?: string[];
}

/** A draft of a request for price quotations with everything the wizard asks for. */
export function aDraftFile(options: DraftOptions = {}): ProcurementFile {
  const lots = options.lots ?? [aLot(1, { amount: '1000000.00' })];
  const { window = { opensAt: '2026-11-23T09:00', closesAt: '2026-12-01T18:00' } } = options;
  const { roles: _creatorRoles, key: _creatorKey, ...representative } = townsperson('creator');
  const { userId, iin, name, bin } = representative;
  return {
    id: options.id ?? randomUUID(),
    kind: 'procurement',
    number: options.number ?? '1000001-1',
    status: 'draft',
    seq: 0,
    deadlines: [],
    suspension: null,
    derivations: {},
    method: 'price-quotations',
    sheet: '',
    purchaseType: 'first',
    subjectKind: 'goods',
    name: { kk: 'Кеңсе тауарларын сатып алу', ru: 'Закупка канцелярских товаров' },
    flags: { disability: false, singleOrganizer: false },
    organizer: organization('C1'),
    customers: (options.customers ?? ['C1', 'C2']).map(organization),
    creator: { userId, iin, name, bin },
    organizerRepresentative: representative,
    customerRepresentatives: [],
    lots,
    documents: [...lots.map((lot, i) => document(i, 'specification', lot.number)), document(90, 'contract-draft')],
    window: { opensAt: at(window.opensAt), closesAt: at(window.closesAt) },
    publishedAt: null,
    intake: null,
    quotations: null,
    restrictions: [],
    ...NO_APPLICATION,
    acts: [],
    refusals: [],
    protocols: [],
  };
}
