import { beforeAll, describe, expect, test } from 'vitest';
import { type Issued, issue, newAuthority, revocationList } from '../../tools/certificate-authority/authority.ts';
import { authorityName, personName } from '../../tools/certificate-authority/names.ts';
import { KeyUsageFlags } from '../../tools/certificate-authority/x509.ts';
import { type Certificate, readCertificate } from '../../trust/certificate.ts';
import { judge } from '../../trust/judge.ts';
import { readRevocationList, type RevocationList } from '../../trust/revocation-list.ts';
import type { TrustStore } from '../../trust/trust-store.ts';

const AT = Date.UTC(2026, 2, 18);
const person = personName({ name: 'Сүлейменұлы Данияр', iin: '840229399029' });
const read = ({ certificate }: Issued): Certificate => readCertificate(new Uint8Array(certificate.rawData))!;
const listBy = async (...given: Parameters<typeof revocationList>): Promise<RevocationList> =>
  readRevocationList(await revocationList(...given))!;

let root: Issued, issuing: Issued, owner: Issued;
let trust: TrustStore;
beforeAll(async () => {
  root = await newAuthority(authorityName('Root'));
  issuing = await newAuthority(authorityName('Authority'), root);
  owner = await issue(issuing, person);
  trust = {
    roots: [read(root)],
    issuers: [read(issuing)],
    lists: [await listBy(root, []), await listBy(issuing, [])],
  };
});

/** A store of its own, so that no approval of another test is remembered. */
const judged = (certificate: Certificate, more: { enclosed?: Certificate[]; trust?: Partial<TrustStore>; at?: number } = {}) =>
  judge({ certificate, enclosed: more.enclosed ?? [], at: more.at ?? AT, trust: { ...trust, ...more.trust } });

describe('a certificate is believed', () => {
  test('up to a root we hold', () => {
    expect(judged(read(owner))).toBeNull();
  });

  test('when the authority between is enclosed and not held', () => {
    expect(judged(read(owner), { trust: { issuers: [] } })).toBe('eds-foreign-issuer');
    expect(judged(read(owner), { trust: { issuers: [] }, enclosed: [read(issuing)] })).toBeNull();
  });

  test('by the newest list that speaks for the moment', async () => {
    const serial = owner.certificate.serialNumber;
    const later = await listBy(issuing, [serial], { thisUpdate: new Date(AT) });
    const lists = [...trust.lists, later];
    expect(judged(read(owner), { trust: { lists }, at: AT - 1 })).toBeNull();
    expect(judged(read(owner), { trust: { lists } })).toBe('eds-revoked');
  });
});

test('an approval that is remembered ends when a newer list begins to speak', async () => {
  const later = await listBy(issuing, [owner.certificate.serialNumber], { thisUpdate: new Date(AT) });
  const store = { ...trust, lists: [...trust.lists, later] };
  const judgedAt = (at: number) => judge({ certificate: read(owner), enclosed: [], at, trust: store });
  expect([judgedAt(AT - 1000), judgedAt(AT - 1), judgedAt(AT), judgedAt(AT - 1)]).toEqual([null, null, 'eds-revoked', null]);
});

describe('a certificate is not believed', () => {
  test('when its authority was revoked by the root', async () => {
    const lists = [await listBy(root, [issuing.certificate.serialNumber]), trust.lists[1]!];
    expect(judged(read(owner), { trust: { lists } })).toBe('eds-revoked');
  });

  test('when a person issued it', async () => {
    const false_ = await issue(owner, personName({ name: 'Подставной', iin: '901105499037' }));
    expect(judged(read(false_), { enclosed: [read(owner)] })).toBe('eds-foreign-issuer');
  });

  test('when it is of an authority, or not for signing', async () => {
    const cipher = await issue(issuing, person, { usage: KeyUsageFlags.keyEncipherment });
    expect(judged(read(issuing))).toBe('eds-not-for-signing');
    expect(judged(read(cipher))).toBe('eds-not-for-signing');
  });

  test('when an authority stands where the one above allows none', async () => {
    const below = await newAuthority(authorityName('Below'), issuing);
    const held = { issuers: [read(issuing), read(below)], lists: [...trust.lists, await listBy(below, [])] };
    expect(judged(read(await issue(below, person)), { trust: held })).toBe('eds-foreign-issuer');
  });

  test('when its root has the name of ours and another key', async () => {
    const imposter = await newAuthority(authorityName('Root'));
    expect(judged(read(await issue(imposter, person)))).toBe('eds-foreign-issuer');
  });

  test('when the list was signed by somebody else under the authority’s name', async () => {
    const imposter = await newAuthority(authorityName('Authority'), root);
    const lists = [trust.lists[0]!, await listBy(imposter, [])];
    expect(judged(read(owner), { trust: { lists } })).toBe('eds-no-revocation-list');
  });
});

test('a list of 2000 entries is read whole', async () => {
  const serials = Array.from({ length: 2000 }, (_, i) => (0x4000 + i).toString(16));
  const list = await listBy(issuing, serials);
  expect(list.revoked.size).toBe(2000);
  expect(list.revoked.has('4000') && list.revoked.has('47cf')).toBe(true);
});
