import type { NoticeEvent, NoticeParams } from '../../domain/procurement/notices.ts';
import { pagination, type SubNavigation } from '../components.ts';
import { counted, dateTime, isoInstant } from '../formats.ts';
import { NOTICE_TEXTS } from '../texts/notices.ts';
import { NOTIFICATIONS, UNREAD } from '../texts/notifications.ts';
import { sentencesOf } from '../texts/refusals.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';

export interface ShownNotice {
  id: number;
  event: NoticeEvent;
  params: NoticeParams;
  at: number;
  read: boolean;
}

export interface NotificationsFacts {
  language: Language;
  csrf: string;
  notices: ShownNotice[];
  counts: { all: number; unread: number };
  unreadOnly: boolean;
  /** Time of the newest notice of all, ms. */
  lastAt: number | null;
  /** Id below which the next page begins; null on the last page. */
  next: number | null;
  first: boolean;
}

type Texts = Record<keyof typeof NOTIFICATIONS, string>;

const ADDRESS = '/my/notifications';

export function notificationsView(facts: NotificationsFacts) {
  const { language, counts, unreadOnly, next } = facts;
  const t = inLanguage(NOTIFICATIONS, language);
  const query = unreadOnly ? 'show=unread&' : '';
  return {
    t,
    csrf: facts.csrf,
    hidden: [{ name: 'show', value: unreadOnly ? 'unread' : '' }],
    parts: partsOf(facts, t),
    summary: counted(counts.unread, UNREAD, language),
    rows: facts.notices.map((notice) => noticeRow(notice, language, t)),
    anyUnread: facts.notices.some(({ read }) => !read),
    empty: counts.all === 0 || facts.lastAt === null ? t.empty : fill(t.noUnread, { at: dateTime(facts.lastAt, language) }),
    pages: pagination(language, {
      previous: facts.first ? null : `${ADDRESS}${unreadOnly ? '?show=unread' : ''}`,
      next: next === null ? null : `${ADDRESS}?${query}before=${next}`,
    }),
  };
}

/** The newest notices under the bell. */
export function recentNoticesView({ language, notices }: Pick<NotificationsFacts, 'language' | 'notices'>) {
  const t = inLanguage(NOTIFICATIONS, language);
  return { t, rows: notices.map((notice) => noticeRow(notice, language, t)), empty: t.empty };
}

function partsOf({ unreadOnly, counts }: NotificationsFacts, t: Texts): SubNavigation {
  return {
    label: t.parts,
    items: [
      { href: ADDRESS, text: t.all, current: !unreadOnly, count: String(counts.all) },
      { href: `${ADDRESS}?show=unread`, text: t.unreadOnly, current: unreadOnly, count: String(counts.unread) },
    ],
  };
}

function noticeRow({ id, event, params, at, read }: ShownNotice, language: Language, t: Texts) {
  const { title, now } = NOTICE_TEXTS[event];
  const { lots, act, version, count, refusal } = params;
  const details = [
    lots && fill(t.lots, { lots }),
    act && fill(t.act, { act }),
    version && version > 1 && fill(t.version, { version }),
    count !== undefined && fill(t.count, { count }),
    refusal && sentencesOf(refusal, language).what,
  ].filter((line): line is string => typeof line === 'string');
  return {
    id,
    title: title[language],
    lines: [...details, now[language]],
    href: `/my/notifications/${id}`,
    procurement: `№ ${params.number}`,
    name: ofBoth(params.name, language),
    iso: isoInstant(at),
    time: dateTime(at, language),
    tag: read ? null : { text: t.isNew, colour: 'blue' },
    select: `${t.select}: ${title[language]}, № ${params.number}`,
  };
}
