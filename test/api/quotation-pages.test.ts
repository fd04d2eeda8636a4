import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openQuotations } from '../../activities/open-quotations.ts';
import { procurementActions } from '../../domain/procurement/actions/index.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { PORTAL } from '../../domain/parties.ts';
import { at } from '../support/draft-file.ts';
import { townsperson } from '../support/people.ts';
import { aMarket, CLOSES, type Market, type Prices } from './quotation-market.ts';
import { aPortalOver, postSealed } from './quotation-portal.ts';
import type { Visitor } from './visitor.ts';

let market: Market;
let portal: Awaited<ReturnType<typeof aPortalOver>>;
let supplier: Visitor;
let file: ProcurementFile;
const PRICES: Prices = [{ lot: '1', price: '950000.00' }];
const page = () => `/procurements/${file.number}/quotation`;

beforeAll(async () => {
  market = await aMarket();
  portal = await aPortalOver(market);
  await market.setClock('2026-11-24T10:00');
  await market.publishKeys();
  file = await market.request('1000201-1');
  supplier = await portal.person('supplier1');
}, 180_000);
afterAll(async () => {
  await portal.stop();
  await market.close();
});

async function post(visitor: Visitor, of: ProcurementFile, who: string, commandId: string = randomUUID(), prices = PRICES) {
  const { text } = await visitor.get(`/procurements/${of.number}/quotation`);
  const { envelope, manifest, signature } = await market.sealed(of, who, prices);
  const body = { envelope: envelope.toString('base64'), manifest, signature: signature.toString('base64'), commandId };
  return postSealed(portal.baseUrl, visitor, text, `/procurements/${of.number}/quotation`, body);
}

/** Closes, opens, compares and publishes, by the rows of the table. */
async function finish(of: ProcurementFile): Promise<void> {
  await market.setClock(CLOSES);
  const closed = await market.happen(of, { type: 'QuotationsClosed', at: at(CLOSES) });
  const opened = await openQuotations(market.opener, { caseId: of.id, windowId: of.intake!.windowId });
  const row = procurementActions.rows.find(({ name }) => name === 'open-and-compare')!;
  const facts = row.decide({
    file: closed,
    actor: PORTAL,
    receivedAt: at(CLOSES),
    input: {},
    consulted: { opened },
  });
  await market.happen(of, ...facts);
  const digests = { sha256: '0'.repeat(64), payloadSha256: '0'.repeat(64) };
  await market.happen(of, {
    type: 'ProtocolPublished',
    at: at(CLOSES),
    protocol: { type: 'results', version: 1 },
    documentId: randomUUID(),
    ...digests,
  });
}

describe('the page of a quotation', () => {
  test('carries the window’s key and lots for the script, and no field of it can be sent by the form', async () => {
    const { status, text } = await supplier.get(page());
    expect(status).toBe(200);
    const embedded = JSON.parse(/data-window>([^<]+)</.exec(text)![1]!) as Record<string, unknown>;
    expect(embedded).toMatchObject({
      procurement: '1000201-1',
      lot: '*',
      kind: 'price',
      key: file.intake!.price.key,
      publicKey: file.intake!.price.publicKey,
      supplier: townsperson('supplier1').bin,
      lots: [
        { number: '1', amount: '1000000.00' },
        { number: '2', amount: '500000.00' },
      ],
    });
    const form = /<form data-offer[\s\S]*?<\/form>/.exec(text)![0];
    expect(form).not.toMatch(/\sname="/);
    expect(form).toContain('1\u00a0000\u00a0000,00\u00a0₸');
    expect(text).toContain(file.intake!.price.key.match(/.{4}/g)!.join(' '));
  });

  test.each([
    ['kk', 'Баға ұсынысы', 'Қол қойып беру'],
    ['ru', 'Ценовое предложение', 'Подписать и подать'],
    ['en', 'Price quotation', 'Sign and submit'],
  ])('speaks %s throughout', async (language, heading, button) => {
    const { text } = await (await portal.person('supplier4', language)).get(page());
    expect(text).toContain(`${heading}</h1>`);
    expect(text).toContain(`>${button}</button>`);
  });

  test('is for suppliers only, and not for the organizer’s own people', async () => {
    expect((await (await portal.person('creator')).get(page())).status).toBe(403);
    expect((await supplier.get('/procurements/1999999-1/quotation')).status).toBe(404);
    const signedOut = await fetch(portal.baseUrl + page(), { redirect: 'manual' });
    expect([signedOut.status, signedOut.headers.get('location')]).toEqual([303, `/sign-in?next=${encodeURIComponent(page())}`]);
  });

  test('before the start there is nothing to send yet, but key and browser can be tried', async () => {
    const planned = await market.request('1000202-1', { started: false });
    await market.setClock('2026-11-20T12:00');
    const { text } = await supplier.get(`/procurements/${planned.number}/quotation`);
    await market.setClock('2026-11-24T10:00');
    expect(text).toContain('Приём предложений начнётся');
    expect(text).toContain('data-try');
    expect(text).not.toContain('Подписать и подать');
  });
});

describe('submission over the wire', () => {
  test('gives the signed receipt; page, files and key list show it', async () => {
    const commandId = randomUUID();
    const first = await post(supplier, file, 'supplier1', commandId);
    expect([first.status, Object.keys(first.body).sort()]).toEqual([201, ['keyId', 'receipt', 'signature']]);
    const { number } = JSON.parse(first.body.receipt as string) as { number: string };
    const receipt = await supplier.get(`${page()}/receipt`);
    expect(receipt.text).toContain(number);
    expect(receipt.text).not.toMatch(/950[\s\u00a0]?000/);
    expect((await supplier.get(page())).text).toContain('Подписать и заменить');

    const bytes = (await supplier.get(`${page()}/receipt.json`)).text;
    expect(bytes).toBe(first.body.receipt);
    const list = JSON.parse((await supplier.get('/trust/keys.json')).text) as {
      keys: { keyId: string; pem: string; purpose: string }[];
    };
    expect(list.keys.map(({ purpose, keyId }) => [purpose, keyId])).toEqual([['receipts', first.body.keyId]]);
    const signature = Buffer.from(first.body.signature as string, 'base64');
    expect(verify(null, Buffer.from(bytes), createPublicKey(list.keys[0]!.pem), signature)).toBe(true);
  });

  test('a refusal is told in words with code and article, and nothing is kept', async () => {
    const late = await market.request('1000203-1');
    await market.setClock('2026-12-01T18:00:00.317');
    const answer = await post(supplier, late, 'supplier1');
    await market.setClock('2026-11-24T10:00');
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      code: 'window-closed',
      article: 'S1 §1.3.2',
      title: 'Приём закончился, подать предложение уже нельзя.',
    });
    expect(answer.body.detail).toContain('01.12.2026 18:00:00.000');
    expect(answer.body.detail).toContain('01.12.2026 18:00:00.317');
  });

  test('what is no submission is refused as such', async () => {
    const { text } = await supplier.get(page());
    const answer = await postSealed(portal.baseUrl, supplier, text, page(), { envelope: 'no', price: '1' });
    expect([answer.status, answer.body.code]).toEqual([422, 'bad-input']);
  });

  test('withdrawal is an act of its own, done once', async () => {
    const other = await market.request('1000204-1');
    await post(supplier, other, 'supplier1');
    const address = `/procurements/${other.number}/quotation/withdraw`;
    const confirm = await supplier.get(address);
    expect(confirm.text).toContain('Об отзыве никто не узнает.');
    const commandId = /name="commandId" value="([^"]+)"/.exec(confirm.text)![1]!;
    const answers = [await supplier.post(address, { commandId }), await supplier.post(address, { commandId })];
    expect(answers.map(({ status, location }) => [status, location])).toEqual(
      Array(2).fill([303, `/procurements/${other.number}/quotation/receipt?done=1`]),
    );
    const receipt = await supplier.get(answers[0]!.location!);
    expect(receipt.text).toContain('Ценовое предложение отозвано');
    expect((await supplier.get('/my/quotations')).text).toMatch(/1000204-1[\s\S]*Отозвано/);
  });

  test('neither the log nor the session tells who met which window', async () => {
    const atWindows = portal.log.filter((line) => line.includes('/procurements/[hidden]/quotation'));
    // Only what went wrong: a line for each offer taken would tell their number.
    expect(atWindows.length).toBeGreaterThan(0);
    expect(atWindows.filter((line) => (JSON.parse(line) as { status: number }).status < 400)).toEqual([]);
    for (const line of portal.log.filter((text) => text.includes('quotation') && !text.includes('/my/quotations'))) {
      expect(line).not.toMatch(/\d{7}-1/);
      expect(JSON.parse(line)).not.toHaveProperty('user');
    }
    const { rows } = await market.db.pool.query<{ sess: string }>('select sess::text as sess from session');
    for (const { sess } of rows) expect(sess).not.toMatch(/\d{7}-1/);
  });
});

describe('own quotations', () => {
  test('one’s own sealed ones are listed, others see nothing of them', async () => {
    expect((await supplier.get('/my/quotations')).text).toContain(file.number);
    expect((await (await portal.person('supplier2')).get('/my/quotations')).text).not.toContain(file.number);
  });

  test('after the opening each lot says what came of it', async () => {
    const done = await market.request('1000205-1');
    const offers: [string, Prices][] = [
      [
        'supplier1',
        [
          { lot: '1', price: '870000.00' },
          { lot: '2', price: '450000.00' },
        ],
      ],
      [
        'supplier2',
        [
          { lot: '1', price: '880000.00' },
          { lot: '2', price: '500000.01' },
        ],
      ],
      ['supplier3', [{ lot: '1', price: '890000.00' }]],
    ];
    for (const [who, prices] of offers) await market.offer(done, who, prices);
    await finish(done);
    /** Per lot: the result and, where there is a ground, the ground (name and price of the lot stand between). */
    const shown = async (who: string) => {
      const { text } = await (await portal.person(who)).get('/my/quotations');
      const card = text.slice(text.indexOf('1000205-1 ·'));
      return [...card.matchAll(/<dt[^>]*>Лот \d<\/dt>\s*<dd[^>]*>([\s\S]*?)<\/dd>/g)].map(([, cell]) => {
        const [result, , , ...grounds] = cell!
          .split('<details')[0]!
          .split(/<[^>]+>/)
          .filter((part) => part.trim() !== '');
        return [result, ...grounds].join(': ');
      });
    };
    expect(await shown('supplier1')).toEqual(['Победитель', 'Допущен: допущено менее двух заявок']);
    expect(await shown('supplier2')).toEqual(['Второй победитель', 'Отклонен: цена больше суммы лота']);
    expect(await shown('supplier3')).toEqual(['Допущен']);
  });
});
