import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openHouse, send, stateOf, type House } from './house.ts';

/** One part away at a time: what people see, and that nothing received is lost (design §4). */
let house: House;
let act: Awaited<ReturnType<House['acts']>>;
beforeAll(async () => {
  house = await openHouse();
  act = await house.acts(await house.publish(1));
});
afterAll(() => house?.stop());

test('worker away: the command is received (202) and done when the worker is back', async () => {
  const organizer = await house.organizer();
  const { worker } = house.stack.parts;
  expect(await worker!.halt()).toBe('ended with code 0');
  const commandId = randomUUID();
  const answer = await send(organizer, act(), commandId);
  expect(answer.status).toBe(202);
  expect(answer.headers.get('location')).toBe(`/api/v1/commands/${commandId}`);
  expect(await stateOf(organizer, commandId)).toBe('waiting');
  await worker!.begin();
  await eventually('the command is done', async () => (await stateOf(organizer, commandId)) === 'done', 30_000);
});

test('Temporal away: the command is received within six seconds (202) and done when the engine is back', async () => {
  const organizer = await house.organizer();
  const { temporal } = house.stack.parts;
  await temporal!.halt();
  const commandId = randomUUID();
  const began = performance.now();
  const answer = await send(organizer, act(), commandId);
  expect(answer.status).toBe(202);
  expect(performance.now() - began).toBeLessThan(6_000);
  expect((await organizer.get('/my')).status).toBe(200);
  await temporal!.begin();
  await eventually('the command is done', async () => (await stateOf(organizer, commandId)) === 'done', 60_000);
});

test('PostgreSQL away: a page that says so (503, with a time to come back), and everything works when it is back', async () => {
  const organizer = await house.organizer();
  const { postgres } = house.stack.parts;
  await postgres!.halt();
  const page = await organizer.get('/lots');
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5']);
  expect(page.text).toContain('Портал временно недоступен');
  const commandId = randomUUID();
  const next = act();
  const refused = await send(organizer, next, commandId);
  expect([refused.status, refused.json<{ code: string }>().code]).toEqual([503, 'unavailable']);
  await postgres!.begin();
  await eventually('pages are back', async () => (await organizer.get('/lots')).status === 200, 30_000);
  const again = await send(organizer, next, commandId);
  expect([200, 202]).toContain(again.status);
  await eventually('the command is done', async () => (await stateOf(organizer, commandId)) === 'done', 30_000);
});
