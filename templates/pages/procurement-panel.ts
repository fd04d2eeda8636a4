import { deadline, nextDeadline } from '../../domain/case.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { countdownWords, type DeadlinePanel } from '../components.ts';
import { countdown, date, dateTime, isoInstant, longDate, time, zone } from '../formats.ts';
import { DEADLINE_TITLES, WHY } from '../texts/deadlines.ts';
import { FRAME } from '../texts/frame.ts';
import { PROCUREMENT } from '../texts/procurement.ts';
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

const whyLink = ({ file, language }: PanelFacts, key: string) => ({
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
    notes: [PROCUREMENT.secrecy[language]],
  };
}

function frozenPart(facts: PanelFacts): Part {
  const { file, language } = facts;
  const t = inLanguage(PROCUREMENT, language);
  const { at, actIndex, frozen } = file.suspension!;
  const act = file.acts[actIndex];
  const left = frozen.map(({ key, left }) =>
    fill(key === 'quotations-start' ? t.frozenStart : t.frozenEnd, { left: countdown(left, language) }),
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
    why: whyLink(facts, frozen.at(-1)?.key ?? 'quotations-end'),
    notes: [...(ground ? [fill(t.suspendedAct, ground)] : []), ...left, t.secrecy],
  };
}

function overPart(facts: PanelFacts): Part {
  const { file, language, legalNow } = facts;
  const { window } = file;
  const t = inLanguage(PROCUREMENT, language);
  const over = { state: 'over' as const, running: false, left: '' };
  // Cancelled before its end: the window never closed by itself.
  if (!window || (file.status === 'cancelled' && !file.quotations && window.closesAt > legalNow)) {
    return { ...over, title: t.endedEarly, notes: [] };
  }
  const notes = file.status === 'forming-results-protocol' ? [t.formingNow] : [];
  const closed = { iso: isoInstant(window.closesAt), absolute: fullInstant(window.closesAt, language) };
  return { ...over, ...closed, title: t.closed, why: whyLink(facts, 'quotations-end'), notes };
}

const PHASES = ['published', 'taking-quotations', 'forming-results-protocol', 'completed'] as const;

/** The phases ahead and behind; the end of the road of a cancelled procurement is where it stood. */
function roadOf({ file, language }: PanelFacts): DeadlinePanel['road'] {
  if (file.status === 'cancelled') return [];
  const t = inLanguage(PROCUREMENT, language);
  const at = PHASES.findIndex((phase) => phase === file.status);
  const start = deadline(file, 'quotations-start')?.at ?? file.window?.opensAt;
  const notes = [
    file.publishedAt === null ? '' : date(file.publishedAt, language),
    start === undefined || at > 1 ? '' : dateTime(start, language),
    t.automatic,
    '',
  ];
  return [t.roadPublished, t.roadTaking, t.roadOpening, t.roadResults].map((text, index) => {
    const note = notes[index];
    // The last phase is the published protocol: reached, it is done.
    const done = index < at || (index === at && file.status === 'completed');
    return { text, ...(note ? { note } : {}), done, current: index === at && !done };
  });
}
