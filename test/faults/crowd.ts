import { randomInt } from 'node:crypto';
import { demoPassword } from '../../api/demo-people.ts';
import { hashPassword } from '../../api/passwords.ts';
import type { Tx } from '../../db/client.ts';
import { binFault, iinFault } from '../../domain/identifiers.ts';
import type { KeyOwner } from '../../tools/certificate-authority/issue.ts';
import { townspeople } from '../support/people.ts';

/** A supplier who signs in as `login`, with a key file of the same name. */
export interface Seller {
  login: string;
  userId: string;
  iin: string;
  bin: string;
  name: string;
}

/** Suppliers at work while processes are killed. */
export const SELLERS: readonly Seller[] = Array.from({ length: 20 }, (_, index) => seller(index + 1));

/** Officials of one organizer; each publishes, and as the organizer's representative decides. */
export const OFFICIALS = ['creator', 'colleague', 'administrator'] as const;
export type Official = (typeof OFFICIALS)[number];

function seller(place: number): Seller {
  const two = String(place).padStart(2, '0');
  return {
    login: `seller${place}`,
    userId: `00000000-0000-4000-8001-${String(place).padStart(12, '0')}`,
    iin: numberWithCheckDigit(`8401${two}3990`, iinFault),
    bin: numberWithCheckDigit(`180640${two}90`, binFault),
    name: `ТОО «Поставщик-${place}»`,
  };
}

/** The number that begins so and passes the check of its kind; twelve digits. @throws Error when there is none */
function numberWithCheckDigit(beginning: string, fault: (text: string) => unknown): string {
  for (let end = 0; end < 100; end += 1) {
    const number = beginning + String(end).padStart(2, '0');
    if (fault(number) === null) return number;
  }
  throw new Error(`no number begins with ${beginning}`);
}

export const keyOwners = (): KeyOwner[] => [
  ...SELLERS.map(({ login, name, iin, bin }) => ({ key: login, name, iin, bin, algorithm: 'ec' as const })),
  ...townspeople
    .filter(({ key }) => OFFICIALS.some((official) => official === key))
    .map(({ key, name, iin, bin }) => ({ key, name: name.ru, iin, bin, algorithm: 'ec' as const })),
];

/** Puts the suppliers beside the townspeople and lets everybody sign in; all officials act as organizers. */
export async function settleCrowd(tx: Tx): Promise<void> {
  for (const { login, userId, iin, bin, name } of SELLERS) {
    await tx.query(
      `insert into organization (bin, kind, name_kk, name_ru, address_kk, address_ru, place_kk, place_ru)
       values ($1, 'supplier', $2, $2, 'Алматы қ.', 'г. Алматы', 'Алматы қ.', 'г. Алматы')`,
      [bin, name],
    );
    await tx.query(
      `insert into app_user (id, login, password_hash, iin, name_kk, name_ru, position_kk, position_ru, organization_bin, roles, email, phone)
       values ($1, $2, 'none', $3, $4, $4, 'Директор', 'Директор', $5, array['supplier'], $6, '')`,
      [userId, login, iin, `${name}, директор`, bin, `${login}@crowd.example`],
    );
  }
  await tx.query(`update app_user set roles = array['organizer'] where login = any($1)`, [OFFICIALS]);
  for (const login of [...SELLERS.map((each) => each.login), ...OFFICIALS])
    await tx.query('update app_user set password_hash = $2 where login = $1', [login, await hashPassword(demoPassword(login))]);
}

/** A price below the amount that no other offer has by chance, two decimals. */
export const somePrice = (): string => `${randomInt(500_000, 999_000)}.${String(randomInt(100)).padStart(2, '0')}`;
