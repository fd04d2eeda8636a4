import { describe, expect, test } from 'vitest';
import { windowsOf } from '../../../domain/procurement/windows.ts';
import { noticesOf } from '../../../domain/procurement/notices.ts';
import { actors, aRequestForQuotations, at, attempt, factsOf, suppliers } from '../../support/builders.ts';
import { aSingleSource } from '../../support/single-source.ts';
import '../../support/matchers.ts';

const input = { reason: 'Файл ключа и его копия не читаются' };
const published = aRequestForQuotations().published();
const taking = published.takingQuotations();
const declared = (request: typeof taking, when: number) =>
  request.do('declare-key-lost', { by: actors.operator, at: when, input }).file;
const end = (file: typeof published.file) => file.deadlines.find(({ key }) => key === 'quotations-end');

describe('the key of a window is lost (ADR 0021)', () => {
  test('after the end: open at once for five full working days, until the former time of day of the next working day', () => {
    // Wednesday 11 February 2026, 19:00; counted 12, 13, 16, 17, 18; the next working day is Thursday the 19th, 18:00 as before.
    const file = declared(published.closed(), at('2026-02-11', '19:00'));
    expect(file.status).toBe('taking-quotations');
    expect(file.window).toEqual({ opensAt: at('2026-02-11', '19:00'), closesAt: at('2026-02-19', '18:00') });
    expect(end(file)).toMatchObject({ at: at('2026-02-19', '18:00'), derivation: { article: 'ADR 0021' } });
  });

  test('over a weekend and a former end that lies behind it, the later of the two ends holds', () => {
    // Declared Tuesday 3 February 12:00: five full working days are 4, 5, 6, 9, 10; the 11th at 18:00 is also the former end.
    expect(declared(taking, at('2026-02-03', '12:00')).window?.closesAt).toBe(at('2026-02-11', '18:00'));
    // Declared a day later everything moves by one: the 12th.
    expect(declared(taking, at('2026-02-04', '12:00')).window?.closesAt).toBe(at('2026-02-12', '18:00'));
  });

  test('before the start nobody has offered: the window stays as announced, with other keys', () => {
    const file = declared(published, at('2026-02-02', '12:00'));
    expect(file.status).toBe('published');
    expect([file.window, file.deadlines]).toEqual([published.file.window, published.file.deadlines]);
    expect(file.intake?.generation).toBe(2);
  });

  test('the former generation is void, the new one takes offers under other keys', () => {
    const when = at('2026-02-04', '12:00');
    const file = declared(taking, when);
    expect(windowsOf(file)).toMatchObject([
      { generation: 2, state: 'open', opensAt: when, closesAt: at('2026-02-12', '18:00') },
      { windowId: taking.file.intake!.windowId, generation: 1, state: 'void' },
    ]);
    expect(file.intake?.price).not.toEqual(taking.file.intake?.price);
    expect(file.lostKeys).toMatchObject([{ generation: 1, at: when, reason: input.reason, by: { iin: actors.operator.iin } }]);
  });

  test('a key that was used is not lost', () => {
    const how = { by: actors.operator, at: at('2026-02-11', '19:00'), input };
    expect(attempt(published.closed().file, 'declare-key-lost', { ...how, consulted: { keyReleased: true } })).refusesWith(
      'not-in-this-status',
    );
    expect(attempt(published.decided().file, 'declare-key-lost', how)).refusesWith('not-in-this-status');
  });

  test('needs a reason, and years that the calendar knows', () => {
    expect(
      attempt(taking.file, 'declare-key-lost', { by: actors.operator, at: at('2026-02-04', '12:00'), input: { reason: ' ' } }),
    ).refusesWith('bad-input');
    expect(attempt(taking.file, 'declare-key-lost', { by: actors.operator, at: at('2031-02-04', '12:00'), input })).refusesWith(
      'date-beyond-calendar',
    );
  });

  test('two facts: the loss with its reason, and the window held again', () => {
    const how = { by: actors.operator, at: at('2026-02-04', '12:00'), input };
    expect(factsOf(taking.file, 'declare-key-lost', how).map(({ type }) => type)).toEqual(['KeyLost', 'WindowRepeated']);
  });
});

describe('the key of a single source is lost (ADR 0021)', () => {
  const single = aSingleSource([{}]).published(at('2026-02-12', '10:00')).taking();
  const again = (when: number, before = single) => before.do('declare-key-lost', { by: actors.operator, at: when, input }).file;

  test('open at once for five calendar days from the declaration, under other keys', () => {
    // Published Thursday 12 February 10:00, until Tuesday the 17th 10:00; declared on Friday the 13th 12:00: until Wednesday the 18th 12:00.
    const file = again(at('2026-02-13', '12:00'));
    expect(file).toMatchObject({ status: 'taking-applications', intake: { generation: 2 } });
    expect(file.window).toEqual({ opensAt: at('2026-02-13', '12:00'), closesAt: at('2026-02-18', '12:00') });
    expect(file.deadlines).toMatchObject([
      { key: 'applications-end', derivation: { rule: 'applications-again-after-key-loss', steps: ['ends 2026-02-18 12:00:00'] } },
    ]);
    expect(windowsOf(file)).toMatchObject([
      { kind: 'applications', generation: 2, state: 'open' },
      { kind: 'applications', generation: 1, state: 'void' },
    ]);
  });

  test('declared on a day off the days are counted from Monday 9:00, and the supplier may hand in before', () => {
    const file = again(at('2026-02-14', '12:00'));
    expect(file.window).toEqual({ opensAt: at('2026-02-14', '12:00'), closesAt: at('2026-02-21', '09:00') });
    expect(file.deadlines[0]?.derivation.steps).toEqual([
      'free 2026-02-14 weekend',
      'free 2026-02-15 weekend',
      'opens 2026-02-16 09:00',
      'ends 2026-02-21 09:00:00',
    ]);
  });

  test('a window that was resumed late keeps its later end', () => {
    // Published Monday 16 February 10:00, until Saturday the 21st. Left on Monday 11:00: 13 hours of Monday and 96 of Tuesday to Friday.
    // From Friday the 20th 10:00: 14 hours, 72 of Monday to Wednesday, 23 of Thursday the 26th.
    const open = aSingleSource([{}]).published(at('2026-02-16', '10:00')).taking();
    const resumed = open.suspended(at('2026-02-16', '11:00')).resumed(at('2026-02-20', '10:00'));
    const file = again(at('2026-02-20', '10:30'), resumed);
    expect(file.window?.closesAt).toBe(at('2026-02-26', '23:00'));
    expect(file.deadlines[0]?.derivation.steps.at(-1)).toBe('former-end-is-later');
  });

  test('closed, by hand or at its end, and not opened: it takes applications again', () => {
    const closed = single.do('close-applications', { by: actors.portal, at: at('2026-02-17', '10:00') });
    const file = again(at('2026-02-17', '10:05'), closed);
    expect([file.applicationClosedAt, file.openingOrderedBy, file.status]).toEqual([null, null, 'taking-applications']);
    expect(file).canOnly(actors.supplier(1), ['submit-application', 'withdraw-application', 'decline-participation']);
  });

  test('what was opened, and a supplier that declined, is not handed in again', () => {
    const how = { by: actors.operator, at: at('2026-02-24', '10:00'), input };
    for (const { file } of [aSingleSource().opened(), aSingleSource().declined()])
      expect(attempt(file, 'declare-key-lost', how)).refusesWith('not-in-this-status');
  });

  test('the invited supplier alone is told; of a request for quotations every supplier is, because nobody knows who offered', () => {
    const told = (file: typeof single.file) =>
      factsOf(file, 'declare-key-lost', { by: actors.operator, at: at('2026-02-13', '12:00'), input })
        .flatMap((fact) => noticesOf(file, fact))
        .filter(({ event }) => event === 'hand-in-again')
        .map(({ users, suppliers: bins, params }) => ({ users, bins, params }));
    expect(told(single.file)).toEqual([{ users: [], bins: [suppliers(1).bin], params: {} }]);
    expect(told(taking.file)).toEqual([{ users: [], bins: 'all', params: {} }]);
    // Not open yet: nobody has anything to hand in again.
    expect(told(published.file)).toEqual([]);
  });
});
