import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFile, sealFile } from '../../trust/sealed-file.ts';
import { townsperson } from '../support/people.ts';
import { aMarket, type Market } from './quotation-market.ts';
import { aPortalOver } from './quotation-portal.ts';
import type { Visitor } from './visitor.ts';

let market: Market;
let portal: Awaited<ReturnType<typeof aPortalOver>>;

beforeAll(async () => {
  market = await aMarket();
  portal = await aPortalOver(market);
}, 120_000);
afterAll(async () => {
  await portal.stop();
  await market.close();
});

/** Sends bytes as the script of the application page does. */
async function send(visitor: Visitor, bytes: Uint8Array, { token = true, type = 'application/octet-stream' } = {}) {
  const page = await visitor.get('/my/quotations');
  const csrf = /name="csrf-token" content="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${portal.baseUrl}/sealed-files`, {
    method: 'POST',
    headers: { 'content-type': type, accept: 'application/json', cookie, ...(token ? { 'x-csrf-token': csrf } : {}) },
    body: new Uint8Array(bytes),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

test('a sealed file is kept under its digest and comes back as it was (S1 §1.7.2: documents required from the supplier)', async () => {
  const supplier = await portal.person('supplier1');
  const plain = Buffer.concat([Buffer.from('%PDF-1.7'), randomBytes(70_000)]);
  const { sealed, address, key } = await sealFile(plain);
  const answer = await send(supplier, sealed);
  expect([answer.status, answer.body]).toEqual([201, { sha256: address }]);
  const again = await send(supplier, sealed);
  expect([again.status, again.body]).toEqual([201, { sha256: address }]);
  const kept = await portal.files.get(address);
  expect(Buffer.from((await openFile(key, kept))!)).toEqual(plain);
});

test('what is not a sealed file is refused, and so are visitors, other roles and other sites', async () => {
  const supplier = await portal.person('supplier1');
  const { sealed } = await sealFile(randomBytes(10));
  for (const bytes of [Buffer.from('%PDF-1.7 readable'), sealed.subarray(1), new Uint8Array(0)]) {
    expect((await send(supplier, bytes)).status).toBe(400);
  }
  expect((await send(supplier, sealed, { type: 'application/pdf' })).status).toBe(400);
  expect((await send(supplier, sealed, { token: false })).status).toBe(403);
  expect((await send(await portal.person('creator'), sealed)).status).toBe(403);
  // 20 MiB and four bytes are padded to 21 MiB; around them lie 29 bytes.
  expect((await send(supplier, Buffer.alloc(21 * 1024 * 1024 + 30, 1))).status).toBe(413);
});

test('neither a row nor the log tells that a sealed file came', async () => {
  const tables = await market.db.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'session' order by 1`,
  );
  const counts = () =>
    Promise.all(
      tables.rows.map(
        async ({ name }) =>
          `${name} ${(await market.db.pool.query<{ n: string }>(`select count(*) as n from "${name}"`)).rows[0]!.n}`,
      ),
    );
  const supplier = await portal.person('supplier2');
  const before = await counts();
  const logged = portal.log.length;
  const { sealed, address } = await sealFile(randomBytes(10));
  expect((await send(supplier, sealed)).status).toBe(201);
  expect(await counts()).toEqual(before);
  for (const secret of ['/sealed-files', townsperson('supplier2').bin, address])
    expect(portal.log.slice(logged).filter((line) => line.includes(secret))).toEqual([]);
});
