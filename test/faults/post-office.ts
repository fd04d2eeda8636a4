import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { createMailer, type Mailer } from '../../activities/mail.ts';
import { connect, type Database } from '../../db/client.ts';
import { migrate } from '../../db/migrate.ts';
import { createDatabase } from '../../tools/postgres/databases.ts';
import { type Postgres, removeCluster, startPostgres } from '../../tools/postgres/index.ts';
import { settle } from '../support/townsfolk.ts';

/** A mail server, a PostgreSQL that can be killed, and senders that share a folder or have one each. */
export interface PostOffice {
  db: Database;
  /** Message-ID of every letter that was taken, as often as it was. */
  received: string[];
  /** What happens between a letter and the server's answer to it; an error is the answer 4xx. */
  beforeTheAnswer: (messageId: string) => Promise<void>;
  /** Puts so many letters into the outbox. */
  write(count: number): Promise<void>;
  /** Dead, it has neither a database nor a mail server any more. */
  sender(folder?: string, takenFor?: number, giveWay?: () => Promise<void>): Mailer & { die(): Promise<void> };
  waiting(): Promise<number>;
  /** SIGKILL of the whole server; settles when nothing of it answers. */
  killPostgres(): Promise<void>;
  startPostgres(): Promise<void>;
  stop(): Promise<void>;
}

const ADDRESSEE = `(select id from app_user order by login limit 1)`;

export async function openPostOffice(): Promise<PostOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'zakup-post-'));
  // What was committed survives the kill, as in production.
  let postgres: Postgres = await startPostgres({ dataDir: folder, port: 0, fsync: 'on' });
  const { port } = postgres;
  const url = await createDatabase(postgres.url, 'post');
  await migrate(url, { movableClock: true });
  const db = connect(url, 10);
  await settle(db.pool);
  const received: string[] = [];
  const office = { beforeTheAnswer: () => Promise.resolve() } as Pick<PostOffice, 'beforeTheAnswer'>;
  const smtp = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true, closeTimeout: 200 },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const messageId = /^Message-ID: (\S+)/im.exec(Buffer.concat(chunks).toString('utf8'))![1]!;
        office
          .beforeTheAnswer(messageId)
          .then(() => received.push(messageId))
          .then(() => done(), done);
      });
    },
  });
  smtp.on('error', () => undefined);
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const smtpUrl = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
  const senders: { die(): Promise<void> }[] = [];
  let written = 0;
  return Object.assign(office, {
    ...{ db, received },
    async write(count: number) {
      await db.pool.query(
        `with told as (insert into notification (user_id, case_id, seq, event, params, at)
           select ${ADDRESSEE}, gen_random_uuid(), $1::int + i, 'published', $3, clock_timestamp() from generate_series(1, $2::int) i returning id)
         insert into outbox (notification_id, created_at, next_attempt_at) select id, clock_timestamp(), clock_timestamp() from told`,
        [written, count, JSON.stringify({ number: '1000001-1', name: { kk: 'Кеңсе тауарлары', ru: 'Канцелярские товары' } })],
      );
      written += count;
    },
    sender(name = 'one', takenFor = 30, giveWay = async () => {}) {
      const lettersTakenDir = join(folder, 'letters', name);
      const own = connect(url, 5);
      const mailer = createMailer(own, { smtpUrl, baseUrl: 'http://portal.example', lettersTakenDir, takenFor, giveWay });
      let died: Promise<void> | null = null;
      const die = () => (died ??= (mailer.close(), own.close()));
      senders.push({ die });
      return { ...mailer, die };
    },
    async waiting() {
      return (await db.pool.query<{ n: number }>('select count(*)::int as n from outbox where sent_at is null')).rows[0]!.n;
    },
    async killPostgres() {
      process.kill(postgres.pid, 'SIGKILL');
      await postgres.ended;
    },
    async startPostgres() {
      postgres = await startPostgres({ dataDir: folder, port, fsync: 'on' });
    },
    async stop() {
      await Promise.all(senders.map((sender) => sender.die()));
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
      await db.close();
      await postgres.stop();
      removeCluster(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  });
}
