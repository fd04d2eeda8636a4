import { dateOf } from '../../../domain/calendar.ts';
import type { ActOfAuthority, Method } from '../../../domain/procurement/file.ts';
import { anAct, aRequestForQuotations, at, calendar, type ProcurementInTest } from '../../support/builders.ts';
import type { LotWish } from '../../support/people-and-lots.ts';
import { aSingleSource } from '../../support/single-source.ts';

/** A method as the behaviour that all of them share sees it: a published announcement, and an instant within each of its stages. */
export interface MethodInTest {
  method: Method;
  published: (lots: LotWish[]) => ProcurementInTest;
  /** Status while offers are taken. */
  takingStatus: string;
  /** The portal's step that opens the window. */
  start: string;
  /** Paragraphs of the manual (S1) by which it reaches its stages. */
  articles: { taking: string; forming: string; completed: string };
  /** Announcement numbers from here on are this method's own where several share a portal. */
  firstNumber: number;
  when: { published: number; taking: number; forming: number; completed: number };
  /** Deadline keys of the window, in order. */
  deadlines: [start: string, end: string];
}

/** The same under a dated sheet: everything happens on days on which it is in force. */
export interface MethodUnderSheet extends MethodInTest {
  /** Day from which the sheet is in force. */
  sheet: string;
  /** Article of the law with the restrictions on participation: 6, since 2025 article 7 (spec 01 "participation restrictions"). */
  article: string;
  /** Instant and day of the year of the sheet, told as of 2026. */
  at: (date: string, time: string) => number;
  day: (date: string) => string;
  act: (changes?: Partial<ActOfAuthority>) => ActOfAuthority;
}

const WEEK = 7 * 24 * 3_600_000;
/** Sheets of every method: 104 weeks before February 2026 lies February 2024, with the same weekdays and no holiday either. */
const SINCE_2016 = [
  { sheet: '2016-01-01', article: '6', earlier: 104 * WEEK },
  { sheet: '2025-01-01', article: '7', earlier: 0 },
];

interface Given extends Omit<MethodInTest, 'method' | 'published'> {
  published: (lots: LotWish[], earlier?: number) => ProcurementInTest;
  sheets: { sheet: string; article: string; earlier: number }[];
}

const all: Record<Method, Given> = {
  'price-quotations': {
    published: (lots, earlier) => aRequestForQuotations(earlier).lots(lots).published(),
    takingStatus: 'taking-quotations',
    start: 'start-taking-quotations',
    articles: { taking: '1.3.1.4', forming: '1.3.2', completed: '1.3.2' },
    firstNumber: 1_000_810,
    when: {
      published: at('2026-02-02', '15:00'),
      taking: at('2026-02-05', '12:00'),
      forming: at('2026-02-11', '18:00:30'),
      completed: at('2026-02-24', '10:00'),
    },
    deadlines: ['quotations-start', 'quotations-end'],
    sheets: SINCE_2016,
  },
  'single-source': {
    published: (lots, earlier) => aSingleSource(lots, earlier).published(),
    takingStatus: 'taking-applications',
    start: 'start-taking-applications',
    articles: { taking: '1.7.1', forming: '1.7.5', completed: '1.7.7' },
    firstNumber: 1_000_820,
    when: {
      published: at('2026-02-14', '15:00'),
      taking: at('2026-02-17', '12:00'),
      forming: at('2026-02-23', '11:30'),
      completed: at('2026-02-24', '10:00'),
    },
    deadlines: ['applications-start', 'applications-end'],
    sheets: SINCE_2016,
  },
};

/** Every method that is built: a new one gets the shared behaviour by standing here, and does not compile until it does. */
export const METHODS_IN_TEST: MethodInTest[] = Object.entries(all).map(([method, { sheets: _sheets, ...given }]) => ({
  method: method as Method,
  ...given,
}));

/** Every method once under each of its sheets; for tests that take no time. */
export const METHODS_BY_SHEET: MethodUnderSheet[] = METHODS_IN_TEST.flatMap((inTest) =>
  all[inTest.method].sheets.map(({ sheet, article, earlier }) => {
    const day = (date: string) => dateOf(calendar, at(date, '12:00') - earlier);
    const { published, taking, forming, completed } = inTest.when;
    return {
      ...inTest,
      ...{ sheet, article, day },
      published: (lots: LotWish[]) => all[inTest.method].published(lots, earlier),
      when: {
        published: published - earlier,
        taking: taking - earlier,
        forming: forming - earlier,
        completed: completed - earlier,
      },
      at: (date: string, time: string) => at(date, time) - earlier,
      act: (changes: Partial<ActOfAuthority> = {}) => anAct({ date: day('2026-02-02'), ...changes }),
    };
  }),
);

/** Lots 1 and 3 of the first customer, 2 of the second. */
export const THREE_LOTS: LotWish[] = [{ customer: 1 }, { customer: 2 }, { customer: 1 }];
