import type { Scope } from '../domain/api-tokens.ts';
import type { Role, Text } from '../domain/parties.ts';
import type { Tx } from './client.ts';

/** A token as its page shows it; the token itself is kept nowhere. Instants in ms, `lastUsedOn` a day of Kazakhstan. */
export interface ApiToken {
  id: string;
  userId: string;
  /** Who answers for it. */
  owner: Text;
  role: Role;
  name: string;
  scopes: Scope[];
  createdAt: number;
  expiresAt: number;
  revokedAt: number | null;
  lastUsedOn: string | null;
}

export interface NewToken {
  id: string;
  sha256: string;
  organizationBin: string;
  userId: string;
  role: Role;
  name: string;
  scopes: Scope[];
  /** Days from now by the legal clock. */
  days: number;
}

/** Keeps a new token; false when this very id is there already, as after a double click. */
export async function addApiToken(tx: Tx, token: NewToken): Promise<boolean> {
  const { id, sha256, organizationBin, userId, role, name, scopes, days } = token;
  const { rowCount } = await tx.query(
    `insert into api_token (id, sha256, organization_bin, user_id, role, name, scopes, created_at, expires_at)
     select $1, $2, $3, $4, $5, $6, $7, t, t + make_interval(days => $8) from (select legal_now() as t) clock on conflict (id) do nothing`,
    [id, sha256, organizationBin, userId, role, name, scopes, days],
  );
  return rowCount === 1;
}

/**
 * The token with this digest while it is good: not revoked, not expired, and its owner is still of that organization and role.
 * `noted`: whether the day of this use is kept; of offers nothing is.
 */
export async function findLiveToken(
  tx: Tx,
  sha256: string,
  { noted }: { noted: boolean },
): Promise<{ id: string; userId: string; role: Role; scopes: Scope[] } | undefined> {
  const { rows } = await tx.query<{ id: string; userId: string; role: Role; scopes: Scope[]; usedToday: boolean }>(
    `select t.id, t.user_id as "userId", t.role, t.scopes, t.last_used_on is not distinct from ${TODAY} as "usedToday"
     from api_token t join app_user u on u.id = t.user_id
     where t.sha256 = $1 and t.revoked_at is null and t.expires_at > legal_now()
       and not u.blocked and t.role = any(u.roles) and u.organization_bin = t.organization_bin`,
    [sha256],
  );
  const [found] = rows;
  if (found && noted && !found.usedToday)
    await tx.query(`update api_token set last_used_on = ${TODAY} where id = $1`, [found.id]);
  return found;
}

const TODAY = `(legal_now() at time zone interval '5 hours')::date`;

/** Tokens of an organization, newest first; of one person when `userId` is given. */
export async function apiTokensOf(tx: Tx, of: { bin: string; userId: string | null }): Promise<ApiToken[]> {
  const { rows } = await tx.query<ApiToken>(
    `select t.id, t.user_id as "userId", json_build_object('kk', u.name_kk, 'ru', u.name_ru) as owner, t.role, t.name, t.scopes,
       floor(extract(epoch from t.created_at) * 1000)::float8 as "createdAt", floor(extract(epoch from t.expires_at) * 1000)::float8 as "expiresAt",
       floor(extract(epoch from t.revoked_at) * 1000)::float8 as "revokedAt", t.last_used_on::text as "lastUsedOn"
     from api_token t join app_user u on u.id = t.user_id
     where t.organization_bin = $1 and ($2::uuid is null or t.user_id = $2) order by t.created_at desc, t.id`,
    [of.bin, of.userId],
  );
  return rows;
}

/** Ends a token for good; false when there is no such one among these, or it was ended before. */
export async function revokeApiToken(
  tx: Tx,
  id: string,
  of: { bin: string; userId: string | null; by: string },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update api_token set revoked_at = legal_now(), revoked_by = $4
     where id::text = $1 and organization_bin = $2 and ($3::uuid is null or user_id = $3) and revoked_at is null`,
    [id, of.bin, of.userId, of.by],
  );
  return rowCount === 1;
}
