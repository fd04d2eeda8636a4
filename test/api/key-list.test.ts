import { execFileSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyIdOf, verifyReceipt } from '../../trust/receipt.ts';
import { aPortalOver } from './quotation-portal.ts';
import { aMarket, type Market } from './quotation-market.ts';

let market: Market;
let portal: Awaited<ReturnType<typeof aPortalOver>>;
const folder = mkdtempSync(join(tmpdir(), 'zakup-key-list-'));
beforeAll(async () => {
  market = await aMarket();
  portal = await aPortalOver(market);
  await market.setClock('2026-11-24T10:00');
}, 180_000);
afterAll(async () => {
  await portal.stop();
  await market.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = async (path: string) => {
  const answer = await fetch(portal.baseUrl + path);
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
};

interface KeyList {
  keys: { keyId: string; pem: string; purpose: string; from: string; until: string | null }[];
}

/** OpenSSL alone, with the roots of the trust folder, over the very bytes. */
function sealHolds(list: Buffer, cms: Buffer): boolean {
  const [json, p7s, roots] = ['keys.json', 'keys.p7s', 'roots.pem'].map((name) => join(folder, name)) as [string, string, string];
  writeFileSync(json, list);
  writeFileSync(p7s, cms);
  const of = join(market.keys.trustDir, 'roots');
  writeFileSync(
    roots,
    readdirSync(of)
      .map((name) => readFileSync(join(of, name)))
      .join('\n'),
  );
  const line = `cms -verify -cades -binary -inform DER -in ${p7s} -content ${json} -CAfile ${roots} -purpose any -out /dev/null`;
  try {
    execFileSync('openssl', line.split(' '), { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

test('the list of public keys carries the portal’s seal; OpenSSL alone checks it, and one changed byte is found', async () => {
  expect((await get('/trust/keys.json')).status).toBe(404);
  await market.publishKeys();
  const [list, cms] = [await get('/trust/keys.json'), await get('/trust/keys.p7s')];
  expect(sealHolds(list.bytes, cms.bytes)).toBe(true);
  expect(sealHolds(Buffer.from(list.bytes.toString().replace('"v":1', '"v":2')), cms.bytes)).toBe(false);
  const { keys } = JSON.parse(list.bytes.toString()) as KeyList;
  expect(keys).toMatchObject([
    { keyId: keyIdOf(market.desk.receiptKey), purpose: 'receipts', from: '2026-11-24T05:00:00.000Z', until: null },
  ]);
});

test('after the receipt key is replaced, receipts of before are still checked by the list', async () => {
  const file = await market.request('1000901-1');
  const answer = await market.offer(file, 'supplier1', [{ lot: '1', price: '950000.00' }]);
  if (!answer.ok) throw new Error(answer.refusal.code);
  await market.setClock('2026-11-25T10:00');
  const next = generateKeyPairSync('ed25519').privateKey;
  await market.publishKeys(next);
  await market.publishKeys(next);
  const list = await get('/trust/keys.json');
  expect(sealHolds(list.bytes, (await get('/trust/keys.p7s')).bytes)).toBe(true);
  const { keys } = JSON.parse(list.bytes.toString()) as KeyList;
  expect(keys.map(({ keyId, until }) => [keyId, until])).toEqual([
    [keyIdOf(market.desk.receiptKey), '2026-11-25T05:00:00.000Z'],
    [keyIdOf(next), null],
  ]);
  const named = keys.find(({ keyId }) => keyId === answer.receipt.keyId)!;
  expect(verifyReceipt(answer.receipt, createPublicKey(named.pem))).toBe(true);
});
