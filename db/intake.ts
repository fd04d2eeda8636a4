import { CLOSING_COMMANDS, type IntakeWindow } from '../domain/procurement/windows.ts';
import { refuse, type Refusal } from '../domain/refusals.ts';
import { S1 } from '../domain/regulation.ts';
import { escapeLiteral, type QueryResult } from 'pg';
import { type Database, transaction, type Tx } from './client.ts';
import { instantOfText, type LegalInstant, NOW } from './clock.ts';

export interface StoredWindow {
  windowId: string;
  caseId: string;
  kind: IntakeWindow['kind'];
  generation: number;
  opensAt: number;
  closesAt: number;
  state: IntakeWindow['state'];
}

interface WindowRow {
  id: string;
  case_id: string;
  kind: IntakeWindow['kind'];
  generation: number;
  opens: string;
  closes: string;
  state: IntakeWindow['state'];
}

const COLUMNS = `id, case_id, kind, generation, state,
  floor(extract(epoch from opens_at) * 1000) as opens, floor(extract(epoch from closes_at) * 1000) as closes`;

const toWindow = (row: WindowRow): StoredWindow => ({
  windowId: row.id,
  caseId: row.case_id,
  kind: row.kind,
  generation: row.generation,
  opensAt: Number(row.opens),
  closesAt: Number(row.closes),
  state: row.state,
});

export async function findWindow(tx: Tx, windowId: string): Promise<StoredWindow | undefined> {
  const { rows } = await tx.query<WindowRow>(`select ${COLUMNS} from intake_window where id = $1`, [windowId]);
  return rows[0] && toWindow(rows[0]);
}

/** Whether a window that ended within the last minute has not been opened yet. */
export async function windowsToOpen(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<{ some: boolean }>(
    `select exists (select 1 from intake_window where state in ('open', 'closed') and closes_at <= legal_now()
       and closes_at > legal_now() - interval '1 minute') as some`,
  );
  return rows[0]!.some;
}

/** What a sealed offer's row holds; `envelope` is null once withdrawn. */
export interface SealedRow {
  envelope: Buffer | null;
  papers: Buffer;
  receipt: Buffer;
}

/** One earlier handing-in under a tag: its receipt as it lies sealed. */
export interface EarlierOffer {
  revision: number;
  receipt: Buffer;
}

export type Acceptance<Known> =
  { kind: 'taken'; revision: number } | { kind: 'known'; known: Known } | { kind: 'refused'; refusal: Refusal };

/** Rule of the gate: received while the window is open, [start, end); at the end or later is late (S1 §1.3.2, of a single source §1.7.1). */
function gate(window: StoredWindow | undefined, now: LegalInstant): Refusal | null {
  const source = S1(window?.kind === 'applications' ? '1.7.1' : '1.3.2');
  if (!window || window.state === 'void') return refuse('window-not-open', {}, { source });
  const facts = { receivedAt: now.ms, opensAt: window.opensAt, closesAt: window.closesAt };
  if (window.state === 'frozen')
    return refuse('suspended', { action: `submit-${window.kind.slice(0, -1)}` }, { source: S1('1.4.18') });
  if (now.ms < window.opensAt) return refuse('window-not-open', facts, { source });
  if (now.ms >= window.closesAt || window.state === 'closed' || window.state === 'opened')
    return refuse('window-closed', facts, { source });
  return null;
}

// Sent along with `begin`: thousands are handed in within the last minute. The second is a statement of its own, begun under both
// locks: it sees what was committed while the first waited for them.
const firstStatements = (windowId: string, tag: string): string[] => [
  `select ${COLUMNS}, pg_advisory_xact_lock(hashtextextended(${escapeLiteral(tag)}, 0)) from intake_window
     where id = ${escapeLiteral(windowId)} for share`,
  `select c.text, o.revision, o.receipt from (${NOW}) c left join sealed_offer o on o.tag = ${escapeLiteral(tag)} order by o.revision`,
];

const KEEP = {
  name: 'keep-offer',
  text: 'insert into sealed_offer (tag, revision, envelope, papers, receipt) values ($1, $2, $3, $4, $5)',
};

/**
 * Takes a sealed offer, a replacement or a withdrawal. One transaction: the window row is locked (shared) and the tag with it, then
 * the legal clock is read, `seal` makes the row from the instant of receipt. Nothing late is accepted, nothing accepted is lost:
 * closing takes the same row exclusively. What `already` finds among the earlier ones, oldest first, stands on either side of the end.
 */
export async function acceptOffer<Known = never>(
  db: Database,
  { windowId, tag }: { windowId: string; tag: string },
  seal: (received: LegalInstant, earlier: EarlierOffer[]) => Promise<SealedRow | Refusal>,
  already: (earlier: EarlierOffer[]) => Known | null = () => null,
): Promise<Acceptance<Known>> {
  const take = async (tx: Tx, [held, read]: QueryResult[]): Promise<Acceptance<Known>> => {
    const window = (held!.rows as WindowRow[])[0];
    const rows = read!.rows as ({ text: string } & (EarlierOffer | { revision: null }))[];
    const earlier = rows.filter((row): row is { text: string } & EarlierOffer => row.revision !== null);
    const known = already(earlier);
    if (known !== null) return { kind: 'known', known };
    const received = instantOfText(rows[0]!.text);
    const refusal = gate(window && toWindow(window), received);
    if (refusal) return { kind: 'refused', refusal };
    if (window?.kind === 'applications' && (await isClosing(tx, window.case_id)))
      return { kind: 'refused', refusal: refuse('closing-under-way', {}, { source: S1('1.7.3') }) };
    const sealed = await seal(received, earlier);
    if ('code' in sealed) return { kind: 'refused', refusal: sealed };
    const revision = (earlier.at(-1)?.revision ?? 0) + 1;
    await tx.query({ ...KEEP, values: [tag, revision, sealed.envelope, sealed.papers, sealed.receipt] });
    return { kind: 'taken', revision };
  };
  return transaction(db, take, firstStatements(windowId, tag));
}

/** A received command may close the window: what its decision rests on must not change meanwhile (S1 §1.7.3). */
async function isClosing(tx: Tx, caseId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'select 1 from command where case_id = $1 and outcome is null and action = any($2) limit 1',
    [caseId, CLOSING_COMMANDS],
  );
  return (rowCount ?? 0) > 0;
}

/** Newest revisions of all the tags that exist. */
export async function offersUnder(tx: Tx, tags: string[]): Promise<{ tag: string; revision: number; row: SealedRow }[]> {
  const { rows } = await tx.query<SealedRow & { tag: string; revision: number }>(
    'select distinct on (tag) tag, revision, envelope, papers, receipt from sealed_offer where tag = any($1) order by tag, revision desc',
    [tags],
  );
  return rows.map(({ tag, revision, ...row }) => ({ tag, revision, row }));
}

/** Deletes replaced and withdrawn envelopes before the key is released; their receipts stay. */
export async function dropSuperseded(tx: Tx, tags: string[]): Promise<void> {
  await tx.query(
    `update sealed_offer o set envelope = null where tag = any($1)
     and revision < (select max(revision) from sealed_offer n where n.tag = o.tag)`,
    [tags],
  );
}
