import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signDetached } from '../../trust/browser/sign.ts';
import { loadPlatformKey, sealDocument } from '../../trust/platform-seal.ts';
import { fileSignatureProvider } from '../../trust/signature-provider.ts';
import { type TrustStore, verifySeal, verifySignature } from '../../trust/verify.ts';
import { DOCUMENT, NOW, type TestKeys, testKeys } from './keys.ts';

let keys: TestKeys;
beforeAll(async () => {
  keys = await testKeys();
});
afterAll(() => rm(keys.dir, { recursive: true }));

const signedBy = async (key: string) => signDetached(DOCUMENT, await keys.open(key), NOW);
const verdictOf = async (key: string, more: { at?: Date; trust?: TrustStore } = {}) =>
  verifySignature({ bytes: DOCUMENT, cms: await signedBy(key), at: NOW, trust: keys.trust, ...more });
const refused = (reason: string) => ({ ok: false, reason });

describe('a good signature', () => {
  test('names person, organization and certificate (RSA)', async () => {
    expect(await verdictOf('asel')).toMatchObject({
      ok: true,
      signer: {
        iin: '901105499037',
        bin: '230940990011',
        name: 'Өтегенова Әсел Ғабитқызы',
        organization: 'ГУ «Отдел образования»',
        issuer: 'Zakup development authority',
        validFrom: Date.UTC(2015, 0, 1),
        validTo: Date.UTC(2045, 0, 1),
      },
    });
  });

  test('of a private person names no organization (EC P-256)', async () => {
    const verdict = await verdictOf('daniyar');
    expect(verdict).toMatchObject({ ok: true, signer: { iin: '840229399029', name: 'Сүлейменұлы Данияр' } });
    expect(verdict.ok && verdict.signer.bin).toBeUndefined();
  });

  test('is good over an empty document and over one of 5 MB', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(5_000_000, 7)]) {
      const cms = await signDetached(bytes, await keys.open('asel'), NOW);
      expect(verifySignature({ bytes, cms, at: NOW, trust: keys.trust })).toMatchObject({ ok: true });
    }
  });

  test('is judged by the seam the same way', async () => {
    const provider = fileSignatureProvider(keys.trustDir);
    expect(await provider.verify({ bytes: DOCUMENT, cms: await signedBy('asel'), at: NOW })).toMatchObject({ ok: true });
  });
});

describe('a signature is refused', () => {
  test('over other bytes: eds-altered-bytes', async () => {
    const cms = await signedBy('asel');
    const altered = Buffer.from(DOCUMENT.toString().replace('1234567', '1234568'));
    expect(verifySignature({ bytes: altered, cms, at: NOW, trust: keys.trust })).toEqual(refused('eds-altered-bytes'));
  });

  test('by an expired certificate: eds-expired', async () => {
    expect(await verdictOf('asel-expired')).toEqual(refused('eds-expired'));
    expect(await verdictOf('asel-expired', { at: new Date('2015-06-01') })).toMatchObject({ ok: true });
  });

  test('before the certificate is valid: eds-not-yet-valid', async () => {
    expect(await verdictOf('asel', { at: new Date('2014-12-31T23:59:59Z') })).toEqual(refused('eds-not-yet-valid'));
  });

  test('by a revoked certificate: eds-revoked', async () => {
    expect(await verdictOf('asel-revoked')).toEqual(refused('eds-revoked'));
  });

  test('by a foreign authority, though its root is enclosed: eds-foreign-issuer', async () => {
    expect(await verdictOf('asel-foreign')).toEqual(refused('eds-foreign-issuer'));
  });

  test('when the portal holds no root: eds-foreign-issuer', async () => {
    const empty = { roots: [], issuers: [], lists: [] };
    expect(await verdictOf('asel', { trust: empty })).toEqual(refused('eds-foreign-issuer'));
  });

  test('when the list of either authority is missing: eds-no-revocation-list', async () => {
    expect(keys.trust.lists).toHaveLength(2);
    for (const list of keys.trust.lists) {
      expect(await verdictOf('asel', { trust: { ...keys.trust, lists: [list] } })).toEqual(refused('eds-no-revocation-list'));
    }
  });

  test('when the list is stale, or not issued yet: eds-no-revocation-list', async () => {
    const changed = (change: object): TrustStore => ({
      ...keys.trust,
      lists: keys.trust.lists.map((list) => ({ ...list, ...change })),
    });
    const noList = refused('eds-no-revocation-list');
    expect(await verdictOf('asel', { trust: changed({ nextUpdate: NOW.getTime() }) })).toEqual(noList);
    expect(await verdictOf('asel', { trust: changed({ thisUpdate: NOW.getTime() + 1 }) })).toEqual(noList);
  });

  test('by the seal of the portal in place of a person: eds-not-for-signing', async () => {
    const cms = await sealDocument(DOCUMENT, await loadPlatformKey(keys.platformDir));
    expect(verifySignature({ bytes: DOCUMENT, cms, at: NOW, trust: keys.trust })).toEqual(refused('eds-not-for-signing'));
    expect(verifySeal({ bytes: DOCUMENT, cms, at: NOW, trust: keys.trust })).toMatchObject({
      ok: true,
      signer: { name: 'Zakup portal (development seal)' },
    });
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('signature')],
    ['an empty structure', Buffer.from('3000', 'hex')],
    ['a length beyond the end', Buffer.from('3084ffffffff', 'hex')],
    ['more than 64 KiB', Buffer.alloc(65_537)],
  ])('that is %s: eds-malformed', (_name, cms) => {
    expect(verifySignature({ bytes: DOCUMENT, cms, at: NOW, trust: keys.trust })).toEqual(refused('eds-malformed'));
  });

  test('with a byte after its end, or with its document inside: eds-malformed', async () => {
    const cms = Buffer.concat([await signedBy('asel'), Buffer.from([0])]);
    expect(verifySignature({ bytes: DOCUMENT, cms, at: NOW, trust: keys.trust })).toEqual(refused('eds-malformed'));
  });

  test('after an approval was remembered, once the certificate has expired', async () => {
    expect(await verdictOf('asel')).toMatchObject({ ok: true });
    expect(await verdictOf('asel', { at: new Date('2045-01-01T00:00:01Z') })).toEqual(refused('eds-expired'));
  });
});

test('the seam of an empty folder refuses everybody', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'zakup-empty-'));
  const verdict = await fileSignatureProvider(dir).verify({ bytes: DOCUMENT, cms: await signedBy('asel'), at: NOW });
  expect(verdict).toEqual(refused('eds-foreign-issuer'));
});

test(
  'no change of one bit (every seventh is tried) makes altered bytes acceptable, and none makes the readers fail',
  { timeout: 30_000 },
  async () => {
    const altered = Buffer.from(DOCUMENT.toString().replace('1234567', '1234568'));
    const cms = Buffer.from(await signedBy('asel'));
    const accepted: number[] = [];
    const signers = new Set<string>();
    for (let bit = 0; bit < cms.length * 8; bit += 7) {
      cms[bit >> 3]! ^= 1 << (bit & 7);
      if (verifySignature({ bytes: altered, cms, at: NOW, trust: keys.trust }).ok) accepted.push(bit);
      const verdict = verifySignature({ bytes: DOCUMENT, cms, at: NOW, trust: keys.trust });
      if (verdict.ok) signers.add(verdict.signer.iin);
      cms[bit >> 3]! ^= 1 << (bit & 7);
    }
    expect(accepted).toEqual([]);
    // What no signature covers may change; the signer may not.
    expect([...signers].filter((iin) => iin !== '901105499037')).toEqual([]);
  },
);
