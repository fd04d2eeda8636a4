import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openQuotations } from '../../activities/open-quotations.ts';
import { ownReceipts } from '../../api/offer-receipts.ts';
import { type OfferAnswer, withdrawOffer } from '../../api/offers.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import type { Receipt } from '../../trust/receipt.ts';
import { at } from '../support/draft-file.ts';
import { actor, townsperson } from '../support/people.ts';
import { aMarket, type Market, type Prices } from './quotation-market.ts';

let market: Market;
let number = 1000500;

beforeAll(async () => {
  market = await aMarket();
}, 120_000);
afterAll(() => market.close());
beforeEach(() => market.setClock('2026-11-24T10:00'));

const nextNumber = () => `${(number += 1)}-1`;
const PRICES: Prices = [
  { lot: '1', price: '950000.00' },
  { lot: '2', price: '499999.99' },
];
const receiptOf = (answer: OfferAnswer): Receipt => {
  if (!answer.ok) throw new Error(`refused: ${answer.refusal.code}`);
  return JSON.parse(answer.receipt.receipt) as Receipt;
};
const receiptsOf = async (file: ProcurementFile, supplier: string) =>
  (await ownReceipts(market.desk, [file.intake!.windowId], townsperson(supplier).bin)).get(file.intake!.windowId) ?? [];

describe('before the opening', () => {
  test('the table of offers shows neither supplier, price, procurement, time nor receipt', async () => {
    const file = await market.request(nextNumber());
    const receipt = receiptOf(await market.offer(file, 'supplier1', PRICES));
    const { rows } = await market.db.pool.query<{ dump: string }>(`select sealed_offer::text as dump from sealed_offer`);
    const columns = await market.db.pool.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'sealed_offer' order by ordinal_position`,
    );
    expect(columns.rows.map(({ name }) => name)).toEqual(['tag', 'revision', 'envelope', 'papers', 'receipt']);
    const { bin, iin } = townsperson('supplier1');
    const secrets = [
      bin,
      iin,
      '950000.00',
      '95000000',
      file.number,
      file.id,
      file.intake!.windowId,
      receipt.number,
      receipt.received,
    ];
    for (const { dump } of rows) {
      const decoded = dump.replace(/\\+x([0-9a-f]+)/g, (_whole, bytes: string) => Buffer.from(bytes, 'hex').toString('latin1'));
      for (const secret of secrets) expect([dump.includes(secret), decoded.includes(secret)]).toEqual([false, false]);
    }
  });

  test('nothing else in the database changes when an offer is taken', async () => {
    const file = await market.request(nextNumber());
    const counts = async () => {
      const tables = ['journal', 'notification', 'outbox', 'command', 'opened_offer', 'document', 'intake_window', 'session'];
      return Promise.all(
        tables.map(async (t) => (await market.db.pool.query<{ n: string }>(`select count(*) as n from ${t}`)).rows[0]!.n),
      );
    };
    const before = await counts();
    await market.offer(file, 'supplier1', PRICES);
    expect(await counts()).toEqual(before);
  });
});

describe('whoever owns the database moves the deadline; the machine clock of the opener stays', () => {
  const WEEK_AHEAD = at('2026-12-02T10:00');
  const moves: [string, (file: ProcurementFile) => Promise<unknown>][] = [
    [
      'the end of the window',
      ({ intake }) =>
        market.db.pool.query(`update intake_window set state = 'closed', closes_at = to_timestamp(0) where id = $1`, [
          intake!.windowId,
        ]),
    ],
    [
      'the instant in the record of the keys',
      ({ intake }) =>
        market.db.pool.query(`update window_key set record = jsonb_set(record, '{notBefore}', '0') where window_id = $1`, [
          intake!.windowId,
        ]),
    ],
    [
      'the file of the case',
      ({ id }) =>
        market.db.pool.query(
          `update procurement_case set status = 'forming-results-protocol', file = jsonb_set(jsonb_set(file, '{window,closesAt}', '0'), '{deadlines}', '[]') where id = $1`,
          [id],
        ),
    ],
    ['the legal clock', () => market.setClock('2026-12-02T10:00')],
  ];

  test('each alone, and all together, open nothing before the real end', async () => {
    const file = await market.request(nextNumber());
    await market.offer(file, 'supplier1', PRICES);
    const opener = { ...market.opener, clock: () => at('2026-11-25T10:00') };
    const open = () => openQuotations(opener, { caseId: file.id, windowId: file.intake!.windowId });
    for (const [, move] of moves) {
      await move(file);
      await expect(open()).rejects.toThrow();
    }
    expect(
      (await market.db.pool.query('select 1 from opened_offer where window_id = $1', [file.intake!.windowId])).rowCount,
    ).toBe(0);
    // The end has come for the opener too: the record that was moved is unreadable, not earlier.
    await expect(
      openQuotations({ ...opener, clock: () => WEEK_AHEAD }, { caseId: file.id, windowId: file.intake!.windowId }),
    ).rejects.toThrow('unreadable');
  });

  test('with the window and the legal clock moved, and the record left alone, it is too early by the clock of the opener', async () => {
    const file = await market.request(nextNumber());
    await market.offer(file, 'supplier1', PRICES);
    for (const [name, move] of moves) if (name !== 'the instant in the record of the keys') await move(file);
    const of = { caseId: file.id, windowId: file.intake!.windowId };
    await expect(openQuotations({ ...market.opener, clock: () => at('2026-11-25T10:00') }, of)).rejects.toThrow('too-early');
    expect((await openQuotations({ ...market.opener, clock: () => WEEK_AHEAD }, of))?.quotations).toHaveLength(1);
  });
});

describe('the opening reads exactly what was accepted', () => {
  test('newest prices of each supplier in the order of receipt; withdrawn and replaced ones are not opened', async () => {
    const file = await market.request(nextNumber());
    await market.setClock('2026-11-25T10:00:00.001');
    await market.offer(file, 'supplier2', [{ lot: '1', price: '870000.00' }]);
    await market.setClock('2026-11-25T10:00:00.002');
    await market.offer(file, 'supplier1', PRICES);
    await market.offer(file, 'supplier3', PRICES);
    await market.setClock('2026-11-25T10:00:00.003');
    const last = receiptOf(await market.offer(file, 'supplier2', [{ lot: '1', price: '860000.00' }]));
    await withdrawOffer(market.desk, { file, actor: actor('supplier3'), commandId: randomUUID() });
    await market.setClock('2026-12-01T18:00');
    await market.happen(file, { type: 'QuotationsClosed', at: Date.UTC(2026, 11, 1, 13) });
    const { quotations } = (await openQuotations(market.opener, { caseId: file.id, windowId: file.intake!.windowId }))!;
    expect(
      quotations.map(({ order, supplier, prices, receivedAt }) => ({ order, bin: supplier.bin, prices, receivedAt })),
    ).toEqual([
      { order: 1, bin: townsperson('supplier1').bin, prices: PRICES, receivedAt: '2026-11-25T10:00:00.002+05:00' },
      {
        order: 2,
        bin: townsperson('supplier2').bin,
        prices: [{ lot: '1', price: '860000.00' }],
        receivedAt: '2026-11-25T10:00:00.003+05:00',
      },
    ]);
    expect(quotations[1]!.receipt).toBe(last.number);
    const { rows } = await market.db.pool.query<{ proof: { signer: { iin: string } } }>(
      'select proof from opened_offer where window_id = $1 order by "order"',
      [file.intake!.windowId],
    );
    expect(rows.map(({ proof }) => proof.signer.iin)).toEqual([townsperson('supplier1').iin, townsperson('supplier2').iin]);
    expect((await receiptsOf(file, 'supplier2')).map(({ act }) => act)).toEqual(['submitted', 'replaced']);
  });
});
