import type { Actor, Organization, Representative, Role } from '../../domain/parties.ts';
import { seed } from './seeds.ts';

const organizations = seed('organizations');

/** An organization of the seed data by its key (`C1`, `S1` …). */
export function organization(key: string): Organization {
  const found = organizations.find((o) => o.key === key);
  if (!found) throw new Error(`no organization ${key}`);
  return {
    bin: found.bin,
    name: { kk: found.name_kk, ru: found.name_ru },
    address: { kk: found.address_kk, ru: found.address_ru },
    place: { kk: found.address_kk.split(',')[0] ?? '', ru: found.address_ru.split(',')[0] ?? '' },
  };
}

export interface Townsperson extends Representative {
  key: string;
  roles: Role[];
}

const people = seed('people');
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function person(n: number, key: string, row: number, organizationKey: string, roles: Role[]): Townsperson {
  const found = people[row];
  if (!found) throw new Error(`no person in row ${row}`);
  return {
    key,
    userId: id(n),
    iin: found.iin,
    name: { kk: found.name_kk, ru: found.name_ru },
    position: { kk: found.position_kk, ru: found.position_ru },
    bin: organization(organizationKey).bin,
    phone: `+7 7172 00-00-${String(n).padStart(2, '0')}`,
    email: `${key}@town.example`,
    roles,
  };
}

/** The people of a test town: C1 buys for itself and for C2; S1 to S7 sell. */
export const townspeople: readonly Townsperson[] = [
  person(1, 'creator', 0, 'C1', ['organizer', 'customer']),
  person(2, 'colleague', 1, 'C1', ['organizer', 'customer']),
  person(3, 'administrator', 2, 'C1', ['organization-administrator', 'organizer']),
  person(4, 'customer', 4, 'C2', ['customer']),
  person(5, 'supplier1', 20, 'S1', ['supplier']),
  person(6, 'supplier2', 21, 'S2', ['supplier']),
  person(7, 'supplier3', 22, 'S3', ['supplier']),
  person(8, 'supplier4', 23, 'S4', ['supplier']),
  person(9, 'operator', 30, 'C3', ['operator']),
  person(10, 'supplier5', 55, 'S5', ['supplier']),
  person(11, 'supplier6', 56, 'S6', ['supplier']),
  person(12, 'supplier7', 57, 'S7', ['supplier']),
];

export function townsperson(key: string): Townsperson {
  const found = townspeople.find((p) => p.key === key);
  if (!found) throw new Error(`nobody is called ${key}`);
  return found;
}

/** A person acting under a role; their first one unless said otherwise. */
export function actor(key: string, role?: Role): Actor {
  const { userId, name, iin, bin, roles } = townsperson(key);
  return { userId, name, iin, bin, role: role ?? roles[0] ?? 'supplier' };
}
