import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf, instantOf, isWorkingDay } from '../../domain/calendar.ts';
import { afterWorkingTime, workingTimeBetween } from '../../domain/working-time.ts';
import { kazakhCalendar } from '../support/seeds.ts';

const calendar = kazakhCalendar();
const at = (date: string, time: string) => instantOf(calendar, date, time);
const HOUR = 3_600_000;

describe('time that lies on working days, whole days of 24 hours (ADR 0008)', () => {
  // Hours counted by hand over db/seeds/calendar-kz.csv.
  test.each([
    ['within one working day', '2026-02-04 10:00', '2026-02-04 18:30', 8.5],
    ['from Friday evening to Monday morning: six hours and nine', '2026-02-06 18:00', '2026-02-09 09:00', 15],
    ['within a weekend', '2026-02-07 00:00', '2026-02-08 23:59', 0],
    ['over Nauryz: the 20th and the 26th only', '2026-03-20 00:00', '2026-03-27 00:00', 48],
    ['over 8 March carried over to Monday', '2026-03-06 12:00', '2026-03-10 12:00', 24],
    ['a Saturday made working in 2024 counts', '2024-05-04 00:00', '2024-05-05 00:00', 24],
    ['no time at all', '2026-02-04 10:00', '2026-02-04 10:00', 0],
    ['backwards is none', '2026-02-05 10:00', '2026-02-04 10:00', 0],
  ])('%s', (_what, from, to, hours) => {
    const instant = (text: string) => at(text.slice(0, 10), text.slice(11));
    expect(workingTimeBetween(calendar, instant(from), instant(to))).toBe(hours * HOUR);
  });

  test.each([
    ['twelve hours from Friday noon end at midnight, where the weekend starts', '2026-02-06 12:00', 12, '2026-02-07 00:00'],
    ['one hour more is the first of Monday', '2026-02-06 12:00', 13, '2026-02-09 01:00'],
    ['from within a weekend time starts on Monday', '2026-02-07 15:00', 1, '2026-02-09 01:00'],
    ['two days from Friday 20 March end after Nauryz', '2026-03-20 00:00', 48, '2026-03-27 00:00'],
    ['nothing left is now', '2026-02-07 15:00', 0, '2026-02-07 15:00'],
  ])('%s', (_what, from, hours, end) => {
    const instant = (text: string) => at(text.slice(0, 10), text.slice(11));
    expect(afterWorkingTime(calendar, instant(from), hours * HOUR)).toBe(instant(end));
  });

  const instants = fc
    .integer({ min: at('2023-01-01', '00:00') / HOUR, max: at('2027-06-01', '00:00') / HOUR })
    .map((hour) => hour * HOUR);
  const hours = fc.integer({ min: 0, max: 90 * 24 });

  test('agrees with a count hour by hour', () => {
    fc.assert(
      fc.property(instants, hours, (from, length) => {
        let counted = 0;
        for (let hour = 0; hour < length; hour += 1)
          if (isWorkingDay(calendar, dateOf(calendar, from + hour * HOUR))) counted += 1;
        expect(workingTimeBetween(calendar, from, from + length * HOUR)).toBe(counted * HOUR);
      }),
      { numRuns: 100, seed: 20260204 },
    );
  });

  test('is the earliest instant at which so much has passed', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 60 * 24 * HOUR }), (from, amount) => {
        const end = afterWorkingTime(calendar, from, amount);
        expect(workingTimeBetween(calendar, from, end)).toBe(amount);
        expect(workingTimeBetween(calendar, from, end - 1)).toBe(amount - 1);
      }),
      { numRuns: 300, seed: 20260204 },
    );
  });
});
