import type { Text } from '../domain/parties.ts';
import type { Method } from '../domain/procurement/file.ts';
import type { ShownStatus } from '../domain/procurement/statuses.ts';
import { fold } from '../domain/search-fold.ts';
import type { Tx } from './client.ts';

export interface ListedAnnouncement {
  number: string;
  name: Text;
  method: Method;
  status: ShownStatus;
  lots: number;
  total: string;
  nextDeadlineKey: string | null;
  /** ms */
  nextDeadlineAt: number | null;
  isCreator: boolean;
}

export interface OwnFilter {
  bin: string;
  userId: string;
  /** As organizer: own drafts and announcements; as customer: published ones with lots of the organization. */
  side: 'organizer' | 'customer';
  status?: ShownStatus;
  text?: string;
}

interface Row extends Omit<ListedAnnouncement, 'status' | 'nextDeadlineAt'> {
  status: ShownStatus;
  suspended: boolean;
  nextDeadlineAt: string | null;
}

/** Announcements of an organization, those with the nearest deadline first, then by number from the newest. */
export async function announcementsOf(
  tx: Tx,
  { bin, userId, side, status, text = '' }: OwnFilter,
): Promise<ListedAnnouncement[]> {
  const { rows } = await tx.query<Row>(
    `select c.number, jsonb_build_object('kk', c.name_kk, 'ru', c.name_ru) as name, c.method, c.status, c.suspended,
       jsonb_array_length(c.file->'lots') as lots, c.total::text as total, c.next_deadline_key as "nextDeadlineKey",
       floor(extract(epoch from c.next_deadline_at) * 1000)::text as "nextDeadlineAt", c.creator_id::text = $2 as "isCreator"
     from procurement_case c
     where ($3 = 'organizer' and c.organizer_bin = $1 and (c.status <> 'draft' or (c.method = 'single-source' and not c.closed)
          or exists (select 1 from draft d where d.case_id = c.id)))
        or ($3 = 'customer' and c.status <> 'draft' and c.file->'customers' @> jsonb_build_array(jsonb_build_object('bin', $1::text)))
     order by c.next_deadline_at nulls last, c.number desc limit 500`,
    [bin, userId, side],
  );
  const wanted = fold(text);
  return rows
    .map(({ suspended, nextDeadlineAt, ...row }): ListedAnnouncement => ({
      ...row,
      status: suspended ? 'suspended' : row.status,
      nextDeadlineAt: nextDeadlineAt === null ? null : Number(nextDeadlineAt),
    }))
    .filter((row) => (!status || row.status === status) && fold(`${row.number} ${row.name.kk} ${row.name.ru}`).includes(wanted));
}
