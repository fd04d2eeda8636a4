import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../db/client.ts';
import { keepLetters, type Letter, noteSent, postponeLetter, putLettersBack, takeLetters } from '../db/outbox.ts';
import type { TakenLetters } from '../db/taken-letters.ts';

/** Letters of a sender that was not heard of for so long are given to another, seconds; it says so itself several times in between. */
const TAKEN_FOR = 30;
const SAID_WITHIN_IT = 6;
/** How long a process that ends tries to note what was taken, ms, and the pause between two attempts. */
const LAST_NOTES = 4_000;
const BETWEEN_NOTES = 200;

export interface Round {
  sent: number;
  failed: number;
}

export interface MailRounds {
  /** `ending`: letters that were not tried by then are left to another process. */
  sendWaiting(ending?: AbortSignal): Promise<Round>;
  /** After the last round: what was taken is noted and what was not tried is given back, while there is time. */
  finish(): Promise<void>;
}

/**
 * Takes up to `limit` waiting letters a round, sends each and notes it, outside of any transaction. Noting is not part of sending: what
 * the server has taken is remembered at once, is noted before anything else is sent, and is never sent again by this process, nor by
 * another as long as this one is heard of. A letter that fails waits twice as long each time, up to an hour, and is never given up. When the
 * server does not answer, the letters that were not tried keep their turn: a day's outage costs one attempt at a time.
 */
export function mailRounds(
  db: Database,
  of: {
    limit: number;
    send: (letter: Letter) => Promise<void>;
    taken: TakenLetters;
    takenFor?: number;
    /** Awaited before letters are taken, while none is in hand or unnoted: nothing can be given to another meanwhile. */
    giveWay?: () => Promise<void>;
  },
): MailRounds {
  const { limit, send, taken, takenFor = TAKEN_FOR, giveWay } = of;
  const sayEvery = (takenFor * 1_000) / SAID_WITHIN_IT;
  const by = randomUUID();
  /** Taken for this sender and not tried yet; kept over a round that PostgreSQL broke off. */
  let held: Letter[] = [];
  let saidAt = 0;

  const note = async (): Promise<void> => {
    const marks = taken.all();
    if (marks.length === 0) return;
    await noteSent(db, marks);
    taken.forget(marks);
    // By number and instant, as the outbox was told: a mark of another database may bear the number of a letter in hand.
    held = held.filter(
      (letter) => !marks.some((mark) => mark.outboxId === letter.outboxId && mark.createdAt === letter.createdAt),
    );
  };
  /** Says that this sender is at work; letters that were meanwhile given to another are left to it. */
  const say = async (under: Letter[] = []): Promise<void> => {
    const now = performance.now();
    const asked = idsOf([...under, ...held]);
    const own = await keepLetters(db, by, asked);
    held = held.filter(({ outboxId }) => own.has(outboxId) || !asked.includes(outboxId));
    saidAt = now;
  };
  const take = async (): Promise<void> => {
    const now = performance.now();
    held = await takeLetters(db, { by, limit, takenFor });
    saidAt = now;
  };
  const giveBack = async (): Promise<void> => {
    if (held.length === 0) return;
    await putLettersBack(db, by, idsOf(held));
    held = [];
  };
  /** Why the server did not take it; null when it did. A slow server may take minutes (RFC 5321 §4.5.3.2.6). */
  const tried = async (letter: Letter): Promise<{ error: unknown } | null> => {
    const saying = setInterval(() => void say([letter]).catch(() => undefined), sayEvery);
    try {
      await send(letter);
      taken.add(letter);
      return null;
    } catch (error) {
      return { error };
    } finally {
      clearInterval(saying);
    }
  };

  return {
    async sendWaiting(ending) {
      const round: Round = { sent: 0, failed: 0 };
      await note();
      if (held.length > 0) await say();
      else if (!ending?.aborted) {
        await giveWay?.();
        await take();
      }
      while (held.length > 0 && !ending?.aborted) {
        if (performance.now() - saidAt > sayEvery) await say();
        const letter = held.shift();
        if (!letter) break;
        const failure = await tried(letter);
        if (failure) {
          round.failed += 1;
          await postponeLetter(db, by, letter.outboxId, failure.error);
          if (isServerAway(failure.error)) break;
        } else {
          round.sent += 1;
          await note();
        }
      }
      await giveBack();
      return round;
    },
    async finish() {
      const until = performance.now() + LAST_NOTES;
      for (;;) {
        const done = await note()
          .then(giveBack)
          .then(
            () => true,
            () => false,
          );
        if (done || performance.now() > until) return;
        await pause(BETWEEN_NOTES);
      }
    },
  };
}

const idsOf = (letters: readonly Letter[]): number[] => letters.map(({ outboxId }) => outboxId);

/** Not the letter is at fault but the way: no connection, or the server said no to everybody. */
function isServerAway(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['ESOCKET', 'ECONNECTION', 'ETIMEDOUT', 'EDNS', 'ETLS', 'ECONNREFUSED', 'EAUTH'].includes(code);
}
