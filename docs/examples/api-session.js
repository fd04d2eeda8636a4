// A session with the API: reads, follows, acts. Node 20 and nothing else.
//
//   ZAKUP_URL=http://localhost:3000 ZAKUP_TOKEN=zkp_… ACT_DATE=2026-11-20 node docs/examples/api-session.js 1000009-1
//
// ACT_DATE is the date of the act, not after the portal's day.
// The token needs the role "organizer" and the scopes procurements:read, files:write, actions.
import { randomUUID } from 'node:crypto';
import { env, argv } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

const { Blob, console, fetch, FormData, URL } = globalThis;
const portal = env.ZAKUP_URL ?? 'http://localhost:3000';
const number = argv[2];

/** Asks the portal; `at` is an address of an answer before, or one of the document. */
const ask = (at, { headers = {}, ...more } = {}) =>
  fetch(new URL(at, portal), { ...more, headers: { 'accept-language': 'en', ...headers } });

/** The same in one's own name. */
const askAs = (at, { headers = {}, ...more } = {}) =>
  ask(at, { ...more, headers: { authorization: `Bearer ${env.ZAKUP_TOKEN}`, ...headers } });

/** Every page of a list, one item after the other. */
async function* all(at) {
  for (let next = at; next;) {
    const page = await (await ask(next)).json();
    yield* page.items;
    next = page.next;
  }
}

/** What has happened since a cursor; the new cursor is kept for next time. */
async function changesSince(cursor) {
  const seen = [];
  for (;;) {
    const page = await (await ask(`/api/v1/changes${cursor ? `?after=${cursor}` : ''}`)).json();
    seen.push(...page.items);
    cursor = page.cursor;
    if (!page.more) return { seen, cursor };
  }
}

/**
 * One act, done once however often it has to be sent: the key is made before the first attempt. 202 means received; the outcome
 * stands at `Location` as soon as the case has decided. A "no" comes as problem details.
 */
async function act(action, input) {
  const key = randomUUID();
  const send = () =>
    askAs(`/api/v1/procurements/${number}/actions/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(input),
    });
  let answer = await send().catch(send);
  while (answer.status === 202) {
    await pause(500);
    answer = await askAs(answer.headers.get('location'));
  }
  return answer.json();
}

/** Stores a scan; the answer is what the input of an act calls a file. */
async function store(name, bytes) {
  const form = new FormData();
  form.append('file', new Blob([bytes], { type: 'application/pdf' }), name);
  const answer = await askAs(`/api/v1/procurements/${number}/files`, {
    method: 'POST',
    headers: { 'idempotency-key': randomUUID() },
    body: form,
  });
  return answer.json();
}

// 1. What can be bought from: announcements that take quotations.
for await (const each of all('/api/v1/procurements?status=taking-quotations&limit=20'))
  console.log(`${each.number} ${each.amount.amount} ${each.amount.currency}, ${each.nextDeadline?.key} ${each.nextDeadline?.at}`);

// 2. One of them, and the same again without its bytes while nothing has changed.
const first = await ask(`/api/v1/procurements/${number}`);
const { lots, deadlines } = await first.json();
console.log(`${number}: ${lots.length} lots, ${deadlines.map(({ derivation }) => derivation.article).join(', ')}`);
const again = await ask(`/api/v1/procurements/${number}`, { headers: { 'if-none-match': first.headers.get('etag') } });
console.log(`read again: ${again.status}`);

// 3. Follow what happens from here on.
const { cursor } = await changesSince(null);

// 4. Act: suspend by an act of a court, once; the second time is refused, with what may be done instead.
const { availableActions } = await (await askAs(`/api/v1/procurements/${number}/actions`)).json();
console.log(`may: ${availableActions.join(', ')}`);
const scan = await store('ruling.pdf', '%PDF-1.7 ruling');
const ruling = { number: '2-1187/2026', date: env.ACT_DATE, kind: 'ruling', bodyKind: 'court', body: 'Court of Astana', scan };
const suspended = await act('suspend', { act: ruling });
console.log(`suspend: ${suspended.state}, ${suspended.status}, ${suspended.facts}`);
const refused = await act('suspend', { act: ruling });
console.log(`suspend: ${refused.status} ${refused.code} (${refused.article}); may: ${refused.availableActions.join(', ')}`);
const resumed = await act('resume', { act: ruling });
console.log(`resume: ${resumed.state}, ${resumed.status}`);

// 5. The feed tells it to everyone.
const { seen } = await changesSince(cursor);
for (const { procurement, action, role, facts } of seen) console.log(`feed: ${procurement} ${action} by ${role}: ${facts}`);
