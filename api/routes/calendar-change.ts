import { DAY_KINDS, isWorkingDay, knowsYearOf, type DayKind, type WorkingCalendar } from '../../domain/calendar.ts';
import type { CalendarBody, NamedDay } from '../../db/calendar-edits.ts';
import type { CalendarFault, CalendarFaultCode, EditKind } from '../../templates/pages/calendar-edit.view.ts';
import { readDateTime } from '../../templates/fields.ts';
import { KIND_NAMES, MOVED_NAMES } from '../../templates/texts/calendar.ts';
import { fill } from '../../templates/texts/texts.ts';

/** What an edit does to one date: names it an exception, or gives it back to its weekday (null). */
export interface DayChange {
  date: string;
  to: NamedDay | null;
}

export type Typed = Record<string, string | undefined>;
export type ReadEdit = { ok: true; changes: DayChange[]; reason: string } | { ok: false; faults: CalendarFault[] };

const dotted = (date: string) => date.split('-').reverse().join('.');

/** The calendar after the changes; exceptions stay in the order of their dates. */
export function withChanges(body: CalendarBody, changes: readonly DayChange[]): CalendarBody {
  const days = { ...body.days };
  const acts = new Map(body.acts.map((day) => [day.date, day]));
  for (const { date, to } of changes) {
    delete days[date];
    acts.delete(date);
    if (to) {
      days[date] = to.kind;
      acts.set(date, to);
    }
  }
  const inOrder = <T>(entries: [string, T][]) => entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...body, days: Object.fromEntries(inOrder(Object.entries(days))), acts: inOrder([...acts]).map(([, day]) => day) };
}

/** Reads a form of `/calendar/edit/{kind}` against the calendar it edits. Names, act and reason are trimmed. */
export function readEdit(kind: EditKind, typed: Typed, calendar: WorkingCalendar): ReadEdit {
  const reader = new EditReader(typed, calendar);
  const changes = READERS[kind](reader);
  const reason = reader.text('reason', 'reason-missing');
  return reader.faults.length > 0 ? { ok: false, faults: reader.faults } : { ok: true, changes, reason };
}

const READERS: Record<EditKind, (form: EditReader) => DayChange[]> = {
  move(form) {
    const [working, free] = [form.date('working', 'free'), form.date('free', 'working')];
    const act = form.text('act', 'act-missing');
    if (!working || !free) return [];
    const day = (date: string, kind: DayKind, words: typeof MOVED_NAMES.working, other: string): DayChange => {
      const name = (language: 'kk' | 'ru' | 'en') => fill(words[language], { date: dotted(other) });
      return { date, to: { date, kind, act, name: { kk: name('kk'), ru: name('ru'), en: name('en') } } };
    };
    return [day(working, 'moved-working', MOVED_NAMES.working, free), day(free, 'moved-free', MOVED_NAMES.free, working)];
  },
  holiday: (form) => named(form, 'holiday', 'any'),
  substitute: (form) => named(form, 'substitute', 'working'),
  remove(form) {
    const date = form.date('date', 'exception');
    return date ? [{ date, to: null }] : [];
  },
  year: (form) => form.year(),
};

function named(form: EditReader, kind: DayKind, wanted: 'any' | 'working'): DayChange[] {
  const date = form.date('date', wanted);
  const act = form.text('act', 'act-missing');
  const [kk, ru, en] = [form.text('name-kk', 'name-kk-missing'), form.text('name-ru', 'name-ru-missing'), form.given('name-en')];
  return date ? [{ date, to: { date, kind, act, name: { kk, ru, ...(en ? { en } : {}) } } }] : [];
}

/** Reads typed fields and gathers what is wrong with them. */
class EditReader {
  readonly faults: CalendarFault[] = [];
  private readonly typed: Typed;
  private readonly calendar: WorkingCalendar;

  constructor(typed: Typed, calendar: WorkingCalendar) {
    this.typed = typed;
    this.calendar = calendar;
  }

  given(field: string): string {
    return (this.typed[field] ?? '').trim();
  }

  text(field: string, missing: CalendarFaultCode): string {
    const text = this.given(field);
    if (!text) this.fault(field, missing);
    return text;
  }

  /** A date that stands in the calendar as wanted: a free day, a working one, an exception, or any ordinary day. */
  date(field: string, wanted: 'free' | 'working' | 'exception' | 'any'): string | null {
    const date = readDateTime(this.typed, field)?.date;
    if (!date) return this.fault(field, 'not-a-date');
    if (!knowsYearOf(this.calendar, date)) return this.fault(field, 'year-unknown', { year: date.slice(0, 4) });
    const kind = this.calendar.days[date];
    if (wanted === 'exception') {
      if (!kind) return this.fault(field, 'not-an-exception', { date: dotted(date) });
      const ofYear = Object.keys(this.calendar.days).filter((each) => each.startsWith(date.slice(0, 5)));
      return ofYear.length > 1 ? date : this.fault(field, 'last-of-year', { year: date.slice(0, 4) });
    }
    if (kind) return this.fault(field, 'already-an-exception', { date: dotted(date), kind });
    const working = isWorkingDay(this.calendar, date);
    if (wanted === 'working' && !working) return this.fault(field, 'already-free', { date: dotted(date) });
    if (wanted === 'free' && working) return this.fault(field, 'already-working', { date: dotted(date) });
    return date;
  }

  /** A year that the calendar does not know, a line per exception: date; kind; name kk; name ru; act. */
  year(): DayChange[] {
    const year = this.given('year');
    if (!/^20\d\d$/.test(year)) return this.nothing('year', 'not-a-year');
    if (knowsYearOf(this.calendar, `${year}-01-01`)) return this.nothing('year', 'year-known', { year });
    const lines = this.given('days')
      .split('\n')
      .map((line) => line.trim());
    const changes = new Map<string, DayChange>();
    for (const [index, line] of lines.entries()) {
      if (!line) continue;
      const day = dayOfLine(line, year);
      if (!day) this.fault('days', 'bad-line', { line: index + 1 });
      else if (changes.has(day.date)) this.fault('days', 'double-line', { line: index + 1, date: dotted(day.date) });
      else changes.set(day.date, { date: day.date, to: day });
    }
    if (changes.size === 0 && this.faults.length === 0) this.fault('days', 'no-days');
    return [...changes.values()];
  }

  private nothing(field: string, code: CalendarFaultCode, facts?: CalendarFault['facts']): [] {
    this.fault(field, code, facts);
    return [];
  }

  private fault(field: string, code: CalendarFaultCode, facts: CalendarFault['facts'] = {}): null {
    this.faults.push({ field, code, facts });
    return null;
  }
}

/** `01.01.2028; праздник; Жаңа жыл; Новый год; act`; the kind in any language of the pages, or its code. */
function dayOfLine(line: string, year: string): NamedDay | null {
  const cells = line.split(';').map((cell) => cell.trim());
  const [when = '', kindWord = '', kk = '', ru = ''] = cells;
  // The title of an act may have a semicolon of its own.
  const act = cells.slice(4).join('; ');
  const [day = '', month = '', yearOfLine] = when.split('.');
  const date = readDateTime({ 'd-day': day, 'd-month': month, 'd-year': yearOfLine }, 'd')?.date;
  const said = kindWord.toLowerCase();
  const kind = DAY_KINDS.find(
    (each) => each === said || Object.values(KIND_NAMES[each]).some((word) => word.toLowerCase() === said),
  );
  if (!date?.startsWith(`${year}-`) || !kind || !kk || !ru || !act) return null;
  return { date, kind, name: { kk, ru }, act };
}
