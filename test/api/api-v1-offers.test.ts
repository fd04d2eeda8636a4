import { createPublicKey, randomBytes, randomUUID, verify } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { API_ROUTES } from '../../api/api-v1/list.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { openFile, sealFile } from '../../trust/sealed-file.ts';
import { townsperson } from '../support/people.ts';
import { takingOf } from './market-methods.ts';
import { aMarket, CLOSES, type Market, type Prices } from './quotation-market.ts';
import { aPortalOver } from './quotation-portal.ts';
import { asker, tokenOf } from './token.ts';

let market: Market;
let portal: Awaited<ReturnType<typeof aPortalOver>>;
let file: ProcurementFile;
let number = 1000700;

const PRICES: Prices = [{ lot: '1', price: '871234.51' }];
const offerOf = ({ number: of }: Pick<ProcurementFile, 'number'>) => `/api/v1/procurements/${of}/offer`;
const nextRequest = (started = true) => market.request(`${(number += 1)}-1`, { started });

/** A program of this person: a token with these scopes. */
async function programOf(person: string, role = 'supplier', scopes = ['offers:read', 'offers:write']) {
  return asker(portal.baseUrl, await tokenOf(await portal.person(person, 'en'), { name: person, role, scopes }));
}
type Program = Awaited<ReturnType<typeof programOf>>;

/** What a program sends: sealed and signed on its side. */
async function sealed(of: ProcurementFile, supplier: string, prices: Prices = PRICES, options: { key?: string } = {}) {
  const { envelope, manifest, signature } = await market.sealed(of, supplier, prices, options);
  return { envelope: envelope.toString('base64'), manifest, signature: signature.toString('base64') };
}

interface Signed {
  receipt: string;
  signature: string;
  keyId: string;
}
interface Receipts {
  items: { revision: number; act: string; number: string; replaces: string | null }[];
}
const said = ({ receipt }: Signed) => JSON.parse(receipt) as Record<string, string | null>;

let supplier: Program;
let other: Program;
beforeAll(async () => {
  market = await aMarket();
  portal = await aPortalOver(market);
  await market.setClock('2026-11-24T10:00');
  supplier = await programOf('supplier1');
  other = await programOf('supplier2');
}, 120_000);
afterAll(async () => {
  await portal.stop();
  await market.close();
});
beforeEach(async () => {
  await market.setClock('2026-11-24T10:00');
  file = await nextRequest();
});

describe('the window, as a program reads it (S1 §1.3.2)', () => {
  test('says times, lots with their ceilings, the key and what an offer is bound to', async () => {
    const { status, headers, body } = await supplier.ask(offerOf(file));
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    const { key, publicKey } = file.intake!.price;
    expect(body).toEqual({
      number: file.number,
      kind: 'quotations',
      phase: 'open',
      opensAt: '2026-11-23T09:00:00.000+05:00',
      closesAt: '2026-12-01T18:00:00.000+05:00',
      refusal: null,
      lots: [
        { number: '1', name: file.lots[0]!.name, ceiling: { amount: '1000000.00', currency: 'KZT' } },
        { number: '2', name: file.lots[1]!.name, ceiling: { amount: '500000.00', currency: 'KZT' } },
      ],
      documents: [],
      sealing: {
        info: 'zakup/sealed-offer/1',
        publicKey,
        largest: 1024 * 1024,
        header: {
          ...{ v: 1, suite: '0020-0001-0002', procurement: file.number, lot: '*', kind: 'price', key, generation: 1 },
          supplier: townsperson('supplier1').bin,
        },
      },
      latest: null,
      voidGenerations: [],
    });
  });

  test('of a single source asks for its documents, the specification lot by lot (S1 §1.7.2), of the invited supplier alone', async () => {
    number += 2;
    const invited = await takingOf(market, 'single-source', number - 1);
    const { body } = await supplier.ask(offerOf(invited));
    expect(body).toMatchObject({
      kind: 'applications',
      refusal: null,
      documents: [
        { kind: 'technical-specification', lot: '1', required: true },
        { kind: 'technical-specification', lot: '2', required: true },
        { kind: 'participation-agreement', lot: null, required: true },
        { kind: 'price-justification', lot: null, required: true },
      ],
    });
    expect((await other.ask(offerOf(invited))).body).toMatchObject({ refusal: { code: 'not-your-role' } });
    expect((await other.send('PUT', offerOf(invited), await sealed(invited, 'supplier2'))).status).toBe(403);
    expect((await supplier.send('PUT', offerOf(invited), await sealed(invited, 'supplier1'))).status).toBe(201);
  });

  test('every answer is as its schema says', async () => {
    await supplier.send('PUT', offerOf(file), await sealed(file, 'supplier1'));
    for (const [operation, path] of [
      ['getOffer', ''],
      ['listReceipts', '/receipts'],
    ] as const) {
      const { schema } = API_ROUTES.find((route) => route.operation === operation)!.answers[200]!;
      expect(schema.safeParse((await supplier.ask(offerOf(file) + path)).body).error).toBeUndefined();
    }
  });
});

describe('handing in by a program', () => {
  test('gives a receipt signed by the portal; the same key gives the same receipt, another body under it is refused', async () => {
    const [first, key] = [await sealed(file, 'supplier1'), randomUUID()];
    const taken = await supplier.send<Signed>('PUT', offerOf(file), first, key);
    expect(taken.status).toBe(201);
    const pem = createPublicKey(await (await fetch(`${portal.baseUrl}/trust/portal.pem`)).text());
    const { receipt, signature } = taken.body;
    expect(verify(null, Buffer.from(receipt), pem, Buffer.from(signature, 'base64'))).toBe(true);
    expect(said(taken.body)).toMatchObject({
      ...{ type: 'receipt', procurement: file.number, supplier: townsperson('supplier1').bin, replaces: null, commandId: key },
      envelope: first.manifest.envelope,
    });
    expect(receipt).not.toContain('871234');
    const again = await supplier.send<Signed>('PUT', offerOf(file), first, key);
    expect([again.status, again.body]).toEqual([200, taken.body]);
    const changed = await supplier.send('PUT', offerOf(file), await sealed(file, 'supplier1'), key);
    expect([changed.status, changed.body]).toMatchObject([409, { code: 'same-key-other-body' }]);
    expect((await supplier.ask<Receipts>(`${offerOf(file)}/receipts`)).body.items).toHaveLength(1);
  });

  test('may be repeated and withdrawn until the end, each with a receipt that names the one before', async () => {
    const put = async () => said((await supplier.send<Signed>('PUT', offerOf(file), await sealed(file, 'supplier1'))).body);
    const [first, second] = [await put(), await put()];
    expect(second['replaces']).toBe(first['number']);
    const key = randomUUID();
    const gone = await supplier.send<Signed>('DELETE', offerOf(file), undefined, key);
    expect([gone.status, said(gone.body)]).toMatchObject([200, { type: 'withdrawal', withdraws: second['number'] }]);
    expect((await supplier.send<Signed>('DELETE', offerOf(file), undefined, key)).body).toEqual(gone.body);
    const nothing = await supplier.send('DELETE', offerOf(file));
    expect([nothing.status, nothing.body]).toMatchObject([404, { code: 'quotation-not-found' }]);
    const { body } = await supplier.ask<Receipts>(`${offerOf(file)}/receipts`);
    expect(body.items.map(({ revision, act, replaces }) => [revision, act, replaces])).toEqual([
      [1, 'submitted', null],
      [2, 'replaced', first['number']],
      [3, 'withdrawn', second['number']],
    ]);
    expect((await supplier.ask(offerOf(file))).body).toMatchObject({ latest: { act: 'withdrawn', revision: 3 } });
  });

  test('is possible from the very start to just before the end, by the legal clock', async () => {
    const planned = await nextRequest(false);
    await market.setClock('2026-11-23T08:59:59.999');
    const early = await supplier.send('PUT', offerOf(planned), await sealed(planned, 'supplier1'));
    expect([early.status, early.body]).toMatchObject([409, { code: 'window-not-open' }]);
    await market.setClock('2026-12-01T17:59:59.999');
    expect((await supplier.send('PUT', offerOf(file), await sealed(file, 'supplier1'))).status).toBe(201);
    await market.setClock(CLOSES);
    for (const late of [
      await supplier.send('PUT', offerOf(file), await sealed(file, 'supplier1')),
      await supplier.send('DELETE', offerOf(file)),
    ])
      expect([late.status, late.body]).toMatchObject([409, { code: 'window-closed' }]);
    expect((await supplier.ask(offerOf(file))).body).toMatchObject({ phase: 'over', latest: { act: 'submitted' } });
  });

  test('is refused with an envelope for another window, a strange signature, an altered envelope', async () => {
    const elsewhere = await nextRequest();
    const own = await sealed(file, 'supplier1');
    const altered = Buffer.from(own.envelope, 'base64');
    altered[100] = 255 - altered[100]!;
    for (const [body, status, code] of [
      [await sealed(elsewhere, 'supplier1'), 422, 'envelope-malformed'],
      [{ ...own, envelope: altered.toString('base64') }, 422, 'envelope-malformed'],
      [{ ...own, manifest: {} }, 422, 'envelope-malformed'],
      [{ ...own, signature: (await sealed(file, 'supplier1')).signature }, 422, 'eds-altered-bytes'],
      [await sealed(file, 'supplier1', PRICES, { key: 'supplier1-expired' }), 422, 'eds-expired'],
      [await sealed(file, 'supplier1', PRICES, { key: 'colleague-of-supplier1' }), 403, 'eds-wrong-person'],
      [{ ...own, envelope: 'no base64!' }, 422, 'bad-input'],
    ] as const) {
      const answer = await supplier.send('PUT', offerOf(file), body);
      expect([answer.status, answer.body]).toMatchObject([status, { code }]);
    }
    const keyless = await supplier.ask(offerOf(file), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(own),
    });
    expect([keyless.status, keyless.body]).toMatchObject([422, { code: 'bad-input', field: 'Idempotency-Key' }]);
    expect((await supplier.ask<Receipts>(`${offerOf(file)}/receipts`)).body.items).toEqual([]);
  });

  test('needs a supplier, and the scope for it', async () => {
    const body = await sealed(file, 'supplier1');
    const nobody = await fetch(portal.baseUrl + offerOf(file), { method: 'PUT', body: JSON.stringify(body) });
    expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    const buyer = await programOf('creator', 'organizer');
    const reader = await programOf('supplier1', 'supplier', ['offers:read', 'actions', 'procurements:read']);
    for (const answer of [await buyer.send('PUT', offerOf(file), body), await buyer.ask(offerOf(file))])
      expect([answer.status, answer.body]).toMatchObject([403, { code: 'not-your-role' }]);
    for (const answer of [await reader.send('PUT', offerOf(file), body), await reader.send('DELETE', offerOf(file))])
      expect([answer.status, answer.body]).toMatchObject([403, { code: 'scope-missing', facts: { scope: 'offers:write' } }]);
    for (const of of ['1999999-1', 'rubbish'])
      expect((await supplier.send('PUT', offerOf({ number: of }), body)).status).toBe(404);
  });
});

describe('secrecy before the opening (docs/trust.md)', () => {
  test('another supplier finds the same window, byte for byte, however many handed in', async () => {
    const seen = async () => [(await other.ask(offerOf(file))).body, (await other.ask(`${offerOf(file)}/receipts`)).body];
    const before = await seen();
    await supplier.send('PUT', offerOf(file), await sealed(file, 'supplier1'));
    await (await programOf('supplier3')).send('PUT', offerOf(file), await sealed(file, 'supplier3'));
    expect(await seen()).toEqual(before);
  });

  test('no row but the sealed one, no use of the token and no line of the log tells that a program handed in', async () => {
    const fresh = await programOf('supplier4');
    const tables = await market.db.pool.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('sealed_offer', 'session') order by 1`,
    );
    const rows = () =>
      Promise.all(
        tables.rows.map(async ({ name }) => {
          const { rows: all } = await market.db.pool.query<{ row: string }>(`select t::text as row from "${name}" t order by 1`);
          return [name, all.map(({ row }) => row)];
        }),
      );
    const [before, logged] = [await rows(), portal.log.length];
    await fresh.ask(offerOf(file));
    expect((await fresh.send('PUT', offerOf(file), await sealed(file, 'supplier4'))).status).toBe(201);
    const { sealed: bytes } = await sealFile(randomBytes(10));
    await fresh.ask('/api/v1/sealed-files', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    });
    expect(await rows()).toEqual(before);
    expect(portal.log.slice(logged)).toEqual([]);
    // What went wrong is logged, without procurement and person.
    await fresh.send('PUT', offerOf(file), {});
    const line = portal.log.slice(logged).join('\n');
    expect(line).toContain('/api/v1/procurements/[hidden]/offer');
    for (const secret of [file.number, townsperson('supplier4').userId, townsperson('supplier4').bin])
      expect(line).not.toContain(secret);
    const { rows: used } = await market.db.pool.query<{ day: string | null }>(
      `select last_used_on::text as day from api_token where name = 'supplier4'`,
    );
    expect(used).toEqual([{ day: null }]);
    // Elsewhere the use of the same token is noted.
    await fresh.ask('/api/v1/session');
    const { rows: later } = await market.db.pool.query<{ day: string | null }>(
      `select last_used_on::text as day from api_token where name = 'supplier4'`,
    );
    expect(later).toEqual([{ day: '2026-11-24' }]);
  });
});

describe('a sealed document of an application (S1 §1.7.2)', () => {
  const store = (program: Program, bytes: Uint8Array, type = 'application/octet-stream') =>
    program.ask('/api/v1/sealed-files', { method: 'POST', headers: { 'content-type': type }, body: new Uint8Array(bytes) });

  test('is kept under its digest, and nothing that is not sealed is', async () => {
    const plain = Buffer.from('%PDF-1.7 соглашение');
    const { sealed: bytes, address, key } = await sealFile(plain);
    const kept = await store(supplier, bytes);
    expect([kept.status, kept.body]).toEqual([201, { sha256: address }]);
    expect(Buffer.from((await openFile(key, await portal.files.get(address)))!)).toEqual(plain);
    expect((await store(supplier, plain)).body).toMatchObject({ status: 400, code: 'bad-request' });
    expect((await store(supplier, bytes, 'application/pdf')).body).toMatchObject({ status: 415 });
    expect((await store(await programOf('creator', 'organizer'), bytes)).status).toBe(403);
    expect((await store(await programOf('supplier1', 'supplier', ['offers:read']), bytes)).status).toBe(403);
  });
});
