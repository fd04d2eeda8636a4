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

export type Subject = 'lots' | 'announcements';

/** Conditions in SQL with their values. */
export class Conditions {
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
export const PLACES = {
  lots: {
    table: 'lot',
    key: 'case_id, number',
    sorting: 'r.case_id, r.number, r.announcement, r.amount, r.published_at, r.next_deadline_at',
    shown: (statuses: ShownStatus[], all: Conditions) => `r.shown = any(${all.value(statuses)})`,
    amount: 'r.amount',
    tie: ['r.announcement', 'length(r.number)', 'r.number'],
    customers: (bins: string) => `r.customer_bin = any(${bins})`,
    lotStatuses: (statuses: string) => `r.status = any(${statuses})`,
    details: `left join procurement_case c on c.id = r.case_id left join organization cu on cu.bin = r.customer_bin`,
  },
  announcements: {
    table: 'procurement_case',
    key: 'id',
    sorting: 'r.id, r.number, r.total, r.published_at, r.next_deadline_at',
    shown: (statuses: ShownStatus[], all: Conditions) => {
      const own = `r.status = any(${all.value(statuses)})`;
      return statuses.includes('suspended') ? `(r.suspended or ${own})` : `(not r.suspended and ${own})`;
    },
    amount: 'r.total',
    tie: ['r.number'],
    customers: (bins: string) => `r.customers && ${bins}`,
    lotStatuses: (statuses: string) => `exists (select 1 from lot l where l.case_id = r.id and l.status = any(${statuses}))`,
    details: 'left join procurement_case c on c.id = r.id',
  },
} as const;

/** A word of a query as it stands in folded texts, and the same as a pattern with wildcards taken literally. */
interface Word {
  text: string;
  pattern: string;
}

/**
 * Words of a query, folded, the number sign left out. Those of one or two letters have no trigram of their own and are looked for
 * where words begin.
 */
const wordsOf = (q: string): Word[] =>
  fold(q.replaceAll('№', ' '))
    .split(' ')
    .filter(Boolean)
    .slice(0, 20)
    .map((word) => (word.length < 3 ? ` ${word}` : word))
    .map((text) => ({ text, pattern: `%${text.replace(/[\\%_]/g, '\\$&')}%` }));

/** Organizations whose number, name or address has a word, for each of the patterns. */
async function organizationsWith(tx: Tx, words: Word[]): Promise<string[][]> {
  if (words.length === 0) return [];
  const { rows } = await tx.query<{ bins: string[] }>(
    `select array(select o.bin from organization o where o.folded like w.pattern) as bins
     from unnest($1::text[]) with ordinality as w(pattern, place) order by w.place`,
    [words.map(({ pattern }) => pattern)],
  );
  return rows.map(({ bins }) => bins);
}

/** A word is looked for in lot and announcement, and in the names and addresses of customer and organizer. */
export async function conditionsOf(tx: Tx, subject: Subject, criteria: SearchCriteria): Promise<Conditions> {
  const all = new Conditions();
  const place = PLACES[subject];
  const words = wordsOf(criteria.q);
  // A draft is nobody's business but its author's.
  if (subject === 'announcements') all.texts.push(`r.status <> 'draft'`);
  for (const [index, bins] of (await organizationsWith(tx, words)).entries()) {
    const { text, pattern } = words[index]!;
    // The pattern is for the index; a text is gone through three times as fast without one.
    const inText = `(strpos(r.folded, ${all.value(text)}) > 0 and r.folded like ${all.value(pattern)})`;
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
