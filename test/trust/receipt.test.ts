import { spawnSync } from 'node:child_process';
import { mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { keyIdOf, loadOrCreatePortalKey, publicPem, type Receipt, signReceipt, verifyReceipt } from '../../trust/receipt.ts';

const receipt: Receipt = {
  v: 1,
  type: 'receipt',
  number: '7f3a-91c2',
  procurement: '1234567-1',
  lot: '*',
  supplier: '230940990011',
  received: '2026-03-26T17:59:59.999999+05:00',
  manifest: 'a'.repeat(64),
  envelope: 'b'.repeat(64),
  signature: 'c'.repeat(64),
  replaces: null,
  commandId: '0198c0de-0000-7000-8000-000000000001',
};
let dir: string;
let key: Awaited<ReturnType<typeof loadOrCreatePortalKey>>;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'zakup-receipt-'));
  key = await loadOrCreatePortalKey(join(dir, 'portal.key.pem'));
});

test('the portal’s key is made once, for its owner’s eyes only', async () => {
  expect(keyIdOf(await loadOrCreatePortalKey(join(dir, 'portal.key.pem')))).toBe(keyIdOf(key));
  expect((await stat(join(dir, 'portal.key.pem'))).mode & 0o777).toBe(0o400);
});

test('a receipt is signed as canonical text and proves itself; one digit changed proves nothing', () => {
  const signed = signReceipt(receipt, key);
  expect(signed.receipt.startsWith('{"commandId":')).toBe(true);
  expect(verifyReceipt(signed, key)).toBe(true);
  expect(verifyReceipt({ ...signed, receipt: signed.receipt.replace('59.999999', '59.999998') }, key)).toBe(false);
  expect(verifyReceipt({ ...signed, keyId: '0'.repeat(64) }, key)).toBe(false);
});

test('anybody checks a receipt by one line of openssl', async (context) => {
  if (spawnSync('openssl', ['version']).status !== 0) return context.skip('openssl is not installed');
  const signed = signReceipt(receipt, key);
  const check = async (text: string) => {
    await writeFile(join(dir, 'portal.pem'), publicPem(key));
    await writeFile(join(dir, 'receipt.json'), text);
    await writeFile(join(dir, 'receipt.sig'), Buffer.from(signed.signature, 'base64'));
    const line = 'pkeyutl -verify -pubin -inkey portal.pem -rawin -in receipt.json -sigfile receipt.sig'.split(' ');
    return spawnSync('openssl', line, { cwd: dir }).status;
  };
  expect(await check(signed.receipt)).toBe(0);
  expect(await check(signed.receipt.replace('1234567', '1234568'))).not.toBe(0);
});
