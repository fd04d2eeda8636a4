import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { METHODS_IN_TEST } from '../domain/behaviour/methods.ts';
import { takingOf } from './market-methods.ts';
import { aMarket, type Market } from './quotation-market.ts';
import { aPortalOver } from './quotation-portal.ts';
import { aVisitor, type Visitor } from './visitor.ts';

let market: Market;
let portal: Awaited<ReturnType<typeof aPortalOver>>;
const people = new Map<string, Visitor>();

const ROLES = ['visitor', 'creator', 'colleague', 'administrator', 'customer', 'supplier1', 'supplier2', 'operator'] as const;
type Reader = (typeof ROLES)[number];

beforeAll(async () => {
  market = await aMarket();
  portal = await aPortalOver(market);
  await market.setClock('2026-11-24T10:00');
  for (const role of ROLES)
    people.set(role, role === 'visitor' ? aVisitor(portal.baseUrl, { 'accept-language': 'ru' }) : await portal.person(role));
}, 120_000);
afterAll(async () => {
  await portal.stop();
  await market.close();
});

const PAGES = ['', '/lots', '/lots/1', '/documents', '/protocols', '/history', '/acts', '/applications', '/results-protocol'];
const JSONS = ['', '/documents', '/history', '/protocols', '/why'];

/** An answer without what differs from one asking to the next: tokens of forms, ids of commands, stamps of scripts. */
const plain = (text: string) =>
  text
    .replace(/(name="_csrf" value|name="csrf-token" content)="[^"]*"/g, '')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'uuid');

describe.each(METHODS_IN_TEST)('$method, its pages and its API', ({ method, takingStatus, firstNumber }) => {
  let file: ProcurementFile;
  beforeAll(async () => {
    file = await takingOf(market, method, firstNumber);
  });
  const get = (who: Reader, path: string) => people.get(who)!.get(path);

  /** All that a person can read of the procurement and around it. */
  async function readBy(who: Reader): Promise<Map<string, string>> {
    const at = `/procurements/${file.number}`;
    const paths = [
      ...PAGES.map((part) => at + part),
      ...JSONS.map((part) => `/api/v1${at}${part}`),
      ...['/lots', '/announcements', '/api/v1/lots', '/api/v1/changes', '/my/notifications'],
    ];
    const read = new Map<string, string>();
    for (const path of paths) {
      const { status, text } = await get(who, path);
      expect(status, `${who} ${path}`).toBeLessThan(500);
      read.set(path, `${status} ${plain(text)}`);
    }
    return read;
  }

  test('offers change nothing that anyone reads before the opening: page by page the same bytes (spec 01 "Secrecy")', async () => {
    // The supplier's own pages are its own; what everyone else reads is compared.
    const others = ROLES.filter((role) => role !== 'supplier1');
    const before = new Map<Reader, Map<string, string>>();
    for (const who of others) before.set(who, await readBy(who));
    expect(await market.offer(file, 'supplier1', [{ lot: '1', price: '912345.67' }])).toMatchObject({ ok: true });
    expect(await market.offer(file, 'supplier1', [{ lot: '1', price: '812345.67' }])).toMatchObject({ ok: true });
    for (const who of others) {
      for (const [path, after] of await readBy(who)) {
        expect(after === before.get(who)?.get(path), `${who} ${path}`).toBe(true);
        expect(after).not.toMatch(/[89]12.?345/);
      }
    }
    expect([...(await readBy('supplier1')).values()].filter((text) => /[89]12.?345/.test(text))).toEqual([]);
  });

  test('history: everyone reads what happened in which role; names are for those who take part', async () => {
    const { name } = file.creator;
    for (const who of ROLES) {
      const page = await get(who, `/procurements/${file.number}/history`);
      expect([page.status, page.text.includes('Объявление опубликовано')], who).toEqual([200, true]);
    }
    const entry = await market.happen(file, {
      type: 'CreatorChanged',
      at: Date.UTC(2026, 10, 24, 5),
      from: file.creator,
      to: file.creator,
    });
    expect(entry.status).toBe(takingStatus);
    const json = await get('visitor', `/api/v1/procurements/${file.number}/history`);
    expect(json.text).toContain('CreatorChanged');
    expect(json.text).not.toContain(file.creator.iin);
    expect((await get('creator', `/procurements/${file.number}/history`)).text).toContain(name.ru);
  });

  test('«Скачать все» is handed to those of the organizer and the customers, a whole ZIP, without a word of an offer (S1 §1.3.6)', async () => {
    const answers = new Map<Reader, number>();
    for (const who of ROLES) answers.set(who, (await get(who, `/procurements/${file.number}/download-all`)).status);
    // Not signed in: to the sign-in page.
    expect(Object.fromEntries(answers)).toEqual({
      ...{ visitor: 303, creator: 200, administrator: 200, customer: 200 },
      ...{ colleague: 403, supplier1: 403, supplier2: 403, operator: 403 },
    });
    const cookie = [...people.get('creator')!.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const zip = await fetch(`${portal.baseUrl}/procurements/${file.number}/download-all`, { headers: { cookie } });
    const bytes = Buffer.from(await zip.arrayBuffer()).toString('latin1');
    expect(bytes.startsWith('PK')).toBe(true);
    expect(bytes).not.toMatch(/[89]12345|\.json/);
  });

  /** Pages of the acts: 200 the form, 303 to the cabinet where it is done, 403 not this person, 409 not now. */
  const ACTS: Record<string, Partial<Record<Reader, number>>> = {
    suspend: { creator: 200 },
    cancel: { creator: 200 },
    'change-representative': { creator: 200 },
    resume: { creator: 409 },
    refuse: { customer: 200 },
    'change-creator': { administrator: 303 },
    'declare-key-lost': { operator: 200 },
  };

  test.each(Object.entries(ACTS))(
    'the page of «%s» is for whom the table names (S1 §1.3.3–1.3.5, §1.4.18–19)',
    async (act, allowed) => {
      for (const who of ROLES) {
        const { status, location } = await get(who, `/procurements/${file.number}/actions/${act}`);
        const expected = who === 'visitor' ? 303 : act === 'change-creator' ? 303 : (allowed[who] ?? 403);
        expect(status, who).toBe(expected);
        if (who === 'visitor') expect(location).toContain('/sign-in');
      }
    },
  );

  test('suspended: no act but resuming and cancelling is open, and the page says by which act (S1 §1.4.18)', async () => {
    const at = Date.UTC(2026, 10, 24, 5);
    const { userId, iin, name, bin } = file.creator;
    const scan = { documentId: '20000000-0000-4000-8000-000000000001', sha256: 'a'.repeat(64), name: 'Решение.pdf' };
    const act = { number: '2-1187/2026', date: '2026-11-24', kind: 'decision', bodyKind: 'court', body: 'Суд', scan } as const;
    await market.happen(file, {
      ...{ type: 'ProcurementSuspended', at, frozen: [], calendarVersion: 1 },
      act: { ...act, action: 'suspend', at, by: { userId, iin, name, bin }, lots: ['1', '2'] },
    });
    const pages = ['suspend', 'resume', 'cancel', 'change-representative'];
    const statuses = await Promise.all(
      pages.map(async (page) => [page, (await get('creator', `/procurements/${file.number}/actions/${page}`)).status]),
    );
    expect(Object.fromEntries(statuses)).toEqual({ suspend: 409, resume: 200, cancel: 200, 'change-representative': 409 });
    expect((await get('customer', `/procurements/${file.number}/actions/refuse`)).status).toBe(409);
    const seen = (await get('visitor', `/procurements/${file.number}`)).text;
    expect(seen).toContain('2-1187/2026');
    expect(seen).toContain('Приостановлен');
  });
});
