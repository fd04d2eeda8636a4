import { LONGEST_TOKEN_LIFE_DAYS, TOKEN_SCOPES, type Scope } from '../../domain/api-tokens.ts';
import type { Role, Text } from '../../domain/parties.ts';
import type { Cell, DataTable, WarningForm } from '../components.ts';
import type { ContentBlock } from '../content.ts';
import { checkboxes, radios, select, textField, type Filled } from '../fields.ts';
import { date, dateTime, isoInstant, list } from '../formats.ts';
import { ACTION_NAMES } from '../texts/actions.ts';
import { FRAME, ROLE_NAMES } from '../texts/frame.ts';
import { SCOPE_NAMES, TOKENS } from '../texts/tokens.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';
import { cabinetTabs } from './cabinet.view.ts';

/** Lives to choose from, days. */
export const TOKEN_LIVES = [30, 90, 180, LONGEST_TOKEN_LIFE_DAYS] as const;

/** A token in the list. Instants in ms. */
export interface TokenLine {
  id: string;
  owner: Text;
  role: Role;
  name: string;
  scopes: Scope[];
  createdAt: number;
  expiresAt: number;
  revokedAt: number | null;
  lastUsedOn: string | null;
}

interface TokensFacts {
  language: Language;
  role: Role;
  now: number;
  tokens: TokenLine[];
}

/** A scope in words; a single act by its name in the menu. */
function scopeName(scope: Scope, language: Language): string {
  const known = TOKEN_SCOPES.find((each) => each === scope);
  if (known) return SCOPE_NAMES[known][language];
  const act = scope.slice('actions:'.length);
  return fill(TOKENS.oneAct[language], { act: ACTION_NAMES[act]?.[language] ?? act });
}

/** Tokens of the person; an administrator sees those of the whole organization. */
export function tokensView({ language, role, now, tokens }: TokensFacts) {
  const t = inLanguage(TOKENS, language);
  const caption = role === 'organization-administrator' ? t.ofOrganization : t.own;
  const table: DataTable = {
    id: 'tokens',
    caption,
    columns: [t.name, t.owner, t.scopes, t.expires, t.lastUsed, t.state, t.revoke].map((text) => ({ text })),
    rows: tokens.map((token) => ({ cells: cellsOf(token, now, language) })),
    empty: t.none,
  };
  return {
    tabs: cabinetTabs(role, '/my/tokens', language),
    buttons: [{ href: '/my/tokens/new', text: t.make }],
    filter: null,
    blocks: [{ paragraphs: [t.lead], links: [{ href: '/api', text: t.howTo }] }, { table }] satisfies ContentBlock[],
  };
}

function cellsOf(token: TokenLine, now: number, language: Language): Cell[] {
  const t = inLanguage(TOKENS, language);
  const { name, owner, role, scopes, expiresAt, revokedAt, lastUsedOn } = token;
  const state = revokedAt !== null ? t.revoked : expiresAt <= now ? t.expired : t.live;
  const live = state === t.live;
  return [
    { text: name, rowHeader: true },
    { text: ofBoth(owner, language), lines: [ROLE_NAMES[role][language]] },
    { text: '', lines: scopes.map((scope) => scopeName(scope, language)) },
    { text: dateTime(expiresAt, language), iso: isoInstant(expiresAt) },
    { text: lastUsedOn ? date(lastUsedOn, language) : t.never },
    { tag: { text: state, colour: live ? 'green' : 'grey' } },
    live ? { text: t.revoke, href: `/my/tokens/${token.id}/revoke` } : { text: '' },
  ];
}

interface TokenForm {
  csrf: string;
  form: Filled;
  /** Id of the token to be: the form sent twice makes one. */
  id: string;
  roles: Role[];
  scopes: Scope[];
}

/** What the token is for, under which role, what it may, for how long. */
export function tokenForm({ csrf, form, id, roles, scopes }: TokenForm): { blocks: ContentBlock[]; form: WarningForm } {
  const { language } = form;
  const t = inLanguage(TOKENS, language);
  const roleOptions = roles.map((value) => ({ value, text: ROLE_NAMES[value][language] }));
  const scopeOptions = scopes.map((value) => ({ value, text: scopeName(value, language), hint: value }));
  const days = TOKEN_LIVES.map((value) => ({ value: String(value), text: String(value) }));
  return {
    blocks: [{ paragraphs: [t.lead] }],
    form: {
      action: '/my/tokens',
      csrf,
      hidden: [{ name: 'id', value: id }],
      fields: [
        textField({ name: 'name', label: t.name, hint: t.nameHint, width: 30 }, form),
        radios({ name: 'role', label: t.role, options: roleOptions }, form),
        checkboxes({ name: 'scopes', label: t.scopes, options: scopeOptions }, form),
        select({ name: 'days', label: t.days, options: days }, form),
      ],
      warningLabel: FRAME.warning[language],
      button: t.make,
      dangerous: false,
      cancel: { href: '/my/tokens', text: t.toList },
    },
  };
}

/** The token itself, this once; null when it was made by the first of two clicks. */
export function madeView(token: string | null, language: Language): { blocks: ContentBlock[] } {
  const t = inLanguage(TOKENS, language);
  const links = [{ href: '/my/tokens', text: t.toList }];
  if (token === null) return { blocks: [{ paragraphs: [t.madeBefore], links }] };
  return { blocks: [{ paragraphs: [t.copyNow], summary: [{ key: t.token, text: token }], links }] };
}

/** Ending a token asks once more. */
export function revocationView({ csrf, token, language }: { csrf: string; token: TokenLine; language: Language }) {
  const t = inLanguage(TOKENS, language);
  const scopes = token.scopes.map((scope) => scopeName(scope, language));
  const form: WarningForm = {
    action: `/my/tokens/${token.id}/revoke`,
    ...{ csrf, hidden: [], fields: [], warning: t.revokeLead, warningLabel: FRAME.warning[language] },
    ...{ button: t.revoke, dangerous: true, cancel: { href: '/my/tokens', text: t.toList } },
  };
  const rows = [
    { key: t.name, text: token.name },
    { key: t.owner, text: ofBoth(token.owner, language) },
    { key: t.scopes, text: list(scopes, language) },
  ];
  return { blocks: [{ summary: rows }] satisfies ContentBlock[], form };
}
