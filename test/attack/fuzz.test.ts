import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chance, chanceOf, hashOf } from './chance.ts';
import { type Caller, type Reply, send, sendAs } from './client.ts';
import { rubbishFor } from './fuzz.ts';
import { aGround, type CallerName, type Ground } from './ground.ts';
import { declarationOf, nameOf, routesOf } from './routes.ts';
import { asShownNow, type Target, targetsOf } from './targets.ts';

/** Another seed tries other rubbish: `ZAKUP_ATTACK_SEED=7 npx vitest run test/attack/fuzz.test.ts`. */
const SEED = Number(process.env['ZAKUP_ATTACK_SEED'] ?? 20261122);
const ROUNDS = [1, 2, 3, 4] as const;
/** Requests of a round that carry JSON or a form; questions are asked between them. */
const BODIES_PER_ROUND = 1_250;
const BODIES_PER_QUESTION = 7;
const SLOW_MS = 5_000;
const AT_ONCE = 4;
/** Longest address that the portal takes, characters (RFC 9110 §4.1); no header of an answer is longer. */
const LONGEST_HEADER = 8_000;
/** What ends a session or turns it to another role is sent from sessions of its own, new with every round. */
const UPSETTING = new Set(['POST /role', 'POST /sign-out', 'POST /sign-in']);
/** Deletes a draft or single source that nothing else is tried on. */
const DELETING = new Set([
  ...['POST /drafts/:number/delete', 'DELETE /api/v1/drafts/:number'],
  'POST /procurements/:number/unpublished/delete',
]);
/** Routes that take JSON or a form: all that change something, but for bytes as they are and acts of the API without a body. */
const hasBody = (name: string): boolean => {
  const [method = '', pattern = ''] = name.split(' ');
  const said = declarationOf({ method, pattern });
  return (
    ['POST', 'PUT'].includes(method) && !pattern.endsWith('/sealed-files') && (said === undefined || said.body !== undefined)
  );
};

/** Forms of a single source that are shown at one stage of it, to one person (S1 §1.7.3–1.7.7), and what they ask for. */
const FORMS_OF_SINGLE_SOURCES = {
  '/application/withdraw': ['commandId'],
  '/actions/decline-participation': ['commandId', 'reason'],
  '/actions/open-applications-by-hand': ['commandId'],
  '/applications/save-consideration': ['section', 'restrictions', 'restrictions-reason', 'lot-1', 'lot-1-reason', 'lot-2-reason'],
  '/applications/vote': ['commandId'],
  '/applications/recall-vote': ['commandId'],
  '/actions/form-results-protocol': ['commandId'],
  '/results-protocol': ['commandId', 'signature'],
  '/actions/publish-results-protocol': ['commandId'],
  '/unpublished/publish': ['commandId'],
  '/unpublished/delete': ['_csrf'],
};

/** What an answer must never carry: frames of a stack, paths of the machine, words of the database. */
const INSIDES =
  /\n\s+at .+[(:]|node_modules|\/(?:api|db|domain|templates|workflows)\/[\w/-]+\.ts|node:internal|invalid input syntax|violates \w+ constraint|syntax error at|SQLSTATE|ECONNREFUSED/;

let ground: Ground;
let callers: Map<CallerName, Caller>;
const byRoute = new Map<string, Target[]>();
const tried = new Map<string, number>();
const statuses = new Map<number, number>();

beforeAll(async () => {
  ground = await aGround();
  callers = await ground.callers();
  for (const target of await targetsOf(ground, callers)) {
    const name = nameOf(target.route);
    byRoute.set(name, [...(byRoute.get(name) ?? []), target]);
  }
});
afterAll(() => ground.stop());

const wrongWith = ({ status, headers, ms, body }: Reply): string | null => {
  // Said before a client cuts it off: nothing that was sent comes back in the head of an answer without a bound.
  const longest = Object.entries(headers).find(([, value]) => String(value).length > LONGEST_HEADER);
  if (longest) return `${longest[0]} of ${String(longest[1]).length} characters`;
  if (status >= 500) return `answered ${status}`;
  if (ms > SLOW_MS) return `took ${Math.round(ms)} ms`;
  const inside = INSIDES.exec(body);
  return inside ? `told its insides: ${inside[0].trim()}` : null;
};

const doomedOf = (path: string): string =>
  path.replace(ground.draft, ground.doomed).replace(ground.unpublished, ground.doomedSource);

/** One request of rubbish to the route; what is wrong with its answer, by what was sent. */
async function attempt(name: string, chance: Chance, upset: Map<CallerName, Caller>): Promise<[string, string] | null> {
  const target = chance.oneOf(byRoute.get(name)!);
  const as = UPSETTING.has(name) ? upset : callers;
  const caller = as.get(chance.happens(0.1) ? 'visitor' : target.by)!;
  const shown = await asShownNow(ground.baseUrl, caller, target);
  const path = DELETING.has(name) ? doomedOf(shown.path) : shown.path;
  const sent = rubbishFor({ ...shown, path }, chance);
  tried.set(name, (tried.get(name) ?? 0) + 1);
  const reply = await sendAs(ground.baseUrl, caller, sent).catch((error: unknown) => String(error));
  if (typeof reply !== 'string') statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
  const wrong = typeof reply === 'string' ? `cut the connection: ${reply}` : wrongWith(reply);
  return wrong ? [`${name}: ${wrong}`, `${sent.path.slice(0, 200)} ${String(sent.body ?? '').slice(0, 300)}`] : null;
}

test('of every route that takes JSON or a form its fields are known, by a page or by its schema', () => {
  const unknown = [...byRoute].filter(
    ([name, targets]) => hasBody(name) && targets.every(({ fields, schema }) => fields.size === 0 && !schema),
  );
  expect(unknown.map(([name]) => name)).toEqual([]);
  const forms = [...byRoute.values()].flat().filter(({ route }) => route.method === 'POST');
  const shown = (page: string) => forms.filter(({ path }) => path.endsWith(page)).flatMap(({ fields }) => [...fields.keys()]);
  for (const [page, fields] of Object.entries(FORMS_OF_SINGLE_SOURCES))
    expect([page, shown(page)]).toEqual([page, expect.arrayContaining(fields)]);
});

describe(`rubbish to every route is answered: no failure, no hang, nothing of the insides (seed ${SEED})`, () => {
  let nth = 0;
  test.each(ROUNDS)(`round %i: ${BODIES_PER_ROUND} requests of JSON and forms, and questions between them`, async (round) => {
    const upset = await ground.callers();
    // What is sent has more ways to go wrong than what is asked for.
    const names = [...byRoute.keys()].flatMap((name) => Array<string>(hasBody(name) ? BODIES_PER_QUESTION : 1).fill(name));
    const found = new Map<string, string>();
    for (let bodies = 0; bodies < BODIES_PER_ROUND; nth += AT_ONCE) {
      const lanes = Array.from({ length: AT_ONCE }, (_none, lane) => names[(nth + lane) % names.length]!);
      bodies += lanes.filter(hasBody).length;
      // A chance for each request: which of those at once is answered first must not decide what the next one sends.
      const chances = lanes.map((_name, lane) => chanceOf(hashOf(SEED, round, nth + lane)));
      const wrongs = await Promise.all(lanes.map((name, lane) => attempt(name, chances[lane]!, upset)));
      for (const wrong of wrongs) if (wrong) found.set(...wrong);
    }
    const reasons = ground.failures.map((line) => (JSON.parse(line) as { err?: { stack?: string } }).err?.stack ?? line);
    expect({ found: [...found].map((each) => each.join('\n  ')), reasons }).toEqual({ found: [], reasons: [] });
  });

  test('every route was tried, and the portal is as well as before', async () => {
    const sum = (of: [string, number][]) => of.reduce((all, [, times]) => all + times, 0);
    const [total, withBody] = [sum([...tried]), sum([...tried].filter(([name]) => hasBody(name)))];
    process.stdout.write(
      `${total} requests (${withBody} of JSON and forms) to ${tried.size} routes, seed ${SEED}: ${JSON.stringify([...statuses].sort())}\n`,
    );
    expect([...tried.keys()].sort()).toEqual([...new Set(routesOf(ground.app).map(nameOf))].sort());
    expect(withBody).toBeGreaterThanOrEqual(5_000);
    expect(Math.min(...tried.values())).toBeGreaterThan(10);
    expect((await send(ground.baseUrl, { method: 'GET', path: '/readyz' })).status).toBe(200);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
