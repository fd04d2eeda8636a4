import { spawnSync } from 'node:child_process';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pkijs from 'pkijs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { own } from '../../trust/bytes.ts';
import { openP12 } from '../../trust/browser/p12.ts';
import { signDetached } from '../../trust/browser/sign.ts';
import { verifySignature } from '../../trust/verify.ts';
import { DOCUMENT, NOW, type TestKeys, testKeys } from './keys.ts';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
let keys: TestKeys;
beforeAll(async () => {
  keys = await testKeys();
  await writeFile(join(keys.dir, 'document'), DOCUMENT);
});
afterAll(() => rm(keys.dir, { recursive: true }));

const openssl = (...line: string[]) => spawnSync('openssl', line, { cwd: keys.dir, encoding: 'utf8' });
const OWNERS = ['asel', 'daniyar'];

describe('key files', () => {
  test('open with their password; a wrong one is said to be wrong', async () => {
    const file = await readFile(keys.files.asel!);
    expect(await openP12(file, keys.password)).toMatchObject({ ok: true });
    expect(await openP12(file, 'qwerty12')).toEqual({ ok: false, reason: 'wrong-password' });
    expect(await openP12(file, '')).toEqual({ ok: false, reason: 'wrong-password' });
  });

  test('are told from other files', async () => {
    expect(await openP12(DOCUMENT, keys.password)).toEqual({ ok: false, reason: 'not-a-key-file' });
    expect(await openP12(new Uint8Array(0), keys.password)).toEqual({ ok: false, reason: 'not-a-key-file' });
  });

  test.runIf(hasOpenssl)('of openssl open with a Cyrillic password', async () => {
    const password = 'Құпия-сөз 1';
    const inner = openssl('pkcs12', '-in', keys.files.asel!, '-passin', `pass:${keys.password}`, '-nodes', '-out', 'asel.pem');
    expect(inner.status).toBe(0);
    expect(openssl('pkcs12', '-export', '-in', 'asel.pem', '-passout', `pass:${password}`, '-out', 'again.p12').status).toBe(0);
    const opened = await openP12(await readFile(join(keys.dir, 'again.p12')), password);
    if (!opened.ok) throw new Error(opened.reason);
    const cms = await signDetached(DOCUMENT, opened.key, NOW);
    expect(verifySignature({ bytes: DOCUMENT, cms, at: NOW, trust: keys.trust })).toMatchObject({ ok: true });
  });
});

describe.runIf(hasOpenssl)('openssl', () => {
  const verified = async (cms: Uint8Array, document = 'document') => {
    await writeFile(join(keys.dir, 'cms'), cms);
    const root = join(keys.trustDir, 'roots', 'root.pem');
    const line = ['-cades', '-binary', '-inform', 'DER', '-in', 'cms', '-content', document, '-CAfile', root, '-purpose', 'any'];
    return openssl('cms', '-verify', ...line, '-out', 'out').status;
  };

  test.each(OWNERS)('accepts what the browser signs, and not over other bytes (%s)', async (owner) => {
    const cms = await signDetached(DOCUMENT, await keys.open(owner), NOW);
    await writeFile(join(keys.dir, 'other'), 'other');
    expect(await verified(cms)).toBe(0);
    expect(await verified(cms, 'other')).not.toBe(0);
  });

  test.each(OWNERS)('signs CAdES that the strict reader accepts (%s)', async (owner) => {
    await copyFile(keys.files[owner]!, join(keys.dir, 'owner.p12'));
    const pass = ['-passin', `pass:${keys.password}`];
    openssl('pkcs12', '-in', 'owner.p12', ...pass, '-nodes', '-nocerts', '-out', 'key.pem');
    openssl('pkcs12', '-in', 'owner.p12', ...pass, '-clcerts', '-nokeys', '-out', 'crt.pem');
    const line = ['-cades', '-binary', '-md', 'sha256', '-in', 'document', '-signer', 'crt.pem', '-inkey', 'key.pem'];
    expect(openssl('cms', '-sign', ...line, '-outform', 'DER', '-out', 'signed').status).toBe(0);
    const cms = await readFile(join(keys.dir, 'signed'));
    expect(verifySignature({ bytes: DOCUMENT, cms, at: NOW, trust: keys.trust })).toMatchObject({ ok: true });
  });

  test('signs without CAdES or with the document inside, which is refused', async () => {
    const pair = ['-signer', 'crt.pem', '-inkey', 'key.pem', '-binary', '-in', 'document', '-outform', 'DER', '-out', 'signed'];
    for (const kind of [[], ['-cades', '-nodetach'], ['-cades', '-md', 'sha1'], ['-cades', '-keyid']]) {
      expect(openssl('cms', '-sign', ...kind, ...pair).status).toBe(0);
      const cms = await readFile(join(keys.dir, 'signed'));
      expect(verifySignature({ bytes: DOCUMENT, cms, at: NOW, trust: keys.trust })).toEqual({
        ok: false,
        reason: 'eds-malformed',
      });
    }
  });
});

describe('pkijs gives the same verdict', () => {
  const opinion = async (cms: Uint8Array, bytes: Uint8Array): Promise<boolean> => {
    const root = pkijs.Certificate.fromBER(own(keys.trust.roots[0]!.der).buffer);
    const lists = ['root', 'issuing'].map((name) => readFile(join(keys.trustDir, 'crl', `${name}.crl`)));
    const signed = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(own(cms).buffer).content });
    signed.crls = (await Promise.all(lists)).map((list) => pkijs.CertificateRevocationList.fromBER(own(list).buffer));
    const question = { signer: 0, data: own(bytes).buffer, trustedCerts: [root], checkChain: true, checkDate: NOW };
    return signed.verify({ ...question, extendedMode: true }).then(
      ({ signatureVerified }) => signatureVerified === true,
      () => false,
    );
  };

  test.each([
    ['asel', true],
    ['daniyar', true],
    ['asel-expired', false],
    ['asel-revoked', false],
    ['asel-foreign', false],
  ])('on the signature of %s: %s', async (owner, good) => {
    const cms = await signDetached(DOCUMENT, await keys.open(owner), NOW);
    expect(await opinion(cms, DOCUMENT)).toBe(good);
    expect(verifySignature({ bytes: DOCUMENT, cms, at: NOW, trust: keys.trust }).ok).toBe(good);
    expect(await opinion(cms, Buffer.from('other'))).toBe(false);
  });
});
