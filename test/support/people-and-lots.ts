import type { Actor, Organization, Person, Representative, Role } from '../../domain/parties.ts';
import { PORTAL } from '../../domain/parties.ts';
import type { DocumentRef, Lot, ProcurementFile } from '../../domain/procurement/file.ts';
import { bareDraft, lotOfSeed, namedPaper } from './bare-draft.ts';
import { seed } from './seeds.ts';

const ORGANIZER = 'O1';
const [FIRST_CUSTOMER, SECOND_CUSTOMER] = ['C1', 'C9'] as const;

const organizations = new Map(seed('organizations').map((row) => [row.key, row]));
const localities = new Map(seed('kato-extract').map((row) => [row.code, row]));
const staff = seed('people');
const goods = seed('lots-realistic').filter((row) => row.kind === 'goods' && row.suggested_method === 'price-quotations');

function must<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`the seeds have no ${what}`);
  return found;
}

/** Organization of the seeds by its key: customers C1–C16, single organizers O1–O2, suppliers S1–S15. */
export function organization(key: string): Organization {
  const row = must(organizations.get(key), key);
  const locality = must(localities.get(row.place_kato), row.place_kato);
  return {
    bin: row.bin,
    name: { kk: row.name_kk, ru: row.name_ru },
    address: { kk: row.address_kk, ru: row.address_ru },
    place: { kk: locality.name_kk, ru: locality.name_ru },
  };
}

/** Person of an organization by place among those of a role, from 1. The user id follows from the IIN. */
export function person(key: string, role: Role, place: number): Representative {
  const row = must(
    staff.filter((each) => each.organization_key === key && each.roles.split(';').includes(role))[place - 1],
    `${role} ${place} of ${key}`,
  );
  return {
    userId: `00000000-0000-4000-8000-${row.iin}`,
    iin: row.iin,
    name: { kk: row.name_kk, ru: row.name_ru },
    bin: row.organization_bin,
    position: { kk: row.position_kk, ru: row.position_ru },
    phone: '+7 7172 90-09-01',
    email: `${row.iin}@${key.toLowerCase()}.example.kz`,
  };
}

const acting = ({ userId, name, iin, bin }: Person, role: Role): Actor => ({ userId, name, iin, bin, role });
const named = ({ userId, iin, name, bin }: Person): Person => ({ userId, iin, name, bin });

/** Supplier of the seeds, 1–15. */
export const suppliers = (place: number): Organization => organization(`S${place}`);

/** Everyone who meets in one procurement, each under one acting role. */
export const actors = {
  creator: acting(person(ORGANIZER, 'organizer', 1), 'organizer'),
  organizerRepresentative: acting(person(ORGANIZER, 'organizer', 2), 'organizer'),
  secondOrganizer: acting(person(ORGANIZER, 'organizer', 3), 'organizer'),
  administrator: acting(person(ORGANIZER, 'organization-administrator', 1), 'organization-administrator'),
  customer: acting(person(FIRST_CUSTOMER, 'customer', 2), 'customer'),
  customerRepresentative: acting(person(FIRST_CUSTOMER, 'customer', 1), 'customer'),
  secondCustomer: acting(person(SECOND_CUSTOMER, 'customer', 1), 'customer'),
  foreignCustomer: acting(person('C10', 'customer', 1), 'customer'),
  foreignOrganizer: acting(person('O2', 'organizer', 1), 'organizer'),
  foreignAdministrator: acting(person('O2', 'organization-administrator', 1), 'organization-administrator'),
  customersAdministrator: acting(person(FIRST_CUSTOMER, 'organization-administrator', 1), 'organization-administrator'),
  supplier: (place: number): Actor => acting(person(`S${place}`, 'supplier', 1), 'supplier'),
  operator: { ...acting(person('S1', 'supplier', 1), 'operator'), ...operatorOfThePortal() },
  portal: PORTAL,
} as const;

function operatorOfThePortal(): Pick<Actor, 'userId' | 'iin' | 'name' | 'bin'> {
  const row = must(
    staff.find((each) => each.roles.split(';').includes('portal-operator')),
    'operator',
  );
  return {
    userId: `00000000-0000-4000-8000-${row.iin}`,
    iin: row.iin,
    name: { kk: row.name_kk, ru: row.name_ru },
    bin: row.organization_bin,
  };
}

/** `customer` 1 or 2 of the procurement; `amount` for a single unit, otherwise the lot of the seeds as it is. */
export interface LotWish {
  amount?: string;
  customer?: 1 | 2;
}

function lot({ amount, customer = 1 }: LotWish, index: number): Lot {
  const row = must(goods[index % goods.length], 'goods');
  const own = {
    number: String(index + 1),
    planItemId: `00000000-0000-4000-9000-${String(index + 1).padStart(12, '0')}`,
    customer: organization(customer === 1 ? FIRST_CUSTOMER : SECOND_CUSTOMER).bin,
  };
  return lotOfSeed(row, amount === undefined ? own : { ...own, amount });
}

const DIGEST = '5a'.repeat(32);
const document = (kind: DocumentRef['kind'], place: number, of?: string): DocumentRef =>
  namedPaper(`00000000-0000-4000-a000-${String(place).padStart(12, '0')}`, kind, DIGEST, of);

/** A complete draft over these lots. */
export function someDraft(wishes: readonly LotWish[], window: ProcurementFile['window']): ProcurementFile {
  const lots = wishes.map(lot);
  return bareDraft({
    id: 'procurement-1000007-1',
    number: '1000007-1',
    name: { kk: 'Кеңсе тауарларын сатып алу', ru: 'Приобретение канцелярских товаров' },
    flags: { disability: false, singleOrganizer: true },
    organizer: organization(ORGANIZER),
    customers: [organization(FIRST_CUSTOMER), organization(SECOND_CUSTOMER)],
    creator: named(person(ORGANIZER, 'organizer', 1)),
    organizerRepresentative: person(ORGANIZER, 'organizer', 2),
    customerRepresentatives: [
      { ...person(FIRST_CUSTOMER, 'customer', 1), customer: organization(FIRST_CUSTOMER).bin },
      { ...person(SECOND_CUSTOMER, 'customer', 2), customer: organization(SECOND_CUSTOMER).bin },
    ],
    lots,
    documents: [...lots.map((each, index) => document('specification', index + 1, each.number)), document('contract-draft', 0)],
    window,
  });
}
