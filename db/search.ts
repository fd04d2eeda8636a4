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
  /** At most `COUNTED_UP_TO`. */
  total: number;
  /** There are more than `total`. */
  more: boolean;
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

type Subject = 'lots' | 'announcements';

/** Conditions in SQL with their values. */
class Conditions {
  readonly texts: string[] = [];
  readonly values: unknown[] = [];
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
  get where(): string {
    return this.texts.length > 0 ? this.texts.join(' and ') : 'true';
  }
}

/** Where a subject's columns for searching stand: all in one table, `r`, whose indexes answer filters, words and orders. */
const PLACES = {
  lots: {
    table: 'lot',
    shown: (statuses: ShownStatus[], all: Conditions) => `r.shown = any(${all.value(statuses)})`,
    amount: 'r.amount',
    tie: ['r.announcement', 'length(r.number)', 'r.number'],
    customers: (bins: string) => `r.customer_bin = any(${bins})`,
    lotStatuses: (statuses: string) => `r.status = any(${statuses})`,
    details: `join procurement_case c on c.id = r.case_id left join organization cu on cu.bin = r.customer_bin`,
  },
  announcements: {
    table: 'procurement_case',
    shown: (statuses: ShownStatus[], all: Conditions) => {
      const own = `r.status = any(${all.value(statuses)})`;
      return statuses.includes('suspended') ? `(r.suspended or ${own})` : `(not r.suspended and ${own})`;
    },
    amount: 'r.total',
    tie: ['r.number'],
    customers: (bins: string) => `r.customers && ${bins}`,
    lotStatuses: (statuses: string) => `exists (select 1 from lot l where l.case_id = r.id and l.status = any(${statuses}))`,
    details: 'join procurement_case c on c.id = r.id',
  },
} as const;

/**
 * Words of a query as patterns: folded, wildcards taken literally, the number sign left out. Words of one or two letters have no
 * trigram of their own and are looked for where words begin.
 */
const patterns = (q: string): string[] =>
  fold(q.replaceAll('№', ' '))
    .split(' ')
    .filter(Boolean)
    .slice(0, 20)
    .map((word) => `%${word.length < 3 ? ' ' : ''}${word.replace(/[\\%_]/g, '\\$&')}%`);

/** Organizations whose number, name or address has a word, for each of the patterns. */
async function organizationsWith(tx: Tx, words: string[]): Promise<string[][]> {
  if (words.length === 0) return [];
  const { rows } = await tx.query<{ bins: string[] }>(
    `select array(select o.bin from organization o where o.folded like w.pattern) as bins
     from unnest($1::text[]) with ordinality as w(pattern, place) order by w.place`,
    [words],
  );
  return rows.map(({ bins }) => bins);
}

/** A word is looked for in lot and announcement, and in the names and addresses of customer and organizer. */
async function conditionsOf(tx: Tx, subject: Subject, criteria: SearchCriteria): Promise<Conditions> {
  const all = new Conditions();
  const place = PLACES[subject];
  const words = patterns(criteria.q);
  // A draft is nobody's business but its author's.
  if (subject === 'announcements') all.texts.push(`r.status <> 'draft'`);
  for (const [index, bins] of (await organizationsWith(tx, words)).entries()) {
    const inText = `r.folded like ${all.value(words[index])}`;
    const named = bins.length > 0 ? all.value(bins) : null;
    all.texts.push(named ? `(r.organizer_bin = any(${named}) or ${place.customers(`${named}::text[]`)} or ${inText})` : inText);
  }
  if (criteria.statuses.length > 0) all.texts.push(place.shown(criteria.statuses, all));
  if (criteria.lotStatuses.length > 0) all.texts.push(place.lotStatuses(all.value(criteria.lotStatuses)));
  if (criteria.methods.length > 0) all.texts.push(`r.method = any(${all.value(criteria.methods)})`);
  if (criteria.from) all.texts.push(`${place.amount} >= ${all.value(criteria.from)}::numeric`);
  if (criteria.to) all.texts.push(`${place.amount} <= ${all.value(criteria.to)}::numeric`);
  if (criteria.customer) all.texts.push(place.customers(`${all.value([criteria.customer])}::text[]`));
  const { organizer, publishedFrom, publishedTo } = criteria;
  if (organizer) all.texts.push(`r.organizer_bin = ${all.value(organizer)}`);
  if (publishedFrom) all.texts.push(`r.published_at >= ${all.value(`${publishedFrom}T00:00:00+05:00`)}::timestamptz`);
  if (publishedTo)
    all.texts.push(`r.published_at < ${all.value(`${publishedTo}T00:00:00+05:00`)}::timestamptz + interval '1 day'`);
  return all;
}

const FAR = '3000-01-01T00:00:00Z';
const microseconds = (column: string) => `(extract(epoch from ${column}) * 1000000)::bigint::text`;
const instantAt = (value: string) =>
  `'epoch'::timestamptz + least(greatest(${value}::numeric, 0), ${Date.parse(FAR)}000)::float8 * interval '1 microsecond'`;

/** What an order sorts by, as the indexes have it; `text` and `value` carry it in an address and back. */
function orderOf(subject: Subject, order: SearchOrder) {
  const { amount } = PLACES[subject];
  if (order === 'amount') return { by: amount, falling: true, text: `${amount}::text`, value: (p: string) => `${p}::numeric` };
  const by = order === 'newest' ? 'r.published_at' : `coalesce(r.next_deadline_at, '${FAR}'::timestamptz)`;
  return { by, falling: order === 'newest', text: microseconds(by), value: instantAt };
}

const COLUMNS = `c.number, c.name_kk, c.name_ru, c.method, coalesce(o.name_kk, c.organizer_bin) as organizer_kk,
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

/** Beyond this many results are not counted one by one. */
export const COUNTED_UP_TO = 1_000;

/** How many there are, at most `COUNTED_UP_TO` + 1: counting must not cost more than looking. */
async function count(tx: Tx, subject: Subject, { where, values }: Conditions): Promise<number> {
  const { rows } = await tx.query<{ total: number }>(
    `select count(*)::int as total from (select 1 from ${PLACES[subject].table} r where ${where} limit ${COUNTED_UP_TO + 1}) f`,
    values,
  );
  return rows[0]!.total;
}

/** The rows behind a neighbour in an order, or before it. */
function beyond(all: Conditions, subject: Subject, order: SearchOrder, [sort, number, lot]: SearchKey, back: boolean): string {
  const { by, falling, value } = orderOf(subject, order);
  const key = value(all.value(sort));
  const side = falling === back ? '>' : '<';
  const neighbour = subject === 'lots' ? [number, lot.length, lot] : [number];
  const tie = `(${PLACES[subject].tie.join(', ')}) ${back ? '<' : '>'} (${neighbour.map((part) => all.value(part)).join(', ')})`;
  return `${by} ${side}= ${key} and (${by} ${side} ${key} or ${tie})`;
}

/** One page by key: the neighbour's sort key instead of a count of rows, so that a page stays the same while others are added. */
async function pageOf<Row extends CaseRow>(
  tx: Tx,
  subject: Subject,
  criteria: SearchCriteria,
  page: SearchPage,
  columns: string,
): Promise<Found<Row>> {
  const conditions = await conditionsOf(tx, subject, criteria);
  const back = page.before !== undefined && page.after === undefined;
  const key = page.after ?? page.before;
  const total = key ? await count(tx, subject, conditions) : null;
  if (key) conditions.texts.push(beyond(conditions, subject, page.order, key, back));
  const { table, tie, details } = PLACES[subject];
  const { by, falling, text } = orderOf(subject, page.order);
  const direction = falling ? ['desc nulls last', 'asc nulls first'] : ['asc', 'desc'];
  const sorted = [`${by} ${direction[back ? 1 : 0]}`, ...tie.map((part) => `${part} ${back ? 'desc' : 'asc'}`)].join(', ');
  const { rows } = await tx.query<Row>(
    `select ${columns}, ${text} as sort from
       (select * from ${table} r where ${conditions.where} order by ${sorted} limit ${page.size + 1}) r
     ${details} left join organization o on o.bin = r.organizer_bin order by ${sorted}`,
    conditions.values,
  );
  const more = rows.length > page.size;
  const kept = rows.slice(0, page.size);
  if (back) kept.reverse();
  const found = total ?? (more ? await count(tx, subject, conditions) : kept.length);
  const keyAt = (row: Row | undefined): SearchKey | null => (row ? [row.sort, row.number, row.lot_number] : null);
  return {
    rows: kept,
    total: Math.min(found, COUNTED_UP_TO),
    more: found > COUNTED_UP_TO,
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
  const columns = `${COLUMNS}, r.shown, r.number as lot_number, r.name_kk as lot_kk, r.name_ru as lot_ru, r.status as lot_status,
    r.catalogue_code, r.amount, coalesce(cu.name_kk, r.customer_bin) as customer_kk, coalesce(cu.name_ru, r.customer_bin) as customer_ru`;
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
  const columns = `${COLUMNS}, case when r.suspended then 'suspended' else r.status end as shown, '' as lot_number, r.total as amount,
    (select count(*)::int from lot l where l.case_id = r.id) as lots`;
  const found = await pageOf<CaseRow & { lots: number }>(tx, 'announcements', criteria, page, columns);
  return { ...found, rows: found.rows.map((row) => ({ ...caseOf(row), lots: row.lots })) };
}

/** How many there are, without a page of them, at most `COUNTED_UP_TO`: tells which condition hides most. */
export async function countFound(tx: Tx, subject: Subject, criteria: SearchCriteria): Promise<number> {
  return Math.min(await count(tx, subject, await conditionsOf(tx, subject, criteria)), COUNTED_UP_TO);
}
