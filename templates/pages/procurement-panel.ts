import { deadline, nextDeadline } from '../../domain/case.ts';
import type { Method, ProcurementFile } from '../../domain/procurement/file.ts';
import type { ProcurementStatus } from '../../domain/procurement/statuses.ts';
import { windowDeadlines } from '../../domain/procurement/windows.ts';
import { countdownWords, type DeadlinePanel } from '../components.ts';
import { countdown, date, dateTime, isoInstant, longDate, time, zone } from '../formats.ts';
import { DEADLINE_TITLES, WHY } from '../texts/deadlines.ts';
import { FRAME } from '../texts/frame.ts';
import { PROCUREMENT } from '../texts/procurement.ts';
import { SINGLE_SOURCE_PANEL } from '../texts/single-source.ts';
import { ACT_KIND_NAMES } from '../texts/terms.ts';
import { fill, inLanguage, type Language } from '../texts/texts.ts';

export interface PanelFacts {
  language: Language;
  file: ProcurementFile;
  legalNow: number;
}

/** An instant as terms state it: day in words, time to the second where it is not a whole minute, zone. */
export function fullInstant(at: number, language: Language): string {
  return `${longDate(at, language)}, ${time(at, at % 60_000 === 0 ? 'minute' : 'second')}, ${zone(language)}`;
}

/** The term of the procurement: what runs and until when, or what is left while it is suspended, or when it ended. */
export function deadlinePanel(facts: PanelFacts): DeadlinePanel {
  const { file, language } = facts;
  const base = {
    id: 'deadline',
    refreshHref: `/procurements/${file.number}`,
    roadLabel: PROCUREMENT.road[language],
    road: roadOf(facts),
  };
  const words = countdownWords(language, time(facts.legalNow, 'second'));
  if (file.suspension) return { ...base, ...words, ...frozenPart(facts) };
  const next = nextDeadline(file);
  if (next) return { ...base, ...words, ...runningPart(facts, next) };
  return { ...base, ...words, ...overPart(facts) };
}

/** «Почему такой срок?» of a deadline, by its key. */
export const whyLink = ({ file, language }: Pick<PanelFacts, 'file' | 'language'>, key: string) => ({
  href: `/procurements/${file.number}/why/${key}`,
  text: WHY.heading[language],
});

type Part = Pick<DeadlinePanel, 'title' | 'state' | 'running' | 'left' | 'notes'> & Partial<DeadlinePanel>;

function runningPart(facts: PanelFacts, next: { key: string; at: number }): Part {
  const { language, legalNow } = facts;
  return {
    title: DEADLINE_TITLES[next.key]?.[language] ?? next.key,
    state: 'running',
    running: true,
    at: next.at,
    iso: isoInstant(next.at),
    absolute: fullInstant(next.at, language),
    left: next.at > legalNow ? countdown(next.at - legalNow, language) : FRAME.deadlineEnded[language],
    why: whyLink(facts, next.key),
    notes: [wordsOf(facts).secrecy],
  };
}

function frozenPart(facts: PanelFacts): Part {
  const { file, language } = facts;
  const t = wordsOf(facts);
  const { at, actIndex, frozen } = file.suspension!;
  const act = file.acts[actIndex];
  const left = frozen.map(({ key, left }) =>
    fill(key === windowDeadlines(file.method).start ? t.frozenStart : t.frozenEnd, { left: countdown(left, language) }),
  );
  const ground = act && {
    kind: ACT_KIND_NAMES[act.kind][language],
    number: act.number,
    date: date(act.date, language),
    body: act.body,
  };
  return {
    title: t.suspendedTitle,
    state: 'frozen',
    running: false,
    iso: isoInstant(at),
    absolute: fullInstant(at, language),
    left: '',
    why: whyLink(facts, frozen.at(-1)?.key ?? windowDeadlines(file.method).end),
    notes: [...(ground ? [fill(t.suspendedAct, ground)] : []), ...left, t.secrecy],
  };
}

function overPart(facts: PanelFacts): Part {
  const { file, language, legalNow } = facts;
  const { window } = file;
  const t = wordsOf(facts);
  const over = { state: 'over' as const, running: false, left: '' };
  // Cancelled before its end: the window never closed by itself.
  if (!window || (file.status === 'cancelled' && !file.quotations && !file.opening && window.closesAt > legalNow)) {
    return { ...over, title: t.endedEarly, notes: [] };
  }
  const notes = file.status === 'forming-results-protocol' ? [t.formingNow] : [];
  const at = file.applicationClosedAt ?? window.closesAt;
  const closed = { iso: isoInstant(at), absolute: fullInstant(at, language) };
  return { ...over, ...closed, title: t.closed, why: whyLink(facts, windowDeadlines(file.method).end), notes };
}

interface Phase {
  statuses: ProcurementStatus[];
  text: string;
  note: string;
}

/** The road of a method: each phase with the statuses in which it is the current one. */
function phasesOf({ file, language }: PanelFacts, at: { published: string; start: string }): Phase[] {
  const t = wordsOf({ file, language });
  const own: Record<Method, Phase[]> = {
    'price-quotations': [
      { statuses: ['taking-quotations'], text: t.roadTaking, note: at.start },
      { statuses: ['forming-results-protocol'], text: t.roadOpening, note: t.automatic },
      { statuses: ['completed'], text: t.roadResults, note: '' },
    ],
    'single-source': [
      { statuses: ['taking-applications'], text: t.roadTaking, note: at.start },
      { statuses: ['considering-applications'], text: t.roadConsidering, note: t.byRepresentative },
      { statuses: ['forming-results-protocol', 'completed'], text: t.roadResults, note: '' },
    ],
  };
  return [{ statuses: ['published'], text: t.roadPublished, note: at.published }, ...own[file.method]];
}

/** The phases ahead and behind; the end of the road of a cancelled procurement is where it stood. */
function roadOf(facts: PanelFacts): DeadlinePanel['road'] {
  const { file, language } = facts;
  if (file.status === 'cancelled') return [];
  const start = deadline(file, windowDeadlines(file.method).start)?.at ?? file.window?.opensAt;
  const phases = phasesOf(facts, {
    published: file.publishedAt === null ? '' : date(file.publishedAt, language),
    start: start === undefined ? '' : dateTime(start, language),
  });
  const at = phases.findIndex(({ statuses }) => statuses.includes(file.status));
  return phases.map(({ text, note }, index) => {
    // The last phase is the published protocol: reached, it is done.
    const done = index < at || (index === at && file.status === 'completed');
    const shown = index === 1 && at > 1 ? '' : note;
    return { text, ...(shown ? { note: shown } : {}), done, current: index === at && !done };
  });
}

/** Words of the page by what is handed in. */
const wordsOf = ({ file, language }: Pick<PanelFacts, 'file' | 'language'>) =>
  inLanguage(
    { ...SINGLE_SOURCE_PANEL, ...PROCUREMENT, ...(file.method === 'single-source' ? SINGLE_SOURCE_PANEL : {}) },
    language,
  );
