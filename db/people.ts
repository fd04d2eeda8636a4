import type { Role, Text } from '../domain/parties.ts';
import type { Database } from './client.ts';

/** A user of the portal with the organization they belong to. */
export interface PortalPerson {
  userId: string;
  login: string;
  iin: string;
  name: Text;
  position: Text;
  bin: string | null;
  organization: Text | null;
  roles: Role[];
  blocked: boolean;
  email: string;
  phone: string;
  language: 'kk' | 'ru' | 'en';
}

interface PersonRow {
  id: string;
  login: string;
  password_hash: string;
  iin: string;
  name_kk: string;
  name_ru: string;
  position_kk: string;
  position_ru: string;
  organization_bin: string | null;
  organization_kk: string | null;
  organization_ru: string | null;
  roles: Role[];
  blocked: boolean;
  email: string;
  phone: string;
  language: 'kk' | 'ru' | 'en';
}

const PERSON = `
  select u.id, u.login, u.password_hash, u.iin, u.name_kk, u.name_ru, u.position_kk, u.position_ru, u.organization_bin,
         o.name_kk as organization_kk, o.name_ru as organization_ru, u.roles, u.blocked, u.email, u.phone, u.language
    from app_user u left join organization o on o.bin = u.organization_bin`;

function personOf(row: PersonRow): PortalPerson {
  const organization = row.organization_kk && row.organization_ru ? { kk: row.organization_kk, ru: row.organization_ru } : null;
  return {
    userId: row.id,
    login: row.login,
    iin: row.iin,
    name: { kk: row.name_kk, ru: row.name_ru },
    position: { kk: row.position_kk, ru: row.position_ru },
    bin: row.organization_bin,
    organization,
    roles: row.roles,
    blocked: row.blocked,
    email: row.email,
    phone: row.phone,
    language: row.language,
  };
}

/** The person with this login and the hash their password must match; null when there is none. Case does not matter. */
export async function findByLogin(db: Database, login: string): Promise<{ person: PortalPerson; passwordHash: string } | null> {
  const { rows } = await db.pool.query<PersonRow>(`${PERSON} where lower(u.login) = lower($1)`, [login]);
  return rows[0] ? { person: personOf(rows[0]), passwordHash: rows[0].password_hash } : null;
}

export async function findPerson(db: Database, userId: string): Promise<PortalPerson | null> {
  const { rows } = await db.pool.query<PersonRow>({ name: 'person', text: `${PERSON} where u.id = $1`, values: [userId] });
  return rows[0] ? personOf(rows[0]) : null;
}

/** People who may be shown on the sign-in page of the sandbox, by login. */
export async function signInPeople(db: Database, logins: readonly string[] | null = null): Promise<PortalPerson[]> {
  const { rows } = await db.pool.query<PersonRow>(
    `${PERSON} where not u.blocked and ($1::text[] is null or u.login = any($1)) order by u.login limit 30`,
    [logins],
  );
  return rows.map(personOf);
}

export async function chooseLanguage(db: Database, userId: string, language: PortalPerson['language']): Promise<void> {
  await db.pool.query('update app_user set language = $2 where id = $1', [userId, language]);
}

/** What the frame of every page shows: the legal clock (ms) and the person's unread notices. */
export async function frameFacts(db: Database, userId: string | null): Promise<{ legalNow: number; unread: number }> {
  const { rows } = await db.pool.query<{ ms: string; unread: string }>(
    `select floor(extract(epoch from legal_now()) * 1000)::bigint as ms,
            (select count(*) from notification n where n.user_id = $1::uuid and n.read_at is null) as unread`,
    [userId],
  );
  return { legalNow: Number(rows[0]!.ms), unread: Number(rows[0]!.unread) };
}
