import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailRounds } from '../../activities/mail-rounds.ts';
import { takenLetters } from '../../db/taken-letters.ts';
import { aDatabase, type TestDatabase } from '../support/database.ts';
import { settle } from '../support/townsfolk.ts';

let own: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'zakup-letters-'));
beforeAll(async () => {
  own = await aDatabase();
  await settle(own.db.pool);
});
afterAll(async () => {
  await own.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Puts so many letters into the outbox; their marks as names of files. */
async function write(count: number): Promise<string[]> {
  const { rows } = await own.db.pool.query<{ name: string }>(
    `with told as (insert into notification (user_id, case_id, seq, event, params, at)
       select (select id from app_user order by login limit 1), gen_random_uuid(), i, 'published', '{}', clock_timestamp()
       from generate_series(1, $1::int) i returning id)
     insert into outbox (notification_id, created_at, next_attempt_at) select id, clock_timestamp(), clock_timestamp() from told
     returning id || '-' || (extract(epoch from created_at) * 1000000)::bigint as name`,
    [count],
  );
  return rows.map(({ name }) => name);
}

test('a mark that cannot be removed stops no letter: the one it names is noted, every other is sent (ADR 0024)', async () => {
  const marks = await write(3);
  // Neither can be removed: a letter that was taken, and one of another database with the number of a letter that was not.
  const stuck = [marks[0]!, `${marks[2]!.split('-')[0]}-1`];
  for (const name of stuck) mkdirSync(join(folder, name));
  const sent: string[] = [];
  const rounds = mailRounds(own.as('zakup_worker').db, {
    limit: 50,
    send: ({ outboxId, createdAt }) => Promise.resolve(void sent.push(`${outboxId}-${createdAt}`)),
    taken: takenLetters(folder),
  });
  expect(await rounds.sendWaiting()).toEqual({ sent: 2, failed: 0 });
  expect(sent).toEqual(marks.slice(1));
  // What cannot be removed is noted again by every round, and no letter comes twice.
  expect(await rounds.sendWaiting()).toEqual({ sent: 0, failed: 0 });
  expect((await own.db.pool.query('select 1 from outbox where sent_at is null')).rowCount).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(stuck.sort());
});
