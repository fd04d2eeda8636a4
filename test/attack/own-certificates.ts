import { webcrypto } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as pkijs from 'pkijs';
import { type Issued, issue, newAuthority, privateKeyOf, revocationList } from '../../tools/certificate-authority/authority.ts';
import { authorityName, personName } from '../../tools/certificate-authority/names.ts';
import { X509Certificate } from '../../tools/certificate-authority/x509.ts';
import { own } from '../../trust/bytes.ts';
import type { SigningKey } from '../../trust/browser/p12.ts';
import { townsperson } from '../support/people.ts';

const DAY = 86_400_000;

const keyOf = async (owner: Issued, above: Issued): Promise<SigningKey> => ({
  pkcs8: await webcrypto.subtle.exportKey('pkcs8', owner.privateKey),
  certificates: [owner, above].map(({ certificate }) =>
    pkijs.Certificate.fromBER(own(new Uint8Array(certificate.rawData)).buffer),
  ),
});

/**
 * Certificates of every kind that must be refused, for each of these people, as of an instant (ms): issued by the authority whose keys
 * lie beside this trust folder. `revoked` is on a list that begins to speak at the instant; before it, its signatures hold.
 */
export async function badCertificatesOf<Person extends string>(trustDir: string, people: readonly Person[], at: number) {
  const read = (...path: string[]) => readFileSync(join(dirname(trustDir), ...path), 'utf8');
  const authority: Issued = {
    certificate: new X509Certificate(read('trust', 'issuers', 'issuing.pem')),
    privateKey: await privateKeyOf(read('authority', 'issuing.key.pem')),
  };
  const foreign = await newAuthority(authorityName('Another authority'));
  const serials: string[] = [];
  const of = async (person: string) => {
    const { name, iin, bin } = townsperson(person);
    const subject = personName({ name: name.ru, iin, bin });
    const colleague = personName({ name: 'Коллега', iin: '900101300017', bin });
    const elsewhere = personName({ name: name.ru, iin, bin: '150240012345' });
    const revoked = await issue(authority, subject);
    serials.push(revoked.certificate.serialNumber);
    return {
      good: await keyOf(await issue(authority, subject), authority),
      revoked: await keyOf(revoked, authority),
      expired: await keyOf(await issue(authority, subject, { validTo: new Date(at - 1000) }), authority),
      'not yet valid': await keyOf(await issue(authority, subject, { validFrom: new Date(at + DAY) }), authority),
      'of another authority': await keyOf(await issue(foreign, subject), foreign),
      'of a colleague': await keyOf(await issue(authority, colleague), authority),
      'of another organization': await keyOf(await issue(authority, elsewhere), authority),
    };
  };
  const made = await Promise.all(people.map(async (person) => [person, await of(person)] as const));
  const list = await revocationList(authority, serials, { thisUpdate: new Date(at) });
  writeFileSync(join(trustDir, 'crl', `issuing-${at}.crl`), list);
  return Object.fromEntries(made) as Record<Person, Awaited<ReturnType<typeof of>>>;
}
