import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addWorkingDays,
  affectedBy,
  dateOf,
  earliestAfterWorkingDays,
  endOfOfficeDay,
  instantOf,
  isWorkingDay,
  knowsYearOf,
  nextMidnight,
  nextWorkingDay,
  onWorkingDayAfter,
  startOfOfficeDay,
  timeOf,
  workingCalendar,
  workingDaysBetween,
} from '../../domain/calendar.ts';
import { kazakhCalendar } from '../support/seeds.ts';

const c = kazakhCalendar();
const at = (date: string, time: string) => instantOf(c, date, time);

test('the day of an instant ends at the next local midnight, of a midnight itself a day later', () => {
  expect(nextMidnight(c, Date.parse('2026-11-29T23:59:59.999+05:00'))).toBe(Date.parse('2026-11-30T00:00:00.000+05:00'));
  expect(nextMidnight(c, Date.parse('2026-11-30T00:00:00.000+05:00'))).toBe(Date.parse('2026-12-01T00:00:00.000+05:00'));
  expect(nextMidnight(c, Date.parse('2026-11-30T19:30:00.000Z'))).toBe(Date.parse('2026-12-02T00:00:00.000+05:00'));
});

describe('which days are working days, by the acts', () => {
  // Typed from the Law on Holidays No 267, Labour Code art. 84 and 85, and the acts named beside each row.
  test.each([
    ['2023-01-03', false, 'New Year on Sunday 1 January frees the 3rd, art. 5'],
    ['2023-05-08', false, 'Defender of the Fatherland day on Sunday 7 May, art. 5'],
    ['2023-06-28', false, 'Kurban Ait 2023, a Wednesday'],
    ['2023-07-01', true, 'Saturday made working, resolution No 326 of 2023-04-25'],
    ['2023-07-07', false, 'Friday freed for it'],
    ['2023-12-01', true, '1 December is no holiday since Law No 143-VII'],
    ['2023-12-18', false, 'Independence Day on Saturday 16 December'],
    ['2024-01-08', true, 'Christmas on Sunday is not carried over'],
    ['2024-05-04', true, 'Saturday made working, order No 109 of 2024-04-17'],
    ['2024-05-08', false, 'Wednesday freed for it'],
    ['2024-06-17', true, 'Kurban Ait was named Sunday 16 June and is not carried over'],
    ['2024-12-17', true, 'Independence Day is one day since Law No 143-VII'],
    ['2025-01-03', false, 'Friday freed, order No 436 of 2024-11-21'],
    ['2025-01-05', true, 'a Sunday made working by the same order'],
    ['2025-03-24', false, 'Nauryz on Saturday 22 March'],
    ['2025-03-25', false, 'Nauryz on Sunday 23 March'],
    ['2025-09-01', false, 'Constitution Day on Saturday 30 August 2025'],
    ['2025-10-27', false, 'Republic Day on Saturday 25 October 2025'],
    ['2026-03-16', true, 'Constitution Day was moved to 15 March by a law of June 2026 only'],
    ['2026-03-20', true, 'Friday before Nauryz'],
    ['2026-03-23', false, 'Nauryz, a Monday'],
    ['2026-03-24', false, 'for Nauryz on Saturday 21 March'],
    ['2026-03-25', false, 'for Nauryz on Sunday 22 March'],
    ['2026-03-26', true, 'Thursday after Nauryz'],
    ['2026-05-11', false, 'Victory Day on Saturday 9 May'],
    ['2026-05-27', false, 'Kurban Ait 2026, a Wednesday'],
    ['2026-08-31', true, 'no Constitution Day in 2026: Law No 306-VIII in force from 1 July'],
    ['2026-10-26', false, 'Republic Day on Sunday 25 October 2026'],
    ['2027-03-15', false, 'the first Constitution Day in March'],
    ['2027-03-24', false, 'Nauryz on Sunday 21 March 2027'],
    ['2027-03-25', true, 'only one day of Nauryz 2027 falls on a weekend'],
    ['2027-08-30', true, '30 August is no holiday since 2026'],
    ['2026-11-21', false, 'a plain Saturday'],
    ['2026-11-22', false, 'a plain Sunday'],
    ['2026-11-23', true, 'a plain Monday'],
  ])('%s working: %s (%s)', (date, working) => {
    expect(isWorkingDay(c, date)).toBe(working);
  });

  test('years have as many working days as the Ministry of Labour counts', () => {
    const inYear = (year: number) => workingDaysBetween(c, `${year - 1}-12-31`, `${year}-12-31`);
    expect([2023, 2024, 2025, 2026, 2027].map(inYear)).toEqual([246, 249, 246, 247, 247]);
  });

  test('a year without any entry is not guessed', () => {
    expect(() => isWorkingDay(c, '2022-12-30')).toThrow(RangeError);
    expect(() => isWorkingDay(c, '2028-01-03')).toThrow(RangeError);
    expect(() => nextWorkingDay(c, '2027-12-31')).toThrow(RangeError);
    expect(knowsYearOf(c, '2027-12-31')).toBe(true);
    expect(knowsYearOf(c, '2028-01-01')).toBe(false);
  });

  test.each(['2026-02-29', '2026-13-01', '2026-11-31', '26-11-01', '2026-1-1', '2026-11-22T00:00', ''])(
    '%s is not a date',
    (date) => {
      expect(() => isWorkingDay(c, date)).toThrow(RangeError);
    },
  );

  test('a shortened day counts as a whole one; unknown or double kinds are not taken', () => {
    const head = { jurisdiction: 'kz', version: 1, utcOffsetMinutes: 300, office: { from: '09:00', to: '18:00' } } as const;
    const rows = [
      { date: '2026-05-01', kind: 'holiday' },
      { date: '2026-04-30', kind: 'half-day' },
      { date: '2026-05-02', kind: 'moved-working' },
      { date: '2026-05-02', kind: 'half-day' },
    ];
    expect(workingCalendar(head, rows).days).toEqual({ '2026-05-01': 'holiday', '2026-05-02': 'moved-working' });
    expect(() => workingCalendar(head, [{ date: '2026-05-01', kind: 'feast' }])).toThrow(RangeError);
    expect(() => workingCalendar(head, [...rows, { date: '2026-05-01', kind: 'substitute' }])).toThrow(RangeError);
    expect(() => workingCalendar(head, [{ date: '2026-02-30', kind: 'holiday' }])).toThrow(RangeError);
  });
});

describe('local dates and times (UTC+5)', () => {
  test('an instant near midnight belongs to the local day', () => {
    expect(dateOf(c, Date.UTC(2026, 10, 26, 18, 59, 59, 999))).toBe('2026-11-26');
    expect(dateOf(c, Date.UTC(2026, 10, 26, 19, 0, 0, 0))).toBe('2026-11-27');
    expect(timeOf(c, Date.UTC(2026, 10, 27, 13, 0, 0, 317))).toBe('18:00:00.317');
  });

  test('a local time is one instant', () => {
    expect(at('2026-11-27', '18:00')).toBe(Date.UTC(2026, 10, 27, 13));
    expect(at('2026-11-27', '00:00:00.001')).toBe(Date.UTC(2026, 10, 26, 19, 0, 0, 1));
    expect(at('2024-02-29', '23:59:59')).toBe(Date.UTC(2024, 1, 29, 18, 59, 59));
  });

  test.each(['24:00', '9:00', '18:60', '18:00:00.1', ''])('%s is not a time of day', (time) => {
    expect(() => at('2026-11-27', time)).toThrow(RangeError);
  });

  test('the office day is 9:00 to 18:00 (S1)', () => {
    expect(startOfOfficeDay(c, '2026-11-27')).toBe(Date.UTC(2026, 10, 27, 4));
    expect(endOfOfficeDay(c, '2026-11-27')).toBe(Date.UTC(2026, 10, 27, 13));
  });

  test('date and time of an instant give the instant back', () => {
    const instants = fc.integer({ min: Date.UTC(2023, 0, 1), max: Date.UTC(2027, 11, 31) });
    fc.assert(fc.property(instants, (instant) => at(dateOf(c, instant), timeOf(c, instant)) === instant));
  });
});

describe('counting working days', () => {
  test.each([
    ['2026-11-18', 0, '2026-11-18', 'none'],
    ['2026-11-18', 1, '2026-11-19', 'the day itself is not counted'],
    ['2026-11-18', 5, '2026-11-25', 'over a weekend'],
    ['2026-11-21', 1, '2026-11-23', 'from a Saturday'],
    ['2026-11-21', 0, '2026-11-21', 'none, from a Saturday'],
    ['2026-03-18', 5, '2026-03-30', 'over Nauryz: 19, 20, 26, 27, 30'],
    ['2024-05-03', 3, '2024-05-10', 'the working Saturday 4 May, 6 May, then 10 May; 7, 8 and 9 are free'],
    ['2025-01-03', 1, '2025-01-05', 'a working Sunday'],
    ['2025-12-30', 3, '2026-01-06', '31 December, 5 and 6 January'],
  ])('from %s, %i working days end on %s (%s)', (from, n, expected) => {
    expect(addWorkingDays(c, from, n)).toBe(expected);
  });

  test('between: strictly after the first date, up to and including the second', () => {
    expect(workingDaysBetween(c, '2026-11-18', '2026-11-25')).toBe(5);
    expect(workingDaysBetween(c, '2026-11-18', '2026-11-18')).toBe(0);
    expect(workingDaysBetween(c, '2026-11-25', '2026-11-18')).toBe(0);
    expect(workingDaysBetween(c, '2026-03-20', '2026-03-25')).toBe(0);
    expect(workingDaysBetween(c, '2024-05-03', '2024-05-12')).toBe(3);
  });

  test('calendar days do not ask for the calendar', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  test.each([-1, 1.5, NaN])('%s is not a number of working days', (n) => {
    expect(() => addWorkingDays(c, '2026-11-18', n)).toThrow(RangeError);
  });
});

describe('the earliest instant after so many full working days', () => {
  test('five days from Wednesday 18 November 2026 are over at midnight after Wednesday the 25th', () => {
    const { at: earliest, derivation } = earliestAfterWorkingDays(c, at('2026-11-18', '14:05'), 5);
    expect(earliest).toBe(Date.UTC(2026, 10, 25, 19));
    expect(derivation).toEqual({
      inputs: { count: 'full-working-days', from: Date.UTC(2026, 10, 18, 9, 5), days: 5, calendar: 'kz', calendarVersion: 1 },
      steps: [
        'starts 2026-11-18',
        'counted 2026-11-19 1',
        'counted 2026-11-20 2',
        'free 2026-11-21 weekend',
        'free 2026-11-22 weekend',
        'counted 2026-11-23 3',
        'counted 2026-11-24 4',
        'counted 2026-11-25 5',
        'at 2026-11-26 00:00:00.000',
      ],
    });
  });

  test('the derivation names every day that did not count, and a Saturday that did', () => {
    const nauryz = earliestAfterWorkingDays(c, at('2026-03-20', '09:00'), 1).derivation.steps;
    expect(nauryz.slice(1, 6)).toEqual([
      'free 2026-03-21 holiday',
      'free 2026-03-22 holiday',
      'free 2026-03-23 holiday',
      'free 2026-03-24 substitute',
      'free 2026-03-25 substitute',
    ]);
    expect(earliestAfterWorkingDays(c, at('2024-05-03', '09:00'), 1).derivation.steps[1]).toBe(
      'counted 2024-05-04 1 moved-working',
    );
    expect(earliestAfterWorkingDays(c, at('2024-05-07', '09:00'), 1).derivation.steps[1]).toBe('free 2024-05-08 moved-free');
  });

  test('the day of the start is not counted even from its first instant; no days leave the instant as it is', () => {
    expect(earliestAfterWorkingDays(c, at('2026-11-23', '00:00'), 1).at).toBe(at('2026-11-25', '00:00'));
    expect(earliestAfterWorkingDays(c, at('2026-11-22', '23:59:59.999'), 1).at).toBe(at('2026-11-24', '00:00'));
    expect(earliestAfterWorkingDays(c, at('2026-11-21', '11:00'), 0).at).toBe(at('2026-11-21', '11:00'));
  });

  test('a term ends at the time named, on the last working day', () => {
    const counted = onWorkingDayAfter(c, at('2026-11-20', '16:00'), 10, '18:00');
    expect(counted.at).toBe(at('2026-12-04', '18:00'));
    expect(counted.derivation.steps.at(-1)).toBe('at 2026-12-04 18:00:00.000');
    expect(onWorkingDayAfter(c, at('2026-12-14', '16:00'), 2, '10:00').at).toBe(at('2026-12-17', '10:00'));
  });
});

test('an edit of the calendar moves only the deadlines counted through the edited day', () => {
  const edited = { ...c, version: 2, days: { ...c.days, '2026-11-24': 'moved-free' as const } };
  const deadline = (key: string, counted: { derivation: { inputs: Record<string, string | number> } }) => ({ key, ...counted });
  const stored = [
    deadline('through', earliestAfterWorkingDays(c, at('2026-11-23', '09:00'), 2)),
    deadline('before', earliestAfterWorkingDays(c, at('2026-11-16', '09:00'), 2)),
    deadline('after', onWorkingDayAfter(c, at('2026-11-24', '09:00'), 1, '18:00')),
    deadline('on-the-day', onWorkingDayAfter(c, at('2026-11-23', '09:00'), 1, '18:00')),
    { key: 'chosen', derivation: { inputs: { chosen: at('2026-11-24', '18:00') } } },
  ];
  expect(affectedBy(c, edited, stored)).toEqual([
    { key: 'through', was: at('2026-11-26', '00:00'), becomes: at('2026-11-27', '00:00') },
    { key: 'on-the-day', was: at('2026-11-24', '18:00'), becomes: at('2026-11-25', '18:00') },
  ]);
  expect(affectedBy(c, { ...c, version: 2 }, stored)).toEqual([]);
  expect(() => affectedBy(c, edited, [{ key: 'odd', derivation: { inputs: { count: 'months', from: 0, days: 1 } } }])).toThrow(
    RangeError,
  );
});

describe('against counting day by day', () => {
  const DAY = 86_400_000;
  /** The naive reading of the list: weekday of the date, unless the list says otherwise. */
  const works = (midnight: number) => {
    const date = new Date(midnight);
    const kind = c.days[date.toISOString().slice(0, 10)];
    if (kind !== undefined) return kind === 'moved-working';
    return date.getUTCDay() !== 0 && date.getUTCDay() !== 6;
  };
  const iso = (midnight: number) => new Date(midnight).toISOString().slice(0, 10);
  const dayOf2023To2026 = fc.integer({ min: 0, max: 365 * 4 }).map((n) => Date.UTC(2023, 0, 1) + n * DAY);
  const days = fc.integer({ min: 0, max: 60 });

  test('every day of the five years', () => {
    for (let day = Date.UTC(2023, 0, 1); day < Date.UTC(2028, 0, 1); day += DAY)
      expect([iso(day), isWorkingDay(c, iso(day))]).toEqual([iso(day), works(day)]);
  });

  test('adding, and counting back', () => {
    fc.assert(
      fc.property(dayOf2023To2026, days, (from, n) => {
        let day = from;
        for (let passed = 0; passed < n;) if (works((day += DAY))) passed += 1;
        expect(addWorkingDays(c, iso(from), n)).toBe(iso(day));
        expect(workingDaysBetween(c, iso(from), iso(day))).toBe(n);
      }),
    );
  });

  test('so many full working days lie before the earliest instant, and one fewer a millisecond before it', () => {
    const minuteOfDay = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(dayOf2023To2026, minuteOfDay, fc.integer({ min: 1, max: 40 }), (midnight, minute, n) => {
        const offset = 5 * 3_600_000;
        const from = midnight - offset + minute * 60_000;
        const fullDays = (until: number) => {
          let count = 0;
          for (let day = midnight + DAY; day + DAY - offset <= until; day += DAY) if (works(day)) count += 1;
          return count;
        };
        const earliest = earliestAfterWorkingDays(c, from, n).at;
        expect(fullDays(earliest)).toBe(n);
        expect(fullDays(earliest - 1)).toBe(n - 1);
      }),
    );
  });
});
