import { beforeAll, expect, test } from 'vitest';
import { fingerprint } from '../fingerprint.ts';
import { type Asked, parametersOfRoutes } from '../parameters.ts';
import { placesOf } from '../places.ts';
import { nameOf, pathOf, routesOf } from '../routes.ts';
import type { Stand } from '../stand.ts';

const SLEEP_SECONDS = 4;
const INJECTED = [
  `' OR 1=1--`,
  `') OR ('1'='1`,
  `1; DROP TABLE journal;--`,
  `'; select pg_sleep(${SLEEP_SECONDS});--`,
  `1 and (select pg_sleep(${SLEEP_SECONDS})) is null`,
  `%' OR name_ru LIKE '%`,
  `"; select 1;--`,
  `\\'; --`,
  `$1`,
  `{1,2}`,
  `1 UNION SELECT login, password_hash FROM app_user`,
];

/** What the search of the pages reads, by hand from S1 §1.2: that nothing of it is missed by those who look for it. */
const OF_A_SEARCH = ['q', 'status', 'result', 'method', 'from', 'to', 'customer', 'order', 'after', 'before'];
const OF_THE_API_SEARCH = [
  ...['text', 'status', 'result', 'method', 'organizer', 'customer', 'amountFrom', 'amountTo', 'publishedFrom', 'publishedTo'],
  ...['order', 'after', 'limit'],
];

const key = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** How many results a search says it has. */
const counted = (body: string): number =>
  body.startsWith('{') ? (JSON.parse(body) as { total: number }).total : Number(/<title>[^<]*?(\d+)/.exec(body)?.[1]);

export function queries(stand: () => Stand): void {
  let asked: Asked[];
  beforeAll(async () => {
    asked = await parametersOfRoutes(stand());
  });

  test('every parameter is known: those that the API declares, and those that a page reads', () => {
    const names = (pattern: string) =>
      asked.filter(({ route }) => route.pattern === pattern).flatMap((each) => each.names.toSorted());
    for (const path of ['/lots', '/announcements']) expect([path, names(path)]).toEqual([path, OF_A_SEARCH.toSorted()]);
    for (const path of ['/api/v1/lots', '/api/v1/procurements'])
      expect([path, names(path)]).toEqual([path, OF_THE_API_SEARCH.toSorted()]);
    const others = asked.flatMap((each) => each.names.map((name) => `${each.route.pattern}?${name}`));
    expect(others).toEqual(
      expect.arrayContaining([
        ...['/my/plan?q', '/my/plan?status', '/my/notifications?before', '/my/announcements?status', '/calendar?version'],
        ...['/my/change-creator?number', '/my/change-creator/done?command', '/verify?sha256', '/sign-in?next'],
        ...['/procurements/:number/actions/:action?lots', '/procurements/:number/actions/:action?confirm'],
        ...['/procurements/:number/application/receipt?generation', '/api/v1/procurements/:number/offer/receipts?generation'],
        ...['/api/v1/drafts?after', '/api/v1/drafts?limit', '/api/v1/changes?after', '/api/v1/calendar?version'],
        '/api/v1/procurements/:number/why?field',
      ]),
    );
  });

  test('no parameter, and no place of a list, is read as SQL: quick, no failure, nothing changed', async () => {
    const { ground, as } = stand();
    const before = await fingerprint(ground);
    const wrong: string[] = [];
    const failures = ground.failures.length;
    for (const { path, by, names } of asked) {
      for (const name of names) {
        for (const text of [...INJECTED, key(`1${INJECTED[0]}`, '1', '1'), key('1', INJECTED[3], INJECTED[0])]) {
          const reply = await as(by, { method: 'GET', path: `${path}?${name}=${encodeURIComponent(text)}` });
          if (reply.status >= 500 || reply.ms > SLEEP_SECONDS * 1000) wrong.push(`${path} ${name}=${text}: ${reply.status}`);
        }
      }
    }
    expect({ wrong, failures: ground.failures.slice(failures) }).toEqual({ wrong: [], failures: [] });
    expect(await fingerprint(ground)).toEqual(before);
  });

  test.each([
    ['/lots?q=', '/lots'],
    ['/announcements?q=', '/announcements'],
    ['/api/v1/lots?text=', '/api/v1/lots'],
    ['/api/v1/procurements?text=', '/api/v1/procurements'],
  ])('a search is not widened by what is typed: %s', async (narrowed, all) => {
    const { as } = stand();
    const found = async (path: string) => counted((await as('visitor', { method: 'GET', path })).body);
    expect(await found(all)).toBeGreaterThan(0);
    // A number sign is left out of what is looked for, and `$1` and `{1,2}` may well be part of a number.
    for (const text of INJECTED.filter((each) => !/^[${]/.test(each)))
      expect([text, await found(narrowed + encodeURIComponent(text))]).toEqual([text, 0]);
  });

  test('ids and numbers of every address: what is none is not found, quickly', async () => {
    const { ground, as } = stand();
    const wrong: string[] = [];
    for (const route of routesOf(ground.app).filter(({ method, parameters }) => method === 'GET' && parameters.length > 0)) {
      const [place] = placesOf(ground, route);
      for (const parameter of route.parameters) {
        for (const text of [INJECTED[0]!, INJECTED[3]!]) {
          const path = pathOf(route, { ...place, [parameter]: text });
          const { status, ms } = await as('creator', { method: 'GET', path });
          // A lot of a draft of works leads to its document, whatever its number.
          const led = status === 303 && parameter === 'lot';
          if ((![400, 403, 404].includes(status) && !led) || ms > SLEEP_SECONDS * 1000)
            wrong.push(`${nameOf(route)} with ${parameter}=${text}: ${status} after ${Math.round(ms)} ms`);
        }
      }
    }
    expect(wrong.join('\n')).toBe('');
  });

  test.each([
    '/lots?q=a&q=b&q[]=c&q[$ne]=1',
    '/lots?order=newest&order=amount&after=x&after=y',
    '/lots?__proto__[polluted]=1&constructor[prototype][polluted]=1&__proto__=1',
    '/announcements?from=1&from=2&from[]=3',
    '/sign-in?next=/lots&next=//evil.example&as=a&as=b',
    '/verify?number=1&number=2&__proto__=1',
    '/my/plan?q=a&q=b&status=planned&status=held',
    '/calendar?year=2026&year=2027',
  ])('a parameter given twice, or one that reaches for prototypes, is answered as a page: %s', async (path) => {
    const { as } = stand();
    const { status, body } = await as('creator', { method: 'GET', path });
    expect(status).toBe(200);
    expect(body).not.toMatch(/="(?:https?:)?\/\/evil|\[object Object\]/);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('to a program a parameter given twice, or one that is not known, is a mistake with its name', async () => {
    const { as } = stand();
    const asked = async (query: string) => {
      const { status, body } = await as('visitor', { method: 'GET', path: `/api/v1/lots?${query}` });
      return [status, (JSON.parse(body) as { field?: string }).field];
    };
    expect(await asked('text=a&text=b')).toEqual([422, 'text']);
    expect(await asked('order=newest&order=amount')).toEqual([422, 'order']);
    expect(await asked('polluted=1')).toEqual([422, 'polluted']);
    expect(await asked('status=published&status=completed')).toEqual([200, undefined]);
  });

  test.each([
    '{"__proto__":{"act":{"number":"1"}},"constructor":{"prototype":{"polluted":1}}}',
    '{"__proto__":null}',
    '{"act":{"__proto__":{"number":"1"}}}',
  ])('a body that reaches for prototypes is a body without its fields: %s', async (body) => {
    const { ground, as } = stand();
    const before = await fingerprint(ground);
    const answer = await as('creator', {
      method: 'POST',
      path: `/api/v1/procurements/${ground.requests.taking.number}/actions/suspend`,
      headers: { 'content-type': 'application/json', 'idempotency-key': '6ba7b810-9dad-41d1-80b4-00c04fd430c8' },
      body,
    });
    expect([answer.status, (JSON.parse(answer.body) as { code: string }).code]).toEqual([422, 'bad-input']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(await fingerprint(ground)).toEqual(before);
  });
}
