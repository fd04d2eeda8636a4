import type { Text } from '../domain/parties.ts';
import type { LotStatus, ShownStatus } from '../domain/procurement/statuses.ts';
import type { Tx } from './client.ts';
import { type Conditions, conditionsOf, PLACES, type SearchCriteria, type Subject } from './search-conditions.ts';

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

/** Up to so many results are gathered and sorted; more are common enough for a page to be soon full in the order's own index. */
const SORTED_UP_TO = 2_000;

/**
 * How many there are, at most `COUNTED_UP_TO` + 1: counting must not cost more than looking. The limit stands outside: the planner,
 * told of it, hopes to meet so many soon in a table read from anywhere, and passes by tens of thousands; rows are still read on demand.
 */
async function count(tx: Tx, subject: Subject, { where, values }: Pick<Conditions, 'where' | 'values'>): Promise<number> {
  const { rows } = await tx.query<{ total: number }>(
    `with match as materialized (select 1 from ${PLACES[subject].table} r where ${where})
     select count(*)::int as total from (select 1 from match limit ${COUNTED_UP_TO + 1}) f`,
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

/**
 * One page by key: the neighbour's sort key instead of a count of rows, so that a page stays the same while others are added.
 * Results for words are gathered by the words' index, then sorted: the order's index alone would pass one by one by thousands of
 * rows, the newest of a body that buys other things, and the planner does not see that coming.
 */
async function pageOf<Row extends CaseRow>(
  tx: Tx,
  subject: Subject,
  criteria: SearchCriteria,
  page: SearchPage,
  columns: string,
): Promise<Found<Row>> {
  const conditions = await conditionsOf(tx, subject, criteria);
  const { where } = conditions;
  const counted = { where, values: [...conditions.values] };
  const back = page.before !== undefined && page.after === undefined;
  const key = page.after ?? page.before;
  const behind = key ? beyond(conditions, subject, page.order, key, back) : 'true';
  const { table, key: own, sorting, tie, details } = PLACES[subject];
  const { by, falling, text } = orderOf(subject, page.order);
  const direction = falling ? ['desc nulls last', 'asc nulls first'] : ['asc', 'desc'];
  const sorted = [`${by} ${direction[back ? 1 : 0]}`, ...tie.map((part) => `${part} ${back ? 'desc' : 'asc'}`)].join(', ');
  const matching = `select ${sorting} from ${table} r where ${where}`;
  /** A page of `source` beside `hits`: one row at least, without a result when the page is empty. */
  const pageFrom = async (gathered: string, source: string, hits: string) => {
    const { rows } = await tx.query<Row & { hits: number | null }>(
      `with ${gathered} page as (select * from ${source} r where ${behind} order by ${sorted} limit ${page.size + 1})
       select hits, ${columns}, ${text} as sort from (${hits}) h left join page on true left join ${table} r using (${own})
       ${details} left join organization o on o.bin = r.organizer_bin order by ${sorted}`,
      conditions.values,
    );
    return { hits: rows[0]!.hits, rows: rows.filter(({ number }) => number !== null) };
  };
  // As in `count`, the limit stands outside.
  const few = `match as materialized (${matching}), hit as materialized (select * from match limit ${SORTED_UP_TO + 1}),`;
  const gathered = criteria.q ? await pageFrom(few, 'hit', 'select count(*)::int as hits from hit') : null;
  const isShort = gathered !== null && (gathered.hits ?? 0) <= SORTED_UP_TO;
  const { rows } = isShort ? gathered : await pageFrom('', `(${matching})`, 'select null::int as hits');
  const isAll = !key && rows.length <= page.size;
  const hits = gathered?.hits ?? (isAll ? rows.length : await count(tx, subject, counted));
  const more = rows.length > page.size;
  const kept = rows.slice(0, page.size);
  if (back) kept.reverse();
  const keyAt = (row: Row | undefined): SearchKey | null => (row ? [row.sort, row.number, row.lot_number] : null);
  return {
    rows: kept,
    total: Math.min(hits, COUNTED_UP_TO),
    more: hits > COUNTED_UP_TO,
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
