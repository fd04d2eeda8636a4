import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_ROUTES } from '../../../api/api-v1/list.ts';
import { digestOfToken, newToken } from '../../../api/tokens.ts';
import { organization } from '../../support/people.ts';
import { type Reply, send } from '../client.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Stand } from '../stand.ts';

/** What a token of each kind may be, from ADR 0020: the creator's, unless it says otherwise. */
const TOKENS = {
  'reads procurements': { scopes: ['procurements:read'] },
  'stores files': { scopes: ['files:write'] },
  'does every act': { scopes: ['actions'] },
  suspends: { scopes: ['actions:suspend'] },
  'hands in offers': { scopes: ['offers:read', 'offers:write'] },
  'fills in drafts': { scopes: ['drafts:read', 'drafts:write'] },
  'has no scope': { scopes: [] },
  'has scopes that are none': { scopes: ['everyone', 'actions:', 'procurements', '*', 'actions:*'] },
} as const;
/** Has every scope, and is worth nothing. */
const WORTHLESS = {
  expired: `expires_at = legal_now() - interval '1 second'`,
  revoked: 'revoked_at = legal_now()',
  'of a person who lost the role': `role = 'supplier'`,
  'of another organization than its person': `organization_bin = '${organization('C3').bin}'`,
} as const;
const EVERYTHING = ['procurements:read', 'files:write', 'actions', 'offers:read', 'offers:write', 'drafts:read', 'drafts:write'];

/** The scope that a route asks for, by hand from docs/api.md; null: public data. */
function needed(method: string, path: string): string | null {
  const kind = method === 'get' ? 'read' : 'write';
  if (path.includes('/offer') || path.endsWith('/sealed-files')) return `offers:${kind}`;
  if (path.includes('/drafts') && !path.endsWith('/publish')) return `drafts:${kind}`;
  if (path.endsWith('/actions') || path === '/api/v1/commands/{id}') return 'procurements:read';
  if (path.endsWith('/files')) return 'files:write';
  return method === 'post' ? `actions:${path.split('/').at(-1)}` : null;
}

const opens = (scopes: readonly string[], scope: string): boolean =>
  scopes.includes(scope) || (scope.startsWith('actions:') && scopes.includes('actions'));

export function scopes(stand: () => Stand): void {
  const tokens = new Map<string, string>();

  async function make(name: string, given: readonly string[], { person = 'creator', bin = 'C1', change = '' } = {}) {
    const { pool } = stand().ground.town.db;
    const token = newToken();
    const user = await pool.query<{ id: string }>('select id from app_user where login = $1', [person]);
    const id = randomUUID();
    await pool.query(
      `insert into api_token (id, sha256, organization_bin, user_id, role, name, scopes, created_at, expires_at, last_used_on)
       values ($1, $2, $3, $4, 'organizer', $5, $6, legal_now(), legal_now() + interval '1 day', (legal_now() at time zone interval '5 hours')::date)`,
      [id, digestOfToken(token), organization(bin).bin, user.rows[0]!.id, name, given],
    );
    if (change) await pool.query(`update api_token set ${change} where id = $1`, [id]);
    tokens.set(name, token);
  }

  beforeAll(async () => {
    for (const [name, { scopes: given }] of Object.entries(TOKENS)) await make(name, given);
    for (const [name, change] of Object.entries(WORTHLESS)) await make(name, EVERYTHING, { change });
    await make('of a stranger', EVERYTHING, { person: 'stranger', bin: 'C3' });
  });
  afterAll(() => stand().ground.town.db.pool.query('delete from api_token where name = any($1)', [[...tokens.keys()]]));

  /** Asks every route, each with what it takes; `headers` carry the token, or do not. */
  async function everyRoute(headers: Record<string, string>, query = ''): Promise<[string, string | null, Reply][]> {
    const { ground } = stand();
    const { completed } = ground.requests;
    const asked: [string, string | null, Reply][] = [];
    for (const { method, path } of API_ROUTES) {
      const values: Record<string, string> = {
        number: completed.number,
        id: ground.ids.commands[0]!,
        type: 'results',
        version: '1',
        step: 'head',
        key: 'lot-list',
      };
      const body = path.endsWith('/files') ? '--b--\r\n' : '{}';
      const type = path.endsWith('/files') ? 'multipart/form-data; boundary=b' : 'application/json';
      const reply = await send(ground.baseUrl, {
        method: method.toUpperCase(),
        path: path.replace(/\{(\w+)\}/g, (_braces, name: string) => values[name]!) + query,
        headers:
          method === 'get'
            ? headers
            : { ...headers, 'content-type': type, 'content-length': String(body.length), 'idempotency-key': randomUUID() },
        ...(method === 'get' ? {} : { body }),
      });
      asked.push([`${method} ${path}`, needed(method, path), reply]);
    }
    return asked;
  }
  const codeOf = ({ body }: Reply) => (body.startsWith('{') ? (JSON.parse(body) as { code?: string }).code : undefined);
  const bearer = (name: string) => ({ authorization: `Bearer ${tokens.get(name)}` });

  test.each(Object.entries(TOKENS))(
    'a token that %s opens what its scopes name, on every route',
    async (name, { scopes: given }) => {
      const { ground } = stand();
      const before = await fingerprint(ground);
      for (const [route, scope, reply] of await everyRoute(bearer(name))) {
        const said = [route, reply.status, codeOf(reply)];
        if (scope === null) expect([route, reply.status]).toEqual([route, 200]);
        else if (!opens(given, scope)) expect(said).toEqual([route, 403, 'scope-missing']);
        else expect(said).not.toEqual([route, 403, 'scope-missing']);
      }
      expect(await fingerprint(ground)).toEqual(before);
    },
  );

  test.each([...Object.keys(WORTHLESS), 'that nobody made'])('a token %s opens nothing, not even public data', async (name) => {
    tokens.set('that nobody made', newToken());
    for (const [route, , reply] of await everyRoute(bearer(name)))
      expect([route, reply.status, codeOf(reply), reply.headers['www-authenticate']]).toEqual([
        ...[route, 401, 'token-not-accepted', 'Bearer'],
      ]);
  });

  test('a token of another organization acts nowhere in this one, whatever its scopes', async () => {
    const { ground } = stand();
    const before = await fingerprint(ground);
    for (const [route, scope, reply] of await everyRoute(bearer('of a stranger'))) {
      if (scope === null) continue;
      const ofOffers = scope.startsWith('offers:');
      if (route === 'get /api/v1/drafts') expect(JSON.parse(reply.body)).toEqual({ items: [], next: null });
      else if (ofOffers) expect([route, reply.status]).toEqual([route, 403]);
      else if (route.includes('/drafts/')) expect([route, reply.status]).toEqual([route, 404]);
      else if (route.endsWith('{number}/actions')) expect(JSON.parse(reply.body)).toMatchObject({ availableActions: [] });
      else if (route.startsWith('get')) expect([route, reply.status]).toEqual([route, 404]);
      else expect([route, [403, 409, 422].includes(reply.status)]).toEqual([route, true]);
    }
    expect(await fingerprint(ground)).toEqual(before);
  });

  const good = (): string => tokens.get('does every act')!;
  test.each<[string, () => { headers: Record<string, string>; query?: string }]>([
    ['in the address', () => ({ headers: {}, query: `?access_token=${good()}&token=${good()}` })],
    ['in a cookie', () => ({ headers: { cookie: `zakup=${good()}; token=${good()}; authorization=Bearer%20${good()}` } })],
    ['in a header of one’s own', () => ({ headers: { 'x-api-key': good(), 'x-authorization': `Bearer ${good()}` } })],
    ['as a password', () => ({ headers: { authorization: `Basic ${Buffer.from(`creator:${good()}`).toString('base64')}` } })],
    ['under another word', () => ({ headers: { authorization: `Token ${good()}` } })],
  ])('a token %s is none: who sends it is nobody', async (_where, made) => {
    const { headers, query = '' } = made();
    for (const [route, scope, reply] of await everyRoute(headers, query)) {
      // A parameter that the API does not know is a mistake; nothing is opened by it.
      if (scope === null) expect([route, query ? 422 : 200]).toEqual([route, reply.status]);
      else expect([route, reply.status, codeOf(reply)]).toEqual([route, 401, 'sign-in-required']);
    }
  });

  test.each<[string, () => string]>([
    ['two in one header', () => `Bearer ${good()}, Bearer ${tokens.get('reads procurements')}`],
    ['two words behind it', () => `Bearer ${good()} ${good()}`],
    ['nothing behind it', () => 'Bearer '],
    ['a digest in place of the token', () => `Bearer ${digestOfToken(good())}`],
    ['a token without its beginning', () => `Bearer ${good().slice(4)}`],
    ['a token in capitals', () => `Bearer ${good().toUpperCase()}`],
  ])('a header with %s opens no act', async (_what, header) => {
    for (const [route, scope, reply] of await everyRoute({ authorization: header() }))
      if (scope !== null) expect([route, reply.status]).toEqual([route, 401]);
  });

  test('a token does not open a page, and an address in other letters is no address', async () => {
    const { ground } = stand();
    for (const path of ['/my', '/my/tokens', `/procurements/${ground.requests.taking.number}/actions/suspend`, '/operator']) {
      const { status, headers } = await send(ground.baseUrl, { method: 'GET', path, headers: bearer('does every act') });
      expect([path, status, String(headers['location'])]).toEqual([path, 303, `/sign-in?next=${encodeURIComponent(path)}`]);
    }
    for (const path of ['/API/v1/session', '/Api/V1/lots', '/LOTS', `/Procurements/${ground.requests.taking.number}/QUOTATION`])
      expect([path, (await send(ground.baseUrl, { method: 'GET', path })).status]).toEqual([path, 404]);
  });

  test('what is kept of tokens are their digests', async () => {
    const { rows } = await stand().ground.town.db.pool.query<{ all: string }>('select json_agg(t)::text as all from api_token t');
    for (const token of tokens.values()) expect(rows[0]!.all).not.toContain(token.slice(4));
  });
}
