import { randomUUID } from 'node:crypto';
import type { DocumentRef, Lot, ProcurementFile } from '../../domain/procurement/file.ts';
import { bareDraft, lotOfSeed, namedPaper } from './bare-draft.ts';
import { organization, townsperson } from './people.ts';
import { seed } from './seeds.ts';

const catalogue = seed('lots-realistic');

/** Local time of Astana (UTC+5), `2026-03-19T09:00`, as ms since the epoch. */
export const at = (local: string): number => Date.parse(`${local}${local.length === 16 ? ':00' : ''}+05:00`);

const uuid = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A lot of paper from the seed data; `amount` overrides quantity × unit price by one piece of that price. */
export function aLot(n: number, { amount, customer = 'C1' }: { amount?: string; customer?: string } = {}): Lot {
  const row = catalogue[n - 1];
  if (!row) throw new Error(`no lot in row ${n}`);
  const own = { number: String(n), planItemId: uuid(n), customer: organization(customer).bin, incoterms: 'DDP' };
  return lotOfSeed(row, amount ? { ...own, amount } : own);
}

const document = (n: number, kind: DocumentRef['kind'], lot?: string): DocumentRef =>
  namedPaper(uuid(100 + n), kind, String(n % 10).repeat(64), lot);

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
  return bareDraft({
    id: options.id ?? randomUUID(),
    number: options.number ?? '1000001-1',
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
  });
}
