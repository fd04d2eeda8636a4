import type { NoticeParams } from '../domain/procurement/notices.ts';
import type { Database } from './client.ts';

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
/** A letter that was taken by a process which then died is taken again after so long, seconds. */
const TAKEN_FOR = 120;

/**
 * Takes up to `limit` waiting letters, sends each and notes the result, outside of any transaction. Several processes may do so at
 * once: what one has taken, the others leave. A letter that fails waits twice as long each time, up to an hour, and is never given up.
 * When the server itself does not answer, the letters that were not tried keep their turn: a day's outage costs one attempt at a time.
 */
export async function sendWaiting(
  db: Database,
  { limit, send, ending }: { limit: number; send: (letter: Letter) => Promise<void>; ending?: AbortSignal | undefined },
): Promise<{ sent: number; failed: number }> {
  const waiting = await takeLetters(db, limit);
  const counts = { sent: 0, failed: 0 };
  for (let letter = waiting.shift(); letter; letter = waiting.shift()) {
    try {
      await send(letter);
      await db.pool.query('update outbox set sent_at = clock_timestamp(), last_error = null where id = $1', [letter.outboxId]);
      counts.sent += 1;
    } catch (error) {
      counts.failed += 1;
      await postpone(db, letter.outboxId, error);
      if (isServerAway(error)) break;
    }
    if (ending?.aborted) break;
  }
  const untried = waiting.map(({ outboxId }) => outboxId);
  if (untried.length > 0) await putBack(db, untried);
  return counts;
}

async function takeLetters(db: Database, limit: number): Promise<Letter[]> {
  const { rows } = await db.pool.query<Letter>(
    `with taken as (
       update outbox set attempts = attempts + 1, next_attempt_at = clock_timestamp() + make_interval(secs => $2)
       where id in (select id from outbox where sent_at is null and next_attempt_at <= clock_timestamp()
         order by id limit $1 for update skip locked) and sent_at is null
       returning id, notification_id, attempts)
     select o.id as "outboxId", n.id as "notificationId", u.email as "to", u.language,
       json_build_object('kk', u.name_kk, 'ru', u.name_ru) as name, n.event, n.params, n.at, o.attempts
     from taken o join notification n on n.id = o.notification_id join app_user u on u.id = n.user_id order by o.id`,
    [limit, TAKEN_FOR],
  );
  return rows;
}

/** The next attempt comes after 2, 4, 8 … seconds, a tenth sooner or later so that letters do not march in step. */
async function postpone(db: Database, id: number, error: unknown): Promise<void> {
  await db.pool.query(
    `update outbox set last_error = $2,
       next_attempt_at = clock_timestamp() + make_interval(secs => least($3, power(2, least(attempts, 20))) * (0.9 + 0.2 * random())) where id = $1`,
    [id, error instanceof Error ? error.message.slice(0, 500) : 'unknown', LONGEST_PAUSE],
  );
}

async function putBack(db: Database, ids: number[]): Promise<void> {
  await db.pool.query(
    'update outbox set attempts = attempts - 1, next_attempt_at = clock_timestamp() where id = any($1::bigint[])',
    [ids],
  );
}

/** Not the letter is at fault but the way: no connection, or the server said no to everybody. */
function isServerAway(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['ESOCKET', 'ECONNECTION', 'ETIMEDOUT', 'EDNS', 'ETLS', 'ECONNREFUSED', 'EAUTH'].includes(code);
}
