import type { NoticeParams } from '../domain/procurement/notices.ts';
import type { Database } from './client.ts';
import type { LetterMark } from './taken-letters.ts';

export interface Letter extends LetterMark {
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
 * Takes up to `limit` waiting letters for the sender `by` (UUID). What another has taken is left to it until it has not been heard of
 * for `takenFor` seconds. While PostgreSQL was away nobody could be heard: those seconds begin anew with its start.
 */
export async function takeLetters(
  { pool }: Database,
  { by, limit, takenFor }: { by: string; limit: number; takenFor: number },
): Promise<Letter[]> {
  const { rows } = await pool.query<Letter>(
    `with taken as (
       update outbox set attempts = attempts + 1, taken_by = $1, taken_at = clock_timestamp()
       where sent_at is null and id in (select id from outbox where sent_at is null and next_attempt_at <= clock_timestamp()
         and (taken_at is null or greatest(taken_at, pg_postmaster_start_time()) <= clock_timestamp() - make_interval(secs => $3))
         order by id limit $2 for update skip locked)
       returning id, created_at, notification_id, attempts)
     select o.id as "outboxId", (extract(epoch from o.created_at) * 1000000)::bigint::text as "createdAt", n.id as "notificationId",
       u.email as "to", u.language, json_build_object('kk', u.name_kk, 'ru', u.name_ru) as name, n.event, n.params, n.at, o.attempts
     from taken o join notification n on n.id = o.notification_id join app_user u on u.id = n.user_id order by o.id`,
    [by, limit, takenFor],
  );
  return rows.map((row) => ({ ...row, outboxId: Number(row.outboxId) }));
}

/** Says that `by` still sends these letters. @returns which of them are still its own */
export async function keepLetters({ pool }: Database, by: string, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const { rows } = await pool.query<{ id: number }>(
    'update outbox set taken_at = clock_timestamp() where taken_by = $1 and id = any($2::bigint[]) and sent_at is null returning id',
    [by, ids],
  );
  return new Set(rows.map(({ id }) => Number(id)));
}

/** Notes that the mail server has taken these letters, whoever had sent them; to say it again changes nothing. */
export async function noteSent({ pool }: Database, marks: readonly LetterMark[]): Promise<void> {
  await pool.query(
    `update outbox o set sent_at = clock_timestamp(), last_error = null, taken_by = null, taken_at = null
     from unnest($1::bigint[], $2::bigint[]) as given (id, created)
     where o.id = given.id and (extract(epoch from o.created_at) * 1000000)::bigint = given.created and o.sent_at is null`,
    [marks.map(({ outboxId }) => outboxId), marks.map(({ createdAt }) => createdAt)],
  );
}

/** The next attempt comes after 2, 4, 8 … seconds, a tenth sooner or later so that letters do not march in step. */
export async function postponeLetter({ pool }: Database, by: string, id: number, error: unknown): Promise<void> {
  await pool.query(
    `update outbox set last_error = $3, taken_by = null, taken_at = null,
       next_attempt_at = clock_timestamp() + make_interval(secs => least($4, power(2, least(attempts, 20))) * (0.9 + 0.2 * random()))
     where id = $2 and taken_by = $1`,
    [by, id, error instanceof Error ? error.message.slice(0, 500) : 'unknown', LONGEST_PAUSE],
  );
}

/** Letters that were not tried keep their turn. */
export async function putLettersBack({ pool }: Database, by: string, ids: readonly number[]): Promise<void> {
  await pool.query(
    'update outbox set attempts = attempts - 1, taken_by = null, taken_at = null where taken_by = $1 and id = any($2::bigint[])',
    [by, ids],
  );
}
