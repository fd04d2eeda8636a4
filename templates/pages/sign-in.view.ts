import type { Role } from '../../domain/parties.ts';
import type { DataTable } from '../components.ts';
import { anchorOf, textField, type FieldError, type FieldView } from '../fields.ts';
import { FRAME, ROLE_NAMES } from '../texts/frame.ts';
import { ROLE_DEEDS, SIGN_IN } from '../texts/sign-in.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';

/** A person of the sandbox whose password may be shown. */
export interface DemoPerson {
  login: string;
  password: string;
  name: { kk: string; ru: string };
  organization: { kk: string; ru: string } | null;
  roles: Role[];
}

export type SignInTrouble =
  { kind: 'wrong-pair' } | { kind: 'blocked' } | { kind: 'too-many'; minutes: number } | { kind: 'missing'; fields: string[] };

export interface SignInFacts {
  language: Language;
  csrf: string;
  /** Where to go afterwards; a local path. */
  next: string;
  login: string;
  /** Only ever a demo password of the sandbox. */
  password: string;
  /** The person asked for a page that needs signing in. */
  sentHere: boolean;
  /** The session ended while a form was being filled in. */
  sessionEnded: boolean;
  trouble: SignInTrouble | null;
  demo: DemoPerson[];
}

export function signInView(facts: SignInFacts) {
  const { language, csrf, next } = facts;
  const t = inLanguage(SIGN_IN, language);
  const errors = troubles(facts.trouble, t);
  const form = { language, values: { login: facts.login }, errors };
  return {
    t,
    csrf,
    errors,
    lead: facts.sessionEnded ? t.sessionEnded : facts.sentHere ? t.signInFirst : '',
    hidden: [{ name: 'next', value: next }],
    fields: [textField({ name: 'login', label: t.login, autocomplete: 'username' }, form), passwordField(facts, errors, t)],
    demo: facts.demo.length > 0 ? demoTable(facts, t) : null,
  };
}

type Texts = Record<keyof typeof SIGN_IN, string>;

function troubles(trouble: SignInTrouble | null, t: Texts): FieldError[] {
  const at = (field: string, text: string) => ({ field, text, href: anchorOf(field) });
  switch (trouble?.kind) {
    case undefined:
      return [];
    case 'wrong-pair':
      return [at('login', t.wrongPair)];
    case 'blocked':
      return [at('login', t.blocked)];
    case 'too-many':
      return [at('login', fill(t.tooManyAttempts, { minutes: trouble.minutes }))];
    case 'missing':
      return trouble.fields.map((field) => at(field, field === 'login' ? t.loginMissing : t.passwordMissing));
  }
}

function passwordField({ language, password }: SignInFacts, errors: FieldError[], t: Texts): FieldView {
  const error = errors.find((e) => e.field === 'password')?.text;
  const { show, hide, showLabel, hideLabel, shown, hidden } = t;
  return {
    ...{ partial: 'password-field', id: 'password', name: 'password', label: t.password, autocomplete: 'current-password' },
    ...{ show, hide, showLabel, hideLabel, shown, hidden, error, errorPrefix: FRAME.errorPrefix[language] },
    value: password,
    describedBy: error ? 'password-error' : '',
  };
}

function demoTable({ demo, language, next }: SignInFacts, t: Texts): DataTable {
  const row = (person: DemoPerson) => ({
    cells: [
      {
        href: `/sign-in?as=${encodeURIComponent(person.login)}&next=${encodeURIComponent(next)}`,
        text: ofBoth(person.name, language),
        lines: [...(person.organization ? [ofBoth(person.organization, language)] : []), `${person.login} / ${person.password}`],
        rowHeader: true,
      },
      { lines: [], text: person.roles.map((role) => `${ROLE_NAMES[role][language]}: ${ROLE_DEEDS[role][language]}`).join('; ') },
    ],
  });
  return {
    id: 'demo-people',
    caption: t.demoHeading,
    captionHidden: true,
    columns: [{ text: t.demoPerson }, { text: t.demoMay }],
    rows: demo.map(row),
    empty: '',
  };
}
