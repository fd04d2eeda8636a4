import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { base64 } from '../../trust/bytes.ts';
import { signDetached } from '../../trust/browser/sign.ts';
import { openP12 } from '../../trust/browser/p12.ts';
import { at } from '../support/draft-file.ts';
import { aMarket, type Market } from './quotation-market.ts';
import { aPortalOver } from './quotation-portal.ts';
import type { Visitor } from './visitor.ts';

let market: Market;
let portal: Awaited<ReturnType<typeof aPortalOver>>;
let creator: Visitor;
let file: ProcurementFile;

beforeAll(async () => {
  market = await aMarket();
  portal = await aPortalOver(market);
  await market.setClock('2026-11-24T10:00');
  file = await market.request('1000301-1');
  creator = await portal.person('creator');
}, 180_000);
afterAll(async () => {
  await portal.stop();
  await market.close();
});

const titles = (html: string) => [...html.matchAll(/href="\/my\/notifications\/\d+">([^<]+)</g)].map(([, title]) => title);
const badge = (html: string) => /app-bell[\s\S]*?moj-notification-badge"><span aria-hidden="true">(\d+)/.exec(html)?.[1] ?? '0';

describe('notices in the cabinet (spec 01 "Notifications")', () => {
  test('newest first, with the count of unread ones in the bell of every page', async () => {
    const { text } = await creator.get('/my/notifications');
    expect(titles(text)).toEqual(['Прием ценовых предложений начался', 'Объявление опубликовано']);
    expect(text).toContain('2\u00a0непрочитанных уведомления');
    expect(badge((await creator.get('/eds')).text)).toBe('2');
  });

  test('the bell shows the last five', async () => {
    for (const number of ['1000311-1', '1000312-1']) {
      const refusal = {
        at: at('2026-11-24T10:00'),
        by: file.creator,
        customer: file.organizer.bin,
        lots: ['1'],
        ground: 'нет нужды',
      };
      const refused = await market.request(number, { started: false });
      await market.happen(refused, { type: 'LotsRefused', at: at('2026-11-24T10:00'), refusal });
    }
    const recent = await creator.get('/my/notifications/recent', { 'hx-request': 'true' });
    expect(titles(recent.text)).toHaveLength(5);
    expect(recent.text).not.toContain('<html');
  });

  test('opening one marks it read and leads to the announcement', async () => {
    const { text } = await creator.get('/my/notifications');
    const before = Number(badge(text));
    const [, id] = /\/my\/notifications\/(\d+)">Прием/.exec(text)!;
    const opened = await creator.get(`/my/notifications/${id}`);
    expect([opened.status, opened.location]).toEqual([303, '/procurements/1000301-1']);
    expect(badge((await creator.get('/my/notifications')).text)).toBe(String(before - 1));
  });

  test('chosen ones are marked, then all; nothing chosen is said', async () => {
    const { text } = await creator.get('/my/notifications');
    const [, id] = /name="id" type="checkbox" value="(\d+)"/.exec(text)!;
    expect((await creator.post('/my/notifications', { what: 'chosen' })).status).toBe(422);
    expect((await creator.post('/my/notifications', { what: 'chosen', id: id! })).status).toBe(303);
    expect((await creator.get('/my/notifications')).text).toContain('Отмечено прочитанными: 1');
    await creator.post('/my/notifications', { what: 'all', show: 'unread' });
    const rest = await creator.get('/my/notifications?show=unread');
    expect(rest.text).toContain('Непрочитанных уведомлений нет. Последнее: ');
    expect(badge(rest.text)).toBe('0');
  });

  test('nobody opens or marks the notices of others', async () => {
    await market.request('1000330-1');
    const { rows } = await market.db.pool.query<{ id: string }>('select max(id) as id from notification');
    const other = await portal.person('supplier1');
    expect((await other.get(`/my/notifications/${rows[0]!.id}`)).status).toBe(404);
    await other.get('/my/notifications');
    await other.post('/my/notifications', { what: 'chosen', id: rows[0]!.id });
    expect(badge((await creator.get('/my/notifications')).text)).toBe('2');
  });

  test('a submitted quotation notifies nobody', async () => {
    const count = async () => (await market.db.pool.query<{ n: string }>('select count(*) as n from notification')).rows[0]!.n;
    const before = await count();
    await market.offer(file, 'supplier1', [{ lot: '1', price: '1.00' }]);
    expect(await count()).toBe(before);
  });
});

describe('«Проверить мою ЭЦП»', () => {
  let supplier: Visitor;
  beforeAll(async () => {
    supplier = await portal.person('supplier1');
  });

  async function check(key: string, visitor = supplier) {
    await visitor.get('/eds');
    // The line to sign is bytes: fetched apart, with the same session.
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${portal.baseUrl}/eds/challenge`, { headers: { cookie } });
    const opened = await openP12(readFileSync(market.keys.files[key]!), market.keys.password);
    if (!opened.ok) throw new Error(opened.reason);
    const signature = base64(await signDetached(new Uint8Array(await answer.arrayBuffer()), opened.key));
    return { signature, answer: await visitor.post('/eds', { signature }) };
  }

  test('says whose the key is and until when', async () => {
    const { answer } = await check('supplier1');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Подпись действительна, портал её примет');
    expect(answer.text).toContain('991231399210');
    expect(answer.text).toContain('01.01.2045');
  });

  test.each([
    ['supplier1-expired', 'Срок сертификата истёк.', 'Сертификат действовал до: 01.01.2016'],
    ['supplier1-revoked', 'Сертификат отозван.', ''],
    ['supplier1-foreign', 'Сертификат выдан центром, который портал не признаёт.', ''],
    ['supplier2', 'Сертификат выдан другому человеку.', 'Владелец сертификата: '],
    ['supplier1-elsewhere', 'Сертификат выдан на другую организацию.', 'БИН в сертификате: '],
  ])('%s: %s', async (key, what, why) => {
    const { answer } = await check(key);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(what);
    expect(answer.text).toContain(why);
  });

  test('a signature shown a second time proves nothing', async () => {
    const { signature } = await check('supplier1');
    const again = await supplier.post('/eds', { signature });
    expect(again.status).toBe(422);
    expect(again.text).toContain('Строка для проверки устарела.');
  });

  test('bytes that are no signature are told apart from a wrong one', async () => {
    const visitor = await portal.person('supplier2');
    await visitor.get('/eds/challenge');
    await visitor.get('/eds');
    expect((await visitor.post('/eds', { signature: Buffer.from(randomUUID()).toString('base64') })).text).toContain(
      'Файл подписи не читается.',
    );
  });
});
