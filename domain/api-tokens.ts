/** Longest life of a token of the API, days: its holder has to say once a year that it is still wanted (ADR 0020). */
export const LONGEST_TOKEN_LIFE_DAYS = 365;

/** What a token may be allowed besides public data; `actions` means every act that the role has, but for offers, which have their own. */
export const TOKEN_SCOPES = [
  'procurements:read',
  'files:write',
  'offers:read',
  'offers:write',
  'drafts:read',
  'drafts:write',
  'actions',
] as const;

/** A permission of a token: one of the list, or a single act as `actions:suspend`. */
export type Scope = (typeof TOKEN_SCOPES)[number] | `actions:${string}`;

/** Whether the permissions of a token cover what is asked. Roles and rules are asked besides, as of any person. */
export function allows(given: readonly Scope[], needed: Scope): boolean {
  return given.includes(needed) || (needed.startsWith('actions:') && given.includes('actions'));
}
