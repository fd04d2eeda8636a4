import { expect, test } from 'vitest';
import type { Reply } from '../client.ts';
import { placesOf } from '../places.ts';
import { routesOf } from '../routes.ts';
import { sentTo } from '../sent.ts';
import type { Stand } from '../stand.ts';

/** A number that no announcement has. */
const ABSENT = '9999999-1';
/** Places tried of a route that has more parameters than the number. */
const PLACES = 3;

/** An answer without what differs from one request to the next: its number, the time, ids made for it. */
function plain({ status, headers, body }: Reply, number: string) {
  const { date: _date, 'x-request-id': _id, 'set-cookie': _cookie, etag: _tag, ...kept } = headers;
  const text = body
    .replaceAll(number, 'NUMBER')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replace(/\d{4}-\d\d-\d\dT[\d:.+Z]+/g, 'INSTANT')
    .replace(/"portal-now" content="\d+"/, 'NOW')
    .replace(/\d\d:\d\d/g, 'TIME');
  const location = String(kept['location'] ?? '').replaceAll(number, 'NUMBER');
  return { status, headers: { ...kept, location }, text };
}

/** Numbers are given in order, so each can be asked for: whether another's draft has it must not be answered. */
export function probing(stand: () => Stand): void {
  test.each(['visitor', 'stranger', "stranger's administrator", 'other supplier', 'operator'] as const)(
    '%s cannot tell the draft of another organization from a number that nobody has: page, API, every act',
    async (name) => {
      const { ground, as } = stand();
      const told: string[] = [];
      let tried = 0;
      for (const route of routesOf(ground.app).filter(({ parameters }) => parameters.includes('number'))) {
        const places = placesOf(ground, route).filter(({ number }) => number === ground.draft);
        for (const place of places.slice(0, PLACES)) {
          const there = plain(await as(name, sentTo(route, place)), ground.draft);
          const absent = plain(await as(name, sentTo(route, { ...place, number: ABSENT })), ABSENT);
          tried += 1;
          if (JSON.stringify(there) !== JSON.stringify(absent)) {
            told.push(`${route.method} ${route.pattern}: ${there.status}, not ${absent.status}`);
            expect.soft(there).toEqual(absent);
          }
        }
      }
      expect(told).toEqual([]);
      expect(tried).toBeGreaterThan(90);
    },
  );

  test('who drafts for another organization is answered 404 by the pages of this draft, not 403', async () => {
    const { ground, as } = stand();
    for (const part of ['', '/head', '/lots', '/publication', '/papers/lot-list', '/delete']) {
      const { status } = await as('stranger', { method: 'GET', path: `/drafts/${ground.draft}${part}` });
      expect([part, status]).toEqual([part, 404]);
    }
    expect((await as('colleague', { method: 'GET', path: `/drafts/${ground.draft}` })).status).toBe(200);
  });
}
