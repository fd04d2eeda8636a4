import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { X509Certificate } from './x509.ts';
import { readRevocationList } from '../../trust/revocation-list.ts';
import {
  belongsTogether,
  type Issued,
  issue,
  newAuthority,
  privateKeyOf,
  privatePem,
  revocationList,
  VALID_FROM,
} from './authority.ts';
import { authorityName, type KeyOwner, personName, portalName } from './names.ts';
import { p12File } from './p12-file.ts';
export type { KeyOwner } from './names.ts';

/** Where the development keys lie. */
export interface DevelopmentKeys {
  /** For `loadTrustStore`: roots/, issuers/, crl/. */
  trustDir: string;
  /** For `loadPlatformKey`: the seal of the portal. */
  platformDir: string;
  /** Key file (.p12) by `key`; the first person also as `<key>-expired`, `<key>-revoked`, `<key>-foreign`. */
  files: Record<string, string>;
  password: string;
}

export const DEVELOPMENT_PASSWORD = 'Qwerty12';

/**
 * Issues development keys below `dir`: authorities, revocation lists, one .p12 per person, the portal's seal, and for the first
 * person keys that must be refused. The authorities of an earlier call are kept, so that keys may be issued later too.
 */
export async function issueDevelopmentKeys(given: {
  dir: string;
  people: KeyOwner[];
  password?: string;
}): Promise<DevelopmentKeys> {
  const { dir, people, password = DEVELOPMENT_PASSWORD } = given;
  const root = await keptAuthority(dir, 'root', 'roots', 'Zakup development root');
  const issuing = await keptAuthority(dir, 'issuing', 'issuers', 'Zakup development authority', root);
  const above = [issuing.certificate];
  const files: Record<string, string> = {};
  const keep = async (key: string, owner: Issued, label: string, chain = above): Promise<void> => {
    files[key] = join(dir, 'keys', `${key}.p12`);
    await write(files[key], await p12File({ owner, above: chain, password, label }), 0o600);
  };
  await Promise.all(
    people.map(async (person) => {
      await keep(person.key, await issue(issuing, personName(person), { algorithm: person.algorithm }), person.name);
    }),
  );
  const revoked: string[] = [];
  const [first] = people;
  if (first) {
    const expired = await issue(issuing, personName(first), { validTo: new Date(VALID_FROM.getTime() + 365 * 86_400_000) });
    await keep(`${first.key}-expired`, expired, first.name);
    const withdrawn = await issue(issuing, personName(first));
    revoked.push(withdrawn.certificate.serialNumber);
    await keep(`${first.key}-revoked`, withdrawn, first.name);
    const stranger = await newAuthority(authorityName('Foreign authority'));
    await keep(`${first.key}-foreign`, await issue(stranger, personName(first)), first.name, [stranger.certificate]);
  }
  await writeLists(dir, root, issuing, revoked);
  const platformDir = join(dir, 'platform');
  const seal = await issue(issuing, portalName());
  await write(join(platformDir, 'platform.key.pem'), await privatePem(seal.privateKey), 0o600);
  await write(join(platformDir, 'platform.crt.pem'), [seal.certificate, ...above].map(pem).join(''));
  return { trustDir: join(dir, 'trust'), platformDir, files, password };
}

/** Lists of both authorities; what an earlier list revoked stays revoked. */
async function writeLists(dir: string, root: Issued, issuing: Issued, revoked: string[]): Promise<void> {
  const file = join(dir, 'trust', 'crl', 'issuing.crl');
  const earlier = await readFile(file).then(readRevocationList, () => null);
  await write(join(dir, 'trust', 'crl', 'root.crl'), await revocationList(root, []));
  await write(file, await revocationList(issuing, [...(earlier?.revoked ?? []), ...revoked]));
}

/** The authority of an earlier call, or a new one: certificate in the trust store, key beside it in authority/. */
async function keptAuthority(dir: string, name: string, folder: string, title: string, by?: Issued): Promise<Issued> {
  const keyFile = join(dir, 'authority', `${name}.key.pem`);
  const certificateFile = join(dir, 'trust', folder, `${name}.pem`);
  const kept = await Promise.all([readFile(keyFile, 'utf8'), readFile(certificateFile, 'utf8')]).catch(() => null);
  if (kept) {
    const certificate = new X509Certificate(kept[1]);
    if (belongsTogether(certificate, kept[0])) return { certificate, privateKey: await privateKeyOf(kept[0]) };
  }
  const authority = await newAuthority(authorityName(title), by);
  await write(keyFile, await privatePem(authority.privateKey), 0o600);
  await write(certificateFile, pem(authority.certificate));
  return authority;
}

const pem = (certificate: X509Certificate): string => certificate.toString('pem').trimEnd() + '\n';

async function write(file: string, content: string | Buffer, mode = 0o644): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content, { mode });
}
