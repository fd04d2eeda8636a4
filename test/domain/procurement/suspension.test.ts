import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProcurementFile } from '../../../domain/procurement/file.ts';
import { workingTimeBetween } from '../../../domain/working-time.ts';
import { aRequestForQuotations, at, calendar, type RequestForQuotations } from '../../support/builders.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const end = (file: ProcurementFile) => file.deadlines.find((each) => each.key === 'quotations-end')?.at;
const start = (file: ProcurementFile) => file.deadlines.find((each) => each.key === 'quotations-start')?.at;

/** Suspended and resumed by acts of 2 February 2026, the day before the window opens. */
const pause = (request: RequestForQuotations, from: number, to: number) => request.suspended(from).resumed(to);

describe('suspension (S1 §1.4.18)', () => {
  const taking = aRequestForQuotations().lots(2).takingQuotations();
  const { file } = taking.suspended(at('2026-02-05', '12:00'));

  test('keeps what is left of the window: six days and six hours, of which four days and six hours are working', () => {
    // From Thursday 5 February 12:00 to Wednesday 11 February 18:00; the 7th and 8th are a weekend.
    expect(file.suspension?.frozen).toMatchObject([
      { key: 'quotations-end', left: 6 * DAY + 6 * HOUR, workingLeft: 4 * DAY + 6 * HOUR },
    ]);
  });

  test('before the window opens both deadlines are kept', () => {
    const frozen = aRequestForQuotations().published().suspended(at('2026-02-02', '12:00')).file.suspension?.frozen;
    expect(frozen?.map(({ key, left }) => [key, left])).toEqual([
      ['quotations-start', 21 * HOUR],
      ['quotations-end', 9 * DAY + 6 * HOUR],
    ]);
  });
});

describe('resumption (S1 §1.4.19): what was left of the window is what is left of it', () => {
  const taking = aRequestForQuotations().takingQuotations();

  test.each([
    ['at once', '2026-02-05 12:00', '2026-02-05 12:00', '2026-02-11 18:00'],
    ['after an ordinary week: the end moves by the week', '2026-02-05 12:00', '2026-02-12 12:00', '2026-02-18 18:00'],
    // Left: Thursday 12 hours, Friday, Monday, Tuesday and 18 hours of Wednesday = 4 days 6 hours of working days.
    ['before Nauryz: the holidays are not taken from suppliers', '2026-02-05 12:00', '2026-03-19 12:00', '2026-03-30 18:00'],
    ['from within a weekend: working days start on Monday', '2026-02-05 12:00', '2026-02-14 12:00', '2026-02-20 18:00'],
    ['after a weekend was left: elapsed time ends later', '2026-02-06 18:00', '2026-02-09 18:00', '2026-02-14 18:00'],
  ])('%s', (_when, from, to, ends) => {
    const instant = (text: string) => at(text.slice(0, 10), text.slice(11));
    expect(end(pause(taking, instant(from), instant(to)).file)).toBe(instant(ends));
  });

  test('the window that the protocol prints is the one that was held', () => {
    const { file } = pause(taking, at('2026-02-05', '12:00'), at('2026-02-12', '12:00'));
    expect(file.window).toEqual({ opensAt: at('2026-02-03', '09:00'), closesAt: at('2026-02-18', '18:00') });
  });

  test('the derivation names the act of counting and the measure that ends later', () => {
    const { file } = pause(taking, at('2026-02-05', '12:00'), at('2026-03-19', '12:00'));
    const derivation = file.deadlines[0]?.derivation;
    expect(derivation?.rule).toBe('what-was-left-runs-on');
    expect(derivation?.inputs).toMatchObject({
      resumed: at('2026-03-19', '12:00'),
      left: 6 * DAY + 6 * HOUR,
      workingLeft: 4 * DAY + 6 * HOUR,
    });
    expect(derivation?.steps).toEqual(['left-of quotations-end', 'working-days-end-later']);
  });

  test('suspended before it opens in front of Nauryz, the whole window is still given when it falls on the holidays of May', () => {
    const before = aRequestForQuotations().published({
      on: at('2026-03-19', '10:00'),
      opensAt: at('2026-03-26', '09:00'),
      closesAt: at('2026-04-03', '00:00'),
    });
    const { file } = pause(before, at('2026-03-20', '12:00'), at('2026-04-24', '12:00'));
    expect(start(file)).toBe(at('2026-04-30', '09:00'));
    // After 30 April from 9:00 (15 hours): 4, 5, 6, 8, 12 May; 1, 7, 9–11 May are free.
    expect(end(file)).toBe(at('2026-05-13', '00:00'));
  });

  test('never earlier than either measure, and exactly the later of the two (property)', () => {
    const minutes = (from: number, to: number) =>
      fc.integer({ min: from / 60_000, max: to / 60_000 }).map((minute) => minute * 60_000);
    const suspendedAt = minutes(at('2026-03-17', '10:00'), at('2026-03-31', '17:59'));
    const waits = fc.integer({ min: 0, max: 400 * 24 * 60 }).map((minute) => minute * 60_000);
    const opensAt = at('2026-03-18', '09:00');
    const closesAt = at('2026-03-31', '18:00');
    const published = aRequestForQuotations().published({ on: at('2026-03-17', '09:00'), opensAt, closesAt });
    const opened = published.takingQuotations();
    fc.assert(
      fc.property(suspendedAt, waits, (from, wait) => {
        const to = from + wait;
        const { file } = pause(from < opensAt ? published : opened, from, to);
        const newEnd = end(file) ?? 0;
        const newStart = start(file) ?? to;
        const oldStart = Math.max(opensAt, from);
        const length = closesAt - oldStart;
        const workingLength = workingTimeBetween(calendar, oldStart, closesAt);
        expect(newEnd - newStart).toBeGreaterThanOrEqual(length);
        const newWorkingLength = workingTimeBetween(calendar, newStart, newEnd);
        expect(newWorkingLength).toBeGreaterThanOrEqual(workingLength);
        expect(newEnd - newStart === length || newWorkingLength === workingLength).toBe(true);
        expect(newStart - to).toBeGreaterThanOrEqual(oldStart - from);
      }),
      { numRuns: 400, seed: 20260317 },
    );
  });
});
