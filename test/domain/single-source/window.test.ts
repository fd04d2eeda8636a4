import { describe, expect, test } from 'vitest';
import { windowsOf } from '../../../domain/procurement/windows.ts';
import { keysBoundTo } from '../../../domain/procurement/window-at-publication.ts';
import { actors, at, attempt } from '../../support/builders.ts';
import '../../support/matchers.ts';
import { aSingleSource } from '../../support/single-source.ts';

const instant = (text: string) => at(text.slice(0, 10), text.slice(11));

describe('start at publication, five calendar days (S1 §1.7.1)', () => {
  test.each([
    ['a working day: at once', '2026-02-12 10:37', '2026-02-12 10:37', '2026-02-17 10:37'],
    ['a Saturday: Monday 9:00', '2026-02-14 12:00', '2026-02-16 09:00', '2026-02-21 09:00'],
    // 21–23 March Nauryz, 24 and 25 free instead of Saturday 21 and Sunday 22.
    ['Nauryz: Thursday 26 March 9:00', '2026-03-21 08:00', '2026-03-26 09:00', '2026-03-31 09:00'],
    ['the last minute of a Friday: at once', '2026-02-13 23:59', '2026-02-13 23:59', '2026-02-18 23:59'],
    ['the end may fall on a day off: Women’s Day, Sunday 8 March', '2026-03-03 15:00', '2026-03-03 15:00', '2026-03-08 15:00'],
  ])('%s', (_name, publishedAt, opens, closes) => {
    const { file } = aSingleSource().published(instant(publishedAt));
    expect(file.window).toEqual({ opensAt: instant(opens), closesAt: instant(closes) });
    expect(file.deadlines.map(({ key, at: when }) => [key, when])).toEqual([
      ['applications-start', instant(opens)],
      ['applications-end', instant(closes)],
    ]);
  });

  test('each end says how it came about', () => {
    const [start, end] = aSingleSource().published(instant('2026-02-14 12:00')).file.deadlines;
    expect(start?.derivation).toMatchObject({
      rule: 'start-at-publication',
      article: 'S1 §1.7.1',
      steps: ['free 2026-02-14 weekend', 'free 2026-02-15 weekend', 'opens 2026-02-16 09:00'],
    });
    expect(end?.derivation).toMatchObject({
      rule: 'end-after-calendar-days',
      article: 'S1 §1.7.1',
      inputs: { from: instant('2026-02-16 09:00'), calendarDays: 5 },
      steps: ['ends 2026-02-21 09:00:00'],
    });
  });

  test('a start that the calendar does not know yet is refused', () => {
    // 2 January 2028 is in a year that has not been entered.
    const publishing = { by: actors.portal, at: at('2028-01-02', '10:00') };
    expect(attempt(aSingleSource().file, 'publish', publishing)).refusesWith('calendar-not-approved');
  });
});

describe('the intake window follows from the file', () => {
  const single = aSingleSource();
  const end = instant('2026-02-21 09:00');

  test.each([
    ['published', single.published().file, 'planned', instant('2026-02-16 09:00'), end],
    ['taking', single.taking().file, 'open', null, end],
    ['closed at its end', single.closed().file, 'closed', null, null],
    ['closed by hand: it ended then', single.closedByHand().file, 'closed', null, instant('2026-02-17 12:00')],
    ['declined: opened by itself, it ended then', single.declined().file, 'opened', null, instant('2026-02-17 12:00')],
    ['opened', single.opened().file, 'opened', null, null],
    ['suspended when closed and not opened', single.closed().suspended(end + 1_000).file, 'frozen', null, null],
    ['nobody answered', single.opened(null).file, 'opened', null, null],
    ['cancelled', single.taking().cancelled({ on: instant('2026-02-17 12:00') }).file, 'void', null, null],
  ])('%s', (_state, file, state, opensAt, closesAt) => {
    expect(windowsOf(file)).toMatchObject([{ kind: 'applications', state, opensAt, closesAt }]);
  });

  test('its keys are bound to its start: it may be opened by hand before its end (ADR 0015)', () => {
    expect(keysBoundTo(single.published().file)).toBe(instant('2026-02-16 09:00'));
  });
});

test('the publication cites its own paragraph (S1 §1.7.1)', () => {
  const { file } = aSingleSource().published();
  expect(file.derivations['publishedAt']?.article).toContain('S1 §1.7.1');
});
