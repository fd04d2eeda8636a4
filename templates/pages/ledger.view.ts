import type { DataTable, SummaryRow, Tag } from '../components.ts';
import type { ContentBlock } from '../content.ts';
import { dateTime, isoInstant } from '../formats.ts';
import { CHECK_WORDS, LEDGER } from '../texts/ledger.ts';
import { fill, inLanguage, type Language } from '../texts/texts.ts';

/** One run over the ledger: `at` and `age` in ms by the machine's clock; `findings` are the first of `found`. */
export interface LedgerFacts {
  at: number;
  age: number;
  seconds: number;
  cases: number;
  engineAsked: boolean;
  tallies: { name: string; count: number; findings: number }[];
  found: number;
  findings: { number: string; check: string; row: string }[];
}

/** A check is expected every day, ms. */
const EXPECTED_WITHIN = 25 * 3_600_000;

type Texts = Record<keyof typeof LEDGER, string>;

function tagOf({ found, age }: Pick<LedgerFacts, 'found' | 'age'>, t: Texts): Tag {
  if (found > 0) return { text: fill(t.faulty, { count: found }), colour: 'red' };
  return age > EXPECTED_WITHIN ? { text: t.late, colour: 'yellow' } : { text: t.clean, colour: 'green' };
}

/** Whole seconds, at least one. */
const tookOf = ({ seconds }: Pick<LedgerFacts, 'seconds'>, t: Texts): string =>
  fill(t.seconds, { count: Math.max(1, Math.round(seconds)) });

/** The row of the operator's page: whether the ledger agreed when it was last checked. */
export function ledgerRow(last: LedgerFacts | null, language: Language): SummaryRow {
  const t = inLanguage(LEDGER, language);
  const actions = [{ href: '/operator/ledger', text: t.more }];
  if (!last) return { key: t.part, tag: { text: t.unknown, colour: 'yellow' }, lines: [], actions };
  return { key: t.part, tag: tagOf(last, t), lines: [`${t.at}: ${dateTime(last.at, language, 'second')}`], actions };
}

/** What the checks of the ledger found, newest first; nothing here changes anything. */
export function ledgerView(checks: LedgerFacts[], language: Language): { blocks: ContentBlock[] } {
  const t = inLanguage(LEDGER, language);
  const [last, ...earlier] = checks;
  return {
    blocks: [
      { paragraphs: [t.lead, t.how] },
      ...(last ? lastCheck(last, language, t) : [{ heading: t.last, paragraphs: [t.never] }]),
      ...(earlier.length > 0 ? [{ heading: t.earlier, table: earlierTable(earlier, language, t) }] : []),
    ],
  };
}

function lastCheck(last: LedgerFacts, language: Language, t: Texts): ContentBlock[] {
  const { tallies, findings, found } = last;
  const checks = tallies.map(({ name, count, findings: faults }) => ({
    cells: [
      { text: CHECK_WORDS[name]?.[language] ?? name, rowHeader: true },
      { text: String(count), numeric: true },
      { text: String(faults), numeric: true },
    ],
  }));
  const rows = findings.map(({ number, check, row }) => ({
    cells: [
      { text: `№ ${number}`, href: `/procurements/${number}`, rowHeader: true },
      { text: CHECK_WORDS[check]?.[language] ?? check },
      { text: row },
    ],
  }));
  return [
    {
      heading: t.last,
      summary: [
        { key: t.at, text: dateTime(last.at, language, 'second') },
        { key: t.result, tag: tagOf(last, t), lines: last.engineAsked ? [] : [t.engineNotAsked] },
        { key: t.cases, text: String(last.cases) },
        { key: t.took, text: tookOf(last, t) },
      ],
    },
    { heading: t.checks, table: tableOf('checks', t.checks, [t.check, t.count, t.found], checks, 2) },
    ...(found > 0
      ? [
          {
            heading: t.findings,
            paragraphs: [t.now],
            table: tableOf('findings', t.findings, [t.procurement, t.check, t.row], rows),
            ...(found > findings.length ? { small: fill(t.firstOf, { shown: findings.length, total: found }) } : {}),
          },
        ]
      : []),
  ];
}

function earlierTable(earlier: LedgerFacts[], language: Language, t: Texts): DataTable {
  const rows = earlier.map((check) => ({
    cells: [
      { text: dateTime(check.at, language, 'second'), iso: isoInstant(check.at), rowHeader: true },
      // What was found then counts, not how long ago it is.
      { tag: tagOf({ ...check, age: 0 }, t) },
      { text: String(check.cases), numeric: true },
      { text: tookOf(check, t), numeric: true },
    ],
  }));
  return tableOf('earlier', t.earlier, [t.at, t.result, t.cases, t.took], rows, 2);
}

/** @param numeric how many of the last columns are numbers */
const tableOf = (id: string, caption: string, columns: string[], rows: DataTable['rows'], numeric = 0): DataTable => ({
  ...{ id, caption, captionHidden: true, rows, empty: '' },
  columns: columns.map((text, index) => ({ text, numeric: index >= columns.length - numeric })),
});
