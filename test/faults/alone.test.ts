import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goTo } from '../../bench/clock.ts';
import { fileCalled } from '../../bench/announcements.ts';
import { embeddedJson, hiddenField, type Answer, type Visitor } from '../../tools/smoke/visitor.ts';
import { type OfferWindow, sealAndSign } from '../../trust/browser/seal-and-sign.ts';
import { eventually } from '../support/eventually.ts';
import { openHouse, send, type House } from './house.ts';

/** One fault at a time in a running portal: what people and operators see, and that it heals by itself when the fault is gone. */
let house: House;
let organizer: Visitor;
let operator: Visitor;
beforeAll(async () => {
  house = await openHouse();
  organizer = await house.organizer();
  operator = await house.visitor().signIn('operator');
});
afterAll(() => house?.stop());

/** Environment that preloads a fault into a process. */
const preloaded = (shim: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--import=${new URL(`./shims/${shim}.mjs`, import.meta.url).href}`,
  ...more,
});

describe('mail server away for a day', () => {
  const letters = async (where: string) =>
    (await house.services.db.pool.query<{ n: number }>(`select count(*)::int as n from outbox where ${where}`)).rows[0]!.n;
  const caught = async () => (await (await fetch(`${house.stack.mailUrl}/messages.json`)).json()) as { messageId: string }[];

  test('letters wait and the operator sees why; a day later each arrives once, and not all at once', async () => {
    const act = await house.acts(await house.publish(1));
    await eventually('the letters of the publication have left', async () => (await letters('sent_at is null')) === 0);
    const before = (await caught()).length;
    await house.stack.parts.mail!.halt();
    expect((await send(organizer, act())).status).toBe(200);
    // A day's worth of notices to one person, beside those of the act.
    await house.services.db.pool.query(
      `with told as (insert into notification (user_id, case_id, seq, event, params, at)
         select n.user_id, n.case_id, n.seq + 1000 + i, n.event, n.params, n.at
         from (select * from notification order by id limit 1) n, generate_series(1, 120) i returning id)
       insert into outbox (notification_id, created_at, next_attempt_at) select id, clock_timestamp(), clock_timestamp() from told`,
    );
    await eventually('an attempt has failed', async () => (await letters('last_error is not null')) > 0);
    expect((await operator.get('/operator')).text).toMatch(/ECONNREFUSED/);
    // A day later every letter is due at once; the server still does not answer.
    await house.services.db.pool.query(
      `update outbox set created_at = created_at - interval '1 day', next_attempt_at = next_attempt_at - interval '1 day' where sent_at is null`,
    );
    const waiting = await letters('sent_at is null');
    expect(waiting).toBeGreaterThanOrEqual(120);
    const tried = await letters('sent_at is null and last_error is not null');
    const triedSince = async () => (await letters('sent_at is null and last_error is not null')) - tried;
    await eventually('further attempts fail', async () => (await triedSince()) > 2);
    // One letter a second is tried, not each of them.
    expect(await triedSince()).toBeLessThan(10);
    await house.stack.parts.mail!.begin();
    await eventually('all letters have left', async () => (await letters('sent_at is null')) === 0, 60_000);
    const messages = await caught();
    expect(messages.length - before).toBe(waiting);
    const { rows } = await house.services.db.pool.query<{ seconds: number }>(
      `select extract(epoch from max(sent_at) - min(sent_at))::float8 as seconds from outbox where created_at < clock_timestamp() - interval '1 hour'`,
    );
    // Fifty a second at most.
    expect(rows[0]!.seconds).toBeGreaterThan(1.5);
  });
});

/** A file system of 64 KB where the machine lets us make one, else a folder that nothing can be written to. */
function fillUp(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  if (process.getuid?.() === 0) {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k,mode=0777', 'tmpfs', folder]);
    return () => void execFileSync('umount', [folder]);
  }
  chmodSync(folder, 0o555);
  return () => chmodSync(folder, 0o755);
}

describe('disk full for files', () => {
  test('a scan that cannot be stored is refused with 503; the same form is taken when there is room again', async () => {
    const [number] = await house.publish(1);
    const page = `/procurements/${number}/actions/suspend`;
    const form = await organizer.get(page);
    const today = new Date((await organizer.get('/clock', 'application/json')).json<{ now: number }>().now + 5 * 3_600_000);
    const [year, month, day] = today.toISOString().slice(0, 10).split('-') as [string, string, string];
    const fields = {
      ...{ commandId: hiddenField(form, 'commandId'), number: '7119-26-00-2/77', kind: 'ruling', bodyKind: 'court' },
      ...{ 'date-day': day, 'date-month': month, 'date-year': year, body: 'Специализированный межрайонный экономический суд' },
    };
    const scan = new File(['%PDF-1.4\n', 'x'.repeat(200_000)], 'Определение.pdf', { type: 'application/pdf' });
    const mend = fillUp(join(house.stack.dataDir, 'files'));
    let refused: Answer;
    try {
      refused = await organizer.post(page, fields, { scan });
    } finally {
      mend();
    }
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(refused.text).toContain('некуда сохранить');
    expect((await fileCalled(house, number!)).suspension).toBeNull();
    expect((await organizer.post(page, fields, { scan })).status).toBe(303);
    await eventually('it is suspended', async () => (await fileCalled(house, number!)).suspension !== null);
  });
});

describe('clock of the web process wrong by five minutes', () => {
  const FIVE_MINUTES = 300_000;

  test('the legal clock decides: two minutes before the end a quotation is accepted, one second after it is refused', async () => {
    const window = { opensAt: house.instant(1, '09:00'), closesAt: house.instant(10, '18:00') };
    const [number] = await house.publish(1, window);
    const { web } = house.stack.parts;
    const handIn = async (login: string) => {
      const supplier = await house.visitor().signIn(login);
      const page = await supplier.get(`/procurements/${number}/quotation`);
      const { post } = await sealAndSign(
        embeddedJson<OfferWindow>(page, 'data-window'),
        { prices: [{ lot: '1', price: '1000.00' }] },
        await house.keyOf(login),
      );
      return () => supplier.postJson(`/procurements/${number}/quotation`, { ...post, commandId: randomUUID() });
    };
    await web!.halt();
    await web!.begin(preloaded('clock-off', { CLOCK_OFF_MS: String(FIVE_MINUTES) }));
    await goTo(house, window.closesAt - 120_000, [number!]);
    await eventually('the window is open', async () => (await fileCalled(house, number!)).status === 'taking-quotations');
    const accepted = await (await handIn('supplier1'))();
    expect(accepted.status).toBe(201);
    const late = await handIn('supplier2');
    await web!.halt();
    await web!.begin(preloaded('clock-off', { CLOCK_OFF_MS: String(-FIVE_MINUTES) }));
    await goTo(house, window.closesAt + 1_000, []);
    const refused = await late();
    expect([refused.status, refused.json<{ code: string }>().code]).toEqual([409, 'window-closed']);
    await web!.halt();
    await web!.begin({ NODE_OPTIONS: '' });
  });
});

/** Working days from the first to the next window; the legal clock passes through every window in the order of the tests. */
let nextWindow = 12;

/** A request without quotations whose lots a worker with this environment decides; something may happen before its window ends. */
async function decidedBy(env: NodeJS.ProcessEnv, beforeTheEnd?: () => void): Promise<string> {
  const window = { opensAt: house.instant(nextWindow, '09:00'), closesAt: house.instant(nextWindow + 10, '18:00') };
  nextWindow += 12;
  const [number] = (await house.publish(1, window)) as [string];
  const { worker } = house.stack.parts;
  await worker!.halt();
  await worker!.begin(env);
  await goTo(house, window.opensAt + 1_000, [number]);
  await eventually('the window is open', async () => (await fileCalled(house, number)).status === 'taking-quotations');
  beforeTheEnd?.();
  await goTo(house, window.closesAt + 1_000, [number]);
  await eventually('the lots are decided', async () =>
    (await fileCalled(house, number)).lots.every(({ status }) => status === 'failed'),
  );
  return number;
}

const isPublished = async (number: string): Promise<boolean> =>
  (await fileCalled(house, number)).protocols.some(({ state }) => state === 'published');

describe('template of a protocol broken', () => {
  test('the result stands, the document is tried again, the operator sees the cause; mended, the protocol is published', async () => {
    const number = await decidedBy(preloaded('broken-template'));
    const shown = async () => (await operator.get('/operator')).text;
    await eventually('the operator sees the cause', async () => /Parse error on line/.test(await shown()));
    expect((await house.visitor().get(`/procurements/${number}`)).status).toBe(200);
    const attempts = async () =>
      (await house.services.db.pool.query<{ attempts: number }>('select attempts from print_failure')).rows[0]?.attempts ?? 0;
    await eventually('it is tried again', async () => (await attempts()) >= 2);
    const { worker } = house.stack.parts;
    await worker!.halt();
    await worker!.begin({ NODE_OPTIONS: '' });
    await eventually('the protocol is published', () => isPublished(number), 90_000);
    expect(await attempts()).toBe(0);
  });
});

describe('disk full when a protocol is to be stored', () => {
  test('the result stands, the operator sees the cause; once there is room the protocol is published', async () => {
    let mend: (() => void) | undefined;
    let number = '';
    try {
      number = await decidedBy({}, () => void (mend = fillUp(join(house.stack.dataDir, 'files'))));
      await eventually('the operator sees the cause', async () => /ENOSPC|EACCES/.test((await operator.get('/operator')).text));
      expect(await isPublished(number)).toBe(false);
    } finally {
      mend?.();
    }
    await eventually('the protocol is published', () => isPublished(number), 90_000);
  });
});

describe('worker killed while it prints a protocol', () => {
  test('the protocol is published within a minute: nobody waits for the longest time that printing may take', async () => {
    const mark = join(house.stack.dataDir, 'killed-while-printing');
    const number = await decidedBy(preloaded('killed-while-printing', { KILLED_FILE: mark }));
    await eventually('the worker is killed', () => existsSync(mark));
    await eventually('the protocol is published', () => isPublished(number), 60_000);
  });
});
