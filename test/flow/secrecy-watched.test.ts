import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWebMetrics, measureOperations } from '../../api/metrics.ts';
import { sealAndSign } from '../../trust/browser/seal-and-sign.ts';
import { createMetrics } from '../../watch/metrics.ts';
import { postSealed } from '../api/quotation-portal.ts';
import { asker, tokenOf } from '../api/token.ts';
import { portalOver } from '../api/town-portal.ts';
import { aDraftFile } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { townsperson } from '../support/people.ts';
import { inTown } from '../support/town.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
});
afterAll(() => room.close());

/** Prices that occur nowhere else. */
const PRICES = ['871234.51', '872345.62', '873456.73', '874567.84', '875678.95', '876789.06', '877891.17'];
const SUPPLIERS = PRICES.map((_price, index) => `supplier${index + 1}`);

/** What processes tell their operators in two days of a window. */
interface Told {
  log: string[];
  metrics: string[];
}

/** Lines without what no two runs have alike: numbers of requests, people's and commands' ids stay as places, times are left out. */
const plainLine = (line: string): string =>
  line
    .replace(/"(?:time|ms|request|pid)":(?:"[^"]*"|\d+),?/g, '')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-(?!000000000)[0-9a-f]{12}/g, 'ID');

/**
 * Metrics that measure time, memory or the load of the machine say nothing that could be counted, and differ from run to run: how often
 * something was measured is compared, how long it took is not.
 */
const OF_THE_MACHINE = /^(?:#|process_|nodejs_|zakup_build_info|\w+_bucket\{|\w+_sum(?:\{| )|\w*_seconds(?:\{| ))/;
const plainMetrics = (text: string): string[] => text.split('\n').filter((line) => line && !OF_THE_MACHINE.test(line));

/** Seven suppliers come, sign in, make a token and read the window; `count` of them hand in, over the wire: by the page and by a program in turn. */
async function toldWith(count: number): Promise<Told> {
  const log: string[] = [];
  const written = (process: string) => pino({ base: { process } }, { write: (line: string) => void log.push(line) });
  const [web, engine] = [createWebMetrics(), createMetrics()];
  let told: Told | undefined;
  const watch = { log: written('worker'), metrics: engine };
  await inTown(room, { today: '2026-06-01T10:00', watch }, async (town) => {
    const request = await town.publish(aDraftFile({ window: { opensAt: '2026-06-02T09:00', closesAt: '2026-06-12T18:00' } }));
    const portal = await portalOver(town, { log: written('web'), metrics: web });
    measureOperations(web, town.desk.db);
    await town.goTo('2026-06-03T09:00');
    const file = await request.file();
    const page = `/procurements/${request.number}/quotation`;
    const offer = `/api/v1/procurements/${request.number}/offer`;
    for (const [index, supplier] of SUPPLIERS.entries()) {
      const visitor = portal.visitor();
      await visitor.signIn(supplier, 'pass-word');
      const { text } = await visitor.get(page);
      const scopes = ['offers:read', 'offers:write'];
      const program = asker(portal.baseUrl, await tokenOf(visitor, { role: 'supplier', scopes }));
      expect((await program.ask(offer)).status).toBe(200);
      if (index >= count) continue;
      const { price, generation } = file.intake!;
      const window = { procurement: file.number, lot: '*', kind: 'price' as const, ...price, generation };
      const content = { prices: [{ lot: '1', price: PRICES[index] }] };
      const { post } = await sealAndSign(
        { ...window, supplier: townsperson(supplier).bin },
        content,
        await town.signingKey(supplier),
      );
      const answer =
        index % 2 === 0
          ? await program.send('PUT', offer, post)
          : await postSealed(portal.baseUrl, visitor, text, page, { ...post, commandId: randomUUID() });
      expect(answer.status).toBe(201);
    }
    await town.goTo('2026-06-10T09:00');
    const metrics = [await web.metrics.text(), await engine.text()].flatMap(plainMetrics);
    told = { log: log.map(plainLine).sort(), metrics };
    for (const text of [...log, ...metrics]) for (const price of PRICES) expect(text).not.toContain(price.slice(0, 6));
    await portal.stop();
  });
  return told!;
}

test('logs and metrics of web, worker and opener say the same with 0, 1 and 7 quotations handed in (docs/trust.md)', async () => {
  const none = await toldWith(0);
  // They are not silent: signing in, pages of the window that went wrong, activities and their numbers are there.
  expect(none.log.some((line) => line.includes('/sign-in'))).toBe(true);
  expect(none.log.some((line) => line.includes('createIntakeKeys'))).toBe(true);
  expect(none.metrics.some((line) => line.startsWith('zakup_http_requests_total{'))).toBe(true);
  expect(none.metrics.some((line) => line.startsWith('zakup_steps_total{'))).toBe(true);
  for (const count of [1, 7]) expect(await toldWith(count)).toEqual(none);
}, 180_000);
