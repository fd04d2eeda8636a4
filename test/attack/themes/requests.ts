import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, test } from 'vitest';
import { readSettings } from '../../../api/settings.ts';
import { setUpSecurityHeaders } from '../../../api/security.ts';
import { type Reply, send } from '../client.ts';
import { fingerprint } from '../fingerprint.ts';
import { placesOf } from '../places.ts';
import { nameOf, pathOf, routesOf } from '../routes.ts';
import { sentTo } from '../sent.ts';
import type { Stand } from '../stand.ts';

const EVIL = [
  '//evil.example',
  '///evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/lots/..//evil.example',
  '/%2e//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  'https:evil.example',
  'https://evil.example/',
  'http:/\\evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '@evil.example',
  ' //evil.example',
];
const CRLF = '/a\r\nSet-Cookie: planted=1\r\n\r\n<script>planted()</script>';

/** Where a browser goes from an answer. */
const goesTo = (baseUrl: string, { headers }: Reply): string => new URL(String(headers['location'] ?? '/'), baseUrl).host;

/** A request of a browser whose page lies elsewhere, or that was made up: its form of words is right, its origin is not. */
const FOREIGN: [string, (stand: Stand) => Record<string, string>][] = [
  ['without a form token', () => ({})],
  ['with an empty one', () => ({ 'x-csrf-token': '' })],
  ['with that of another session', ({ caller }) => ({ 'x-csrf-token': caller('stranger').token })],
  [
    'from another site, by Sec-Fetch-Site',
    ({ caller }) => ({ 'x-csrf-token': caller('creator').token, 'sec-fetch-site': 'cross-site' }),
  ],
  ['from another site, by Origin', ({ caller }) => ({ 'x-csrf-token': caller('creator').token, origin: 'https://evil.example' })],
];

export function requests(stand: () => Stand): void {
  test.each(FOREIGN)('what changes something is refused %s, on every route, and nothing is changed', async (_how, headersOf) => {
    const { ground, caller } = stand();
    const before = await fingerprint(ground);
    const wrong: string[] = [];
    for (const route of routesOf(ground.app).filter(({ method }) => method === 'POST')) {
      const given = headersOf(stand());
      // The language of a page needs no session: only who sends it is looked at.
      if (route.pattern === '/language' && !given['origin'] && !given['sec-fetch-site']) continue;
      const [place] = placesOf(ground, route);
      const sent = sentTo(route, place!);
      const { status, body } = await send(ground.baseUrl, {
        ...sent,
        headers: { cookie: caller('creator').cookie, ...sent.headers, ...given },
      });
      if (status !== 403 || !/Форма устарела/.test(body)) wrong.push(`${nameOf(route)} answered ${status}`);
    }
    expect(wrong).toEqual([]);
    expect(await fingerprint(ground)).toEqual(before);
  });

  test.each(EVIL)('no page leads to another site: %j', async (address) => {
    const { ground, as } = stand();
    const form = (path: string, fields: Record<string, string>) =>
      as('creator', {
        method: 'POST',
        path,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      });
    const own = new URL(ground.baseUrl).host;
    const back = [
      await form('/language', { language: 'ru', back: address }),
      await form('/role', { role: 'organizer', back: address }),
    ];
    for (const answer of back) expect([answer.status, goesTo(ground.baseUrl, answer)]).toEqual([303, own]);
    const signIn = await send(ground.baseUrl, { method: 'GET', path: `/sign-in?next=${encodeURIComponent(address)}` });
    const next = /name="next" value="([^"]*)"/.exec(signIn.body)?.[1] ?? '';
    expect(new URL(next, ground.baseUrl).host).toBe(own);
    // A form whose session had ended comes back to the page that its browser names.
    const ended = await send(ground.baseUrl, {
      method: 'POST',
      path: '/my/plan',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        referer: encodeURI(`https://portal.example${address}`),
      },
      body: 'name=x',
    });
    expect(goesTo(ground.baseUrl, ended)).toBe(own);
  });

  test('no parameter breaks into the head of an answer', async () => {
    const { ground, as } = stand();
    const code = encodeURIComponent(CRLF);
    const answers = [
      await as('creator', { method: 'GET', path: `/sign-in?next=${code}` }),
      await as('creator', { method: 'GET', path: `/drafts/${ground.draft}/specification/${code}` }),
      await as('creator', { method: 'GET', path: `/my/change-creator?number=${code}` }),
      await as('administrator', { method: 'GET', path: `/procurements/${code}/actions/change-creator` }),
      await send(ground.baseUrl, { method: 'GET', path: `/my/plan?${code}=${code}` }),
      await as('creator', { method: 'GET', path: '/lots', headers: { 'accept-language': 'kk%0d%0aplanted: 1' } }),
      ...(await Promise.all(
        ['/language', '/role'].map((path) =>
          as('creator', {
            method: 'POST',
            path,
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            body: `language=ru&role=organizer&back=${code}`,
          }),
        ),
      )),
    ];
    for (const { status, headers, body } of answers) {
      expect(status).toBeLessThan(500);
      expect(Object.keys(headers)).not.toContain('planted');
      expect(String(headers['set-cookie'])).not.toContain('planted');
      expect(String(headers['location'])).not.toMatch(/[\r\n]/);
      expect(body).not.toContain('<script>planted');
    }
  });

  test.each(['TRACE', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])('%s is answered by no page, and echoes nothing', async (method) => {
    const { ground, as, caller } = stand();
    const before = await fingerprint(ground);
    for (const path of ['/', '/lots', '/my', `/drafts/${ground.doomed}`, `/drafts/${ground.doomed}/delete`]) {
      const { status, body } = await as('creator', { method, path });
      expect([path, [403, 404, 405].includes(status)]).toEqual([path, true]);
      expect(body).not.toContain(caller('creator').cookie);
    }
    expect(await fingerprint(ground)).toEqual(before);
  });

  test('a method is what the request says: no header and no field overrides it', async () => {
    const { ground, as } = stand();
    const before = await fingerprint(ground);
    for (const header of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
      const path = `/drafts/${ground.doomed}`;
      const shown = await as('creator', { method: 'GET', path: `${path}?_method=DELETE`, headers: { [header]: 'POST' } });
      expect(shown.status).toBe(200);
      const posted = await as('creator', {
        method: 'POST',
        path,
        headers: { [header]: 'DELETE', 'content-type': 'application/x-www-form-urlencoded' },
        body: '_method=DELETE',
      });
      expect(posted.status).toBe(404);
    }
    expect(await fingerprint(ground)).toEqual(before);
  });

  test.each(['evil.example', 'evil.example:99999', '"><script>', 'a/b', '127.0.0.1@evil.example'])(
    'what the Host header says stands nowhere: %j',
    async (host) => {
      const { ground } = stand();
      for (const path of ['/', '/sign-in', '/my', '/api/openapi.json', '/procurements/1-1']) {
        const headers = { host, 'x-forwarded-host': host, forwarded: `host=${host}` };
        const { status, body, headers: answered } = await send(ground.baseUrl, { method: 'GET', path, headers });
        expect(status).toBeLessThan(500);
        expect([path, body.includes(host), String(answered['location']).includes('evil')]).toEqual([path, false, false]);
      }
    },
  );

  test('every page says what may run in it, that its type is meant, who may frame it, and nothing of the server', async () => {
    const { ground, as } = stand();
    const wrong: string[] = [];
    for (const route of routesOf(ground.app).filter(({ method }) => method === 'GET')) {
      const path = pathOf(route, placesOf(ground, route)[0]!);
      const { headers, body } = await as('creator', { method: 'GET', path });
      const said = {
        runs: /(?:^|;)script-src 'self';/.test(String(headers['content-security-policy'])),
        framed: String(headers['content-security-policy']).includes("frame-ancestors 'none'"),
        type: headers['x-content-type-options'] === 'nosniff',
        referrer: headers['referrer-policy'] === 'same-origin',
        silent: headers['server'] === undefined && headers['x-powered-by'] === undefined,
        external: !/<script(?![^>]*\bsrc=)(?![^>]*application\/json)[^>]*>|<[a-z][^>]*\son\w+=/i.test(
          String(headers['content-type']).startsWith('text/html') ? body : '',
        ),
      };
      for (const [what, holds] of Object.entries(said)) if (!holds) wrong.push(`${path}: ${what}`);
    }
    expect(wrong).toEqual([]);
  });

  test('over TLS browsers are told to come by TLS for a year; without it nothing is promised', async () => {
    for (const [base, expected] of [
      ['https://zakup.example', 'max-age=31536000; includeSubDomains'],
      ['http://zakup.example', undefined],
    ] as const) {
      const app = express();
      const settings = readSettings({ DATABASE_URL: 'x', ZAKUP_BASE_URL: base, ZAKUP_SESSION_SECRET: 's'.repeat(32) });
      setUpSecurityHeaders(app, { settings });
      const server = createServer(app).listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      const { port } = server.address() as AddressInfo;
      const { headers } = await fetch(`http://127.0.0.1:${port}/`);
      expect(headers.get('strict-transport-security') ?? undefined).toBe(expected);
      server.close();
    }
  });
}
