import { randomUUID } from 'node:crypto';
import { customersOf, lotRow } from '../db/projection.ts';
import type { Database } from '../db/client.ts';
import type { Organization } from '../domain/parties.ts';
import { sum } from '../domain/money.ts';
import { type Lot, BEFORE_PUBLICATION, type ProcurementFile } from '../domain/procurement/file.ts';
import { announcementWords } from '../domain/procurement/search-words.ts';
import type { LotStatus, ProcurementStatus } from '../domain/procurement/statuses.ts';
import { ORGANIZATIONS, personCalled } from '../tools/demo/people.ts';
import { lots as catalogue, organization, textOf } from '../tools/demo/seeds.ts';

const LOTS_OF_EACH = 5;
const AT_ONCE = 500;
/** Bodies that buy, beside the two of the demo data. */
const SCHOOLS = 300;

const STATUSES = ['completed', 'completed', 'completed', 'published', 'taking-quotations', 'cancelled'] as const;
const LOT_STATUS: Record<(typeof STATUSES)[number], LotStatus> = {
  ...{ completed: 'held', published: 'published', 'taking-quotations': 'published', cancelled: 'cancelled' },
};

/** Rows as the record of a step leaves them, of at least `wanted` lots of procurements that no process runs. */
export async function fillSearch(db: Database, wanted: number): Promise<void> {
  const customers = [organization(ORGANIZATIONS.organizer), organization(ORGANIZATIONS.customer2), ...(await addSchools(db))];
  const rebuild = await withoutWords(db);
  const announcements = Math.ceil(wanted / LOTS_OF_EACH);
  for (let from = 0; from < announcements; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, announcements - from);
    const files = Array.from({ length: count }, (_, n) => announcementOf(from + n, customers));
    await db.pool.query(
      `insert into procurement_case (id, kind, method, number, status, file, organizer_bin, creator_id, name_kk, name_ru, total, published_at,
         next_deadline_key, next_deadline_at, closed, customers, folded)
       select id, 'procurement', 'price-quotations', number, status, file, file->'organizer'->>'bin', $2, file->'name'->>'kk', file->'name'->>'ru',
         total, legal_now() - make_interval(mins => age), case when status = 'taking-quotations' then 'quotations-end' end,
         case when status = 'taking-quotations' then legal_now() + interval '90 days' + make_interval(mins => age) end, true, customers, words
       from jsonb_to_recordset($1) as r(id uuid, number text, status text, file jsonb, total numeric, age int, customers text[], words text)`,
      [JSON.stringify(files.map(rowOf)), personCalled('organizer').userId],
    );
    await db.pool.query(
      `insert into lot (case_id, number, plan_item_id, status, name_kk, name_ru, catalogue_code, customer_bin, amount, folded, announcement,
         shown, method, organizer_bin, published_at, next_deadline_at)
       select c.id, r.number, "planItemId", r.status, "nameKk", "nameRu", "catalogueCode", "customerBin", amount, r.folded, announcement,
         shown, r.method, "organizerBin", c.published_at, c.next_deadline_at
       from jsonb_to_recordset($1) as r(number text, "planItemId" uuid, status text, "nameKk" text, "nameRu" text, "catalogueCode" text,
         "customerBin" text, amount numeric, folded text, announcement text, shown text, method text, "organizerBin" text)
       join procurement_case c on c.number = r.announcement`,
      [JSON.stringify(files.flatMap((file) => file.lots.map((lot) => lotRow(file, lot))))],
    );
  }
  await rebuild();
  for (const table of ['procurement_case', 'lot', 'organization']) await db.pool.query(`vacuum analyze ${table}`);
}

/** A hundred thousand rows are indexed at once, not one by one: drops the indexes of words; what is returned makes them again. */
async function withoutWords({ pool }: Database): Promise<() => Promise<void>> {
  const { rows } = await pool.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where indexname in ('lot_folded', 'case_folded')`,
  );
  for (const { indexname } of rows) await pool.query(`drop index ${indexname}`);
  return async () => {
    for (const { indexdef } of rows) await pool.query(indexdef);
  };
}

const rowOf = (file: ProcurementFile) => ({
  ...{ id: file.id, number: file.number, status: file.status, file, total: sum(file.lots.map(({ amount }) => amount)) },
  ...{ age: Number(file.number.slice(1, 7)), customers: customersOf(file), words: announcementWords(file) },
});

async function addSchools(db: Database): Promise<Organization[]> {
  const schools = Array.from({ length: SCHOOLS }, (_, n): Organization => {
    const name = { kk: `№ ${n + 1} жалпы білім беретін мектеп`, ru: `Общеобразовательная школа № ${n + 1}` };
    const place = { kk: 'Қостанай қаласы', ru: 'город Костанай' };
    return { bin: String(990_140_000_000 + n), name, address: place, place };
  });
  await db.pool.query(
    `insert into organization (bin, kind, name_kk, name_ru, address_kk, address_ru, place_kk, place_ru)
     select bin, 'state', name->>'kk', name->>'ru', address->>'kk', address->>'ru', place->>'kk', place->>'ru'
     from jsonb_to_recordset($1) as r(bin text, name jsonb, address jsonb, place jsonb) on conflict do nothing`,
    [JSON.stringify(schools)],
  );
  return schools;
}

function announcementOf(index: number, customers: Organization[]): ProcurementFile {
  const status: ProcurementStatus = STATUSES[index % STATUSES.length]!;
  const buyer = customers[index % customers.length]!;
  const { userId, iin, name, bin } = personCalled('organizer');
  const { login: _login, roles: _roles, ...organizerRepresentative } = personCalled('representative');
  const lots = Array.from({ length: LOTS_OF_EACH }, (_, place) =>
    lotOf(index, place, buyer, LOT_STATUS[STATUSES[index % STATUSES.length]!]),
  );
  return {
    ...{
      id: randomUUID(),
      kind: 'procurement',
      number: `${2_000_000 + index}-1`,
      status,
      seq: 3,
      deadlines: [],
      suspension: null,
    },
    ...{ method: 'price-quotations', sheet: '2016-01-01', purchaseType: 'first', subjectKind: 'goods' },
    ...{
      name: lots[0]!.name,
      derivations: {},
      flags: { disability: false, singleOrganizer: false },
      organizer: buyer,
      customers: [buyer],
    },
    ...{
      creator: { userId, iin, name, bin },
      organizerRepresentative,
      customerRepresentatives: [],
      lots,
      window: null,
      documents: [],
    },
    ...BEFORE_PUBLICATION,
  };
}

function lotOf(index: number, place: number, { bin: customer, address }: Organization, status: LotStatus): Lot {
  const row = catalogue[(index * LOTS_OF_EACH + place) % catalogue.length]!;
  const amount = `${10_000 + ((index * 7_919 + place * 104_729) % 2_000_000)}.00`;
  const { ktru_code: catalogueCode, quantity } = row;
  return {
    ...{
      number: String(place + 1),
      planItemId: randomUUID(),
      name: textOf(row, 'name'),
      description: textOf(row, 'description'),
    },
    ...{ catalogueCode, quantity, unit: { code: row.unit_code, kk: '', ru: '' }, unitPrice: amount, amount, customer, status },
    ...{ term: textOf(row, 'term'), delivery: { incoterms: 'DDP', place: address } },
  };
}
