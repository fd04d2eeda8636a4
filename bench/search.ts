import { searchAnnouncements, searchLots, type SearchOrder } from '../db/search.ts';
import type { SearchCriteria } from '../db/search-conditions.ts';
import { ORGANIZATIONS } from '../tools/demo/people.ts';
import { organization } from '../tools/demo/seeds.ts';
import { measure, type Measured } from './measure.ts';
import type { Portal } from './portal.ts';
import { fillSearch } from './search-rows.ts';

/** The public search over many lots: pages over HTTP, one at a time, and the same queries in the driver. */
export interface SearchSpeed {
  lots: number;
  portal: Measured;
  sql: Measured;
}

const ROUNDS = 12;

/** What people look for: words common and rare in both languages, names of bodies, statuses, amounts, a customer, everything, other orders. */
export const SEARCHES: { subject: 'lots' | 'announcements'; criteria: Partial<SearchCriteria>; order?: SearchOrder }[] = [
  { subject: 'lots', criteria: {} },
  { subject: 'lots', criteria: { q: 'бумага' } },
  { subject: 'lots', criteria: { q: 'қағаз' } },
  { subject: 'lots', criteria: { q: 'шариковая ручка', statuses: ['completed'] } },
  { subject: 'lots', criteria: { statuses: ['taking-quotations'] }, order: 'ending' },
  { subject: 'lots', criteria: { lotStatuses: ['held'], from: '100000.00', to: '900000.00' }, order: 'amount' },
  { subject: 'lots', criteria: { customer: organization(ORGANIZATIONS.customer2).bin } },
  { subject: 'lots', criteria: { q: 'жиһаз', statuses: ['completed', 'cancelled'], from: '50000.00' } },
  { subject: 'lots', criteria: { q: 'нет такого предмета' } },
  { subject: 'lots', criteria: { q: 'школа 217' } },
  { subject: 'lots', criteria: { q: 'костанай бумага', statuses: ['published'] } },
  { subject: 'lots', criteria: { q: 'мектеп', from: '1000000.00' }, order: 'amount' },
  { subject: 'lots', criteria: { q: 'а4' } },
  { subject: 'lots', criteria: { q: '2004321-1' } },
  { subject: 'announcements', criteria: {} },
  { subject: 'announcements', criteria: { statuses: ['completed'] }, order: 'amount' },
  { subject: 'announcements', criteria: { q: 'бумага' } },
  { subject: 'announcements', criteria: { q: 'школа 42', statuses: ['taking-quotations'] }, order: 'ending' },
];

const everything: SearchCriteria = { q: '', statuses: [], lotStatuses: [], methods: [] };

/** Fills the search with at least `lots` published lots and measures it. */
export async function measureSearch(portal: Portal, lots: number): Promise<SearchSpeed> {
  await fillSearch(portal.services.db, lots);
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
