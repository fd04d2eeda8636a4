import type { Tx } from './client.ts';

export interface StoredWindowKey {
  purpose: 'price' | 'documents';
  key: string;
  publicKey: Buffer;
  record: unknown;
}

/** Stores the keys of a window, all of them or none; one that stands already is left alone. */
export async function storeWindowKeys(tx: Tx, windowId: string, keys: StoredWindowKey[]): Promise<void> {
  await tx.query(
    `insert into window_key (window_id, purpose, key, public_key, record)
     select $1, k.purpose, k.key, decode(k."publicKey", 'hex'), k.record
     from jsonb_to_recordset($2) as k(purpose text, key text, "publicKey" text, record jsonb) on conflict do nothing`,
    [windowId, JSON.stringify(keys.map((k) => ({ ...k, publicKey: k.publicKey.toString('hex') })))],
  );
}

/** The stored keys of a window, in no order. */
export async function windowKeys(tx: Tx, windowId: string): Promise<StoredWindowKey[]> {
  const { rows } = await tx.query<{ purpose: StoredWindowKey['purpose']; key: string; public_key: Buffer; record: unknown }>(
    'select purpose, key, public_key, record from window_key where window_id = $1',
    [windowId],
  );
  return rows.map(({ public_key, ...row }) => ({ ...row, publicKey: public_key }));
}

/** Puts a record bound to a later instant in the place of the former one, unless the key was used meanwhile. */
export async function replaceRecord(
  tx: Tx,
  windowId: string,
  purpose: StoredWindowKey['purpose'],
  record: unknown,
): Promise<void> {
  await tx.query('update window_key set record = $3 where window_id = $1 and purpose = $2 and released_at is null', [
    windowId,
    purpose,
    JSON.stringify(record),
  ]);
}

/** Puts a record under another master key in the place of the former one, of a used key too: its opening may have to be repeated. */
export async function rewrapRecord(
  tx: Tx,
  windowId: string,
  purpose: StoredWindowKey['purpose'],
  record: unknown,
): Promise<void> {
  await tx.query('update window_key set record = $3 where window_id = $1 and purpose = $2', [
    windowId,
    purpose,
    JSON.stringify(record),
  ]);
}

/** The instant that a window's keys are bound to: the start of one that may be opened by hand (S1 §1.7.3), the end of any other. */
const BOUND_TO = `case w.kind when 'applications' then w.opens_at else w.closes_at end`;
const MS = (instant: string) => `floor(extract(epoch from ${instant}) * 1000)::bigint`;

/**
 * Windows that were moved to a later time than their keys are bound to, with that time, ms. The window's row alone is not believed:
 * the file of the case has to say the same.
 */
export async function movedWindows(tx: Tx): Promise<{ windowId: string; notBefore: number }[]> {
  const { rows } = await tx.query<{ id: string; at: string }>(
    `with moved as materialized (select w.id, w.case_id, w.kind, ${MS(BOUND_TO)} as at from intake_window w
       where w.state in ('planned', 'open') and exists (select 1 from window_key k where k.window_id = w.id and k.released_at is null
         and k.record->'parts' <> '[]' and (k.record->>'notBefore')::bigint < ${MS(BOUND_TO)}))
     select w.id, w.at from moved w join procurement_case c on c.id = w.case_id
     where (c.file->'window'->>(case w.kind when 'applications' then 'opensAt' else 'closesAt' end))::bigint = w.at`,
  );
  return rows.map(({ id, at }) => ({ windowId: id, notBefore: Number(at) }));
}

/**
 * Wrapped keys that may still be needed: of every window that is neither recorded as opened nor void. A key that was used stays among
 * them until then: the opener's answer may have been lost, and a window without offers leaves nothing to read back. A window of which
 * nothing is recorded yet is being published. Locked until the end of the transaction.
 */
export async function heldKeys(tx: Tx): Promise<{ windowId: string; purpose: StoredWindowKey['purpose']; record: unknown }[]> {
  const { rows } = await tx.query<{ windowId: string; purpose: StoredWindowKey['purpose']; record: unknown }>(
    `select window_id as "windowId", purpose, record from window_key k where not exists
       (select 1 from intake_window w where w.id = k.window_id and w.state in ('opened', 'void')) order by 1, 2 for update`,
  );
  return rows;
}

/** Whether the private half of a window was used: then its offers are, or are being, opened. */
export async function keyWasReleased(tx: Tx, windowId: string): Promise<boolean> {
  const { rowCount } = await tx.query('select 1 from window_key where window_id = $1 and released_at is not null limit 1', [
    windowId,
  ]);
  return (rowCount ?? 0) > 0;
}

/** Notes that the private half was used; the opener does so before it reads the first offer. */
export async function markReleased(tx: Tx, windowId: string): Promise<void> {
  await tx.query('update window_key set released_at = coalesce(released_at, legal_now()) where window_id = $1', [windowId]);
}
