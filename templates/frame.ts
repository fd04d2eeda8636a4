import { ROLES, type Role } from '../domain/parties.ts';
import { dateTime, isoInstant } from './formats.ts';
import { FRAME, LANGUAGE_NAMES, LEGAL_LANGUAGE_NOTE, ROLE_NAMES, type FrameText } from './texts/frame.ts';
import { fill, inLanguage, LANGUAGES, ofBoth, type Language } from './texts/texts.ts';

/** What the frame around a page depends on. Instants in ms since the epoch. */
export interface FrameFacts {
  language: Language;
  /** Path and query of the page, for the way back after signing in or changing the language. */
  path: string;
  /** Token of the session's forms; null for visitors without a session. */
  csrf: string | null;
  person: { name: { kk: string; ru: string }; organization: { kk: string; ru: string } | null; role: Role; roles: Role[] } | null;
  legalNow: number;
  sessionUntil: number | null;
  unread: number;
  sandbox: { temporalUi?: string; mailUrl?: string } | null;
  assets: { styles: string; script: string; icon: string };
}

const NAVIGATION: { href: string; text: FrameText; for: 'all' | 'people' | Role[] }[] = [
  { href: '/lots', text: 'lots', for: 'all' },
  { href: '/announcements', text: 'announcements', for: 'all' },
  { href: '/my', text: 'myCabinet', for: 'people' },
  { href: '/my/announcements', text: 'myAnnouncements', for: ['organizer', 'customer'] },
  { href: '/my/quotations', text: 'myQuotations', for: ['supplier'] },
  { href: '/my/notifications', text: 'notifications', for: 'people' },
  { href: '/operator', text: 'portalState', for: ['operator'] },
];

/** allowEval off: the policy forbids it; no snapshots of pages in the browser: they would keep prices (ux notes on htmx 2). */
const HTMX_CONFIG = JSON.stringify({
  includeIndicatorStyles: false,
  allowEval: false,
  historyCacheSize: 0,
  historyRestoreAsHxRequest: false,
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '422', swap: true },
    { code: '[45]..', swap: false, error: true },
  ],
});

/** The frame as templates print it; every page view is rendered beside it as `frame`. */
export function frameOf(facts: FrameFacts) {
  const { language, path, person, legalNow } = facts;
  const t = inLanguage(FRAME, language);
  const at = (moment: number) => ({ iso: isoInstant(moment), text: dateTime(moment, language) });
  return {
    t,
    language,
    path,
    csrf: facts.csrf ?? '',
    assets: facts.assets,
    htmxConfig: HTMX_CONFIG,
    htmxHeaders: JSON.stringify({ 'x-csrf-token': facts.csrf ?? '' }),
    legalNow,
    legalTime: at(legalNow),
    session: facts.sessionUntil === null ? null : { ...at(facts.sessionUntil), text: at(facts.sessionUntil).text.slice(-5) },
    sandbox: facts.sandbox && { ...facts.sandbox, maySkip: person?.role === 'operator' },
    languages: LANGUAGES.map((code) => ({ code, name: LANGUAGE_NAMES[code], current: code === language })),
    legalLanguageNote: LEGAL_LANGUAGE_NOTE[language],
    signInHref: `/sign-in?next=${encodeURIComponent(path)}`,
    person: person && personOf(person, language),
    bell: { ...badgeOf(facts.unread, t), title: t.notifications },
    navigation: navigationOf(facts, t),
    footerLinks: [
      { href: '/help', text: t.help },
      { href: '/rules', text: t.rules },
      { href: '/calendar', text: t.calendar },
      { href: '/api', text: t.api },
    ],
  };
}
export type Frame = ReturnType<typeof frameOf>;

function personOf(person: NonNullable<FrameFacts['person']>, language: Language) {
  const others = ROLES.filter((role) => person.roles.includes(role) && role !== person.role);
  return {
    name: ofBoth(person.name, language),
    organization: person.organization && ofBoth(person.organization, language),
    roleName: ROLE_NAMES[person.role][language],
    otherRoles: others.map((code) => ({ code, name: ROLE_NAMES[code][language] })),
  };
}

/** Count of unread notices; empty when there is none. */
function badgeOf(unread: number, t: Record<FrameText, string>) {
  const badge = unread === 0 ? '' : unread > 99 ? '99+' : String(unread);
  return { badge, badgeText: fill(t.unread, { count: unread }) };
}

function navigationOf({ person, path }: FrameFacts, t: Record<FrameText, string>) {
  const here = path.split('?')[0]!;
  const visible = NAVIGATION.filter(
    (item) => item.for === 'all' || (person && (item.for === 'people' || item.for.includes(person.role))),
  );
  const inside = visible.filter((item) => here === item.href || here.startsWith(`${item.href}/`));
  // The longest address wins: /my/quotations is not also "My cabinet".
  const current = inside.sort((a, b) => b.href.length - a.href.length)[0];
  return visible.map((item) => {
    return { href: item.href, text: t[item.text], current: item === current };
  });
}
