import type { LotStatus, ShownStatus } from '../../domain/procurement/statuses.ts';
import type { Text } from '../../domain/parties.ts';
import { METHODS } from '../../domain/procurement/file.ts';
import { LOT_STATUSES, SHOWN_STATUSES } from '../../domain/procurement/statuses.ts';
import { pagination, type Cell, type Link } from '../components.ts';
import { checkboxes, select, textField, type Filled } from '../fields.ts';
import { countdown, counted, dateTime, isoInstant, money, number, type CountedNoun } from '../formats.ts';
import { SEARCH } from '../texts/search.ts';
import { LOT_STATUS_NAMES, lotStatusTag, STATUS_NAMES, statusTag } from '../texts/statuses.ts';
import { ANNOUNCEMENTS, LOTS, METHOD_NAMES } from '../texts/terms.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';
import { whyLink } from './procurement-why.view.ts';

export type SearchSubject = 'lots' | 'announcements';

/** One result as found; `lot` is absent when announcements were searched. */
export interface SearchRow {
  number: string;
  name: Text;
  status: ShownStatus;
  organizer: Text;
  amount: string;
  deadline: { key: string; at: number } | null;
  publishedAt: number;
  lot?: { number: string; name: Text; status: LotStatus };
  customer?: Text;
  lots?: number;
}

export interface SearchFacts {
  language: Language;
  subject: SearchSubject;
  legalNow: number;
  typed: Filled['values'];
  total: number;
  /** There are more than `total`; beyond, they are not counted. */
  more: boolean;
  rows: SearchRow[];
  /** Chosen conditions, each with the address without it. */
  chosen: { text: string; href: string }[];
  leftOut: { kind: 'unknownParameter' | 'badAmount' | 'badBin'; value: string }[];
  /** Of an empty result: the condition without which most is found. */
  narrowest: { condition: string; count: number; href: string } | null;
  previous: string | null;
  next: string | null;
}

const NOUNS: Record<SearchSubject, CountedNoun> = { lots: LOTS, announcements: ANNOUNCEMENTS };

/** Words of a condition as the list of chosen ones and the empty result name it. */
export function conditionText(name: string, value: string, language: Language): string {
  const t = inLanguage(SEARCH, language);
  if (name === 'status') return STATUS_NAMES[value as ShownStatus][language];
  if (name === 'result') return LOT_STATUS_NAMES[value as LotStatus][language];
  if (name === 'method') return METHOD_NAMES[value as (typeof METHODS)[number]][language];
  const label = { q: t.query, from: t.from, to: t.to, customer: t.customer }[name] ?? name;
  return `${label}: ${value}`;
}

/** '5 лотов', or 'Больше 1 000 лотов' where they are not counted to the end. */
export function foundText({
  subject,
  total,
  more,
  language,
}: Pick<SearchFacts, 'subject' | 'total' | 'more' | 'language'>): string {
  if (!more) return counted(total, NOUNS[subject], language);
  const t = inLanguage(SEARCH, language);
  return fill(subject === 'lots' ? t.moreLots : t.moreAnnouncements, { count: number(total, language) });
}

/** Page of a public search: the form holds the whole state, the address is the form's. */
export function searchView(facts: SearchFacts) {
  const { language, subject, rows } = facts;
  const t = inLanguage(SEARCH, language);
  const form: Filled = { language, values: facts.typed, errors: [] };
  const heading = foundText(facts);
  return {
    t,
    action: `/${subject}`,
    heading,
    query: textField({ name: 'q', label: t.query, hint: t.queryHint, type: 'search' }, form),
    filters: filtersOf(subject, form),
    order: select(
      {
        name: 'order',
        label: t.order,
        options: ['newest', 'ending', 'amount'].map((value) => ({ value, text: t[value as 'newest'] })),
      },
      form,
    ),
    leftOut: facts.leftOut.map(({ kind, value }) => fill(t[kind], { name: value, value })),
    chosen: facts.chosen.map(({ text, href }): Link => ({ text, href, hidden: t.drop })),
    resetHref: `/${subject}`,
    results: rows.map((row) => resultOf(row, facts)),
    empty: rows.length > 0 ? null : emptyOf(facts),
    pages: pagination(language, { previous: facts.previous, next: facts.next }),
  };
}

function filtersOf(subject: SearchSubject, form: Filled) {
  const { language } = form;
  const t = inLanguage(SEARCH, language);
  const statuses = SHOWN_STATUSES.filter((status) => status !== 'draft').map((value) => ({
    value,
    text: STATUS_NAMES[value][language],
  }));
  const results = LOT_STATUSES.filter((status) => ['held', 'failed', 'cancelled', 'refused'].includes(status));
  return [
    checkboxes({ name: 'status', label: t.status, options: statuses }, form),
    ...(subject === 'lots'
      ? [
          checkboxes(
            {
              name: 'result',
              label: t.lotStatus,
              options: results.map((value) => ({ value, text: LOT_STATUS_NAMES[value][language] })),
            },
            form,
          ),
        ]
      : []),
    checkboxes(
      { name: 'method', label: t.method, options: METHODS.map((value) => ({ value, text: METHOD_NAMES[value][language] })) },
      form,
    ),
    textField({ name: 'from', label: t.from, inputmode: 'decimal', width: 10 }, form),
    textField({ name: 'to', label: t.to, inputmode: 'decimal', width: 10 }, form),
    textField({ name: 'customer', label: t.customer, inputmode: 'numeric', width: 20 }, form),
  ];
}

function resultOf(row: SearchRow, { language, legalNow }: SearchFacts) {
  const t = inLanguage(SEARCH, language);
  const { lot, number } = row;
  const ended = lot !== undefined && ['held', 'failed', 'cancelled', 'refused'].includes(lot.status);
  const where = lot ? fill(t.lotOf, { lot: lot.number, number }) : fill(t.announcementNo, { number });
  const who = ofBoth(row.customer ?? row.organizer, language);
  return {
    id: `found-${number}-${lot?.number ?? ''}`,
    href: lot ? `/procurements/${number}/lots/${encodeURIComponent(lot.number)}` : `/procurements/${number}`,
    title: ofBoth(lot?.name ?? row.name, language),
    tag: lot && ended ? lotStatusTag(lot.status, language) : statusTag(row.status, language),
    where,
    whereHref: lot ? `/procurements/${number}` : '',
    who,
    amount: `${money(row.amount, language)} ${t.withoutVat}`,
    lots: row.lots === undefined ? '' : counted(row.lots, LOTS, language),
    term: termOf(row, language),
    whyStatus: lot && ended ? whyOfLot(number, lot.number, language) : whyLink(number, 'status', t.status, language),
    left: row.deadline?.key.endsWith('-end')
      ? { at: row.deadline.at, text: countdown(row.deadline.at - legalNow, language) }
      : null,
  };
}

/** The result of a lot is explained on the lot's own page. */
const whyOfLot = (number: string, lot: string, language: Language): Link => ({
  ...whyLink(number, 'status', SEARCH.lotStatus[language], language),
  href: `/procurements/${number}/lots/${encodeURIComponent(lot)}`,
});

function termOf({ number, deadline, publishedAt }: SearchRow, language: Language): Cell {
  const t = inLanguage(SEARCH, language);
  const at = deadline?.at ?? publishedAt;
  const sentence = !deadline ? t.publishedAt : deadline.key.endsWith('-end') ? t.ends : t.starts;
  const text = fill(sentence, { at: dateTime(at, language) });
  return { iso: isoInstant(at), text, why: whyLink(number, deadline?.key ?? 'publishedAt', text, language) };
}

function emptyOf({ language, typed, chosen, narrowest }: SearchFacts) {
  const t = inLanguage(SEARCH, language);
  const q = [typed['q'] ?? ''].flat()[0] ?? '';
  const what = q ? fill(t.nothingFor, { q }) : chosen.length > 0 ? t.nothing : t.nothingYet;
  if (!narrowest) return { what, without: '', link: null };
  const { condition, count, href } = narrowest;
  return { what, without: fill(t.without, { condition, count }), link: { href, text: t.dropIt } };
}
