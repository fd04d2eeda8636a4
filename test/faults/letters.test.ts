import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

/** Between the mail server's answer and the note of it lies everything that can go wrong (design §4: a letter is given once). */
let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office?.stop());
beforeEach(() => {
  office.received.length = 0;
  office.beforeTheAnswer = () => Promise.resolve();
});

const once = () => expect([...new Set(office.received)].length).toBe(office.received.length);
/** The `place`-th letter that arrives is taken while PostgreSQL dies. */
const killedAtLetter = (place: number) => () =>
  office.received.length === place - 1 ? office.killPostgres() : Promise.resolve();
/** As if nobody had been heard of for an hour. */
const anHourLater = () =>
  office.db.pool.query(`update outbox set taken_at = taken_at - interval '1 hour' where taken_at is not null`);
/** Rounds until nothing waits; one that meets a connection of before the kill is no failure. */
const rounds = (sender: { sendWaiting(): Promise<unknown> }) => () =>
  sender
    .sendWaiting()
    .then(() => office.waiting())
    .then(
      (waiting) => waiting === 0,
      () => false,
    );

test('PostgreSQL killed between the answer and the note: every letter of the round comes once, and none is lost', async () => {
  await office.write(5);
  office.beforeTheAnswer = killedAtLetter(3);
  const sender = office.sender();
  await expect(sender.sendWaiting()).rejects.toThrow();
  // While nothing can be noted nothing more is sent: what one death could make come again stays one letter.
  await expect(sender.sendWaiting()).rejects.toThrow();
  expect(office.received.length).toBe(3);
  await office.startPostgres();
  await eventually('all are noted', rounds(sender));
  expect(office.received.length).toBe(5);
  once();
});

test('PostgreSQL away for an hour: when it is back another process waits for the one that had taken the letters', async () => {
  await office.write(3);
  const [first, second] = [office.sender('first'), office.sender('second')];
  // So long ago were they taken that only the start of PostgreSQL speaks for the one that holds them.
  office.beforeTheAnswer = async () => {
    if (office.received.length > 0) return;
    await anHourLater();
    await office.killPostgres();
  };
  await expect(first.sendWaiting()).rejects.toThrow();
  await office.startPostgres();
  await eventually('the second finds nothing to send', async () => (await second.sendWaiting()).sent === 0);
  expect(office.received.length).toBe(1);
  await eventually('all are noted', rounds(first));
  expect(office.received.length).toBe(3);
  once();
});

test('a sender that gives way to something more urgent has noted before what was taken', async () => {
  await office.write(1);
  office.beforeTheAnswer = killedAtLetter(1);
  const unnoted: number[] = [];
  const sender = office.sender('polite', 30, async () => void unnoted.push(await office.waiting()));
  await expect(sender.sendWaiting()).rejects.toThrow();
  await office.startPostgres();
  await eventually('it has given way again', () =>
    sender.sendWaiting().then(
      () => true,
      () => false,
    ),
  );
  expect(unnoted).toEqual([1, 0]);
  expect(office.received.length).toBe(1);
});

test('the process dies too before it can note: the next one with its folder notes the letter and does not send it', async () => {
  await office.write(1);
  office.beforeTheAnswer = killedAtLetter(1);
  await expect(office.sender('folder').sendWaiting()).rejects.toThrow();
  await office.startPostgres();
  await eventually('it is noted', rounds(office.sender('folder')));
  expect(office.received.length).toBe(1);
});

test('a process that dies in the middle of a round loses no letter: another sends the rest', async () => {
  await office.write(4);
  // Never answered: the process that sent it is no more when the answer would come.
  let reached = () => {};
  const atTheThird = new Promise<void>((resolve) => (reached = resolve));
  office.beforeTheAnswer = () =>
    office.received.length < 2 ? Promise.resolve() : (reached(), new Promise<void>(() => undefined));
  const dying = office.sender('dying', 2);
  void dying.sendWaiting().catch(() => undefined);
  await atTheThird;
  await dying.die();
  office.beforeTheAnswer = () => Promise.resolve();
  await eventually('all have left', rounds(office.sender('living', 2)));
  expect(new Set(office.received).size).toBe(4);
  once();
});

test('a mail server that thinks longer than a sender may be silent: no other process sends the letter meanwhile', async () => {
  await office.write(2);
  const [first, second] = [office.sender('first', 1), office.sender('second', 1)];
  let answer = () => {};
  const slow = new Promise<void>((resolve) => (answer = resolve));
  let reached = () => {};
  const atTheFirst = new Promise<void>((resolve) => (reached = resolve));
  office.beforeTheAnswer = () => (reached(), slow);
  const sending = first.sendWaiting();
  await atTheFirst;
  const taken = async () =>
    (await office.db.pool.query<{ at: Date }>('select min(taken_at) as at from outbox where sent_at is null')).rows[0]!.at;
  const began = (await taken()).getTime();
  await eventually('two seconds have passed, with the sender heard of', async () => {
    expect(await second.sendWaiting()).toEqual({ sent: 0, failed: 0 });
    return (await taken()).getTime() - began > 2_000;
  });
  answer();
  expect(await sending).toEqual({ sent: 2, failed: 0 });
  once();
});

test('told to end while PostgreSQL is away: what was taken is noted as soon as it is back, the rest goes to another at once', async () => {
  await office.write(3);
  office.beforeTheAnswer = killedAtLetter(1);
  const ending = office.sender('ending');
  await expect(ending.sendWaiting()).rejects.toThrow();
  const [finished] = await Promise.all([ending.finish(), office.startPostgres()]);
  expect(finished).toBeUndefined();
  expect(await office.waiting()).toBe(2);
  expect(await office.sender('other').sendWaiting()).toEqual({ sent: 2, failed: 0 });
  once();
});

test('a letter that the server refuses is tried again later, the others leave', async () => {
  await office.write(3);
  let refusals = 0;
  office.beforeTheAnswer = () =>
    office.received.length === 1 && refusals++ === 0 ? Promise.reject(new Error('not now')) : Promise.resolve();
  const sender = office.sender();
  expect(await sender.sendWaiting()).toEqual({ sent: 2, failed: 1 });
  await eventually('it has left', rounds(sender));
  expect(office.received.length).toBe(3);
  once();
});
