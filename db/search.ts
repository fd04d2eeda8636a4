import type { Text } from '../domain/parties.ts';
import type { LotStatus, ShownStatus } from '../domain/procurement/statuses.ts';
import { fold } from '../domain/search-fold.ts';
import type { Tx } from './client.ts';

/** What the public search may be narrowed by; empty lists and absent values do not narrow. */
export interface SearchCriteria {
  q: string;
  statuses: ShownStatus[];
  lotStatuses: LotStatus[];
  methods: string[];
  /** Amounts of a lot, or of the whole announcement, in tenge. */
  from?: string;
  to?: string;
  customer?: string;
  organizer?: string;
  /** Days of publication, both included, 'YYYY-MM-DD' by the clock of Kazakhstan. */
  publishedFrom?: string;
  publishedTo?: string;
}

export const SEARCH_ORDERS = ['newest', 'ending', 'amount'] as const;
export type SearchOrder = (typeof SEARCH_ORDERS)[number];

/** Where a page begins or ends: the sort key of a neighbour. */
export type SearchKey = [sort: string, number: string, lot: string];

export interface SearchPage {
  order: SearchOrder;
  after?: SearchKey;
  before?: SearchKey;
  /** Rows of a page, 1 to 200. */
  size: number;
}

export interface Found<Row> {
  rows: Row[];
  total: number;
  previous: SearchKey | null;
  next: SearchKey | null;
}

interface FoundCase {
  number: string;
  name: Text;
  method: string;
  status: ShownStatus;
  organizer: Text;
  amount: string;
  deadline: { key: string; at: number } | null;
  publishedAt: number;
}

export interface FoundLot extends FoundCase {
  lot: { number: string; name: Text; status: LotStatus; catalogueCode: string };
  customer: Text;
}

export interface FoundAnnouncement extends FoundCase {
  lots: number;
}

const LETTERS = [...'abcehikmoptxyəқғңөұүәһіё'];
/** The same folding as `fold`, for the few columns that are not stored folded. */
const folded = (text: string) => `translate(lower(${text}), '${LETTERS.join('')}', '${LETTERS.map(fold).join('')}')`;

const SHOWN = `case when c.suspended then 'suspended' else c.status end`;
const NAMES = `o.bin || ' ' || o.name_kk || ' ' || o.name_ru || ' ' || o.address_kk || ' ' || o.address_ru`;

/** Words of a query as patterns: folded, wildcards taken literally, the number sign left out. */
const patterns = (q: string): string[] =>
  fold(q.replaceAll('№', ' '))
    .split(' ')
    .filter(Boolean)
    .slice(0, 20)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);

class Conditions {
  readonly texts: string[] = [];
  readonly values: unknown[] = [];
  add(text: (place: string) => string, value: unknown): void {
    this.values.push(value);
    this.texts.push(text(`$${this.values.length}`));
  }
  get where(): string {
    return this.texts.length > 0 ? this.texts.join(' and ') : 'true';
  }
}

type Subject = 'lots' | 'announcements';

/** A word is looked for in the lot, in the names and address of its customer and in the announcement's name. */
function wordIn(subject: Subject, place: string): string {
  const customer = `l.customer_bin in (select o.bin from organization o where ${folded(NAMES)} like ${place})`;
  const announcement = `l.case_id in (select n.id from procurement_case n where ${folded(`n.name_kk || ' ' || n.name_ru`)} like ${place})`;
  if (subject === 'lots') return `(l.folded like ${place} or ${customer} or ${announcement})`;
  return `(${folded(`c.number || ' ' || c.name_kk || ' ' || c.name_ru`)} like ${place}
    or c.organizer_bin in (select o.bin from organization o where ${folded(NAMES)} like ${place})
    or exists (select 1 from lot l where l.case_id = c.id and (l.folded like ${place} or ${customer})))`;
}

function conditionsOf(subject: Subject, criteria: SearchCriteria): Conditions {
  const all = new Conditions();
  const amount = subject === 'lots' ? 'l.amount' : 'c.total';
  // A draft is nobody's business but its author's.
  all.texts.push(`c.status <> 'draft'`);
  for (const pattern of patterns(criteria.q)) all.add((p) => wordIn(subject, p), pattern);
  if (criteria.statuses.length > 0) all.add((p) => `${SHOWN} = any(${p}::text[])`, criteria.statuses);
  if (criteria.lotStatuses.length > 0)
    all.add(
      (p) =>
        subject === 'lots'
          ? `l.status = any(${p})`
          : `exists (select 1 from lot l where l.case_id = c.id and l.status = any(${p}))`,
      criteria.lotStatuses,
    );
  if (criteria.methods.length > 0) all.add((p) => `c.method = any(${p})`, criteria.methods);
  if (criteria.from) all.add((p) => `${amount} >= ${p}::numeric`, criteria.from);
  if (criteria.to) all.add((p) => `${amount} <= ${p}::numeric`, criteria.to);
  if (criteria.customer)
    all.add(
      (p) =>
        subject === 'lots'
          ? `l.customer_bin = ${p}`
          : `exists (select 1 from lot l where l.case_id = c.id and l.customer_bin = ${p})`,
      criteria.customer,
    );
  const { organizer, publishedFrom, publishedTo } = criteria;
  if (organizer) all.add((p) => `c.organizer_bin = ${p}`, organizer);
  if (publishedFrom) all.add((p) => `c.published_at >= ${p}::timestamptz`, `${publishedFrom}T00:00:00+05:00`);
  if (publishedTo) all.add((p) => `c.published_at < ${p}::timestamptz + interval '1 day'`, `${publishedTo}T00:00:00+05:00`);
  return all;
}

const LAST = 32_503_680_000;

/** Numbers to sort by, rising; the ending order asks only for what still runs first. */
const sortKey = (subject: Subject, order: SearchOrder): string =>
  ({
    newest: '-extract(epoch from c.published_at)',
    ending: `coalesce(extract(epoch from c.next_deadline_at), ${LAST})`,
    amount: subject === 'lots' ? '-l.amount' : '-c.total',
  })[order];

const FROM = {
  lots: `lot l join procurement_case c on c.id = l.case_id
    left join organization o on o.bin = c.organizer_bin left join organization cu on cu.bin = l.customer_bin`,
  announcements: 'procurement_case c left join organization o on o.bin = c.organizer_bin',
};

const COLUMNS = `c.number, c.name_kk, c.name_ru, c.method, ${SHOWN} as shown, coalesce(o.name_kk, c.organizer_bin) as organizer_kk,
  coalesce(o.name_ru, c.organizer_bin) as organizer_ru, c.next_deadline_key as deadline_key,
  floor(extract(epoch from c.next_deadline_at) * 1000)::float8 as deadline_at, floor(extract(epoch from c.published_at) * 1000)::float8 as published`;

interface CaseRow {
  number: string;
  name_kk: string;
  name_ru: string;
  method: string;
  shown: ShownStatus;
  organizer_kk: string;
  organizer_ru: string;
  deadline_key: string | null;
  deadline_at: number | null;
  published: number;
  amount: string;
  sort: string;
  lot_number: string;
}

const caseOf = (row: CaseRow): FoundCase => ({
  number: row.number,
  name: { kk: row.name_kk, ru: row.name_ru },
  method: row.method,
  status: row.shown,
  organizer: { kk: row.organizer_kk, ru: row.organizer_ru },
  amount: row.amount,
  deadline: row.deadline_key !== null && row.deadline_at !== null ? { key: row.deadline_key, at: row.deadline_at } : null,
  publishedAt: row.published,
});

/** One page by key: the neighbour's sort key instead of a count of rows, so that a page stays the same while others are added. */
async function pageOf<Row extends CaseRow>(
  tx: Tx,
  subject: Subject,
  criteria: SearchCriteria,
  page: SearchPage,
  columns: string,
): Promise<Found<Row>> {
  const conditions = conditionsOf(subject, criteria);
  const counted = await tx.query<{ total: number }>(
    `select count(*)::int as total from ${FROM[subject]} where ${conditions.where}`,
    conditions.values,
  );
  const sort = sortKey(subject, page.order);
  const lot = subject === 'lots' ? 'l.number' : `''::text`;
  const back = page.before !== undefined && page.after === undefined;
  const key = page.after ?? page.before;
  const direction = back ? 'desc' : 'asc';
  if (key) {
    const [a, b, c] = key;
    const first = conditions.values.push(a);
    conditions.values.push(b, c.length, c);
    conditions.texts.push(
      `(${sort}, c.number, length(${lot}), ${lot}) ${back ? '<' : '>'} ($${first}::numeric, $${first + 1}, $${first + 2}, $${first + 3})`,
    );
  }
  const { rows } = await tx.query<Row>(
    `select ${columns}, (${sort})::text as sort, ${lot} as lot_number from ${FROM[subject]} where ${conditions.where}
     order by ${sort} ${direction}, c.number ${direction}, length(${lot}) ${direction}, ${lot} ${direction} limit ${page.size + 1}`,
    conditions.values,
  );
  const more = rows.length > page.size;
  const kept = rows.slice(0, page.size);
  if (back) kept.reverse();
  const keyAt = (row: Row | undefined): SearchKey | null => (row ? [row.sort, row.number, row.lot_number] : null);
  return {
    rows: kept,
    total: counted.rows[0]!.total,
    previous: (back ? more : key !== undefined) ? keyAt(kept[0]) : null,
    next: back || more ? keyAt(kept.at(-1)) : null,
  };
}

interface LotRow extends CaseRow {
  lot_kk: string;
  lot_ru: string;
  lot_status: LotStatus;
  catalogue_code: string;
  customer_kk: string;
  customer_ru: string;
}

/** Lots of published announcements (S1 §1.2). */
export async function searchLots(tx: Tx, criteria: SearchCriteria, page: SearchPage): Promise<Found<FoundLot>> {
  const columns = `${COLUMNS}, l.name_kk as lot_kk, l.name_ru as lot_ru, l.status as lot_status, l.catalogue_code, l.amount,
    coalesce(cu.name_kk, l.customer_bin) as customer_kk, coalesce(cu.name_ru, l.customer_bin) as customer_ru`;
  const found = await pageOf<LotRow>(tx, 'lots', criteria, page, columns);
  const rows = found.rows.map((row) => ({
    ...caseOf(row),
    lot: {
      number: row.lot_number,
      name: { kk: row.lot_kk, ru: row.lot_ru },
      status: row.lot_status,
      catalogueCode: row.catalogue_code,
    },
    customer: { kk: row.customer_kk, ru: row.customer_ru },
  }));
  return { ...found, rows };
}

/** Published announcements (S1 §1.2). */
export async function searchAnnouncements(tx: Tx, criteria: SearchCriteria, page: SearchPage): Promise<Found<FoundAnnouncement>> {
  const columns = `${COLUMNS}, c.total as amount, (select count(*)::int from lot l where l.case_id = c.id) as lots`;
  const found = await pageOf<CaseRow & { lots: number }>(tx, 'announcements', criteria, page, columns);
  return { ...found, rows: found.rows.map((row) => ({ ...caseOf(row), lots: row.lots })) };
}

/** How many there are, without a page of them: tells which condition hides most. */
export async function countFound(tx: Tx, subject: Subject, criteria: SearchCriteria): Promise<number> {
  const conditions = conditionsOf(subject, criteria);
  return (
    await tx.query<{ total: number }>(
      `select count(*)::int as total from ${FROM[subject]} where ${conditions.where}`,
      conditions.values,
    )
  ).rows[0]!.total;
}
