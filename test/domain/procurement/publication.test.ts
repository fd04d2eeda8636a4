import { describe, expect, test } from 'vitest';
import type { Consulted } from '../../../domain/procurement/consulted.ts';
import type { ProcurementFile } from '../../../domain/procurement/file.ts';
import type { RefusalCode } from '../../../domain/refusals.ts';
import { actors, aRequestForQuotations, at, attempt } from '../../support/builders.ts';
import '../../support/matchers.ts';

interface Wish {
  on?: number;
  draft?: Partial<ProcurementFile>;
  consulted?: Partial<Consulted>;
}

/** Publishes with a window given as local dates and times; on Monday 5 January 2026 unless said otherwise. */
function publishing(
  [opens, closes]: [string, string],
  { on = at('2026-01-05', '10:00'), draft = {}, consulted = {} }: Wish = {},
) {
  const instant = (text: string) => at(text.slice(0, 10), text.slice(11));
  const window = { opensAt: instant(opens), closesAt: instant(closes) };
  return attempt(aRequestForQuotations().draft({ window, ...draft }).file, 'publish', { by: actors.creator, at: on, consulted });
}

const earliest = (answer: ReturnType<typeof publishing>) => (answer.ok ? null : answer.refusal.facts.earliest);
const articleOf = (answer: ReturnType<typeof publishing>) => (answer.ok ? null : answer.refusal.source?.place);

const GOOD: [string, string] = ['2026-02-03 09:00', '2026-02-11 18:00'];

describe('an announcement is published with a window of five working days, from a working day on (spec 02 [+])', () => {
  test('Tuesday 3 February to Wednesday 11 February holds six full working days', () => {
    expect(publishing(GOOD).ok).toBe(true);
  });

  // Working days counted by hand over the days listed in db/seeds/calendar-kz.csv; the opening day is not counted.
  test.each([
    ['an ordinary week: 4, 5, 6, 9, 10 February', '2026-02-03 09:00', '2026-02-11 00:00'],
    ['opened a minute before midnight, the day is not counted either', '2026-02-03 23:59', '2026-02-11 00:00'],
    ['over Women’s day carried over to Monday: 5, 6, 10, 11, 12 March', '2026-03-04 09:00', '2026-03-13 00:00'],
    ['over Nauryz 21–25 March: 20, 26, 27, 30, 31 March', '2026-03-19 09:00', '2026-04-01 00:00'],
    ['from the first working day after Nauryz: 27, 30, 31 March, 1, 2 April', '2026-03-26 09:00', '2026-04-03 00:00'],
    ['over the holidays of May: 30 April, 4, 5, 6, 8 May', '2026-04-29 09:00', '2026-05-09 00:00'],
    ['over New Year and Christmas: 30, 31 December, 5, 6, 8 January', '2025-12-29 09:00', '2026-01-09 00:00'],
    ['over the Day of the Republic carried over to Monday: 23, 27, 28, 29, 30 October', '2026-10-22 09:00', '2026-10-31 00:00'],
  ])('%s', (_why, opens, end) => {
    const on = at('2025-12-01', '10:00');
    expect(publishing([opens, end], { on }).ok).toBe(true);
    const instant = at(end.slice(0, 10), end.slice(11));
    const millisecondBefore = { opensAt: at(opens.slice(0, 10), opens.slice(11)), closesAt: instant - 1 };
    const short = publishing([opens, end], { on, draft: { window: millisecondBefore } });
    expect(short).refusesWith('window-too-short', { ...millisecondBefore, days: 5, earliest: instant });
  });

  test.each([
    ['Saturday', '2026-02-07 09:00', '2026-02-20 18:00', '2026-02-09'],
    ['Sunday', '2026-02-08 09:00', '2026-02-20 18:00', '2026-02-09'],
    ['first day of Nauryz, a Saturday', '2026-03-21 09:00', '2026-04-10 18:00', '2026-03-26'],
    ['Wednesday 25 March, free in place of Sunday', '2026-03-25 18:00', '2026-04-10 18:00', '2026-03-26'],
    ['Day of the Capital, a Monday', '2026-07-06 09:00', '2026-07-20 18:00', '2026-07-07'],
  ])(
    '%s is not a day on which a window opens; the earliest is named, at the start of the office day',
    (_day, opens, closes, first) => {
      const answer = publishing([opens, closes]);
      expect(answer).refusesWith('start-not-on-working-day');
      expect(earliest(answer)).toBe(at(first, '09:00'));
      expect(publishing([`${first} 09:00`, closes]).ok).toBe(true);
    },
  );

  test('a window does not open before the announcement is published; the instant of publication is early enough', () => {
    const on = at('2026-02-03', '09:00');
    expect(publishing(GOOD, { on }).ok).toBe(true);
    expect(publishing(GOOD, { on: on + 1 })).refusesWith('start-in-the-past', { opensAt: on, earliest: on + 1 });
  });

  test('a window that ends when it starts, or before, is refused as such and not as too short', () => {
    expect(publishing(['2026-02-03 09:00', '2026-02-03 09:00'])).refusesWith('end-before-start');
    expect(publishing(['2026-02-11 09:00', '2026-02-03 18:00'])).refusesWith('end-before-start');
  });

  test('a year whose holidays are not known is not guessed: the window is refused (ADR 0007)', () => {
    const inUnknownYear = publishing(['2028-02-08 09:00', '2028-02-18 18:00']);
    expect(inUnknownYear).refusesWith('date-beyond-calendar', { at: at('2028-02-08', '09:00'), year: '2028' });
    const endsInUnknownYear = publishing(['2027-12-20 09:00', '2028-01-12 18:00']);
    expect(endsInUnknownYear).refusesWith('date-beyond-calendar');
    const countedIntoUnknownYear = publishing(['2027-12-27 09:00', '2027-12-31 18:00']);
    expect(countedIntoUnknownYear).refusesWith('date-beyond-calendar', { at: at('2027-12-27', '09:00'), year: '2028' });
    expect(publishing(['2027-11-15 09:00', '2027-11-24 18:00']).ok).toBe(true);
  });

  test('a draft without dates is refused, not published with some', () => {
    expect(publishing(GOOD, { draft: { window: null } }).ok).toBe(false);
  });
});

describe('an announcement is complete: the first gap is named (S1 §1.3.1)', () => {
  const complete = aRequestForQuotations().lots(3).file;
  const documentsWithout = (kind: string, ...lots: string[]) =>
    complete.documents.filter((d) => d.kind !== kind || (lots.length > 0 && !lots.includes(d.lot ?? '')));
  const secondLot = (change: Partial<ProcurementFile['lots'][number]>) => ({
    lots: complete.lots.map((lot) => (lot.number === '2' ? { ...lot, ...change } : lot)),
  });
  const place = { kk: 'Астана қ.', ru: 'г. Астана' };

  const gaps: [string, RefusalCode, Partial<ProcurementFile>, Record<string, string>, string][] = [
    ['no name in Kazakh', 'head-incomplete', { name: { kk: ' ', ru: 'Бумага' } }, {}, '1.3.1.1'],
    ['no name in Russian', 'head-incomplete', { name: { kk: 'Қағаз', ru: '' } }, {}, '1.3.1.1'],
    ['no lots', 'no-lots', { lots: [] }, {}, '1.3.1.1'],
    ['goods without delivery terms', 'delivery-terms-missing', secondLot({ delivery: null }), { lots: '2' }, '1.3.1.1'],
    [
      'goods without a place in Kazakh',
      'delivery-terms-missing',
      secondLot({ delivery: { incoterms: 'DDP', place: { ...place, kk: '' } } }),
      { lots: '2' },
      '1.3.1.1',
    ],
    [
      'goods without an Incoterms rule',
      'delivery-terms-missing',
      secondLot({ delivery: { incoterms: ' ', place } }),
      { lots: '2' },
      '1.3.1.1',
    ],
    [
      'no specification for the first and third lot',
      'specification-missing',
      { documents: documentsWithout('specification', '1', '3') },
      { lots: '1, 3' },
      '1.3.1.2',
    ],
    ['no draft contract', 'contract-draft-missing', { documents: documentsWithout('contract-draft') }, {}, '1.3.1.3'],
    ['no representative of the organizer', 'representative-missing', { organizerRepresentative: null }, {}, '1.3.5'],
  ];

  test.each(gaps)('%s: %s', (_gap, code, change, facts, article) => {
    const answer = publishing(GOOD, { draft: { lots: complete.lots, documents: complete.documents, ...change } });
    expect(answer).refusesWith(code, facts);
    expect(articleOf(answer)).toBe(article);
  });

  test('works and services need no delivery terms', () => {
    const { lots } = secondLot({ delivery: null });
    for (const subjectKind of ['works', 'services'] as const) {
      expect(publishing(GOOD, { draft: { subjectKind, lots, documents: complete.documents } }).ok, subjectKind).toBe(true);
    }
  });

  test('what is missing is named before a wrong date: the organizer fills in first what is empty', () => {
    expect(publishing(['2026-02-07 09:00', '2026-02-07 10:00'], { draft: { documents: [] } })).refusesWith(
      'specification-missing',
    );
  });

  test('a plan item that another announcement holds already keeps this one back; its lots are named', () => {
    const [, second] = complete.lots;
    const consulted = { takenPlanItems: [second?.planItemId ?? ''] };
    const draft = { lots: complete.lots, documents: complete.documents };
    expect(publishing(GOOD, { draft, consulted })).refusesWith('plan-item-taken', { lots: '2' });
    expect(publishing(GOOD, { draft, consulted: { takenPlanItems: [] } }).ok).toBe(true);
  });
});

describe('what publication leaves in the file (S1 §1.3.1.4)', () => {
  const { file } = aRequestForQuotations().lots(2).published();

  test('announcement and lots are published, at the instant of receipt', () => {
    expect(file.status).toBe('published');
    expect(file.lots.map((lot) => lot.status)).toEqual(['published', 'published']);
    expect(file.publishedAt).toBe(at('2026-02-02', '10:00'));
  });

  test('two deadlines, as chosen, each with the rule and the count it follows from', () => {
    expect(file.deadlines.map(({ key, at: instant }) => [key, instant])).toEqual([
      ['quotations-start', at('2026-02-03', '09:00')],
      ['quotations-end', at('2026-02-11', '18:00')],
    ]);
    const end = file.deadlines[1]?.derivation;
    expect(end?.inputs).toMatchObject({ chosen: at('2026-02-11', '18:00'), earliest: at('2026-02-11', '00:00'), days: 5 });
    expect(end?.steps).toEqual([
      'starts 2026-02-03',
      'counted 2026-02-04 1',
      'counted 2026-02-05 2',
      'counted 2026-02-06 3',
      'free 2026-02-07 weekend',
      'free 2026-02-08 weekend',
      'counted 2026-02-09 4',
      'counted 2026-02-10 5',
      'at 2026-02-11 00:00:00.000',
    ]);
  });

  test('a case keeps the sheet of its publication day, by the clock of Kazakhstan', () => {
    const on = (instant: number) =>
      aRequestForQuotations().published({ on: instant, opensAt: at('2025-01-06', '09:00'), closesAt: at('2025-01-20', '18:00') })
        .file.sheet;
    expect(on(at('2024-12-31', '23:59:59.999'))).toBe('2016-01-01');
    expect(on(at('2025-01-01', '00:00'))).toBe('2025-01-01');
  });

  test('a published announcement is not published again', () => {
    expect(attempt(file, 'publish', { by: actors.creator, at: at('2026-02-02', '11:00') })).refusesWith('not-in-this-status');
  });
});
