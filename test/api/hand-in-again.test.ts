import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIntakeKeys } from '../../activities/create-intake-keys.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { at } from '../support/draft-file.ts';
import { actor } from '../support/people.ts';
import { aMarket, CLOSES, type Market } from './quotation-market.ts';
import { aPortalOver } from './quotation-portal.ts';

let market: Market;
let portal: Awaited<ReturnType<typeof aPortalOver>>;
beforeAll(async () => {
  market = await aMarket();
  portal = await aPortalOver(market);
  await market.setClock('2026-11-24T10:00');
}, 120_000);
afterAll(async () => {
  await portal.stop();
  await market.close();
});

const DECLARED = at('2026-11-25T10:00');

/** The operator declares the key lost: the window is held again under keys of the next generation. */
async function keyLost(file: ProcurementFile): Promise<ProcurementFile> {
  const { windowId, generation } = file.intake!;
  const closesAt = at('2026-12-02T18:00');
  const keysOf = { caseId: file.id, procurement: file.number, notBefore: closesAt, generation: generation + 1 };
  const intake = await createIntakeKeys(market.opener, keysOf);
  const { userId, iin, name } = actor('operator');
  const lost = { windowId, generation, at: DECLARED, reason: 'файл ключа не читается', by: { userId, iin, name, bin: '' } };
  const rule = { rule: 'window-again-after-key-loss', article: 'ADR 0021', inputs: {}, steps: [] } as const;
  return market.happen(
    file,
    { type: 'KeyLost', at: DECLARED, lost },
    {
      ...{ type: 'WindowRepeated', at: DECLARED, intake, calendarVersion: 1, window: { opensAt: DECLARED, closesAt } },
      deadlines: [{ key: 'quotations-end', at: closesAt, derivation: { ...rule, inputs: {}, steps: [] } }],
    },
  );
}

test('after the loss of a key those who had handed in are asked to in their own cabinet, and nobody else (ADR 0021)', async () => {
  const file = await market.request('1000900-1');
  const prices = [{ lot: '1', price: '900000.00' }];
  for (const supplier of ['supplier1', 'supplier2'])
    expect(await market.offer(file, supplier, prices)).toMatchObject({ ok: true });
  const asked = async (login: string): Promise<boolean> =>
    (await (await portal.person(login)).get('/my')).text.includes(`href="/procurements/${file.number}/quotation"`);
  const everyone = async () => {
    const found: string[] = [];
    for (const login of ['supplier1', 'supplier2', 'supplier3', 'creator', 'operator']) if (await asked(login)) found.push(login);
    return found;
  };
  expect(at(CLOSES)).toBeGreaterThan(DECLARED);
  expect(await everyone()).toEqual([]);
  await market.setClock('2026-11-25T10:00');
  const again = await keyLost(file);
  expect(await everyone()).toEqual(['supplier1', 'supplier2']);
  // Every supplier got the same notice, whoever had offered.
  for (const login of ['supplier1', 'supplier3'])
    expect((await (await portal.person(login)).get('/my/notifications')).text).toContain('подававшие подают заново');
  expect(await market.offer(again, 'supplier2', prices)).toMatchObject({ ok: true });
  expect(await everyone()).toEqual(['supplier1']);
});
