import { afterAll, beforeAll, expect, test } from 'vitest';
import { openQuotations } from '../../activities/open-quotations.ts';
import { rotateSealingKey } from '../../tools/rotate-sealing-key.ts';
import { aMarket, CLOSES, type Market } from '../api/quotation-market.ts';
import { at } from '../support/draft-file.ts';

let market: Market;
beforeAll(async () => {
  market = await aMarket();
}, 120_000);
afterAll(() => market.close());

const NEXT = Buffer.alloc(32, 0xab);

test('a window without offers whose opening was committed and not reported is opened again under the next sealing key', async () => {
  await market.setClock('2026-11-24T10:00');
  const file = await market.request('1000601-1');
  await market.setClock('2026-12-01T18:00');
  await market.happen(file, { type: 'QuotationsClosed', at: at(CLOSES) });
  const of = { caseId: file.id, windowId: file.intake!.windowId };
  // The answer is lost: no step records it.
  expect(await openQuotations(market.opener, of)).toMatchObject({ quotations: [] });
  const { db, master } = market.opener;
  expect(await rotateSealingKey(db, master, NEXT)).toEqual({ done: 2, unreadable: [] });
  expect(await openQuotations({ ...market.opener, master: NEXT }, of)).toMatchObject({ quotations: [] });
  // Once the opening is recorded nothing is read any more: the next rotation leaves these keys as they are.
  await market.happen(file, { type: 'QuotationsOpened', at: at(CLOSES), quotations: [], restrictions: [] });
  expect(await rotateSealingKey(db, NEXT, Buffer.alloc(32, 0xcd))).toEqual({ done: 0, unreadable: [] });
});
