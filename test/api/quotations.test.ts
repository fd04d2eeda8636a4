import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ownReceipts } from '../../api/offer-receipts.ts';
import { type OfferAnswer, submitOffer, withdrawOffer } from '../../api/offers.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { formerOf, publicPem, type Receipt, verifyReceipt } from '../../trust/receipt.ts';
import { actor, townsperson } from '../support/people.ts';
import { aMarket, type Market, type Prices } from './quotation-market.ts';

let market: Market;
let number = 1000100;

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
const codeOf = (answer: OfferAnswer) => (answer.ok ? 'accepted' : answer.refusal.code);
const submit = async (file: ProcurementFile, supplier: string, given: object, commandId: string = randomUUID()) =>
  submitOffer(market.desk, {
    file,
    actor: actor(supplier),
    ...(await market.sealed(file, supplier, PRICES)),
    commandId,
    ...given,
  });
const receiptsOf = async (file: ProcurementFile, supplier: string) =>
  (await ownReceipts(market.desk, [file.intake!.windowId], townsperson(supplier).bin)).get(file.intake!.windowId) ?? [];

describe('a quotation handed in while the window is open (S1 §1.3.2)', () => {
  test('is confirmed by a signed receipt that names time, window and what was sealed, and no price', async () => {
    await market.setClock('2026-11-24T10:00:00.250');
    const file = await market.request(nextNumber());
    const answer = await market.offer(file, 'supplier1', PRICES);
    const receipt = receiptOf(answer);
    expect(receipt).toMatchObject({
      v: 1,
      type: 'receipt',
      procurement: file.number,
      lot: '*',
      supplier: townsperson('supplier1').bin,
      replaces: null,
    });
    expect(receipt.received).toBe('2026-11-24T05:00:00.250000Z');
    expect(receipt.number).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(JSON.stringify(answer)).not.toMatch(/950000|499999/);
    expect(answer.ok && verifyReceipt(answer.receipt, market.desk.receiptKey)).toBe(true);
  });

  test('has a receipt that openssl alone can check', async () => {
    const answer = await market.offer(await market.request(nextNumber()), 'supplier1', PRICES);
    if (!answer.ok) throw new Error(answer.refusal.code);
    const dir = mkdtempSync(join(tmpdir(), 'zakup-receipt-'));
    const [key, text, signature] = ['portal.pem', 'receipt.json', 'receipt.sig'].map((name) => join(dir, name));
    writeFileSync(key!, publicPem(market.desk.receiptKey));
    writeFileSync(text!, answer.receipt.receipt);
    writeFileSync(signature!, Buffer.from(answer.receipt.signature, 'base64'));
    const check = () =>
      execFileSync('openssl', ['pkeyutl', '-verify', '-pubin', '-inkey', key!, '-rawin', '-in', text!, '-sigfile', signature!], {
        stdio: 'pipe',
      });
    expect(check().toString()).toContain('Signature Verified Successfully');
    writeFileSync(text!, answer.receipt.receipt.replace('"v":1', '"v":2'));
    expect(check).toThrow();
  });

  test('may be replaced until the end; each receipt names the one before it', async () => {
    const file = await market.request(nextNumber());
    const first = receiptOf(await market.offer(file, 'supplier1', PRICES));
    const second = receiptOf(await market.offer(file, 'supplier1', [{ lot: '1', price: '900000.00' }]));
    expect(second).toMatchObject({ type: 'receipt', replaces: first.number });
    expect((await receiptsOf(file, 'supplier1')).map(({ act }) => act)).toEqual(['submitted', 'replaced']);
  });

  test('may be withdrawn, and handed in again; a second withdrawal finds nothing', async () => {
    const file = await market.request(nextNumber());
    const offered = receiptOf(await market.offer(file, 'supplier1', PRICES));
    const withdraw = () => withdrawOffer(market.desk, { file, actor: actor('supplier1'), commandId: randomUUID() });
    const receipt = receiptOf(await withdraw());
    expect(receipt).toMatchObject({ type: 'withdrawal', withdraws: offered.number });
    expect(Object.keys(receipt).sort()).toEqual(
      ['v', 'type', 'number', 'procurement', 'lot', 'supplier', 'received', 'withdraws', 'commandId'].sort(),
    );
    expect(codeOf(await withdraw())).toBe('quotation-not-found');
    await market.offer(file, 'supplier1', PRICES);
    expect((await receiptsOf(file, 'supplier1')).map(({ act }) => act)).toEqual(['submitted', 'withdrawn', 'submitted']);
  });

  test('one command gives one receipt, at once or after it was replaced or the window closed', async () => {
    const file = await market.request(nextNumber());
    const sealed = await market.sealed(file, 'supplier1', PRICES);
    const commandId = randomUUID();
    const both = await Promise.all([submit(file, 'supplier1', sealed, commandId), submit(file, 'supplier1', sealed, commandId)]);
    expect(both.map((answer) => answer.ok && answer.same).sort()).toEqual([false, true]);
    const [first] = await receiptsOf(file, 'supplier1');
    expect(both.map((answer) => receiptOf(answer).number)).toEqual([first!.receipt.number, first!.receipt.number]);
    await market.offer(file, 'supplier1', PRICES);
    await market.setClock('2026-12-01T18:30');
    expect(receiptOf(await submit(file, 'supplier1', sealed, commandId)).number).toBe(first!.receipt.number);
    expect(await receiptsOf(file, 'supplier1')).toHaveLength(2);
  });

  test('one command id carries one content', async () => {
    const file = await market.request(nextNumber());
    const commandId = randomUUID();
    await submit(file, 'supplier1', {}, commandId);
    expect(codeOf(await submit(file, 'supplier1', {}, commandId))).toBe('same-key-other-body');
  });

  test('many suppliers and many repeats at once lose nothing and double nothing', async () => {
    const file = await market.request(nextNumber());
    const prepared = await Promise.all(
      ['supplier1', 'supplier2', 'supplier3'].flatMap((supplier) =>
        [1, 2, 3].map(async () => ({ supplier, commandId: randomUUID(), sealed: await market.sealed(file, supplier, PRICES) })),
      ),
    );
    const answers = await Promise.all(
      [...prepared, ...prepared].map(({ supplier, sealed, commandId }) => submit(file, supplier, sealed, commandId)),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    for (const supplier of ['supplier1', 'supplier2', 'supplier3']) {
      const receipts = await receiptsOf(file, supplier);
      expect(receipts).toHaveLength(3);
      expect(receipts.map(({ receipt }) => formerOf(receipt))).toEqual([
        null,
        receipts[0]!.receipt.number,
        receipts[1]!.receipt.number,
      ]);
    }
  });
});

describe('the ends of the window, by the legal clock', () => {
  test.each([
    ['2026-11-23T08:59:59.999', 'window-not-open'],
    ['2026-11-23T09:00', 'accepted'],
    ['2026-12-01T17:59:59.999', 'accepted'],
    ['2026-12-01T18:00', 'window-closed'],
    ['2026-12-01T18:00:00.001', 'window-closed'],
  ])('received %s: %s', async (local, expected) => {
    const file = await market.request(nextNumber(), { started: local >= '2026-11-23T09:00' });
    const sealed = await market.sealed(file, 'supplier1', PRICES);
    await market.setClock(local);
    expect(codeOf(await submit(file, 'supplier1', sealed))).toBe(expected);
  });

  test('a late one is told both instants to the millisecond', async () => {
    const file = await market.request(nextNumber());
    await market.setClock('2026-12-01T18:00:00.317');
    const answer = await market.offer(file, 'supplier1', PRICES);
    expect(answer).toMatchObject({
      ok: false,
      refusal: { facts: { closesAt: Date.UTC(2026, 11, 1, 13), receivedAt: Date.UTC(2026, 11, 1, 13, 0, 0, 317) } },
    });
  });

  test('the status lags behind the clock by moments: at the start the clock decides', async () => {
    const file = await market.request(nextNumber(), { started: false });
    await market.setClock('2026-11-23T09:00');
    expect(codeOf(await market.offer(file, 'supplier1', PRICES))).toBe('accepted');
  });

  test('while the procurement is suspended nothing is taken, and nothing can be taken back (S1 §1.4.18)', async () => {
    const file = await market.request(nextNumber());
    await market.offer(file, 'supplier1', PRICES);
    const act = {
      number: '12',
      date: '2026-11-24',
      kind: 'order',
      bodyKind: 'court',
      body: 'Суд',
      scan: { documentId: randomUUID(), sha256: '0'.repeat(64), name: 'act.pdf' },
    } as const;
    const by = { userId: actor('creator').userId, iin: '', name: actor('creator').name, bin: '' };
    const at = Date.UTC(2026, 10, 24, 6);
    const suspended = await market.happen(file, {
      type: 'ProcurementSuspended',
      calendarVersion: 1,
      at,
      act: { ...act, action: 'suspend', at, by, lots: [] },
      frozen: [],
    });
    expect(codeOf(await market.offer(suspended, 'supplier1', PRICES))).toBe('suspended');
    // A page opened before the act still holds the old file: the window's row says no.
    expect(codeOf(await market.offer(file, 'supplier1', PRICES))).toBe('suspended');
    expect(codeOf(await withdrawOffer(market.desk, { file, actor: actor('supplier1'), commandId: randomUUID() }))).toBe(
      'suspended',
    );
  });
});

describe('what is not taken', () => {
  test('another supplier’s envelope under one’s own name', async () => {
    const file = await market.request(nextNumber());
    const other = await market.sealed(file, 'supplier2', PRICES);
    expect(codeOf(await submit(file, 'supplier1', other))).toBe('envelope-malformed');
    const renamed = { ...other, manifest: { ...other.manifest, supplier: townsperson('supplier1').bin } };
    expect(codeOf(await submit(file, 'supplier1', renamed))).toBe('eds-altered-bytes');
  });

  test('a manifest made for another procurement', async () => {
    const [file, elsewhere] = [await market.request(nextNumber()), await market.request(nextNumber())];
    expect(codeOf(await submit(file, 'supplier1', await market.sealed(elsewhere, 'supplier1', PRICES)))).toBe(
      'envelope-malformed',
    );
  });

  test('an envelope with one byte altered', async () => {
    const file = await market.request(nextNumber());
    const sealed = await market.sealed(file, 'supplier1', PRICES);
    sealed.envelope[100]! ^= 1;
    expect(codeOf(await submit(file, 'supplier1', sealed))).toBe('envelope-malformed');
  });

  test.each([
    ['supplier2', 'eds-wrong-person'],
    ['colleague-of-supplier1', 'eds-wrong-person'],
    ['supplier1-elsewhere', 'eds-wrong-organization'],
    ['supplier1-expired', 'eds-expired'],
    ['supplier1-revoked', 'eds-revoked'],
    ['supplier1-foreign', 'eds-foreign-issuer'],
  ])('a signature by the key %s: %s', async (key, expected) => {
    const file = await market.request(nextNumber());
    const sealed = await market.sealed(file, 'supplier1', PRICES, { key });
    expect(codeOf(await submit(file, 'supplier1', sealed))).toBe(expected);
    expect(await receiptsOf(file, 'supplier1')).toEqual([]);
  });

  test('a signature that is none', async () => {
    expect(codeOf(await submit(await market.request(nextNumber()), 'supplier1', { signature: Buffer.from('none') }))).toBe(
      'eds-malformed',
    );
  });

  test('a quotation of the organizer’s or the customer’s own people, of an organizer, of someone without an organization', async () => {
    const file = await market.request(nextNumber());
    const sealed = await market.sealed(file, 'creator', PRICES);
    const own = { ...actor('creator'), role: 'supplier' as const };
    expect(codeOf(await submit(file, 'creator', { ...sealed, actor: own }))).toBe('not-your-role');
    expect(codeOf(await submit(file, 'creator', { ...sealed, actor: { ...own, bin: actor('customer').bin } }))).toBe(
      'not-your-role',
    );
    expect(codeOf(await submit(file, 'creator', { ...sealed, actor: actor('creator', 'organizer') }))).toBe('not-your-role');
    expect(codeOf(await submit(file, 'supplier1', { actor: { ...actor('supplier1'), bin: null } }))).toBe('not-your-role');
  });
});
