import { addDays, isWorkingDay, knowsYearOf, type DayKind, type WorkingCalendar } from '../../domain/calendar.ts';
import type { Text } from '../../domain/parties.ts';
import type { DataTable, Link, SubNavigation, Tag } from '../components.ts';
import { date as dateText, dateTime, isoInstant, longDate, zone } from '../formats.ts';
import { actText } from '../texts/calendar-acts.ts';
import { CALENDAR, HOLIDAYS_IN_ENGLISH, KIND_NAMES, MONTH_NAMES, WEEKDAYS, WEEKEND, WORKING_DAY } from '../texts/calendar.ts';
import { fill, inLanguage, type Language } from '../texts/texts.ts';

/** An exception with its names and act; the English name is help and may be missing. */
export interface NamedDay {
  date: string;
  kind: DayKind;
  name: Text & { en?: string };
  act: string;
}

/** A version of the calendar with who entered it (null: the portal itself), when (ms) and why. */
export interface CalendarVersion {
  version: number;
  body: Omit<WorkingCalendar, 'version'> & { acts: NamedDay[] };
  editor: Text | null;
  editedAt: number;
  reason: string;
}

export interface CalendarFacts {
  language: Language;
  year: number;
  /** Local date of the legal clock, 'YYYY-MM-DD'. */
  today: string;
  shown: CalendarVersion;
  /** Number of the version in force. */
  newest: number;
  mayEdit: boolean;
}

/** The calendar that a version keeps. */
export const calendarOf = ({ version, body: { acts: _acts, ...calendar } }: CalendarVersion): WorkingCalendar => ({
  ...calendar,
  version,
});

/** Name of an exception on a page; an English page says of a name that it has none in English. */
export function nameOfDay(day: NamedDay, language: Language): string {
  if (language !== 'en') return day.name[language];
  const { en = HOLIDAYS_IN_ENGLISH[day.name.ru] } = day.name;
  return en ?? fill(CALENDAR.inRussian.en, { name: day.name.ru });
}

/** What a day is in a calendar: an exception, a weekend, a working day. */
export function kindText(calendar: WorkingCalendar, day: string, language: Language): string {
  const kind = calendar.days[day];
  if (kind) return KIND_NAMES[kind][language];
  // A year that nobody has entered has weekdays all the same.
  return (weekdayOf(day) > 4 ? WEEKEND : WORKING_DAY)[language];
}

/** Number of the weekday, Monday is 0. */
function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The page of one year: months as grids, exceptions as a table. */
export function calendarView(facts: CalendarFacts) {
  const { language, year, shown, newest } = facts;
  const t = inLanguage(CALENDAR, language);
  const calendar = calendarOf(shown);
  const known = knowsYearOf(calendar, `${year}-01-01`);
  const at = dateTime(shown.editedAt, language);
  const months = known ? Array.from({ length: 12 }, (_, month) => monthOf(facts, calendar, month)) : [];
  const current = shown.version === newest;
  return {
    t,
    years: yearsOf(facts, calendar),
    lead: t.lead,
    office: fill(t.office, { ...calendar.office, zone: zone(language) }),
    version: fill(current ? t.inForce : t.notInForce, { version: shown.version, at, newest }),
    newestHref: current ? '' : `/calendar?year=${year}`,
    editHref: facts.mayEdit && current ? '/calendar/edit' : '',
    unknownYear: known ? '' : fill(t.noYear, { year }),
    inYear: known ? fill(t.workingInYear, { count: months.reduce((sum, { working }) => sum + working, 0) }) : '',
    legend: (['holiday', 'moved-free', 'moved-working'] as const).map((kind) => ({
      kind: CLASSES[kind],
      text: KIND_NAMES[kind][language],
    })),
    weekdays: WEEKDAYS[language],
    months,
    table: known ? exceptionsTable(facts, calendar) : null,
  };
}

/** A substitute day looks like a holiday; the table below says which it is. */
const CLASSES = {
  holiday: 'holiday',
  substitute: 'holiday',
  'moved-free': 'moved-free',
  'moved-working': 'moved-working',
} as const;

function yearsOf({ language, year, shown, newest }: CalendarFacts, calendar: WorkingCalendar): SubNavigation {
  const known = new Set(Object.keys(calendar.days).map((day) => Number(day.slice(0, 4))));
  const years = [...known.add(year)].sort((a, b) => a - b);
  const version = shown.version === newest ? '' : `&version=${shown.version}`;
  return {
    label: CALENDAR.years[language],
    items: years.map((each) => ({ text: String(each), href: `/calendar?year=${each}${version}`, current: each === year })),
  };
}

function monthOf({ language, year, today }: CalendarFacts, calendar: WorkingCalendar, month: number) {
  const first = `${year}-${String(month + 1).padStart(2, '0')}-01`;
  const days: string[] = [];
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = addDays(day, 1)) days.push(day);
  const cells = [...Array.from({ length: weekdayOf(first) }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => ({
    days: Array.from({ length: 7 }, (_each, at) => {
      const day = cells[week * 7 + at];
      return day ? dayCell(calendar, day, language, day === today) : { text: '', kind: 'none' };
    }),
  }));
  const working = days.filter((day) => isWorkingDay(calendar, day)).length;
  return {
    id: `month-${month + 1}`,
    name: MONTH_NAMES[language][month]!,
    count: fill(CALENDAR.workingIn[language], { count: working }),
    working,
    weeks,
  };
}

function dayCell(calendar: WorkingCalendar, day: string, language: Language, isToday: boolean) {
  const exception = calendar.days[day];
  const free = !isWorkingDay(calendar, day);
  return {
    text: String(Number(day.slice(8))),
    kind: exception ? CLASSES[exception] : free ? 'weekend' : 'working',
    href: exception ? `#day-${day}` : '',
    hidden: exception || free ? kindText(calendar, day, language) : '',
    today: isToday ? CALENDAR.today[language] : '',
  };
}

const TAG_COLOURS: Record<string, Tag['colour']> = {
  holiday: 'pink',
  substitute: 'pink',
  'moved-free': 'orange',
  'moved-working': 'turquoise',
};

function exceptionsTable(facts: CalendarFacts, calendar: WorkingCalendar): DataTable {
  const { language, year, mayEdit, shown, newest } = facts;
  const t = inLanguage(CALENDAR, language);
  const editable = mayEdit && shown.version === newest;
  const named = new Map(shown.body.acts.map((day) => [day.date, day]));
  const days = Object.entries(calendar.days).filter(([day]) => day.startsWith(`${year}-`));
  const rows = days
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, kind]) => {
      const said = named.get(day);
      const remove: Link = {
        href: `/calendar/edit/remove?date=${day}`,
        text: t.remove,
        hidden: fill(t.removeHidden, { date: dateText(day, language) }),
      };
      return {
        id: `day-${day}`,
        cells: [
          { text: dateText(day, language), iso: day, lines: [WEEKDAYS[language][weekdayOf(day)]!.whole], rowHeader: true },
          { tag: { text: KIND_NAMES[kind][language], colour: TAG_COLOURS[kind] } },
          { text: said ? nameOfDay(said, language) : t.noAct },
          { text: said ? actText(said.act, language) : t.noAct, ...(editable ? { why: remove } : {}) },
        ],
      };
    });
  return {
    id: 'exceptions',
    caption: t.exceptions,
    columns: [t.date, t.what, t.name, t.act].map((text) => ({ text })),
    rows,
    empty: '',
  };
}

/** One line per day that differs between two calendars. */
export function differences(before: CalendarVersion, after: CalendarVersion, language: Language): string[] {
  const [from, to] = [calendarOf(before), calendarOf(after)];
  const acts = new Map([...before.body.acts, ...after.body.acts].map((day) => [day.date, day.act]));
  const dates = [...new Set([...Object.keys(from.days), ...Object.keys(to.days)])].sort();
  return dates
    .filter((day) => from.days[day] !== to.days[day])
    .map((day) => {
      const act = to.days[day] ? actText(acts.get(day) ?? '', language) : '';
      const [was, becomes] = [kindText(from, day, language), kindText(to, day, language)];
      return fill(CALENDAR.dayBecomes[language], { date: longDate(day, language), before: was, after: becomes, act }).trim();
    });
}

/** Who saved which version when and why, newest first, with the days it changed. `all` is newest first. */
export function calendarHistoryView(all: readonly CalendarVersion[], language: Language) {
  const t = inLanguage(CALENDAR, language);
  const items = all.map((version, index) => {
    const before = all[index + 1];
    const changed = before ? differences(before, version, language) : [];
    const first = fill(t.firstVersion, { count: Object.keys(version.body.days).length });
    const editor = version.editor && (language === 'kk' ? version.editor.kk : version.editor.ru);
    return {
      title: fill(t.versionTitle, { version: version.version }),
      by: editor ?? t.byPortal,
      iso: isoInstant(version.editedAt),
      time: dateTime(version.editedAt, language),
      lines: [
        fill(t.reasonIs, { reason: version.reason }),
        ...(before ? (changed.length > 0 ? changed : [t.noDifference]) : [first]),
      ],
      links: [{ href: `/calendar?version=${version.version}`, text: t.showVersion }],
    };
  });
  return { blocks: [{ paragraphs: [t.historyLead], timeline: { items } }] };
}
