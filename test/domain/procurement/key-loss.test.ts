import { describe, expect, test } from 'vitest';
import { windowsOf } from '../../../domain/procurement/windows.ts';
import { actors, aRequestForQuotations, at, attempt, factsOf } from '../../support/builders.ts';
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
