import type { Text } from '../../domain/parties.ts';
import type { DataTable } from '../components.ts';
import { dateTime, longDate } from '../formats.ts';
import { DEADLINE_NAMES } from '../texts/cabinet.ts';
import { actText } from '../texts/calendar-acts.ts';
import { CALENDAR_EDIT, EFFECTS } from '../texts/calendar-edit.ts';
import { CALENDAR } from '../texts/calendar.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';
import { calendarOf, differences, kindText, nameOfDay, type CalendarVersion, type NamedDay } from './calendar.view.ts';

/** A deadline that would come out otherwise; instants in ms. `at` is the stored one, which stays. */
export interface AffectedDeadline {
  number: string;
  name: Text;
  key: string;
  at: number;
  was: number;
  becomes: number;
  effect: keyof typeof EFFECTS;
}

export interface CheckFacts {
  language: Language;
  csrf: string;
  kind: string;
  /** The version that the edit is made from. */
  current: CalendarVersion;
  changes: { date: string; to: NamedDay | null }[];
  affected: AffectedDeadline[];
  /** What the form sent, to be sent again with the decision. */
  typed: { name: string; value: string }[];
}

/** What an edit does and which deadlines it touches, with the button that saves it. */
export function calendarCheckView(facts: CheckFacts) {
  const { language, csrf, kind, current, affected, typed } = facts;
  const t = inLanguage(CALENDAR_EDIT, language);
  const blocks = [
    { table: changesTable(facts) },
    {
      heading: fill(t.touched, { count: affected.length }),
      paragraphs: [affected.length > 0 ? t.touchedNote : t.noneTouched],
      ...(affected.length > 0 ? { table: affectedTable(facts) } : {}),
    },
  ];
  return {
    t,
    csrf,
    blocks,
    action: `/calendar/edit/${kind}/save`,
    again: `/calendar/edit/${kind}`,
    hidden: [...typed, { name: 'basedOn', value: String(current.version) }],
    typed: [...typed, { name: 'correct', value: '1' }],
    saveText: t.save,
  };
}

function changesTable({ changes, current, language }: Pick<CheckFacts, 'changes' | 'current' | 'language'>): DataTable {
  const t = inLanguage(CALENDAR_EDIT, language);
  const before = calendarOf(current);
  const rows = changes.map(({ date, to }) => {
    const days = { ...before.days };
    delete days[date];
    if (to) days[date] = to.kind;
    return {
      cells: [
        { text: longDate(date, language), iso: date, rowHeader: true },
        { text: kindText(before, date, language) },
        { text: kindText({ ...before, days }, date, language) },
        { text: to ? nameOfDay(to, language) : '–' },
        { text: to ? actText(to.act, language) : '–' },
      ],
    };
  });
  return {
    id: 'changes',
    caption: t.changesHeading,
    columns: [t.day, t.before, t.after, t.name, t.ground].map((text) => ({ text })),
    rows,
    empty: '',
  };
}

function affectedTable({ affected, language }: CheckFacts): DataTable {
  const t = inLanguage(CALENDAR_EDIT, language);
  const rows = affected.map(({ number, name, key, at, was, becomes, effect }) => ({
    cells: [
      { href: `/procurements/${number}`, text: `№ ${number}`, lines: [ofBoth(name, language)], rowHeader: true },
      { text: DEADLINE_NAMES[key]?.[language] ?? key },
      { text: dateTime(was, language) },
      { text: dateTime(becomes, language) },
      { text: fill(EFFECTS[effect][language], { at: dateTime(at, language) }) },
    ],
  }));
  const columns = [t.procurement, t.deadline, t.was, t.wouldBe, t.meaning].map((text) => ({ text }));
  return { id: 'affected', caption: fill(t.touched, { count: affected.length }), captionHidden: true, columns, rows, empty: '' };
}

export interface StaleFacts extends Pick<CheckFacts, 'language' | 'csrf' | 'kind' | 'changes' | 'typed'> {
  basedOn: CalendarVersion;
  current: CalendarVersion;
  /** Versions after `basedOn`, oldest first. */
  since: CalendarVersion[];
}

/** An edit made from a version that is not the newest any more: both are shown, neither is lost. */
export function calendarStaleView(facts: StaleFacts) {
  const { language, csrf, kind, basedOn, current, since, typed } = facts;
  const t = inLanguage(CALENDAR_EDIT, language);
  const said = ({ version, editor, editedAt, reason }: CalendarVersion) =>
    fill(t.versionBy, {
      version,
      by: editor ? ofBoth(editor, language) : CALENDAR.byPortal[language],
      at: dateTime(editedAt, language),
      reason,
    });
  const blocks = [
    { paragraphs: [fill(t.staleWhat, { basedOn: basedOn.version, current: current.version })] },
    { heading: t.staleTheirs, paragraphs: since.map(said), bullets: differences(basedOn, current, language) },
    { heading: t.staleYours, table: changesTable({ ...facts, current: basedOn }) },
  ];
  return {
    t,
    csrf,
    blocks,
    action: `/calendar/edit/${kind}`,
    hidden: typed,
    saveText: fill(t.staleAgain, { current: current.version }),
    dropText: t.staleDrop,
  };
}
