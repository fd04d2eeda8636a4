import { afterAll, beforeAll, expect, test } from 'vitest';
import { chanceOf } from './chance.ts';
import { type Caller, type Reply, send, sendAs } from './client.ts';
import { rubbishFor } from './fuzz.ts';
import { aGround, type CallerName, type Ground } from './ground.ts';
import { nameOf, routesOf } from './routes.ts';
import { asShownNow, type Target, targetsOf } from './targets.ts';

/** Another seed tries other rubbish: `ZAKUP_ATTACK_SEED=7 npx vitest run test/attack/fuzz.test.ts`. */
const SEED = Number(process.env['ZAKUP_ATTACK_SEED'] ?? 20261122);
const REQUESTS = Number(process.env['ZAKUP_ATTACK_REQUESTS'] ?? 6_000);
const SLOW_MS = 5_000;
const AT_ONCE = 4;
/** What ends a session or turns it to another role is sent from sessions of its own. */
const UPSETTING = new Set(['POST /role', 'POST /sign-out', 'POST /sign-in']);
/** Deletes a draft that nothing else is tried on. */
const DELETING = new Set(['POST /drafts/:number/delete']);
/** Those sessions are opened anew after this many requests. */
const FRESH_AFTER = 1_000;

/** What an answer must never carry: frames of a stack, paths of the machine, words of the database. */
const INSIDES =
  /\n\s+at .+[(:]|node_modules|\/(?:api|db|domain|templates|workflows)\/[\w/-]+\.ts|node:internal|invalid input syntax|violates \w+ constraint|syntax error at|SQLSTATE|ECONNREFUSED/;

let ground: Ground;
beforeAll(async () => {
  ground = await aGround();
});
afterAll(() => ground.stop());

const wrongWith = ({ status, ms, body }: Reply): string | null => {
  if (status >= 500) return `answered ${status}`;
  if (ms > SLOW_MS) return `took ${Math.round(ms)} ms`;
  const inside = INSIDES.exec(body);
  return inside ? `told its insides: ${inside[0].trim()}` : null;
};

test(`rubbish to every route is answered: no failure, no hang, nothing of the insides (seed ${SEED})`, async () => {
  const chance = chanceOf(SEED);
  const callers = await ground.callers();
  let upset = callers;
  const byRoute = new Map<string, Target[]>();
  for (const target of await targetsOf(ground, callers)) {
    const name = nameOf(target.route);
    byRoute.set(name, [...(byRoute.get(name) ?? []), target]);
  }
  expect([...byRoute.keys()].sort()).toEqual([...new Set(routesOf(ground.app).map(nameOf))].sort());
  const names = [...byRoute.keys()].flatMap((name) => (name.startsWith('GET') ? [name] : [name, name, name]));

  const found = new Map<string, string>();
  const statuses = new Map<number, number>();
  const tried = new Map<string, number>();
  const one = async (index: number) => {
    const name = names[index % names.length]!;
    const target = chance.oneOf(byRoute.get(name)!);
    const as: Map<CallerName, Caller> = UPSETTING.has(name) ? upset : callers;
    const caller = chance.happens(0.1) ? as.get('visitor')! : as.get(target.by)!;
    const shown = await asShownNow(ground.baseUrl, caller, target);
    const sent = rubbishFor(
      DELETING.has(name) ? { ...shown, path: shown.path.replace(ground.draft, ground.doomed) } : shown,
      chance,
    );
    tried.set(name, (tried.get(name) ?? 0) + 1);
    const reply = await sendAs(ground.baseUrl, caller, sent).catch((error: unknown) => String(error));
    const wrong = typeof reply === 'string' ? `cut the connection: ${reply}` : wrongWith(reply);
    if (typeof reply !== 'string') statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
    if (wrong) found.set(`${name}: ${wrong}`, `${sent.path.slice(0, 200)} ${String(sent.body ?? '').slice(0, 300)}`);
  };
  for (let done = 0; done < REQUESTS; done += AT_ONCE) {
    if (done % FRESH_AFTER === 0) upset = await ground.callers();
    await Promise.all(Array.from({ length: AT_ONCE }, (_none, lane) => one(done + lane)));
  }
  process.stdout.write(`${REQUESTS} requests to ${byRoute.size} routes, seed ${SEED}: ${JSON.stringify([...statuses].sort())}\n`);
  const reasons = ground.failures.map(
    (line) => (JSON.parse(line) as { err?: { stack?: string } }).err?.stack?.slice(0, 600) ?? line,
  );
  expect({ found: [...found].map((each) => each.join('\n  ')), reasons: [...new Set(reasons)] }).toEqual({
    found: [],
    reasons: [],
  });
  expect(Math.min(...tried.values())).toBeGreaterThan(20);
  expect((await send(ground.baseUrl, { method: 'GET', path: '/health/ready' })).status).toBe(200);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
