import type { Text } from '../../domain/parties.ts';
import type { Role } from '../../domain/parties.ts';
import { SHOWN_STATUSES } from '../../domain/procurement/statuses.ts';
import type { ShownStatus } from '../../domain/procurement/statuses.ts';
import type { Method } from '../../domain/procurement/file.ts';
import type { Cell, DataTable, Link, SubNavigation } from '../components.ts';
import type { ContentBlock } from '../content.ts';
import { select, textField, type Filled } from '../fields.ts';
import { amountOf, countdown, isoInstant, nearDateTime } from '../formats.ts';
import { CABINET, DEADLINE_NAMES } from '../texts/cabinet.ts';
import { STATUS_NAMES, statusTag } from '../texts/statuses.ts';
import { METHOD_NAMES } from '../texts/terms.ts';
import { whyLink } from './procurement-why.view.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';

export interface AnnouncementLine {
  number: string;
  name: Text;
  method: Method;
  status: ShownStatus;
  lots: number;
  total: string;
  nextDeadlineKey: string | null;
  nextDeadlineAt: number | null;
}

export interface DraftLine {
  number: string;
  name: Text;
  /** Unfinished steps. */
  lacks: number;
  savedAt: number;
}

/** Parts of the cabinet that a role has. */
const PARTS: {
  href: string;
  text: 'waitsTab' | 'myAnnouncements' | 'plan' | 'quotations' | 'notifications' | 'tokens' | 'edsCheck';
  roles: readonly Role[] | 'all';
}[] = [
  { href: '/my', text: 'waitsTab', roles: 'all' },
  { href: '/my/announcements', text: 'myAnnouncements', roles: ['organizer', 'customer'] },
  { href: '/my/plan', text: 'plan', roles: ['organizer', 'customer'] },
  { href: '/my/quotations', text: 'quotations', roles: ['supplier'] },
  { href: '/my/notifications', text: 'notifications', roles: 'all' },
  { href: '/my/tokens', text: 'tokens', roles: ['organizer', 'customer', 'supplier', 'organization-administrator'] },
  { href: '/eds', text: 'edsCheck', roles: 'all' },
];

export function cabinetTabs(role: Role, current: string, language: Language): SubNavigation {
  return {
    label: CABINET.sections[language],
    items: PARTS.filter((part) => part.roles === 'all' || part.roles.includes(role)).map(({ href, text }) => ({
      href,
      text: CABINET[text][language],
      current: href === current,
    })),
  };
}

/** What waits for the person: drafts with what is missing, then what comes by itself, by deadline (ux notes 3.3). */
export function homeView(facts: {
  language: Language;
  role: Role;
  drafts: DraftLine[];
  /** What a single source asks of this person, before the drafts. */
  tasks: { cells: Cell[] }[];
  announcements: AnnouncementLine[];
  now: number;
}) {
  const { language, role, drafts, tasks, announcements, now } = facts;
  const t = inLanguage(CABINET, language);
  const upcoming = announcements.filter((each) => each.nextDeadlineAt !== null);
  const [nearest] = upcoming;
  const nearestLine =
    typeof nearest?.nextDeadlineAt !== 'number'
      ? ''
      : fill(t.nearest, {
          when: nearDateTime(nearest.nextDeadlineAt, now, language),
          what: whatOf(nearest, language),
          number: nearest.number,
        });
  const draftRow = ({ number, name, lacks, savedAt }: DraftLine) => ({
    cells: [
      { text: t.withoutDeadline },
      {
        text: fill(lacks > 0 ? t.draftLacks : t.draftReady, { name: ofBoth(name, language) || t.untitled, count: lacks }),
        href: `/drafts/${number}`,
        rowHeader: true,
      },
      { text: nearDateTime(savedAt, now, language), iso: isoInstant(savedAt) },
    ],
  });
  const waiting: DataTable = {
    id: 'waiting',
    caption: fill(t.waits, { count: tasks.length + drafts.length }),
    columns: [{ text: t.when }, { text: t.todo }, { text: t.changed }],
    rows: [...tasks, ...drafts.map(draftRow)],
    empty: [t.nothingWaits, nearestLine].filter(Boolean).join(' '),
  };
  const soon: DataTable = {
    id: 'soon',
    caption: t.soon,
    columns: [{ text: t.when }, { text: t.what }, { text: t.name }],
    rows: upcoming.map((each) => ({
      cells: [
        { ...deadlineCell(each, language, now) },
        { text: `${whatOf(each, language)}, № ${each.number}`, href: `/procurements/${each.number}`, rowHeader: true },
        { text: ofBoth(each.name, language) },
      ],
    })),
    empty: '',
  };
  const blocks: ContentBlock[] = [{ table: waiting }, ...(upcoming.length > 0 ? [{ table: soon }] : [])];
  return { tabs: cabinetTabs(role, '/my', language), buttons: buttonsOf(role, language), filter: null, blocks };
}

const buttonsOf = (role: Role, language: Language): Link[] => {
  if (role === 'organizer') return [{ href: '/drafts/new', text: CABINET.create[language] }];
  return role === 'supplier' ? [{ href: '/lots', text: CABINET.lotsSearch[language] }] : [];
};

const whatOf = ({ nextDeadlineKey }: AnnouncementLine, language: Language): string =>
  DEADLINE_NAMES[nextDeadlineKey ?? '']?.[language] ?? nextDeadlineKey ?? '';

const deadlineCell = (line: AnnouncementLine, language: Language, now: number): Cell => {
  const { number, nextDeadlineAt, nextDeadlineKey } = line;
  return nextDeadlineAt === null || nextDeadlineKey === null
    ? { text: '' }
    : {
        text: nearDateTime(nextDeadlineAt, now, language),
        iso: isoInstant(nextDeadlineAt),
        lines: nextDeadlineAt > now ? [countdown(nextDeadlineAt - now, language)] : [],
        why: whyLink(number, nextDeadlineKey, whatOf(line, language), language),
      };
};

/** A draft is edited; one that the portal made is only published or deleted (ADR 0015). */
const addressOf = ({ number, method, status }: AnnouncementLine): string => {
  if (status !== 'draft') return `/procurements/${number}`;
  return method === 'single-source' ? `/procurements/${number}/unpublished` : `/drafts/${number}`;
};

export interface AnnouncementsFacts {
  language: Language;
  role: 'organizer' | 'customer';
  announcements: AnnouncementLine[];
  text: string;
  status: string;
  now: number;
}

/** Мои объявления with filter, statuses and the nearest deadline; drafts are edited and deleted here (S1 §1.3.1.1). */
export function announcementsView({ language, role, announcements, text, status, now }: AnnouncementsFacts) {
  const t = inLanguage(CABINET, language);
  const form: Filled = { language, values: { q: text, status }, errors: [] };
  const statuses = SHOWN_STATUSES.filter((each) => role === 'organizer' || each !== 'draft').map((value) => ({
    value,
    text: STATUS_NAMES[value][language],
  }));
  const table: DataTable = {
    id: 'announcements',
    caption: role === 'organizer' ? t.organizerSide : t.customerSide,
    captionHidden: true,
    columns: [
      { text: t.number },
      { text: t.name },
      { text: t.lots, numeric: true },
      { text: t.total, numeric: true },
      { text: t.status },
      { text: t.nextDeadline },
    ],
    rows: announcements.map((each) => ({
      cells: [
        { text: each.number, rowHeader: true },
        {
          text: ofBoth(each.name, language) || t.untitled,
          href: addressOf(each),
          lines: [METHOD_NAMES[each.method][language]],
        },
        { text: String(each.lots), numeric: true },
        { text: amountOf(each.total, language), numeric: true },
        {
          tag: statusTag(each.status, language),
          ...(each.status === 'draft' ? {} : { why: whyLink(each.number, 'status', t.status, language) }),
        },
        each.status === 'draft' && each.method !== 'single-source'
          ? { text: t.delete, href: `/drafts/${each.number}/delete` }
          : { ...deadlineCell(each, language, now), lines: each.nextDeadlineAt === null ? [] : [whatOf(each, language)] },
      ],
    })),
    empty: text || status ? t.noneFound : role === 'organizer' ? t.none : t.noneCustomer,
  };
  return {
    tabs: cabinetTabs(role, '/my/announcements', language),
    buttons: buttonsOf(role, language),
    filter: {
      button: t.find,
      fields: [
        textField({ name: 'q', label: t.search, type: 'search', width: 30 }, form),
        select({ name: 'status', label: t.status, options: [{ value: '', text: t.all }, ...statuses] }, form),
      ],
    },
    blocks: [{ table }],
  };
}
