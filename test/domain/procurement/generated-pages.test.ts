import { describe, expect, test } from 'vitest';
import { actionsPage } from '../../../tools/docs/actions-page.ts';
import { regulationPage } from '../../../tools/docs/regulation-page.ts';
import { sheetEntries } from '../../../tools/docs/sheet-entries.ts';
import { ours, S1, workingDays } from '../../../domain/regulation.ts';

describe('pages that are written from the tables', () => {
  test('an action stands with who, in which status, while suspended, look-ups and source', () => {
    expect(actionsPage()).toContain(
      '| `cancel` | command to the case | creator of the announcement | `published`, `taking-quotations`, `taking-applications`, `considering-applications`, `forming-results-protocol`, `completed` | yes | `calendar`, `lotsInUse` | S1 §1.3.3 |',
    );
  });

  test('a number stands with unit, source and day; a refusal with the rule that gives it and a test that names it', () => {
    const text = regulationPage();
    expect(text).toContain('| `window.atLeast` | 5 | working-day | ADR 0007 | 2016-01-01 |');
    const row = text.split('\n').find((line) => line.startsWith('| `window-too-short` |'));
    expect(row).toContain('`domain/procurement/rules/window-is-not-too-short.ts`');
    expect(row).toContain('`test/domain/procurement/publication.test.ts`');
  });

  test('the same tree gives the same pages', () => {
    expect([actionsPage(), regulationPage()]).toEqual([actionsPage(), regulationPage()]);
  });

  test('a later sheet adds a row only where it differs, beside the one it follows', () => {
    const sheet = { term: workingDays(5, S1('1.3.2')), limits: { open: true, source: ours('ADR 1') } };
    const later = { ...sheet, term: workingDays(3, S1('1.3.2')) };
    expect(
      sheetEntries([
        { from: '2025-01-01', sheet: later },
        { from: '2016-01-01', sheet },
      ]),
    ).toEqual([
      { name: 'term', value: '5', unit: 'working-day', source: 'S1 §1.3.2', from: '2016-01-01' },
      { name: 'term', value: '3', unit: 'working-day', source: 'S1 §1.3.2', from: '2025-01-01' },
      { name: 'limits.open', value: 'true', unit: '', source: 'ADR 1', from: '2016-01-01' },
    ]);
  });
});
