import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pkijs from 'pkijs';
import type { webcrypto } from 'node:crypto';
import { binFault, iinFault } from '../domain/identifiers.ts';
import { type Issued, issue, newKeys, privateKeyOf } from '../tools/certificate-authority/authority.ts';
import { personName } from '../tools/certificate-authority/names.ts';
import { X509Certificate } from '../tools/certificate-authority/x509.ts';
import type { SigningKey } from '../trust/browser/p12.ts';
import { own } from '../trust/bytes.ts';
import type { Portal } from './portal.ts';
import { longRevocationList } from './revoked.ts';
import { type Session, sessionsOf } from './sessions.ts';

/** A supplier with a session of its own and a certificate that the portal comes to know. */
export interface Bidder {
  bin: string;
  session: Session;
  known: SigningKey;
  /** Another certificate of the same person, seen by nobody yet. */
  renew(): Promise<SigningKey>;
}

/** Entries of the revocation list against which their signatures are judged. */
const REVOKED = 100_000;

/** Registers `count` suppliers, issues their certificates (RSA-2048) and signs them in. */
export async function makeBidders(portal: Portal, count: number): Promise<Bidder[]> {
  const folder = join(portal.stack.dataDir, 'ca');
  const authority = await issuing(folder);
  // Their key pairs may be one and the same: what is judged are certificates and signatures.
  const keys = await newKeys();
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  const people = Array.from({ length: count }, (_, n) => {
    const place = String(n).padStart(3, '0');
    const iin = numberWithCheckDigit(`85010${1 + (n % 9)}3${place}`, iinFault);
    return {
      userId: randomUUID(),
      iin,
      bin: numberWithCheckDigit(`190640${place}0`, binFault),
      name: `Поставщик ${place}`,
    };
  });
  await register(portal, people);
  const sessions = await sessionsOf(
    portal,
    people.map(({ userId }) => userId),
  );
  const bidders: Bidder[] = [];
  for (const [index, { iin, bin, name }] of people.entries()) {
    const renew = () => certified({ authority, keys, pkcs8, iin, bin, name });
    bidders.push({ bin, session: sessions[index]!, known: await renew(), renew });
  }
  writeFileSync(join(folder, 'trust', 'crl', 'issuing.crl'), await longRevocationList(authority, REVOKED));
  return bidders;
}

async function issuing(folder: string): Promise<Issued> {
  const certificate = new X509Certificate(readFileSync(join(folder, 'trust', 'issuers', 'issuing.pem'), 'utf8'));
  return { certificate, privateKey: await privateKeyOf(readFileSync(join(folder, 'authority', 'issuing.key.pem'), 'utf8')) };
}

interface Certified {
  authority: Issued;
  keys: webcrypto.CryptoKeyPair;
  pkcs8: ArrayBuffer;
  iin: string;
  bin: string;
  name: string;
}

async function certified({ authority, keys, pkcs8, iin, bin, name }: Certified): Promise<SigningKey> {
  const { certificate } = await issue(authority, personName({ name, iin, bin, organization: name }), { keys });
  const read = (given: X509Certificate) => pkijs.Certificate.fromBER(own(new Uint8Array(given.rawData)).buffer);
  return { pkcs8, certificates: [read(certificate), read(authority.certificate)] };
}

type Person = { userId: string; iin: string; bin: string; name: string };

async function register({ services: { db } }: Portal, people: Person[]): Promise<void> {
  const rows = JSON.stringify(people);
  await db.pool.query(
    `insert into organization (bin, kind, name_kk, name_ru, address_kk, address_ru, place_kk, place_ru)
     select bin, 'supplier', name, name, 'Алматы қ.', 'г. Алматы', 'Алматы қ.', 'г. Алматы' from jsonb_to_recordset($1) as r(bin text, name text)`,
    [rows],
  );
  await db.pool.query(
    `insert into app_user (id, login, password_hash, iin, name_kk, name_ru, position_kk, position_ru, organization_bin, roles, email, phone)
     select "userId", 'bidder-' || bin, 'none', iin, name, name, 'Директор', 'Директор', bin, array['supplier'], bin || '@bench.example', ''
     from jsonb_to_recordset($1) as r("userId" uuid, iin text, bin text, name text)`,
    [rows],
  );
}

/** The number that begins so and passes the check of its kind. @throws Error when there is none */
function numberWithCheckDigit(beginning: string, fault: (text: string) => unknown): string {
  for (let end = 0; end < 100; end += 1) {
    const number = beginning + String(end).padStart(2, '0');
    if (fault(number) === null) return number;
  }
  throw new Error(`no number begins with ${beginning}`);
}
