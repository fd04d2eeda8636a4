import type { NoticeParams } from '../domain/procurement/notices.ts';
import { type Database, transaction } from './client.ts';

export interface Letter {
  outboxId: number;
  notificationId: number;
  to: string;
  language: string;
  name: { kk: string; ru: string };
  event: string;
  params: NoticeParams;
  at: Date;
  attempts: number;
}

/** Longest pause between two attempts, seconds. */
const LONGEST_PAUSE = 3_600;

/**
 * Takes up to `limit` waiting letters, sends each and notes the result. Several processes may do so at once; a letter
 * that fails waits twice as long each time, up to an hour, and is never given up.
 */
export async function sendWaiting(
  db: Database,
  limit: number,
  send: (letter: Letter) => Promise<void>,
): Promise<{ sent: number; failed: number }> {
  return transaction(db, async (tx) => {
    const { rows } = await tx.query<Letter>(
      `select o.id as "outboxId", n.id as "notificationId", u.email as "to", u.language,
         json_build_object('kk', u.name_kk, 'ru', u.name_ru) as name, n.event, n.params, n.at, o.attempts
       from outbox o join notification n on n.id = o.notification_id join app_user u on u.id = n.user_id
       where o.sent_at is null and o.next_attempt_at <= clock_timestamp() order by o.id limit $1 for update of o skip locked`,
      [limit],
    );
    let failed = 0;
    for (const letter of rows) {
      try {
        await send(letter);
        await tx.query(
          'update outbox set sent_at = clock_timestamp(), attempts = attempts + 1, last_error = null where id = $1',
          [letter.outboxId],
        );
      } catch (error) {
        failed += 1;
        await tx.query(
          `update outbox set attempts = attempts + 1, last_error = $2,
             next_attempt_at = clock_timestamp() + make_interval(secs => least($3, power(2, attempts + 1))) where id = $1`,
          [letter.outboxId, error instanceof Error ? error.message.slice(0, 500) : 'unknown', LONGEST_PAUSE],
        );
      }
    }
    return { sent: rows.length - failed, failed };
  });
}
