import { describe, expect, test } from 'vitest';
import {
  contractPaper,
  type DraftBody,
  formKey,
  formsOf,
  formValues,
  isOffered,
  isOutdated,
  isPaper,
  newDraft,
  notKept,
  payloadOf,
  plannedAmount,
  readMoment,
  readPlanItem,
  signedRefs,
  specificationPaper,
  typedMoment,
  withForm,
  withLots,
  withoutLots,
} from '../../domain/procurement/draft.ts';
import {
  allSigned,
  buyer,
  calendar,
  faultsOf,
  filledDraft,
  head,
  matterOf,
  NOW,
  other,
  planItem,
  stored,
} from '../support/draft-body.ts';
import { at } from '../support/draft-file.ts';

describe('what a draft lacks (S1 §1.3.1)', () => {
  test('a draft with everything filled in, approved and signed lacks nothing', () => {
    const body = filledDraft();
    expect(faultsOf(body, allSigned(body))).toEqual([]);
  });

  test('a draft right after its head lacks lots, the contract, representatives and dates, each in its step', () => {
    const faults = faultsOf(newDraft(head), []);
    expect(faults.map(({ step, gap }) => `${step} ${gap}`)).toEqual([
      'lots no-lots',
      'contract contract-fields-missing',
      'people representative-missing',
      'dates date-missing',
      'dates date-missing',
    ]);
  });

  test('delivery terms are asked for by lot, and only for goods', () => {
    const body = filledDraft([planItem(1), planItem(2)]);
    const lots = body.lots.map((lot) =>
      lot.number === '2' ? { ...lot, delivery: { incoterms: '', place: { kk: '', ru: '' } } } : lot,
    );
    const undelivered = { ...body, lots };
    expect(faultsOf(undelivered, allSigned(undelivered))).toEqual([{ step: 'delivery', gap: 'delivery-missing', lots: ['2'] }]);
    const works = { ...undelivered, head: { ...body.head, subjectKind: 'works' as const } };
    expect(faultsOf(works, []).filter((fault) => fault.step === 'delivery')).toEqual([]);
  });

  test('characteristics are required in Kazakh and in Russian', () => {
    const body = filledDraft();
    const lots = body.lots.map((lot) => ({
      ...lot,
      specification: { ...lot.specification, characteristics: { kk: '', ru: 'Плотность' } },
    }));
    expect(faultsOf({ ...body, lots }, [])).toContainEqual({
      step: 'specification',
      gap: 'characteristics-missing',
      lots: ['1'],
    });
  });

  test.each([
    ['not approved', undefined, 'not-approved'],
    ['being printed', 'to-print', 'not-printed-yet'],
    ['approved but not signed', 'approved', 'not-signed'],
  ] as const)('a specification %s is named with its lot', (_name, state, gap) => {
    const body = filledDraft();
    const papers = [stored(contractPaper(buyer.bin), body), ...(state ? [stored(specificationPaper('1'), body, state)] : [])];
    expect(faultsOf(body, papers)).toEqual([{ step: 'specification', gap, lots: ['1'] }]);
  });

  test('a change after signing makes the document out of date: it is made again, not edited (S1 §1.3.1.2)', () => {
    const body = filledDraft();
    const papers = allSigned(body);
    const renamed = { ...body, head: { ...body.head, name: { kk: 'Басқа', ru: 'Другое' } } };
    expect(faultsOf(renamed, papers)).toEqual([
      { step: 'specification', gap: 'outdated', lots: ['1'] },
      { step: 'contract', gap: 'outdated', customers: [buyer.bin] },
    ]);
  });

  test('every customer has a draft contract of its own', () => {
    const body = filledDraft([planItem(1), planItem(2, { customer: other.bin })]);
    expect(faultsOf(body, allSigned(body))).toEqual([{ step: 'contract', gap: 'not-approved', customers: [other.bin] }]);
    const second = payloadOf(matterOf(body), contractPaper(other.bin));
    expect(second?.documentId).toBe('1000001-1/contract-draft-2/1');
    expect(second?.customers.map((each) => each.bin)).toEqual([other.bin]);
  });
});

describe('the forms of a draft, for programs', () => {
  test('goods have delivery and a specification in writing per lot, works and services have not (S1 §1.3.1.1, §1.3.1.2)', () => {
    const keys = (body: DraftBody) => formsOf(body).map(formKey);
    const goods = filledDraft([planItem(1), planItem(2)]);
    expect(keys(goods)).toEqual(['head', 'delivery', 'specification-1', 'specification-2', 'contract', 'people', 'dates']);
    const works = { ...goods, head: { ...goods.head, subjectKind: 'works' as const } };
    expect(keys(works)).toEqual(['head', 'contract', 'people', 'dates']);
  });

  test('what a form shows can be sent back as it is', () => {
    const body = filledDraft();
    for (const form of formsOf(body))
      expect([formKey(form), notKept(form, body, formValues(form, body), calendar)]).toEqual([formKey(form), null]);
  });

  test.each([
    ['a field that the form has not', 'delivery', { 'incoterms-2': 'DDP' }, 'incoterms-2'],
    ['a choice that is not offered', 'delivery', { 'incoterms-1': 'DDX' }, 'incoterms-1'],
    ['another method than that of its lots', 'head', { method: 'single-source' }, 'method'],
    ['a clause that leaves out a number', 'contract', { 'clause-2-ru': 'текст' }, 'clause-2-ru'],
    ['the button of a page', 'dates', { set: 'opensAt=1795000000000' }, 'set'],
  ] as const)('%s is named, not dropped in silence', (_what, step, values, field) => {
    expect(notKept({ step }, filledDraft(), values, calendar)).toBe(field);
  });
});

describe('dates (S1 §1.3.1.4)', () => {
  const withWindow = (opens: string, closes: string): DraftBody => ({
    ...filledDraft(),
    window: { opens: typedMoment(at(opens), calendar), closes: typedMoment(at(closes), calendar) },
  });
  const dateFaults = (body: DraftBody, now = NOW) =>
    faultsOf(body, allSigned(body), now).map(({ field, refusal }) => [field, refusal?.code, refusal?.facts['earliest']]);

  test('a start on a Saturday names the Monday after, and the end its earliest date', () => {
    expect(dateFaults(withWindow('2026-11-28T09:00', '2026-11-30T18:00'))).toEqual([
      ['opensAt', 'start-not-on-working-day', at('2026-11-30T09:00')],
      ['closesAt', 'window-too-short', at('2026-12-05T00:00')],
    ]);
  });

  test('an end before the start is told with the earliest end that the rule allows', () => {
    expect(dateFaults(withWindow('2026-11-23T09:00', '2026-11-20T18:00'))).toEqual([
      ['closesAt', 'end-before-start', at('2026-12-01T00:00')],
    ]);
  });

  test('a start that has passed is refused; the end stays judged', () => {
    expect(dateFaults(withWindow('2026-11-19T09:00', '2026-12-01T18:00'))).toEqual([['opensAt', 'start-in-the-past', NOW]]);
  });

  test('a date that does not exist is kept as typed and told', () => {
    const body = filledDraft();
    const typed = { ...body, window: { ...body.window, opens: { day: '31', month: '11', year: '2026', time: '09:00' } } };
    expect(faultsOf(typed, allSigned(typed))).toEqual([{ step: 'dates', gap: 'not-a-date', field: 'opensAt' }]);
    expect(formValues({ step: 'dates' }, typed)['opensAt-day']).toBe('31');
  });

  test('the button puts the earliest date into its field and leaves the other', () => {
    const typed = { ...formValues({ step: 'dates' }, filledDraft()), set: `closesAt=${at('2026-12-05T00:00')}` };
    const { window } = withForm({ step: 'dates' }, filledDraft(), typed, calendar);
    expect(window.closes).toEqual({ day: '05', month: '12', year: '2026', time: '00:00' });
    expect(window.opens).toEqual({ day: '23', month: '11', year: '2026', time: '09:00' });
  });

  test.each([
    [{ day: '7', month: '3', year: '2027', time: '9:05' }, at('2027-03-07T09:05')],
    [{ day: '29', month: '02', year: '2028', time: '23.59' }, at('2028-02-29T23:59')],
  ])('a moment is read as people type it', (typed, instant) => {
    expect(readMoment(typed, calendar)).toEqual({ ok: true, at: instant });
  });
});

describe('lots from the plan (spec 01, step 2)', () => {
  const offer = { method: 'price-quotations', purchaseType: 'first', subjectKind: 'goods', disability: false } as const;

  test('a first purchase takes planned items of the same method, kind and flag', () => {
    expect(isOffered(planItem(1), offer)).toBe(true);
    expect(isOffered(planItem(1, { subjectKind: 'works' }), offer)).toBe(false);
    expect(isOffered(planItem(1, { status: 'lot-draft' }), offer)).toBe(false);
    expect(isOffered({ ...planItem(1), body: { ...planItem(1).body, disability: true } }, offer)).toBe(false);
  });

  test('a repeat purchase takes only items whose lot failed', () => {
    const repeat = { ...offer, purchaseType: 'repeat' as const };
    expect(isOffered(planItem(1), repeat)).toBe(false);
    expect(isOffered(planItem(1, { status: 'failed' }), repeat)).toBe(true);
  });

  test('an item is added once, and a removed lot leaves the numbers of the others as they are', () => {
    const two = withLots(withLots(newDraft(head), [planItem(1), planItem(2)]), [planItem(2)]);
    expect(two.lots.map((lot) => lot.number)).toEqual(['1', '2']);
    expect(withLots(withoutLots(two, ['1']), [planItem(3)]).lots.map((lot) => lot.number)).toEqual(['2', '3']);
  });

  test('method, type and kind stay once lots are chosen; names and flags of the head may change', () => {
    const values = {
      ...formValues({ step: 'head' }, filledDraft()),
      subjectKind: 'works',
      purchaseType: 'repeat',
      'name-ru': 'Другое',
    };
    expect(withForm({ step: 'head' }, filledDraft(), values, calendar).head).toEqual({
      ...head,
      name: { ...head.name, ru: 'Другое' },
    });
  });
});

describe('a plan item (S1 §1.1)', () => {
  const units = [{ code: '166', kk: 'Килограмм', ru: 'Килограмм' }];
  const typed = {
    ...{
      customer: buyer.bin,
      organizer: '',
      method: 'price-quotations',
      subjectKind: 'goods',
      unit: '166',
      catalogueCode: '011351.100.000000',
    },
    ...{ 'name-kk': 'Картоп', 'name-ru': 'Картофель', 'description-kk': 'жаңа', 'description-ru': 'свежий' },
    ...{ 'term-kk': '15 күн', 'term-ru': '15 дней', 'place-kk': 'Астана', 'place-ru': 'Астана' },
    ...{ quantity: '1 500,5', unitPrice: '1 234,50' },
  };

  test('amount is quantity × unit price, to the tiyn', () => {
    const read = readPlanItem(typed, units);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    expect([read.item.body.quantity, read.item.body.unitPrice]).toEqual(['1500.5', '1234.50']);
    expect(plannedAmount(read.item.body)).toBe('1852367.25');
  });

  test('an amount above 999 999 999 999.99 is told, the largest itself is taken', () => {
    const whole = { ...typed, quantity: '1', unitPrice: '999999999999,99' };
    expect(readPlanItem(whole, units)).toMatchObject({ ok: true });
    expect(readPlanItem({ ...whole, quantity: '1,000001' }, units)).toEqual({
      ok: false,
      faults: [{ field: 'unitPrice', fault: 'amount-too-large' }],
    });
  });

  test('every fault is told at once; a price that reads two ways is asked back', () => {
    const read = readPlanItem(
      { ...typed, 'name-kk': '', quantity: '0', unitPrice: '1.234', catalogueCode: '1', kato: '12', advance: '101' },
      units,
    );
    expect(read).toEqual({
      ok: false,
      faults: [
        { field: 'name-kk', fault: 'empty' },
        { field: 'quantity', fault: 'quantity' },
        { field: 'unitPrice', fault: 'price-ambiguous' },
        { field: 'catalogueCode', fault: 'code' },
        { field: 'kato', fault: 'kato' },
        { field: 'advance', fault: 'percent' },
      ],
    });
  });
});

describe('documents of a draft', () => {
  test('clauses are added to the contract in both languages, empty places are dropped', () => {
    const body = filledDraft();
    const values = {
      ...formValues({ step: 'contract' }, body),
      'clause-1-kk': '',
      'clause-1-ru': '',
      'clause-2-kk': 'Тармақ',
      'clause-2-ru': 'Пункт',
    };
    expect(withForm({ step: 'contract' }, body, values, calendar).contract.clauses).toEqual([{ kk: 'Тармақ', ru: 'Пункт' }]);
  });

  test('the time of approval does not make a document out of date', () => {
    const matter = matterOf(filledDraft());
    const [first, later] = [matter, { ...matter, now: NOW + 60_000, version: 2 }].map((each) =>
      payloadOf(each, specificationPaper('1')),
    );
    expect(isOutdated(first!, later!)).toBe(false);
  });

  test('only signed documents are part of the announcement', () => {
    const body = filledDraft();
    const papers = [stored(specificationPaper('1'), body), stored(contractPaper(buyer.bin), body, 'approved')];
    expect(signedRefs(papers).map(({ kind, lot }) => [kind, lot])).toEqual([['specification', '1']]);
    expect(isPaper(contractPaper(other.bin), papers[1]!)).toBe(false);
  });
});
