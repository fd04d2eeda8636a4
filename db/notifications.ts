import type { NoticeEvent, NoticeParams } from '../domain/procurement/notices.ts';
import type { Tx } from './client.ts';

/** A notice in a person's cabinet. Instants in ms since the epoch. */
export interface StoredNotice {
  id: number;
  event: NoticeEvent;
  params: NoticeParams;
  at: number;
  read: boolean;
}

interface NoticeRow {
  id: string;
  event: NoticeEvent;
  params: NoticeParams;
  at: string;
  read: boolean;
}

/** A page of a person's notices, newest first, below the id `before`; `unread` leaves the others out. At most `limit`. */
export async function noticesFor(
  tx: Tx,
  userId: string,
  { before = null, unread = false, limit }: { before?: number | null; unread?: boolean; limit: number },
): Promise<StoredNotice[]> {
  const { rows } = await tx.query<NoticeRow>(
    `select id, event, params, floor(extract(epoch from at) * 1000) as at, read_at is not null as read from notification
      where user_id = $1 and ($2::bigint is null or id < $2) and (not $3 or read_at is null) order by id desc limit $4`,
    [userId, before, unread, limit],
  );
  return rows.map(({ id, at, ...row }) => ({ ...row, id: Number(id), at: Number(at) }));
}

/** Marks notices of this person as read, all of them when no ids are given; returns how many were unread. */
export async function markRead(tx: Tx, userId: string, ids: number[] | 'all'): Promise<number> {
  const { rowCount } = await tx.query(
    `update notification set read_at = legal_now()
      where user_id = $1 and read_at is null and ($2::bigint[] is null or id = any($2::bigint[]))`,
    [userId, ids === 'all' ? null : ids],
  );
  return rowCount ?? 0;
}

/** How many notices a person has, and how many of them are unread. */
export async function noticeCounts(tx: Tx, userId: string): Promise<{ all: number; unread: number }> {
  const { rows } = await tx.query<{ all: string; unread: string }>(
    `select count(*) as all, count(*) filter (where read_at is null) as unread from notification where user_id = $1`,
    [userId],
  );
  return { all: Number(rows[0]!.all), unread: Number(rows[0]!.unread) };
}
