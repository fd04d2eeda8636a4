import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setLegalOffset } from '../../db/clock.ts';
import { at } from '../support/draft-file.ts';
import { townsperson } from '../support/people.ts';
import { settle } from '../support/townsfolk.ts';
import { announce, letSignIn, signedIn, started } from './board.ts';
import { aPortal, type Portal } from './portal.ts';
import { type TokenFields, tokenOf } from './token.ts';
import type { Visitor } from './visitor.ts';

let portal: Portal;
let creator: Visitor;
const taking = '1000002-1';
const acts = `/api/v1/procurements/${taking}/actions`;

const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

const make = (visitor: Visitor, fields: TokenFields = {}): Promise<string> => tokenOf(visitor, fields);

const ask = (token: string, path: string, init: RequestInit = {}) =>
  fetch(portal.baseUrl + path, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) },
  });
const send = (token: string, action: string, body: unknown, key: string = randomUUID()) =>
  ask(token, `${acts}/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, prefer: 'respond-async' },
    body: JSON.stringify(body),
  });

beforeAll(async () => {
  portal = await aPortal();
  const { db } = portal;
  await settle(db.pool);
  await letSignIn(db);
  await setLegalOffset(db.pool, at('2026-11-24T09:00') - Date.now());
  await announce(db, { number: taking, more: [started] });
  creator = await signedIn(portal.visitor({ 'accept-language': 'ru' }), 'creator');
});
afterAll(() => portal.stop());

describe('a token', () => {
  test('acts for the person who made it, under its role, without session and cookie', async () => {
    const token = await make(creator);
    const answer = await ask(token, '/api/v1/session');
    expect(answer.headers.getSetCookie()).toEqual([]);
    const { userId, bin } = townsperson('creator');
    expect(await answer.json()).toEqual({
      actor: { userId, role: 'organizer', bin },
      csrfToken: null,
      scopes: ['procurements:read'],
    });
    expect(await (await ask(token, acts)).json()).toEqual({
      number: taking,
      status: 'taking-quotations',
      availableActions: ['suspend', 'cancel', 'change-representative', 'download-all'],
    });
  });

  test('is shown once and kept as a digest alone', async () => {
    const form = await creator.get('/my/tokens/new');
    const id = /name="id" value="([^"]+)"/.exec(form.text)![1]!;
    const fields = { id, name: 'дважды', role: 'organizer', scopes: 'actions', days: '30' };
    const made = await creator.post('/my/tokens', fields);
    expect(made.headers.get('cache-control')).toBe('no-store');
    const token = /zkp_[\w-]{43}/.exec(made.text)![0];
    const again = await creator.post('/my/tokens', fields);
    expect(again.text).not.toMatch(/zkp_/);
    expect(words(again.text)).toContain('Этот токен уже создан и больше не показывается.');
    expect((await creator.get('/my/tokens')).text).not.toMatch(/zkp_/);
    const { rows } = await portal.db.pool.query<{ all: string }>('select json_agg(t)::text as all from api_token t');
    expect(rows[0]!.all).not.toContain(token.slice(4));
    expect((await ask(token, '/api/v1/session')).status).toBe(200);
  });

  test('may do what its scopes say and no more', async () => {
    const reads = await make(creator);
    const refused = await send(reads, 'suspend', {});
    expect([refused.status, await refused.json()]).toMatchObject([
      403,
      { code: 'scope-missing', facts: { scope: 'actions:suspend' } },
    ]);
    const suspends = await make(creator, { scopes: 'actions:suspend' });
    expect(await (await send(suspends, 'suspend', {})).json()).toMatchObject({ code: 'bad-input', field: 'act' });
    expect(await (await send(suspends, 'cancel', {})).json()).toMatchObject({ code: 'scope-missing' });
    expect((await ask(suspends, acts)).status).toBe(403);
    const anything = await make(creator, { scopes: 'actions' });
    expect(await (await send(anything, 'cancel', {})).json()).toMatchObject({ code: 'bad-input', field: 'lots' });
  });

  test('gives no right that its role has not', async () => {
    const customer = await make(creator, { role: 'customer', scopes: 'actions' });
    expect(await (await send(customer, 'suspend', {})).json()).toMatchObject({
      status: 403,
      code: 'not-your-role',
      article: 'S1 §1.4.18',
    });
    const form = await creator.get('/my/tokens/new');
    const id = /name="id" value="([^"]+)"/.exec(form.text)![1]!;
    const foreign = await creator.post('/my/tokens', {
      id,
      name: 'x',
      role: 'organization-administrator',
      scopes: 'actions',
      days: '30',
    });
    expect([foreign.status, words(foreign.text)]).toMatchObject([422, expect.stringContaining('Выберите одну из своих ролей.')]);
  });

  test('opens nothing but the API', async () => {
    const token = await make(creator);
    const page = await fetch(`${portal.baseUrl}/my/tokens`, {
      redirect: 'manual',
      headers: { authorization: `Bearer ${token}` },
    });
    expect([page.status, page.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fmy%2Ftokens']);
  });

  test('is not helped by a cookie: what comes with a token is judged by the token', async () => {
    const token = await make(creator);
    const cookie = [...creator.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await ask(token, `${acts}/suspend`, { method: 'POST', headers: { cookie, 'idempotency-key': randomUUID() } });
    expect(await answer.json()).toMatchObject({ code: 'scope-missing' });
    const unknown = await ask('zkp_nothing', acts, { headers: { cookie } });
    expect([unknown.status, unknown.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  test.each([
    ['is over', `update api_token set expires_at = legal_now() - interval '1 second' where name = $1`],
    ['is revoked', 'update api_token set revoked_at = legal_now() where name = $1'],
    ['has an owner without the role', `update app_user set roles = '{customer}' where login = 'creator' and $1 <> ''`],
    ['has a blocked owner', `update app_user set blocked = true where login = 'creator' and $1 <> ''`],
    ['has an owner of another organization', `update app_user set organization_bin = null where login = 'creator' and $1 <> ''`],
  ])('that %s is not accepted', async (name, statement) => {
    const token = await make(creator, { name });
    expect((await ask(token, acts)).status).toBe(200);
    await portal.db.pool.query(statement, [name]);
    const answer = await ask(token, acts);
    expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'token-not-accepted' }]);
    // Not even for what everyone may read: a program learns that its token is worthless.
    expect((await ask(token, '/api/v1/rules')).status).toBe(401);
    const { bin, roles } = townsperson('creator');
    await portal.db.pool.query(`update app_user set roles = $1, blocked = false, organization_bin = $2 where login = 'creator'`, [
      roles,
      bin,
    ]);
  });

  test('lives a year at most', async () => {
    const form = await creator.get('/my/tokens/new');
    const id = /name="id" value="([^"]+)"/.exec(form.text)![1]!;
    const long = await creator.post('/my/tokens', { id, name: 'x', role: 'organizer', scopes: 'actions', days: '366' });
    expect([long.status, words(long.text)]).toMatchObject([422, expect.stringContaining('Выберите срок.')]);
    await make(creator, { name: 'год', days: '365' });
    const { rows } = await portal.db.pool.query<{ days: number }>(
      `select extract(epoch from expires_at - created_at) / 86400 as days from api_token where name = 'год'`,
    );
    expect(Number(rows[0]!.days)).toBe(365);
  });
});

describe('an act by a program', () => {
  test('needs a key, is received once, and another body under the key is refused', async () => {
    const token = await make(creator, { scopes: 'actions' });
    const body = { userId: townsperson('colleague').userId };
    expect(await (await send(token, 'change-representative', body, 'no-uuid')).json()).toMatchObject({
      status: 422,
      code: 'bad-input',
      field: 'Idempotency-Key',
    });
    const key = randomUUID();
    const waiting = await send(token, 'change-representative', body, key);
    expect([waiting.status, waiting.headers.get('location')]).toEqual([202, `/api/v1/commands/${key}`]);
    const other = await send(token, 'change-representative', { userId: townsperson('administrator').userId }, key);
    expect([other.status, await other.json()]).toMatchObject([409, { code: 'same-key-other-body' }]);
    await portal.db.pool.query('update command set outcome = $2, decided_at = legal_now() where id = $1', [
      key,
      JSON.stringify({ accepted: true, status: 'taking-quotations', facts: ['RepresentativeChanged'] }),
    ]);
    const again = await send(token, 'change-representative', body, key);
    expect([again.status, await again.json()]).toMatchObject([
      200,
      { commandId: key, state: 'done', facts: ['RepresentativeChanged'] },
    ]);
    expect((await send(token, 'change-representative', { userId: townsperson('administrator').userId }, key)).status).toBe(409);
    const { rows } = await portal.db.pool.query('select 1 from command where id = $1', [key]);
    expect(rows).toHaveLength(1);
  }, 60_000);

  test('keeps nothing that the schema of the act does not name', async () => {
    const token = await make(creator, { scopes: 'actions' });
    const key = randomUUID();
    await send(token, 'change-representative', { userId: townsperson('colleague').userId, more: 'x' }, key);
    const { rows } = await portal.db.pool.query<{ input: object }>('select input from command where id = $1', [key]);
    expect(rows[0]!.input).toEqual({ userId: townsperson('colleague').userId });
    for (const [strange, status, code] of [
      ['\u0000', 400, 'bad-request'],
      [1.5, 422, 'bad-input'],
    ] as const) {
      const answer = await send(token, 'change-representative', { userId: strange });
      expect([answer.status, await answer.json()]).toMatchObject([status, { code }]);
    }
  }, 60_000);
});

describe('the list of tokens', () => {
  test('is one’s own; the administrator of the organization sees all of it and revokes any', async () => {
    const token = await make(creator, { name: 'склад' });
    const administrator = await signedIn(portal.visitor({ 'accept-language': 'ru' }), 'administrator');
    const colleague = await signedIn(portal.visitor({ 'accept-language': 'ru' }), 'colleague');
    const supplier = await signedIn(portal.visitor({ 'accept-language': 'ru' }), 'supplier1');
    const { rows } = await portal.db.pool.query<{ id: string }>(`select id from api_token where name = 'склад'`);
    const revoke = `/my/tokens/${rows[0]!.id}/revoke`;
    for (const other of [colleague, supplier]) {
      expect((await other.get('/my/tokens')).text).not.toContain('склад');
      expect((await other.get(revoke)).status).toBe(404);
      await other.post(revoke, {});
    }
    expect((await ask(token, acts)).status).toBe(200);
    expect((await administrator.get('/my/tokens')).text).toContain('склад');
    await administrator.get(revoke);
    expect((await administrator.post(revoke, {})).location).toBe('/my/tokens');
    expect((await ask(token, acts)).status).toBe(401);
    expect(words((await creator.get('/my/tokens')).text)).toMatch(/склад .* Отозван/);
  });

  test('is not for operators, who belong to no organization that buys or sells', async () => {
    const operator = await signedIn(portal.visitor({ 'accept-language': 'ru' }), 'operator');
    expect((await operator.get('/my/tokens')).status).toBe(403);
  });
});

describe('the pace', () => {
  test('of a token and of an address is limited, each by itself, and says when to go on', async () => {
    const slow = await aPortal({ apiPerMinute: '3' });
    const get = () => fetch(`${slow.baseUrl}/api/v1/session`);
    expect((await Promise.all([get(), get(), get()])).map(({ status }) => status)).toEqual([200, 200, 200]);
    const answer = await get();
    expect([answer.status, await answer.json()]).toMatchObject([429, { code: 'too-many-requests' }]);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await fetch(`${slow.baseUrl}/lots`)).status).toBe(200);
    await slow.stop();
  });
});
