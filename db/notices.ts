import type { ProcurementFile } from '../domain/procurement/file.ts';
import type { Notice } from '../domain/procurement/notices.ts';
import type { Tx } from './client.ts';

/** Writes notices given at an instant (ms) and their mails to the outbox, each once per person, case, step and event. */
export async function giveNotices(tx: Tx, file: ProcurementFile, at: number, notices: readonly Notice[]): Promise<void> {
  for (const notice of notices) {
    await tx.query(
      `with told as (
         insert into notification (user_id, case_id, seq, event, params, at)
         select u.id, $1, $2, $3, $4, to_timestamp($5::double precision / 1000) from app_user u
         where not u.blocked and (u.id = any($6::uuid[]) or (($8 or u.organization_bin = any($7)) and 'supplier' = any(u.roles)))
         on conflict (user_id, case_id, seq, event) do nothing returning id)
       insert into outbox (notification_id, created_at, next_attempt_at) select id, clock_timestamp(), clock_timestamp() from told`,
      [
        file.id,
        file.seq,
        notice.event,
        JSON.stringify({ ...notice.params, number: file.number, name: file.name }),
        at,
        notice.users,
        notice.suppliers === 'all' ? [] : notice.suppliers,
        notice.suppliers === 'all',
      ],
    );
  }
}
