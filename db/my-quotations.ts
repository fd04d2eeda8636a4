import type { Method, ProcurementFile } from '../domain/procurement/file.ts';
import type { IntakeWindow } from '../domain/procurement/windows.ts';
import type { Tx } from './client.ts';

/** One revision of a supplier's own offer; its receipt is sealed under the blind key. */
export interface OwnRevision {
  tag: string;
  revision: number;
  /** Null once withdrawn, or once replaced and the window was opened. */
  envelope: Buffer | null;
  receipt: Buffer;
}

/** All revisions under these tags, oldest first. */
export async function revisionsUnder(tx: Tx, tags: string[]): Promise<OwnRevision[]> {
  const { rows } = await tx.query<OwnRevision>(
    'select tag, revision, envelope, receipt from sealed_offer where tag = any($1) order by tag, revision',
    [tags],
  );
  return rows;
}

/** A window in which offers may lie sealed, with its procurement. Instants in ms since the epoch. */
export interface SealedWindow {
  windowId: string;
  state: IntakeWindow['state'];
  opensAt: number;
  closesAt: number;
  number: string;
  method: Method;
  name: { kk: string; ru: string };
  generation: number;
  /** Its key was declared lost; the procurement goes on under other keys. */
  keyLost: boolean;
}

/**
 * Every window that has not been opened, whoever offered in it. A supplier's own offers are found among them by blind tags:
 * no column says whose an offer is.
 */
export async function sealedWindows(tx: Tx): Promise<SealedWindow[]> {
  const { rows } = await tx.query<
    Omit<SealedWindow, 'opensAt' | 'closesAt' | 'name'> & { opens: string; closes: string; name_kk: string; name_ru: string }
  >(
    `select w.id as "windowId", w.state, floor(extract(epoch from w.opens_at) * 1000) as opens,
            floor(extract(epoch from w.closes_at) * 1000) as closes, c.number, c.method, c.name_kk, c.name_ru, w.generation,
            w.generation < (c.file->'intake'->>'generation')::int as "keyLost"
       from intake_window w join procurement_case c on c.id = w.case_id
      where w.state <> 'opened' order by w.closes_at, c.number`,
  );
  return rows.map(({ opens, closes, name_kk, name_ru, ...row }) => ({
    ...row,
    opensAt: Number(opens),
    closesAt: Number(closes),
    name: { kk: name_kk, ru: name_ru },
  }));
}

/** Files of the procurements in which this supplier's offer was opened, the newest first, at most `limit`. */
export async function openedFilesOf(tx: Tx, supplierBin: string, limit: number): Promise<ProcurementFile[]> {
  const { rows } = await tx.query<{ file: ProcurementFile }>(
    `select c.file from opened_offer o join intake_window w on w.id = o.window_id join procurement_case c on c.id = w.case_id
      where o.supplier_bin = $1 order by w.closes_at desc, c.number desc limit $2`,
    [supplierBin, limit],
  );
  return rows.map((row) => row.file);
}

/** Requests for quotations that take them anew after the loss of a key, whoever had offered; at most 100. */
export async function repeatedRequests(tx: Tx): Promise<ProcurementFile[]> {
  const { rows } = await tx.query<{ file: ProcurementFile }>(
    `select c.file from intake_window w join procurement_case c on c.id = w.case_id
      where w.generation > 1 and w.state = 'open' and w.kind = 'quotations' order by w.closes_at limit 100`,
  );
  return rows.map((row) => row.file);
}
