import { expect, test } from 'vitest';
import { publicDerivation, publicDerivations } from '../../../domain/procurement/derivations/public.ts';
import { aRequestForQuotations, at } from '../../support/builders.ts';

const two = aRequestForQuotations().lots(2);
const fields = (file: Parameters<typeof publicDerivations>[0]) => Object.keys(publicDerivations(file));

test('from publication on: total, amounts, deadlines, status', () => {
  expect(fields(two.published().file).sort()).toEqual([
    'deadlines/quotations-end',
    'deadlines/quotations-start',
    'lots/*/status',
    'lots/1/amount',
    'lots/2/amount',
    'publishedAt',
    'status',
    'total',
  ]);
});

test('decided and not yet published: nothing speaks of offers; published: everything does', () => {
  const decided = two.decided();
  expect(fields(decided.file).filter((field) => /decision|price|saving|rejected/.test(field))).toEqual([]);
  expect(fields(decided.protocolPublished().file)).toEqual(expect.arrayContaining(['lots/1/decision', 'lots/2/saving']));
});

test('a cancelled lot names its act at once', () => {
  const { file } = two.published().cancelled({ lots: ['2'], on: at('2026-02-02', '12:00') });
  expect(fields(file)).toContain('lots/2/decision');
  expect(publicDerivation(file, 'lots/2/decision')['lots/2/decision']?.rule).toBe('ended-by-act');
});

test('one field: that of the nearest part; a field of every lot; none where nothing is recorded', () => {
  const { file } = two.published();
  expect(publicDerivation(file, 'lots/2/status')).toEqual({ 'lots/2/status': file.derivations['lots/*/status'] });
  expect(publicDerivation(file, 'deadlines/quotations-end/at')).toEqual({
    'deadlines/quotations-end/at': file.derivations['deadlines/quotations-end'],
  });
  expect(publicDerivation(file, 'price')).toEqual({});
});
