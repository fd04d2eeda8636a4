import type { Text } from '../../domain/parties.ts';
import type { NoticeEvent } from '../../domain/procurement/notices.ts';
import type { ShownStatus } from '../../domain/procurement/statuses.ts';
import type { ContentBlock } from '../content.ts';
import type { Cell, DataTable, SummaryRow, Tag } from '../components.ts';
import { dateTime, duration, isoInstant } from '../formats.ts';
import { type LedgerFacts, ledgerRow } from './ledger.view.ts';
import { processAway, type ProcessFacts, processesSection } from './operator-processes.view.ts';
import { ACTION_NAMES } from '../texts/actions.ts';
import { DEADLINE_NAMES } from '../texts/cabinet.ts';
import { NOTICE_TEXTS } from '../texts/notices.ts';
import { type CanaryFaultCode, KEY_FAULTS } from '../texts/key-faults.ts';
import { OPERATOR, VIEWS, type EngineView } from '../texts/operator.ts';
import { STATUS_NAMES, statusTag } from '../texts/statuses.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';

interface Counted<Row> {
  total: number;
  rows: Row[];
}

/** Instants in ms by the legal clock; seconds by the machine's. */
export interface OperatorFacts {
  language: Language;
  legalNow: number;
  engineAnswers: boolean;
  clock: { offset: number; stopped: boolean; lastStepAt: number | null };
  overdue: Counted<{ number: string; name: Text; status: ShownStatus; key: string; at: number }>;
  commands: Counted<{ number: string; action: string; actor: Text; receivedAt: number }>;
  letters: Counted<{
    to: string;
    event: string;
    number: string;
    attempts: number;
    waitsSeconds: number;
    nextInSeconds: number;
    error: string | null;
  }>;
  documents: Counted<{ number: string; documentId: string; name: string; createdAt: number; error: string | null }>;
  protocols: Counted<{
    number: string;
    name: Text;
    status: ShownStatus;
    version: number | null;
    since: number;
    error: string | null;
  }>;
  processes: ProcessFacts[];
  /** The opener's last check of the keys of all windows; `age` in ms. Null before the first. */
  canary: { at: number; windows: number; age: number; faults: { fault: CanaryFaultCode; number?: string }[] } | null;
  /** The last check of the ledger; null before the first. */
  ledger: LedgerFacts | null;
  statuses: { status: ShownStatus; count: number }[];
  /** Addresses of filtered views in the engine's interface; null when its address is not known. */
  views: { view: EngineView; href: string }[] | null;
  /** Address of the process of a procurement in the engine's interface, by its number. */
  processHref: ((number: string) => string) | null;
}

/** A part that has let something wait this long is said to be behind, ms. */
const PATIENCE = 60_000;
/** The canary goes round every day, ms. */
const CANARY_EXPECTED_WITHIN = 25 * 3_600_000;
/** Clocks closer than this are the same clock, ms. */
const SAME_CLOCK = 1_000;

type Texts = Record<keyof typeof OPERATOR, string>;

/** What is late, what waits and whether the parts answer; nothing here changes anything. */
export function operatorView(facts: OperatorFacts): { blocks: ContentBlock[] } {
  const { language, legalNow } = facts;
  const t = inLanguage(OPERATOR, language);
  const section = (heading: string, of: Counted<unknown>, empty: string, table: DataTable): ContentBlock => ({
    heading: fill(heading, { count: of.total }),
    ...(of.total > 0 ? { table } : { paragraphs: [empty] }),
    ...(of.total > of.rows.length ? { small: fill(t.firstOf, { shown: of.rows.length, total: of.total }) } : {}),
  });
  return {
    blocks: [
      {
        paragraphs: [fill(t.lead, { at: dateTime(legalNow, language, 'second') })],
        links: [
          { href: '/operator', text: t.refresh },
          { href: '/calendar', text: t.calendar },
        ],
      },
      { heading: t.parts, summary: partsOf(facts, t) },
      processesSection(facts.processes, language),
      section(t.overdue, facts.overdue, t.overdueNone, overdueTable(facts, t)),
      section(t.commands, facts.commands, t.commandsNone, commandsTable(facts, t)),
      section(t.protocols, facts.protocols, t.protocolsNone, protocolsTable(facts, t)),
      section(t.documents, facts.documents, t.documentsNone, documentsTable(facts, t)),
      section(t.letters, facts.letters, t.lettersNone, lettersTable(facts, t)),
      { heading: t.byStatus, table: statusesTable(facts, t) },
      enginePages(facts, t),
    ],
  };
}

function partsOf(facts: OperatorFacts, t: Texts): SummaryRow[] {
  const { language, legalNow, clock, letters } = facts;
  const good = (text: string): Tag => ({ text, colour: 'green' });
  const row = (key: string, tag: Tag, lines: string[] = []): SummaryRow => ({ key, tag, lines });
  /** In step unless the oldest thing that waits has waited too long. */
  const queue = (key: string, waits: number[], lines: string[] = []): SummaryRow => {
    const longest = Math.max(0, ...waits);
    const oldest = longest > 0 ? [fill(t.oldestWaits, { waits: duration(longest, language) })] : [];
    return row(key, longest > PATIENCE ? { text: t.behind, colour: 'red' } : good(t.inStep), [...oldest, ...lines]);
  };
  const away = (kind: 'worker' | 'opener', key: string): SummaryRow | null => {
    const found = processAway(facts.processes, kind, language);
    return found && { key, ...found };
  };
  const since = (instants: number[]) => instants.map((at) => legalNow - at);
  const { protocols } = facts;
  const lastStep =
    clock.lastStepAt === null ? t.noSteps : fill(t.lastStep, { at: dateTime(clock.lastStepAt, language, 'second') });
  const moved = Math.abs(clock.offset) >= SAME_CLOCK;
  const sign = clock.offset < 0 ? '−' : '+';
  return [
    row(t.database, good(t.answers)),
    facts.engineAnswers ? row(t.engine, good(t.answers)) : row(t.engine, { text: t.silent, colour: 'red' }, [t.engineSilentNow]),
    away('worker', t.worker) ??
      queue(
        t.worker,
        since([...facts.overdue.rows.map(({ at }) => at), ...facts.commands.rows.map(({ receivedAt }) => receivedAt)]),
        [lastStep],
      ),
    away('opener', t.opener) ??
      queue(t.opener, since(protocols.rows.filter(({ version }) => version === null).map((each) => each.since))),
    canaryRow(facts, t),
    ledgerRow(facts.ledger, language),
    queue(
      t.printer,
      since([
        ...facts.documents.rows.map(({ createdAt }) => createdAt),
        ...protocols.rows.filter(({ version }) => version !== null).map((each) => each.since),
      ]),
    ),
    queue(
      t.mail,
      letters.rows.map(({ waitsSeconds }) => waitsSeconds * 1000),
    ),
    row(
      t.clock,
      clock.stopped ? { text: t.stopped, colour: 'yellow' } : good(t.runs),
      moved ? [fill(t.ahead, { by: `${sign}${duration(Math.abs(clock.offset), language)}` })] : [],
    ),
  ];
}

/** Whether the keys of windows can be used, as the opener last proved it. */
function canaryRow({ canary, language }: OperatorFacts, t: Texts): SummaryRow {
  const key = t.keys;
  if (!canary) return { key, tag: { text: t.keysUnknown, colour: 'yellow' }, lines: [t.keysUnknownNow] };
  const checked = fill(t.keysChecked, { at: dateTime(canary.at, language, 'second'), count: canary.windows });
  if (canary.faults.length > 0) {
    const lines = canary.faults.map(({ fault, number }) => `${number ? `№ ${number}: ` : ''}${KEY_FAULTS[fault][language]}`);
    return { key, tag: { text: t.keysFaulty, colour: 'red' }, lines: [...lines, checked, t.keysFaultyNow] };
  }
  const late = canary.age > CANARY_EXPECTED_WITHIN;
  return { key, tag: late ? { text: t.behind, colour: 'red' } : { text: t.keysUsable, colour: 'green' }, lines: [checked] };
}

const table = (id: string, caption: string, columns: string[], rows: { cells: Cell[] }[]): DataTable => ({
  ...{ id, captionHidden: true, rows, empty: '' },
  caption: fill(caption, { count: rows.length }),
  columns: columns.map((text) => ({ text })),
});

const procurementCell = (row: { number: string; name?: Text }, language: Language): Cell => ({
  href: `/procurements/${row.number}`,
  text: `№ ${row.number}`,
  lines: row.name ? [ofBoth(row.name, language)] : [],
  rowHeader: true,
});

const instant = (at: number, language: Language): Cell => ({ iso: isoInstant(at), text: dateTime(at, language, 'second') });

function overdueTable({ overdue, language, legalNow, processHref }: OperatorFacts, t: Texts): DataTable {
  const rows = overdue.rows.map((row) => ({
    cells: [
      procurementCell(row, language),
      { tag: statusTag(row.status, language) },
      { text: DEADLINE_NAMES[row.key]?.[language] ?? row.key },
      instant(row.at, language),
      { text: duration(legalNow - row.at, language) },
      processHref ? { href: processHref(row.number), text: t.openProcess } : { text: '–' },
    ],
  }));
  return table('overdue', t.overdue, [t.procurement, t.status, t.deadline, t.at, t.late, t.process], rows);
}

function commandsTable({ commands, language, legalNow, processHref }: OperatorFacts, t: Texts): DataTable {
  const rows = commands.rows.map(({ number, action, actor, receivedAt }) => ({
    cells: [
      procurementCell({ number }, language),
      { text: ACTION_NAMES[action]?.[language] ?? action },
      { text: ofBoth(actor, language) },
      instant(receivedAt, language),
      { text: duration(legalNow - receivedAt, language) },
      processHref ? { href: processHref(number), text: t.openProcess } : { text: '–' },
    ],
  }));
  return table('commands', t.commands, [t.procurement, t.command, t.from, t.received, t.waits, t.process], rows);
}

function protocolsTable({ protocols, language, legalNow }: OperatorFacts, t: Texts): DataTable {
  const rows = protocols.rows.map((row) => ({
    cells: [
      procurementCell(row, language),
      { tag: statusTag(row.status, language) },
      {
        text: row.version === null ? t.awaitsOpening : fill(t.awaitsProtocol, { version: row.version }),
        lines: row.error ? [row.error] : [],
      },
      instant(row.since, language),
      { text: duration(legalNow - row.since, language) },
    ],
  }));
  return table('protocols', t.protocols, [t.procurement, t.status, t.awaits, t.since, t.waits], rows);
}

function documentsTable({ documents, language, legalNow }: OperatorFacts, t: Texts): DataTable {
  const rows = documents.rows.map(({ number, name, createdAt, error }) => ({
    cells: [
      procurementCell({ number }, language),
      { text: name, lines: error ? [error] : [] },
      instant(createdAt, language),
      { text: duration(legalNow - createdAt, language) },
    ],
  }));
  return table('documents', t.documents, [t.procurement, t.document, t.created, t.waits], rows);
}

function lettersTable({ letters, language }: OperatorFacts, t: Texts): DataTable {
  const words = (event: string) => NOTICE_TEXTS[event as NoticeEvent]?.title[language] ?? event;
  const rows = letters.rows.map((row) => ({
    cells: [
      { text: row.to, rowHeader: true },
      { text: words(row.event), lines: [`№ ${row.number}`] },
      { text: duration(row.waitsSeconds * 1000, language) },
      { text: String(row.attempts), numeric: true },
      { text: duration(row.nextInSeconds * 1000, language) },
      { text: row.error ?? '–' },
    ],
  }));
  return table('letters', t.letters, [t.to, t.about, t.waits, t.attempts, t.nextIn, t.lastError], rows);
}

function statusesTable({ statuses, language }: OperatorFacts, t: Texts): DataTable {
  const rows = statuses.map(({ status, count }) => ({
    cells: [
      { text: STATUS_NAMES[status][language], rowHeader: true },
      { text: String(count), numeric: true },
    ],
  }));
  return {
    ...{ id: 'statuses', caption: t.byStatus, captionHidden: true, rows, empty: t.noAnnouncements },
    columns: [{ text: t.status }, { text: t.count, numeric: true }],
  };
}

function enginePages({ views, language }: OperatorFacts, t: Texts): ContentBlock {
  if (!views) return { heading: t.views, paragraphs: [t.noUi] };
  return {
    heading: t.views,
    paragraphs: [t.viewsHint],
    links: views.map(({ view, href }) => ({ href, text: VIEWS[view][language] })),
  };
}
