import { demoPassword } from '../../api/demo-people.ts';
import { hashPassword } from '../../api/passwords.ts';
import type { Tx } from '../../db/client.ts';
import type { Actor, Representative, Role } from '../../domain/parties.ts';
import type { KeyOwner } from '../certificate-authority/issue.ts';
import { demoId } from './ids.ts';
import { organization, people as seeded, textOf } from './seeds.ts';

/** A person of the training portal: signs in as `login` with `demoPassword(login)`, signs with the key file of that name. */
export interface DemoPerson extends Representative {
  login: string;
  roles: Role[];
}

function person(login: string, iin: string, organizationKey: string, roles: Role[], phone: string): DemoPerson {
  const row = seeded.find((each) => each.iin === iin && each.organization_key === organizationKey);
  if (!row) throw new Error(`nobody in ${organizationKey} has the number ${iin}`);
  const email = `${login}@zakup.example`;
  const { bin } = organization(organizationKey);
  return {
    login,
    userId: demoId('person', login),
    iin,
    name: textOf(row, 'name'),
    position: textOf(row, 'position'),
    bin,
    phone,
    email,
    roles,
  };
}

/** The organizer that is a customer too, the second customer, the suppliers by login, the portal's operator. */
export const ORGANIZATIONS = {
  organizer: 'C1',
  customer2: 'C2',
  supplier1: 'S1',
  supplier2: 'S3',
  supplier3: 'S13',
  supplier4: 'S4',
  operator: 'P1',
} as const;

export const SUPPLIERS = ['supplier1', 'supplier2', 'supplier3', 'supplier4'] as const;
export type SupplierLogin = (typeof SUPPLIERS)[number];

export const people: readonly DemoPerson[] = [
  person('organizer', '840229399029', ORGANIZATIONS.organizer, ['organizer', 'customer'], '+7 (7172) 00-09-01'),
  person('representative', '901105499037', ORGANIZATIONS.organizer, ['organizer'], '+7 (7172) 00-09-02'),
  person('admin', '760314499021', ORGANIZATIONS.organizer, ['organization-administrator', 'organizer'], '+7 (7172) 00-09-00'),
  person('customer2', '730518399097', ORGANIZATIONS.customer2, ['customer'], '+7 (7172) 00-09-20'),
  person('supplier1', '810120399516', ORGANIZATIONS.supplier1, ['supplier'], '+7 (727) 000-90-01'),
  person('supplier2', '790513499542', ORGANIZATIONS.supplier2, ['supplier'], '+7 (727) 000-90-02'),
  person('supplier3', '921003399644', ORGANIZATIONS.supplier3, ['supplier'], '+7 (727) 000-90-03'),
  person('supplier4', '890629399558', ORGANIZATIONS.supplier4, ['supplier'], '+7 (727) 000-90-04'),
  person('operator', '871031399794', ORGANIZATIONS.operator, ['operator'], '+7 (7172) 00-09-99'),
];

/** @throws Error when nobody has this login */
export function personCalled(login: string): DemoPerson {
  const found = people.find((each) => each.login === login);
  if (!found) throw new Error(`nobody signs in as ${login}`);
  return found;
}

/** The person acting under a role; their first one unless said otherwise. */
export function actorCalled(login: string, role?: Role): Actor {
  const { userId, name, iin, bin, roles } = personCalled(login);
  return { userId, name, iin, bin, role: role ?? roles[0]! };
}

/** Keys of both kinds are met; making an RSA key takes a while. */
const WITH_RSA = ['organizer', 'supplier1'];

/** Whom the development authority issues keys to; the certificate of a sole entrepreneur names no organization. */
export const keyOwners = (): KeyOwner[] =>
  people.map(({ login, name, iin, bin }) => {
    const legal =
      bin !== iin &&
      Object.values(ORGANIZATIONS)
        .map(organization)
        .find((each) => each.bin === bin);
    const algorithm = WITH_RSA.includes(login) ? 'rsa' : 'ec';
    return { key: login, name: name.ru, iin, algorithm, ...(legal ? { bin, organization: legal.name.ru } : {}) };
  });

/** Organizations with their cards, and the people with their passwords. Those who are there already stay as they are. */
export async function settlePeople(tx: Tx): Promise<void> {
  for (const key of Object.values(ORGANIZATIONS)) {
    const { bin, kind, name, address, place, iban, bik } = organization(key);
    await tx.query(
      `insert into organization (bin, kind, name_kk, name_ru, address_kk, address_ru, place_kk, place_ru, iban, bik)
       values ($1, $2, $3, $4, $5, $6, $7, $8, nullif($9, ''), nullif($10, '')) on conflict (bin) do nothing`,
      [bin, kind, name.kk, name.ru, address.kk, address.ru, place.kk, place.ru, iban, bik],
    );
  }
  const hashes = await Promise.all(people.map(({ login }) => hashPassword(demoPassword(login))));
  for (const [at, p] of people.entries()) {
    await tx.query(
      `insert into app_user (id, login, password_hash, iin, name_kk, name_ru, position_kk, position_ru, organization_bin, roles, email, phone)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (id) do nothing`,
      [
        p.userId,
        p.login,
        hashes[at],
        p.iin,
        p.name.kk,
        p.name.ru,
        p.position.kk,
        p.position.ru,
        p.bin,
        p.roles,
        p.email,
        p.phone,
      ],
    );
  }
}
