import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_ROUTES } from '../../api/api-v1/list.ts';
import { accepted, act, lots, today, window } from '../support/after-one-quotation.ts';
import { aDraftFile } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { inTown } from '../support/town.ts';
import { portalOver } from './town-portal.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
}, 120_000);
afterAll(() => room.close());

/** What an address says once a lot was cancelled after the results: something else, or the same. */
const AFTER_A_CANCELLATION: Record<string, 'new' | 'same'> = {
  '/api/openapi.json': 'same',
  // One lot of two: the announcement stays Завершено (S1 §1.3.3), and its line names no lots.
  '/api/v1/procurements': 'same',
  '/api/v1/lots': 'new',
  '/api/v1/procurements/{number}': 'new',
  '/api/v1/procurements/{number}/why': 'new',
  '/api/v1/procurements/{number}/documents': 'same',
  '/api/v1/procurements/{number}/history': 'new',
  '/api/v1/procurements/{number}/protocols': 'new',
  // Version 1 is Не действительный from then on (spec 17 §1.4).
  '/api/v1/procurements/{number}/protocols/{type}/{version}': 'new',
  '/api/v1/changes': 'new',
  '/api/v1/rules': 'same',
  '/api/v1/calendar': 'same',
};

test('every public answer is asked for again by the tag of its bytes, and told anew once it has changed (docs/api.md, ADR 0019)', async () => {
  const conditional = API_ROUTES.filter((route) => route.conditional).map(({ path }) => path);
  expect(Object.keys(AFTER_A_CANCELLATION).sort()).toEqual([...conditional, '/api/openapi.json'].sort());

  await inTown(room, { today }, async (town) => {
    const portal = await portalOver(town);
    try {
      const request = await town.publish(aDraftFile({ window, lots: lots() }));
      await town.goTo('2026-06-03T12:00');
      await request.offer('supplier1', { '1': '900000.00', '2': '450000.00' });
      await request.offer('supplier2', { '1': '890000.00', '2': '440000.00' });
      await town.goTo('2026-06-12T18:00');

      const places: Record<string, string> = { number: request.number, type: 'results', version: '1' };
      const ask = async (path: string, tag?: string) => {
        const address = portal.baseUrl + path.replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '');
        const answer = await fetch(address, { headers: tag === undefined ? {} : { 'if-none-match': tag } });
        const body = Buffer.from(await answer.arrayBuffer());
        return {
          status: answer.status,
          tag: answer.headers.get('etag') ?? '',
          keeping: answer.headers.get('cache-control'),
          body,
        };
      };

      const tags = new Map<string, string>();
      for (const path of Object.keys(AFTER_A_CANCELLATION)) {
        const { status, tag, keeping, body } = await ask(path);
        expect([path, status, keeping]).toEqual([path, 200, 'public, no-cache']);
        expect(tag, path).toBe(`"${createHash('sha256').update(body).digest('base64url')}"`);
        for (const had of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
          const again = await ask(path, had);
          expect([path, again.status, again.body.length, again.tag, again.keeping]).toEqual([
            path,
            304,
            0,
            tag,
            'public, no-cache',
          ]);
        }
        expect((await ask(path, '"other"')).status).toBe(200);
        tags.set(path, tag);
      }

      expect(await request.as('creator').send('cancel', { lots: ['2'], act })).toMatchObject(accepted);
      await town.restAll();
      const after = await Promise.all(
        [...tags].map(async ([path, tag]) => [path, (await ask(path, tag)).status === 304 ? 'same' : 'new']),
      );
      expect(Object.fromEntries(after)).toEqual(AFTER_A_CANCELLATION);
    } finally {
      await portal.stop();
    }
  });
}, 180_000);
