import { describe, expect, test } from 'vitest';
import { nextDeadline } from '../../../domain/case.ts';
import type { ProcurementFile } from '../../../domain/procurement/file.ts';
import { windowsOf } from '../../../domain/procurement/windows.ts';
import { aRequestForQuotations, at } from '../../support/builders.ts';

const published = aRequestForQuotations().published();
const opensAt = at('2026-02-03', '09:00');
const closesAt = at('2026-02-11', '18:00');
const during = at('2026-02-05', '12:00');
const suspended = published.takingQuotations().suspended(during);

describe('the intake window follows from the file', () => {
  test.each<[string, ProcurementFile, string, number | null, number | null]>([
    ['published', published.file, 'planned', opensAt, closesAt],
    ['taking quotations', published.takingQuotations().file, 'open', null, closesAt],
    ['closed, not opened', published.closed().file, 'closed', null, null],
    ['decided', published.decided().file, 'opened', null, null],
    ['completed', published.completed().file, 'opened', null, null],
    ['suspended before the start', published.suspended(at('2026-02-02', '12:00')).file, 'frozen', null, null],
    ['suspended while open', suspended.file, 'frozen', null, null],
    ['resumed a day later', suspended.resumed(at('2026-02-06', '12:00')).file, 'open', null, at('2026-02-12', '18:00')],
    ['cancelled before the opening', published.takingQuotations().cancelled({ on: during }).file, 'void', null, null],
    ['cancelled when closed, before the opening', published.closed().cancelled().file, 'void', null, null],
    ['cancelled after the results', published.completed().cancelled().file, 'opened', null, null],
  ])('%s', (_state, file, state, opens, closes) => {
    expect(windowsOf(file)).toMatchObject([{ kind: 'quotations', generation: 1, state, opensAt: opens, closesAt: closes }]);
  });

  test('a draft has none', () => {
    expect(windowsOf(aRequestForQuotations().file)).toEqual([]);
  });

  test('some lots cancelled leave the window as it is', () => {
    const two = aRequestForQuotations().lots(2).takingQuotations();
    expect(windowsOf(two.cancelled({ lots: ['1'], on: during }).file)).toEqual(windowsOf(two.file));
  });
});

describe('the nearest deadline', () => {
  test('is the start, then the end, then none', () => {
    expect(nextDeadline(published.file)?.key).toBe('quotations-start');
    expect(nextDeadline(published.takingQuotations().file)?.key).toBe('quotations-end');
    expect(nextDeadline(published.closed().file)).toBeNull();
    expect(nextDeadline(published.completed().file)).toBeNull();
  });

  test('does not run while suspended, nor after a cancellation', () => {
    expect(nextDeadline(suspended.file)).toBeNull();
    expect(nextDeadline(published.cancelled().file)).toBeNull();
  });

  test('of two the earlier, whatever their order in the file', () => {
    const reversed = { ...published.file, deadlines: [...published.file.deadlines].reverse() };
    expect(nextDeadline(reversed)?.key).toBe('quotations-start');
  });
});
