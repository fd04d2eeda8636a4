import type { Representative, Role } from '../domain/parties.ts';
import type { BankAccount } from '../domain/procurement/draft/payloads.ts';
import type { Tx } from './client.ts';
import { findCandidate } from './lookups.ts';

interface UserRow {
  id: string;
  iin: string;
  name_kk: string;
  name_ru: string;
  position_kk: string;
  position_ru: string;
  phone: string;
  email: string;
}

/** Users of an organization who hold a role and are not blocked, by name (spec 01, step 4). */
export async function usersWithRole(tx: Tx, bin: string, role: Role): Promise<Representative[]> {
  const { rows } = await tx.query<UserRow>(
    `select id, iin, name_kk, name_ru, position_kk, position_ru, phone, email from app_user
     where organization_bin = $1 and $2 = any(roles) and not blocked order by name_ru, id limit 500`,
    [bin, role],
  );
  return rows.map((u) => ({
    userId: u.id,
    iin: u.iin,
    name: { kk: u.name_kk, ru: u.name_ru },
    position: { kk: u.position_kk, ru: u.position_ru },
    bin,
    phone: u.phone,
    email: u.email,
  }));
}

/** The user when fit to stand for the organization under the role; null for nobody, a stranger or a blocked user. */
export async function representativeOf(tx: Tx, userId: string | null, bin: string, role: Role): Promise<Representative | null> {
  const found = userId ? await findCandidate(tx, userId, role) : null;
  return found?.bin === bin ? found : null;
}

/** Bank accounts of organizations as their cards have them: BIN → account. `name` of the bank is empty where unknown. */
export async function accountsOf(tx: Tx, bins: readonly string[]): Promise<Record<string, BankAccount>> {
  const { rows } = await tx.query<{ bin: string; iban: string; bik: string | null }>(
    'select bin, iban, bik from organization where bin = any($1) and iban is not null',
    [bins],
  );
  return Object.fromEntries(rows.map(({ bin, iban, bik }) => [bin, { iban, bik: bik ?? '', name: { kk: '', ru: '' } }]));
}

/** Organizations that this organizer may plan for: itself and those whose plan items it already buys. */
export async function customersServedBy(tx: Tx, bin: string): Promise<{ bin: string; kk: string; ru: string }[]> {
  const { rows } = await tx.query<{ bin: string; kk: string; ru: string }>(
    `select bin, name_kk as kk, name_ru as ru from organization
     where bin = $1 or bin in (select customer_bin from plan_item where organizer_bin = $1) order by bin = $1 desc, name_ru`,
    [bin],
  );
  return rows;
}
