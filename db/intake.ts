import type { IntakeWindow } from '../domain/procurement/windows.ts';
import { refuse, type Refusal } from '../domain/refusals.ts';
import { S1 } from '../domain/regulation.ts';
import { type Database, transaction, type Tx } from './client.ts';
import { legalNow, type LegalInstant } from './clock.ts';

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

/** What a sealed offer's row holds; `envelope` is null once withdrawn. */
export interface SealedRow {
  envelope: Buffer | null;
  papers: Buffer;
  receipt: Buffer;
}

export type Acceptance = { ok: true; revision: number } | { ok: false; refusal: Refusal };

/** Rule of the gate: received while the window is open, [start, end); at the end or later is late (S1 §1.3.2). */
function gate(window: StoredWindow | undefined, now: LegalInstant): Refusal | null {
  const source = S1('1.3.2');
  if (!window || window.state === 'void') return refuse('window-not-open', {}, { source });
  const facts = { receivedAt: now.ms, opensAt: window.opensAt, closesAt: window.closesAt };
  if (window.state === 'frozen') return refuse('suspended', { action: 'submit-quotation' }, { source: S1('1.4.18') });
  if (now.ms < window.opensAt) return refuse('window-not-open', facts, { source });
  if (now.ms >= window.closesAt || window.state === 'closed' || window.state === 'opened')
    return refuse('window-closed', facts, { source });
  return null;
}

/**
 * Takes a sealed offer, a replacement or a withdrawal. One transaction: the window row is locked (shared), the legal
 * clock is read after the lock, `seal` makes the row from the instant of receipt. Nothing late is accepted, nothing
 * accepted is lost: closing takes the same row exclusively.
 */
export async function acceptOffer(
  db: Database,
  offer: { windowId: string; tag: string },
  seal: (received: LegalInstant, latest: { revision: number; row: SealedRow } | null) => Promise<SealedRow | Refusal | 'same'>,
): Promise<Acceptance> {
  return transaction(db, async (tx) => {
    const { rows } = await tx.query<WindowRow>(`select ${COLUMNS} from intake_window where id = $1 for share`, [offer.windowId]);
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [offer.tag]);
    const now = await legalNow(tx);
    const refusal = gate(rows[0] && toWindow(rows[0]), now);
    if (refusal) return { ok: false, refusal };
    const latest = await latestOffer(tx, offer.tag);
    const sealed = await seal(now, latest);
    if (sealed === 'same') return { ok: true, revision: latest?.revision ?? 0 };
    if ('code' in sealed) return { ok: false, refusal: sealed };
    const revision = (latest?.revision ?? 0) + 1;
    await tx.query('insert into sealed_offer (tag, revision, envelope, papers, receipt) values ($1, $2, $3, $4, $5)', [
      offer.tag,
      revision,
      sealed.envelope,
      sealed.papers,
      sealed.receipt,
    ]);
    return { ok: true, revision };
  });
}

/** The newest revision under a tag. */
export async function latestOffer(tx: Tx, tag: string): Promise<{ revision: number; row: SealedRow } | null> {
  const { rows } = await tx.query<SealedRow & { revision: number }>(
    'select revision, envelope, papers, receipt from sealed_offer where tag = $1 order by revision desc limit 1',
    [tag],
  );
  const found = rows[0];
  return found
    ? { revision: found.revision, row: { envelope: found.envelope, papers: found.papers, receipt: found.receipt } }
    : null;
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
