import type { Express } from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API_ROUTES } from '../../api/api-v1/list.ts';
import { openApi } from '../../api/api-v1/openapi.ts';
import { setLegalOffset } from '../../db/clock.ts';
import { aLot, at } from '../support/draft-file.ts';
import { settle } from '../support/townsfolk.ts';
import { announce, lotNamed, started } from './board.ts';
import { aPortal, type Portal } from './portal.ts';

let portal: Portal;
const taking = '1000002-1';

const ask = (path: string, init: RequestInit = {}) => fetch(portal.baseUrl + path, { redirect: 'manual', ...init });
const json = async <Body>(path: string) => (await (await ask(path)).json()) as Body;

beforeAll(async () => {
  portal = await aPortal();
  const { db } = portal;
  await settle(db.pool);
  await setLegalOffset(db.pool, at('2026-11-24T09:00') - Date.now());
  await announce(db, { number: '1000001-1', draft: true });
  await announce(db, { number: taking, lots: [aLot(1), aLot(2, { customer: 'C2' })], more: [started] });
  for (let n = 3; n <= 7; n += 1)
    await announce(db, {
      number: `100000${n}-1`,
      publishedAt: `2026-11-${10 + n}T10:00`,
      lots: [lotNamed(1, `Бумага ${n}`, `Қағаз ${n}`, `${n}00000.00`)],
    });
});
afterAll(() => portal.stop());

/** Addresses of the application below `/api`, with their methods, as the router holds them. */
function mounted(app: Express): string[] {
  const routes = app.router.stack.flatMap(({ route }) => (route ? [{ path: String(route.path), stack: route.stack }] : []));
  return routes
    .filter(({ path }) => path.startsWith('/api/'))
    .flatMap(({ path, stack }) => stack.flatMap(({ method }) => (method ? [`${method} ${path}`] : [])))
    .sort();
}

interface Described {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string; security: object[]; parameters: { name: string; in: string }[] }>>;
  components: { schemas: Record<string, object> };
}

describe('the document of the API', () => {
  test('names every address and method that is answered below /api, and nothing else', async () => {
    const document = await json<Described>('/api/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    const written = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(mounted(portal.app)).toEqual([...written, 'get /api/openapi.json'].sort());
  });

  test('has an address for each act of the table that a person sends to a running case', async () => {
    const { paths } = await json<Described>('/api/openapi.json');
    for (const act of ['suspend', 'resume', 'cancel', 'refuse', 'change-representative', 'change-creator'])
      expect(paths).toHaveProperty([`/api/v1/procurements/{number}/actions/${act}`, 'post']);
    expect(paths).not.toHaveProperty(['/api/v1/procurements/{number}/actions/publish']);
    expect(paths).not.toHaveProperty(['/api/v1/procurements/{number}/actions/close-quotations']);
  });

  test('every reference in it leads to a schema, every place of a path is a parameter, operations have names of their own', () => {
    const document = JSON.parse(JSON.stringify(openApi('http://localhost:3000'))) as Described;
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name!,
    );
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, operation })),
    );
    for (const { path, operation } of operations) {
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(operation.parameters.filter((each) => each.in === 'path').map(({ name }) => name)).toEqual(places);
    }
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  test('nothing that changes something is open to everyone', () => {
    expect(API_ROUTES.filter(({ method, access }) => method !== 'get' && access === 'everyone')).toEqual([]);
  });
});

describe('reading', () => {
  const addresses = [
    `/api/v1/procurements/${taking}`,
    `/api/v1/procurements/${taking}/documents`,
    `/api/v1/procurements/${taking}/history`,
    `/api/v1/procurements/${taking}/protocols`,
    `/api/v1/procurements/${taking}/why`,
    `/api/v1/procurements/${taking}/why?field=status`,
    '/api/v1/procurements',
    '/api/v1/lots?limit=2',
    '/api/v1/changes',
    '/api/v1/calendar',
    '/api/v1/rules',
  ];

  test.each(addresses)(
    '%s is open to everyone, as its schema says, sets no cookie, and is asked for again by its tag',
    async (path) => {
      const answer = await ask(path);
      expect([answer.status, answer.headers.get('cache-control'), answer.headers.getSetCookie()]).toEqual([
        200,
        'public, no-cache',
        [],
      ]);
      const route = API_ROUTES.find((each) =>
        new RegExp(`^${each.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path.split('?')[0]!),
      );
      expect(route!.answers[200]!.schema.safeParse(await answer.json()).error).toBeUndefined();
      const tag = answer.headers.get('etag')!;
      expect(tag).toMatch(/^"[\w-]{43}"$/);
      const again = await ask(path, { headers: { 'if-none-match': `W/"other", ${tag}` } });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect((await ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    },
  );

  test('a procurement is what its page shows: no identification numbers of people, no keys, nothing about offers', async () => {
    const text = await (await ask(`/api/v1/procurements/${taking}`)).text();
    expect(JSON.parse(text)).toMatchObject({
      number: taking,
      seq: 2,
      method: 'price-quotations',
      status: 'taking-quotations',
      publishedAt: '2026-11-20T10:00:00.000+05:00',
      window: { opensAt: '2026-11-23T09:00:00.000+05:00', closesAt: '2026-12-01T18:00:00.000+05:00' },
      protocols: [],
    });
    expect(text).not.toMatch(/"(iin|userId|publicKey|windowId|intake|planItemId|quotations|restrictions)":/);
  });

  test('money is a decimal string with its currency', async () => {
    const { items } = await json<{ items: { amount: object }[] }>('/api/v1/lots?text=1000007');
    expect(items.map(({ amount }) => amount)).toEqual([{ amount: '700000.00', currency: 'KZT' }]);
  });

  test('a draft is not there', async () => {
    for (const path of ['', '/history', '/documents', '/protocols']) {
      const answer = await ask(`/api/v1/procurements/1000001-1${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect(await (await ask('/api/v1/procurements?limit=200')).text()).not.toContain('1000001-1');
  });
});

describe('lists', () => {
  const numbers = async (query: string) => {
    const { items } = await json<{ items: { number: string }[] }>(`/api/v1/procurements?${query}`);
    return items.map(({ number }) => number);
  };

  test('are narrowed by status, text, organizer, day of publication and amount', async () => {
    expect(await numbers('status=taking-quotations')).toEqual([taking]);
    expect(await numbers('text=1000005-1+қағаз')).toEqual(['1000005-1']);
    expect(await numbers('publishedFrom=2026-11-14&publishedTo=2026-11-15')).toEqual(['1000005-1', '1000004-1']);
    expect(await numbers('amountFrom=600000&amountTo=700000&status=published')).toEqual(['1000007-1', '1000006-1']);
    expect(await numbers('organizer=000000000000')).toEqual([]);
    expect(await numbers('method=price-quotations&order=newest&limit=1')).toEqual([taking]);
  });

  test('go on by an opaque place, neither missing nor repeating', async () => {
    const seen: string[] = [];
    let path: string | null = '/api/v1/procurements?limit=2&order=newest';
    while (path) {
      const page: { items: { number: string }[]; next: string | null; total: number } = await json(path);
      expect(page.total).toBe(6);
      seen.push(...page.items.map(({ number }) => number));
      path = page.next;
    }
    expect(seen).toEqual([taking, '1000007-1', '1000006-1', '1000005-1', '1000004-1', '1000003-1']);
  });

  test.each([
    ['limit=0', 'limit'],
    ['limit=1000', 'limit'],
    ['status=draft', 'status.0'],
    ['unknown=1', 'unknown'],
    ['after=!!!', 'after'],
    ['after=bm9wZQ', 'after'],
    ['amountFrom=1.234', 'amountFrom'],
    ['publishedFrom=2026-02-30', 'publishedFrom'],
    ['limit=1&limit=2', 'limit'],
  ])('%s is refused and its field named', async (query, field) => {
    const answer = await ask(`/api/v1/procurements?${query}`);
    expect([answer.status, await answer.json()]).toMatchObject([422, { code: 'bad-input', field }]);
  });
});

describe('a "no" to a program', () => {
  const cases: [string, RequestInit & { path: string }, number, string][] = [
    ['an unknown address', { path: '/api/v1/nothing' }, 404, 'not-found'],
    ['a number that cannot be', { path: '/api/v1/procurements/1000001' }, 404, 'not-found'],
    ['what no text may hold', { path: '/api/v1/procurements?text=%00' }, 400, 'bad-request'],
    ['another method', { path: '/api/v1/rules', method: 'DELETE' }, 405, 'method-not-allowed'],
    ['an act of nobody', { path: `/api/v1/procurements/${taking}/actions/suspend`, method: 'POST' }, 401, 'sign-in-required'],
    [
      'broken JSON',
      { path: '/api/v1/rules', method: 'POST', body: '{', headers: { 'content-type': 'application/json' } },
      400,
      'bad-request',
    ],
    [
      'too much JSON',
      {
        path: '/api/v1/rules',
        method: 'POST',
        body: `"${'x'.repeat(2_100_000)}"`,
        headers: { 'content-type': 'application/json' },
      },
      413,
      'too-large',
    ],
  ];
  test.each(cases)('%s is problem details with a code', async (_name, { path, ...init }, status, code) => {
    const answer = await ask(path, init);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8']);
    const problem = (await answer.json()) as { type: string };
    expect(problem).toMatchObject({ status, code, type: `/problems/${code}` });
    expect((await ask(problem.type)).status).toBe(200);
  });

  test('names the methods that are taken', async () => {
    expect((await ask('/api/v1/rules', { method: 'DELETE' })).headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect((await ask('/api/v1/rules', { method: 'OPTIONS' })).status).toBe(204);
    expect((await ask('/api/v1/rules', { method: 'HEAD' })).status).toBe(200);
  });

  test.each([
    ['kk', 'Бұл әрекет үшін порталға кіру қажет.'],
    ['ru', 'Для этого действия нужен вход на портал.'],
    ['en', 'Sign in to do this.'],
  ])('speaks %s', async (language, title) => {
    const answer = await ask('/api/v1/procurements/1000002-1/actions', { headers: { 'accept-language': language } });
    expect(await answer.json()).toMatchObject({ title });
  });
});

describe('pages about the API', () => {
  test.each(['kk', 'ru', 'en'])(
    'stand in the frame in %s, load nothing from elsewhere and list every address',
    async (language) => {
      const answer = await ask('/api', { headers: { 'accept-language': language } });
      const text = await answer.text();
      for (const { method, path } of API_ROUTES) expect(text).toContain(`${method.toUpperCase()} ${path}`);
      expect(text).not.toMatch(/(?:src|href)="https?:/);
      expect((await ask('/problems', { headers: { 'accept-language': language } })).status).toBe(200);
    },
  );

  test('a problem has a page with open places, an unknown one has none', async () => {
    const text = await (await ask('/problems/window-closed', { headers: { 'accept-language': 'en' } })).text();
    expect(text).toContain('The intake is over; nothing can be submitted any more');
    expect(text).toContain('Closed: ….');
    expect((await ask('/problems/constructor')).status).toBe(404);
  });
});
