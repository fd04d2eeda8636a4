import { randomUUID } from 'node:crypto';
import { searchAnnouncements, searchLots, type SearchCriteria, type SearchOrder } from '../db/search.ts';
import { fold } from '../domain/search-fold.ts';
import { lots as catalogue } from '../tools/demo/seeds.ts';
import { ORGANIZATIONS, personCalled } from '../tools/demo/people.ts';
import { organization } from '../tools/demo/seeds.ts';
import { measure, type Measured } from './measure.ts';
import type { Portal } from './portal.ts';

/** The public search over many lots: pages over HTTP, one at a time, and the same queries in the driver. */
export interface SearchSpeed {
  lots: number;
  portal: Measured;
  sql: Measured;
}

const LOTS_OF_EACH = 5;
const AT_ONCE = 1_000;
const ROUNDS = 12;

/** What people look for: words in both languages, statuses, amounts, a customer, and all lots. */
const SEARCHES: { subject: 'lots' | 'announcements'; criteria: Partial<SearchCriteria>; order?: SearchOrder }[] = [
  { subject: 'lots', criteria: {} },
  { subject: 'lots', criteria: { q: 'бумага' } },
  { subject: 'lots', criteria: { q: 'қағаз' } },
  { subject: 'lots', criteria: { q: 'шариковая ручка', statuses: ['completed'] } },
  { subject: 'lots', criteria: { statuses: ['taking-quotations'] }, order: 'ending' },
  { subject: 'lots', criteria: { lotStatuses: ['held'], from: '100000.00', to: '900000.00' }, order: 'amount' },
  { subject: 'lots', criteria: { customer: organization(ORGANIZATIONS.customer2).bin } },
  { subject: 'lots', criteria: { q: 'жиһаз', statuses: ['completed', 'cancelled'], from: '50000.00' } },
  { subject: 'lots', criteria: { q: 'нет такого предмета' } },
  { subject: 'announcements', criteria: {} },
  { subject: 'announcements', criteria: { statuses: ['completed'] }, order: 'amount' },
  { subject: 'announcements', criteria: { q: 'бумага' } },
];

const everything: SearchCriteria = { q: '', statuses: [], lotStatuses: [], methods: [] };

/** Fills the search with at least `lots` published lots and measures it. */
export async function measureSearch(portal: Portal, lots: number): Promise<SearchSpeed> {
  await fillSearch(portal, lots);
  const count = SEARCHES.length * ROUNDS;
  const visitor = portal.visitor();
  const look = async (address: string) => {
    const answer = await visitor.get(address);
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
  };
  await measure({ callers: 1, count: SEARCHES.length * 2 }, look, (index) => addressOf(SEARCHES[index % SEARCHES.length]!));
  const over = await measure({ callers: 1, count }, look, (index) => addressOf(SEARCHES[index % SEARCHES.length]!));
  const { pool } = portal.services.db;
  const ask = ({ subject, criteria, order = 'newest' }: (typeof SEARCHES)[number]) =>
    (subject === 'lots' ? searchLots : searchAnnouncements)(pool, { ...everything, ...criteria }, { order, size: 50 });
  const sql = await measure({ callers: 1, count }, ask, (index) => SEARCHES[index % SEARCHES.length]!);
  const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from lot');
  return { lots: rows[0]!.n, portal: over, sql };
}

function addressOf({ subject, criteria, order }: (typeof SEARCHES)[number]): string {
  const { q, statuses = [], lotStatuses = [], from, to, customer } = criteria;
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries({ q, from, to, customer, order })) if (value) asked.set(name, value);
  for (const status of statuses) asked.append('status', status);
  for (const result of lotStatuses) asked.append('result', result);
  return `/${subject}?${asked.toString()}`;
}

const STATUSES = ['completed', 'completed', 'completed', 'published', 'taking-quotations', 'cancelled'] as const;
const LOT_STATUS = {
  completed: 'held',
  published: 'published',
  'taking-quotations': 'published',
  cancelled: 'cancelled',
} as const;

/** Rows as the record of a step leaves them, of procurements that no process runs. */
async function fillSearch({ services: { db } }: Portal, wanted: number): Promise<void> {
  const customers = [organization(ORGANIZATIONS.organizer).bin, organization(ORGANIZATIONS.customer2).bin];
  const creator = personCalled('organizer');
  const announcements = Math.ceil(wanted / LOTS_OF_EACH);
  for (let from = 0; from < announcements; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, announcements - from) }, (_, n) => announcementOf(from + n, customers));
    await db.pool.query(
      `insert into procurement_case (id, kind, method, number, status, file, organizer_bin, creator_id, name_kk, name_ru, total, published_at,
         next_deadline_key, next_deadline_at, closed)
       select id, 'procurement', 'price-quotations', number, status, '{}', $2, $3, kk, ru, total, legal_now() - make_interval(mins => age),
         case when status = 'taking-quotations' then 'quotations-end' end,
         case when status = 'taking-quotations' then legal_now() + interval '90 days' + make_interval(mins => age) end, true
       from jsonb_to_recordset($1) as r(id uuid, number text, status text, kk text, ru text, total numeric, age int)`,
      [JSON.stringify(some), creator.bin, creator.userId],
    );
    await db.pool.query(
      `insert into lot (case_id, number, plan_item_id, status, name_kk, name_ru, catalogue_code, customer_bin, amount, folded)
       select case_id, number, plan_item_id, status, kk, ru, code, customer, amount, folded
       from jsonb_to_recordset($1) as r(case_id uuid, number text, plan_item_id uuid, status text, kk text, ru text, code text,
         customer text, amount numeric, folded text)`,
      [JSON.stringify(some.flatMap(({ lots }) => lots))],
    );
  }
  await db.pool.query('analyze procurement_case');
  await db.pool.query('analyze lot');
}

function announcementOf(index: number, customers: string[]) {
  const id = randomUUID();
  const number = `${2_000_000 + index}-1`;
  const status = STATUSES[index % STATUSES.length]!;
  const lots = Array.from({ length: LOTS_OF_EACH }, (_, place) => {
    const row = catalogue[(index * LOTS_OF_EACH + place) % catalogue.length]!;
    const customer = customers[(index + place) % customers.length]!;
    const { name_kk: kk, name_ru: ru, ktru_code: code } = row;
    const folded = fold([number, kk, ru, code, customer].join(' '));
    const amount = `${10_000 + ((index * 7_919 + place * 104_729) % 2_000_000)}.00`;
    const placed = { case_id: id, number: String(place + 1), plan_item_id: randomUUID(), status: LOT_STATUS[status] };
    return { ...placed, kk, ru, code, customer, amount, folded };
  });
  const total = lots.reduce((all, { amount }) => all + Number(amount), 0).toFixed(2);
  return { id, number, status, kk: lots[0]!.kk, ru: lots[0]!.ru, total, age: index % 500_000, lots };
}
