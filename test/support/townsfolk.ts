import { addCalendarVersion } from '../../db/lookups.ts';
import type { Tx } from '../../db/client.ts';
import { organization, townspeople } from './people.ts';
import { kazakhCalendar, seed } from './seeds.ts';

/** Puts organizations, people (with no usable password) and the working calendar into a database. */
export async function settle(tx: Tx): Promise<void> {
  const keys = ['C1', 'C2', 'C3', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7'];
  for (const key of keys) {
    const { bin, name, address, place } = organization(key);
    const kind = seed('organizations').find((o) => o.key === key)?.kind ?? 'customer';
    await tx.query(
      `insert into organization (bin, kind, name_kk, name_ru, address_kk, address_ru, place_kk, place_ru) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [bin, kind, name.kk, name.ru, address.kk, address.ru, place.kk, place.ru],
    );
  }
  for (const p of townspeople) {
    await tx.query(
      `insert into app_user (id, login, password_hash, iin, name_kk, name_ru, position_kk, position_ru, organization_bin, roles, email, phone)
       values ($1, $2, 'none', $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [p.userId, p.key, p.iin, p.name.kk, p.name.ru, p.position.kk, p.position.ru, p.bin, p.roles, p.email, p.phone],
    );
  }
  const { version: _version, ...body } = kazakhCalendar();
  await addCalendarVersion(tx, body, 'seed', 'calendar of the seed data');
}
