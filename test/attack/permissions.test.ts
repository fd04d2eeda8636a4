import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, type Reply, sendAs } from './client.ts';
import { fingerprint } from './fingerprint.ts';
import { aGround, CALLERS, CANARIES, type CallerName, type Ground } from './ground.ts';
import { HOUSE, INVITED } from './groups.ts';
import { allowedAt, KNOWN } from './permissions.ts';
import { placesOf } from './places.ts';
import { nameOf, routesOf } from './routes.ts';
import { sentTo } from './sent.ts';
import { APPLIED } from './single-sources.ts';

let ground: Ground;
let callers: Map<CallerName, Caller>;
beforeAll(async () => {
  ground = await aGround();
  callers = await ground.callers();
});
afterAll(() => ground.stop());

/** Routes that have nothing to give on this ground: a command that is not a publication, the list of keys that a worker seals. */
const QUIET = /change-creator|trust\/keys|\/drafts\/:number\/publish|signatures|\/quotation\/withdraw/;
/** The page of the own tokens says that nothing was revoked; that nothing was is seen in the database. */
const SAID_ON_THE_NEXT_PAGE = new Set(['POST /my/tokens/:id/revoke']);

/** Says no, has no such act in this method, asks to sign in, speaks no such type to anybody, or leads to a page that says no. */
async function isDenial({ status, headers, body }: Reply, caller: Caller): Promise<boolean> {
  const location = String(headers['location']);
  if ([401, 403, 404, 415].includes(status) || (status === 303 && location.startsWith('/sign-in?'))) return true;
  if (status === 409) return body.includes('not-in-this-method');
  if (status !== 303 || !/^\/(?:drafts|my\/change-creator)/.test(location)) return false;
  const next = await sendAs(ground.baseUrl, caller, { method: 'GET', path: location });
  return (
    [401, 403, 404].includes(next.status) || (next.status === 303 && String(next.headers['location']).startsWith('/sign-in?'))
  );
}

/** Who must never meet which words: those of a draft are its organization's, those of an application also its customers'; a supplier knows its own price. */
function secretsIn(body: string, name: CallerName): string[] {
  const { scan, ...ofTheDraft } = CANARIES;
  const { price, ...ofTheApplication } = APPLIED;
  const insiders = [...HOUSE, 'customer'];
  const kept = [
    ...(HOUSE.includes(name) ? [] : Object.values(ofTheDraft)),
    ...(insiders.includes(name) ? [] : [scan, ...Object.values(ofTheApplication)]),
    ...([...insiders, ...INVITED].includes(name) ? [] : [price]),
  ];
  return kept.filter((secret) => (typeof secret === 'string' ? body.includes(secret) : secret.test(body))).map(String);
}

test('the table of permissions knows every route, and no other', () => {
  const registered = routesOf(ground.app);
  const unknown = registered.filter((route) => !allowedAt(nameOf(route), placesOf(ground, route)[0]!, ground)).map(nameOf);
  expect(unknown).toEqual([]);
  expect(KNOWN.filter((name) => !registered.some((route) => nameOf(route) === name))).toEqual([]);
});

test.each(CALLERS.map(([name]) => name))('%s reads nothing that the table does not allow', async (name) => {
  const caller = callers.get(name)!;
  const wrong: string[] = [];
  for (const route of routesOf(ground.app).filter(({ method }) => method === 'GET')) {
    let [allowed, answered] = [0, 0];
    for (const place of placesOf(ground, route)) {
      const who = allowedAt(nameOf(route), place, ground)!;
      const may = who === 'everyone' || who.includes(name);
      const { path } = sentTo(route, place);
      const reply = await sendAs(ground.baseUrl, caller, { method: 'GET', path });
      const denied = await isDenial(reply, caller);
      if (may) allowed += 1;
      if (may && reply.status < 400 && !denied) answered += 1;
      if (!may && !denied) wrong.push(`${path} answered ${reply.status}`);
      wrong.push(...secretsIn(reply.body, name).map((secret) => `${path} shows ${secret}`));
    }
    if (allowed > 0 && answered === 0 && !QUIET.test(route.pattern)) wrong.push(`${nameOf(route)} is closed to whom it is open`);
  }
  expect(wrong).toEqual([]);
});

test.each(CALLERS.map(([name]) => name))('%s does nothing that the table does not allow', async (name) => {
  const caller = callers.get(name)!;
  const before = await fingerprint(ground);
  const wrong: string[] = [];
  for (const route of routesOf(ground.app).filter(({ method }) => method !== 'GET')) {
    for (const place of placesOf(ground, route)) {
      const who = allowedAt(nameOf(route), place, ground)!;
      if (who === 'everyone' || who.includes(name)) continue;
      const sent = sentTo(route, place);
      const reply = await sendAs(ground.baseUrl, caller, sent);
      const later = SAID_ON_THE_NEXT_PAGE.has(nameOf(route)) && reply.headers['location'] === '/my/tokens';
      if (!later && !(await isDenial(reply, caller))) wrong.push(`${route.method} ${sent.path} answered ${reply.status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await fingerprint(ground)).toEqual(before);
});

/** Everything that each may do in each single source, from S1 §1.3.3–1.3.6, §1.4.18, §1.7.3–1.7.8; whoever is not named may do nothing. */
const MENUS: Record<'inviting' | 'considering' | 'forming', Partial<Record<CallerName, string>>> = {
  inviting: {
    creator: 'open-applications-by-hand suspend cancel change-representative download-all',
    'creator as customer': 'refuse download-all',
    administrator: 'change-creator download-all',
    customer: 'refuse download-all',
    'supplier who offered': 'submit-application withdraw-application decline-participation',
    operator: 'declare-key-lost',
  },
  // The colleague was made the representative: the creator does not decide.
  considering: {
    creator: 'suspend cancel change-representative download-all',
    'creator as customer': 'refuse download-all',
    colleague: 'save-consideration vote download-all',
    administrator: 'change-creator download-all',
    customer: 'refuse download-all',
  },
  forming: {
    creator: 'sign-results-protocol cancel change-representative download-all',
    'creator as customer': 'refuse download-all',
    administrator: 'change-creator download-all',
    customer: 'refuse download-all',
  },
};

test.each(Object.entries(MENUS))(
  'in the single source %s everybody has the acts of their part, and no other',
  async (which, menus) => {
    const { number } = ground.singleSources[which as keyof typeof MENUS];
    for (const [name, caller] of callers) {
      const path = `/api/v1/procurements/${number}/actions`;
      const { status, body } = await sendAs(ground.baseUrl, caller, { method: 'GET', path });
      const { availableActions } = JSON.parse(body) as { availableActions?: string[] };
      const expected = name === 'visitor' ? [401, undefined] : [200, (menus[name] ?? '').split(' ').filter(Boolean).sort()];
      expect([name, status, availableActions?.sort()]).toEqual([name, ...expected]);
    }
  },
);
