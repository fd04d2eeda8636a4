import { describe, expect, test } from 'vitest';
import { type Derivations, derivationOf } from '../../../domain/derivation.ts';
import { publicDerivations } from '../../../domain/procurement/derivations/public.ts';
import { METHODS } from '../../../domain/procurement/file.ts';
import { aQuotation, aRequestForQuotations, aRestriction, at } from '../../support/builders.ts';
import { admittedByHand, twoLotsTaking } from '../../support/single-source.ts';
import { PROTOCOLS } from './protocol-payloads.ts';

/** JSON pointers of every value a payload states; an empty list states that there is none. */
function leaves(value: unknown, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  const parts = Object.entries(value);
  return parts.length === 0 ? [pointer] : parts.flatMap(([name, part]) => leaves(part, `${pointer}/${name}`));
}

test('every method has its protocols in the list', () => {
  expect(Object.keys(PROTOCOLS)).toEqual([...METHODS]);
});

describe.each(Object.entries(PROTOCOLS))('every field of every protocol: %s', (_method, protocols) => {
  test.each(Object.entries(protocols))('%s: each stated value has its derivation', (_what, form) => {
    const { derivations, ...stated } = form() as { derivations: Derivations };
    const stray = leaves(stated).filter((pointer) => derivationOf(derivations, pointer) === undefined);
    expect(stray).toEqual([]);
    expect(leaves(stated).length).toBeGreaterThan(40);
    expect(Object.values(derivations).filter(({ article }) => article === '')).toEqual([]);
  });
});

describe('what is recorded with the decision', () => {
  const two = aRequestForQuotations().lots([{ amount: '1000000.00' }, { amount: '500000.00' }]);
  const decided = two
    .published()
    .decided(
      [
        aQuotation({ supplier: 1, prices: { 1: '850000.00' }, at: at('2026-02-04', '10:00') }),
        aQuotation({ supplier: 2, prices: { 1: '850000.00', 2: '500000.01' }, at: at('2026-02-04', '11:00') }),
        aQuotation({ supplier: 3, prices: { 1: '700000.00', 2: '400000.00' }, at: at('2026-02-04', '12:00') }),
      ],
      [aRestriction(3)],
    );
  const { derivations } = decided.file;

  test('the winner: every compared offer in its place, the rejected one with its ground, what told the first two apart (S1 §1.3.2)', () => {
    expect(derivations['lots/1/decision']).toEqual({
      rule: 'lowest-price-wins',
      article: 'S1 §1.3.2',
      inputs: { submitted: 3, admitted: 2, atLeast: 2 },
      steps: [
        'rejected 3 restriction',
        'ranked 1 1 850000.00 2026-02-04T10:00:00.000+05:00',
        'ranked 2 2 850000.00 2026-02-04T11:00:00.000+05:00',
        'decided-by earliest-received',
      ],
    });
  });

  test('the saving: 1 000 000 less 850 000 is 150 000, 15 per cent', () => {
    expect(derivations['lots/1/saving']?.inputs).toEqual({
      amount: '1000000.00',
      price: '850000.00',
      saving: '150000.00',
      percent: '15.0',
    });
  });

  test('a failed lot: the ground with its counts (S1 §1.7.1), and each rejection with what it was measured by', () => {
    expect(derivations['lots/2/decision']).toEqual({
      rule: 'too-few-quotations',
      article: 'S1 §1.7.1',
      inputs: { submitted: 2, admitted: 0, atLeast: 2, ground: 'none-admitted' },
      steps: ['rejected 2 above-lot-amount', 'rejected 3 restriction', 'ground-fits none-admitted'],
    });
    expect(derivations['lots/2/rejected/2']).toMatchObject({
      rule: 'price-above-lot',
      inputs: { quotation: 2, price: '500000.01', amount: '500000.00' },
    });
    expect(derivations['lots/2/rejected/3']).toMatchObject({
      rule: 'restricted-supplier',
      article: 'S1 §1.7.1',
      inputs: { quotation: 3, lawArticle: '7', subParagraph: '3', entry: '2025-118', checkedAt: at('2026-02-11', '18:00') },
    });
  });

  test('no number of a supplier stands in a derivation: suppliers are named by the place of receipt', () => {
    expect(JSON.stringify(derivations)).not.toMatch(/\b\d{12}\b/);
  });

  test('statuses: which fact, when, from which to which, by which article', () => {
    expect(derivations['status']).toEqual({
      rule: 'status-follows-act',
      article: 'S1 §1.3.2',
      inputs: {
        fact: 'QuotationsClosed',
        at: at('2026-02-11', '18:00'),
        statusBefore: 'taking-quotations',
        statusAfter: 'forming-results-protocol',
      },
      steps: [],
    });
    expect(derivations['lots/1/status']?.inputs).toMatchObject({ statusBefore: 'published', statusAfter: 'held' });
  });

  test('amounts: quantity × unit price of each lot, and the sum of them', () => {
    const { file } = aRequestForQuotations().lots(2).published();
    const [lot] = file.lots;
    expect(file.derivations['lots/1/amount']).toMatchObject({
      rule: 'quantity-times-unit-price',
      inputs: { quantity: lot?.quantity, unitPrice: lot?.unitPrice, amount: lot?.amount },
    });
    expect(derivations['total']?.inputs).toEqual({ lots: 2, total: '1500000.00' });
  });

  test('a deadline that has passed keeps its derivation; one that runs again has the newer one (S1 §1.4.19)', () => {
    expect(derivations['deadlines/quotations-end']?.rule).toBe('end-not-before-minimum-window');
    const resumed = two.takingQuotations().suspended(at('2026-02-05', '12:00')).resumed(at('2026-02-06', '12:00'));
    expect(resumed.file.derivations['deadlines/quotations-end']?.rule).toBe('what-was-left-runs-on');
    expect(resumed.file.derivations['deadlines/quotations-start']?.rule).toBe('start-chosen-by-organizer');
  });

  test('what a cancelled lot had been decided to no longer stands; the act stands in its place (S1 §1.3.3)', () => {
    const after = decided.protocolPublished().cancelled({ lots: ['1'], on: at('2026-02-20', '10:00') }).file.derivations;
    expect(after['lots/1/decision']).toMatchObject({
      rule: 'ended-by-act',
      article: 'S1 §1.3.3',
      inputs: { actNumber: '7119-26-00-2э/184', actDate: '2026-02-02', at: at('2026-02-20', '10:00') },
    });
    expect(after).not.toHaveProperty('lots/1/saving');
    expect(after['lots/2/decision']).toEqual(derivations['lots/2/decision']);
  });
});

describe('single source (S1 §1.7)', () => {
  const stated = (what: string) => (PROTOCOLS['single-source']![what]!() as { derivations: Derivations }).derivations;

  test('the window: published on Thursday 12 February at 10:00, five calendar days', () => {
    const { derivations } = twoLotsTaking().file;
    expect(derivations['deadlines/applications-start']).toMatchObject({
      rule: 'start-at-publication',
      article: 'S1 §1.7.1',
      steps: ['publication-is-on-a-working-day'],
    });
    expect(derivations['deadlines/applications-end']).toMatchObject({
      rule: 'end-after-calendar-days',
      inputs: { calendarDays: 5, from: at('2026-02-12', '10:00') },
    });
  });

  test('the protocol names what the publication will record: both verdicts, the price beside the amount, the saving', () => {
    const derivations = stated('held, opened by hand');
    expect(derivations['/lots/0/decision']).toEqual({
      rule: 'admitted-by-representative',
      article: 'S1 §1.7.7',
      inputs: { price: '940000.00', amount: '1000000.00' },
      steps: ['admitted restrictions', 'admitted specification', 'compared 940000.00 1000000.00'],
    });
    expect(derivations['/lots/0/decision/saving']?.inputs).toMatchObject({ saving: '60000.00', percent: '6.0' });
    expect(derivations['/singleSource/opening']).toMatchObject({ rule: 'opened-by-hand', article: 'S1 §1.7.3' });
    expect(derivations['/singleSource/review']).toMatchObject({ rule: 'decided-by-representative', article: 'S1 §1.7.4' });
    expect(derivations['/signers']).toMatchObject({ rule: 'signed-by-representative', article: 'S1 §1.7.6' });
  });

  test('a lot without an award: declined, silent, rejected by the restrictions, unreadable', () => {
    expect(stated('declined')['/lots/0/decision']).toMatchObject({
      rule: 'supplier-declined',
      article: 'S1 §1.7.3',
      inputs: { ground: 'supplier-declined', at: at('2026-02-13', '12:00') },
    });
    expect(stated('no answer')['/lots/1/decision']).toMatchObject({
      rule: 'supplier-silent',
      inputs: { ground: 'supplier-silent', at: at('2026-02-17', '10:00') },
    });
    expect(stated('one lot without a price')['/lots/1/decision']?.rule).toBe('supplier-silent');
    expect(stated('rejected under the restrictions')['/lots/0/decision']).toMatchObject({
      rule: 'rejected-application',
      article: 'S1 §1.7.4',
      steps: ['rejected 1 restrictions'],
    });
    expect(stated('unreadable')['/unreadable/0/reason']).toMatchObject({ rule: 'unreadable-quotation', article: 'S1 §1.7.3' });
  });

  test('before the publication nothing of the decision is public', () => {
    const { file } = admittedByHand();
    expect(Object.keys(publicDerivations(file)).filter((field) => /decision|price|saving|consideration/.test(field))).toEqual([]);
  });
});
