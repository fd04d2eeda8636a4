import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NoticeParams } from '../../domain/procurement/notices.ts';
import { letterText } from '../../templates/letters.ts';
import { addCalendarVersion } from '../../db/lookups.ts';
import { aDraftFile, aLot } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { kazakhCalendar } from '../support/seeds.ts';
import { inTown, type Town } from '../support/town.ts';
import type { TownRequest } from '../support/town-request.ts';
import { signedIn } from './board.ts';
import { portalOver, type TownPortal } from './town-portal.ts';
import type { Visitor } from './visitor.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
}, 120_000);
afterAll(() => room.close());

const window = { opensAt: '2026-06-02T09:00', closesAt: '2026-06-12T18:00' };
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll(/&nbsp;|\u00a0|\u202f/g, ' ')
    .replace(/\s+/g, ' ');

/** The calendar with the days of these years only: on others no date can be counted. */
async function enterCalendar({ db }: Town, years: readonly string[]): Promise<void> {
  const { version: _version, days, ...body } = kazakhCalendar();
  const kept = Object.fromEntries(Object.entries(days).filter(([date]) => years.includes(date.slice(0, 4))));
  await addCalendarVersion(db.pool, { ...body, days: kept }, 'operator', 'correction');
}

/** Two requests with one quotation each end while the calendar does not know the year: what follows cannot be published. */
async function twoUnpublished(scenario: (given: { town: Town; portal: TownPortal; failed: TownRequest[] }) => Promise<void>) {
  await inTown(room, { today: '2026-06-01T10:00' }, async (town) => {
    const failed = [
      await town.publish(aDraftFile({ window, lots: [{ ...aLot(1, { amount: '1000000.00' }), planItemId: randomUUID() }] })),
      await town.publish(aDraftFile({ window, lots: [{ ...aLot(2, { amount: '500000.00' }), planItemId: randomUUID() }] })),
    ];
    await town.goTo('2026-06-03T12:00');
    await failed[0]!.offer('supplier1', { '1': '900000.00' });
    await failed[1]!.offer('supplier1', { '2': '450000.00' });
    await enterCalendar(town, ['2025']);
    await town.goTo('2026-06-12T18:00');
    const portal = await portalOver(town);
    try {
      await scenario({ town, portal, failed });
    } finally {
      await portal.stop();
    }
  });
}

const REASON = 'Рабочий календарь года, по которому считается начало приёма, ещё не утверждён.';

const IN_OTHER_WORDS = [
  ['kk', 'Портал бұл хабарландыруды автоматты түрде құрды, бірақ жариялай алмады.', 'Жобаны жою'],
  ['en', 'The portal made this announcement by itself but could not publish it.', 'Delete the draft'],
] as const;

const made = async (failed: TownRequest): Promise<string> => (await failed.file()).successors![0]!.number;
const commandOf = (html: string): string => /name="commandId" value="([^"]+)"/.exec(html)![1]!;
const personOf = (portal: TownPortal, login: string): Promise<Visitor> => signedIn(portal.visitor(), login);

test('a single source that could not be published by itself: its creator is told, sees why, publishes it by hand or deletes it (ADR 0015)', async () => {
  await twoUnpublished(async ({ town, portal, failed }) => {
    const [first, second] = [failed[0]!, failed[1]!];
    const [number, other] = [await made(first), await made(second)];
    const page = `/procurements/${number}/unpublished`;
    const creator = await personOf(portal, 'creator');

    const { rows: told } = await town.db.pool.query<{ who: string }>(
      `select u.login || ' ' || n.event || ' ' || count(o.notification_id) as who from notification n join app_user u on u.id = n.user_id
       left join outbox o on o.notification_id = n.id where n.event in ('single-source-unpublished', 'invited') group by n.id, u.login, n.event`,
    );
    expect(told.map(({ who }) => who)).toEqual(['creator single-source-unpublished 1', 'creator single-source-unpublished 1']);
    const notices = words((await creator.get('/my/notifications')).text);
    expect(notices).toContain('Закупка из одного источника не опубликована автоматически');
    expect(notices).toContain(REASON);
    const letter = await town.db.pool.query<{ event: string; params: NoticeParams; at: Date }>(
      `select event, params, at from notification where event = 'single-source-unpublished' limit 1`,
    );
    const { text: mailed } = letterText(letter.rows[0]!, 'https://zakup.example');
    expect(mailed).toContain(REASON);
    expect(mailed).toMatch(/https:\/\/zakup\.example\/procurements\/\d+-1\/unpublished$/);

    const { rows: notice } = await town.db.pool.query<{ id: string }>(
      `select min(id)::text as id from notification where event = 'single-source-unpublished'`,
    );
    expect((await creator.get(`/my/notifications/${notice[0]!.id}`)).location).toMatch(/^\/procurements\/\d+-1\/unpublished$/);

    // In the cabinet, and on the failed procurement: for its creator a link, for everyone else a word.
    const cabinet = (await creator.get('/my')).text;
    expect(words(cabinet)).toContain(`№ ${number}, Закупка канцелярских товаров`);
    expect(cabinet).toContain(`href="${page}"`);
    expect((await creator.get('/my/announcements')).text).toContain(`href="${page}"`);
    expect((await creator.get(`/procurements/${first.number}`)).text).toContain(`href="${page}"`);
    const seen = (await portal.visitor().get(`/procurements/${first.number}`)).text;
    expect(words(seen)).toContain(`№ ${number}: проект, не опубликована`);
    expect(seen).not.toContain(`href="/procurements/${number}`);

    // Whose it is: the organizer's people read it, the creator acts, others find nothing.
    const shown = await creator.get(page);
    expect(words(shown.text)).toContain('Портал создал это объявление автоматически, но опубликовать не смог.');
    expect(words(shown.text)).toContain('Год: 2026.');
    expect(words(shown.text)).toContain('Опубликуйте ещё раз, когда календарь будет утверждён.');
    expect(shown.text).toContain('calendar-not-approved');
    const colleague = (await (await personOf(portal, 'colleague')).get(page)).text;
    expect(words(colleague)).toContain('Опубликовать или удалить может автор');
    expect(colleague).not.toContain('/unpublished/publish');
    expect((await (await personOf(portal, 'colleague')).post(`${page}/delete`, {})).status).toBe(403);
    expect((await portal.visitor().get(page)).status).toBe(303);
    for (const login of ['supplier1', 'customer', 'operator'])
      expect([403, 404], login).toContain((await (await personOf(portal, login)).get(page)).status);
    expect((await creator.get(`/procurements/${number}`)).status).toBe(404);

    for (const [language, lead, button] of IN_OTHER_WORDS) {
      await town.db.pool.query(`update app_user set language = $1 where login = 'creator'`, [language]);
      const read = words((await (await personOf(portal, 'creator')).get(page)).text);
      expect([read.includes(lead), read.includes(button)], language).toEqual([true, true]);
      expect(read).not.toMatch(/Портал создал|Удалить проект/);
    }
    await town.db.pool.query(`update app_user set language = 'ru' where login = 'creator'`);

    // The cause stands: refused again, with the reason. Then the calendar knows the year again.
    const again = await creator.post(`${page}/publish`, { commandId: commandOf(shown.text) });
    expect(again.status).toBe(409);
    expect(again.text).toContain('calendar-not-approved');
    await enterCalendar(town, ['2025', '2026', '2027']);
    const published = await creator.post(`${page}/publish`, { commandId: commandOf(again.text) });
    expect([published.status, published.location]).toEqual([303, `/commands/${commandOf(again.text)}`]);
    await town.restAll();
    expect((await creator.get(page)).location).toBe(`/procurements/${number}`);
    expect((await portal.visitor().get(`/procurements/${first.number}`)).text).toContain(`href="/procurements/${number}"`);
    const { rows: invited } = await town.db.pool.query<{ login: string }>(
      `select u.login from notification n join app_user u on u.id = n.user_id where n.event = 'invited'`,
    );
    expect(invited).toEqual([{ login: 'supplier1' }]);

    // The other one is not needed: its lots stand with the failed procurement again and may be cancelled there (S1 §1.3.3).
    const deleted = await creator.post(`/procurements/${other}/unpublished/delete`, {});
    expect(deleted.location).toBe(`/procurements/${second.number}`);
    const { rows: items } = await town.db.pool.query('select status, case_id = $2 as own from plan_item where id = $1', [
      (await second.file()).lots[0]!.planItemId,
      second.id,
    ]);
    expect(items).toEqual([{ status: 'failed', own: true }]);
    expect(words((await portal.visitor().get(`/procurements/${second.number}`)).text)).toContain(`№ ${other}: проект удалён`);
    expect((await creator.get(`/procurements/${other}/unpublished`)).status).toBe(404);
    expect((await creator.get('/my/announcements')).text).not.toContain(other);
    expect((await creator.post(`/procurements/${other}/unpublished/publish`, { commandId: randomUUID() })).status).toBe(404);
    const cancel = { lots: ['2'], act: await decisionOf(second) };
    expect(await second.as('creator').send('cancel', cancel)).toMatchObject({ accepted: true });
    await town.restAll();
  });
}, 120_000);

const decisionOf = async (request: TownRequest) => ({
  ...{ number: '2-1187/2026', date: '2026-06-10', kind: 'decision', bodyKind: 'court', body: 'Суд' },
  scan: await request.store(Buffer.from('%PDF-1.7 решение'), 'решение.pdf'),
});
