import { describe, expect, test } from 'vitest';
import type { ResultsPayload } from '../../../domain/procurement/documents.ts';
import type { ProcurementFile } from '../../../domain/procurement/file.ts';
import { resultsPayload } from '../../../domain/procurement/results-payload.ts';
import { anAct, aQuotation, aRequestForQuotations, aRestriction, at, suppliers } from '../../support/builders.ts';

const PORTAL = 'https://zakup.example';
const four = aRequestForQuotations().lots([
  { amount: '1000000.00' },
  { amount: '1000000.00', customer: 2 },
  { amount: '500000.00' },
  { amount: '300000.00' },
]);

// Lot 1: held. Lot 2: one quotation. Lot 3: one of two admitted. Lot 4: one quotation of a restricted supplier.
const decided = four
  .published()
  .decided(
    [
      aQuotation({ supplier: 1, prices: { 1: '900000.00', 3: '500000.01' }, at: at('2026-02-04', '10:00:00.250') }),
      aQuotation({ supplier: 2, prices: { 1: '850000.00', 2: '999999.99' }, at: at('2026-02-05', '11:00') }),
      aQuotation({ supplier: 3, prices: { 1: '700000.00', 3: '400000.00', 4: '200000.00' }, at: at('2026-02-05', '12:00') }),
      aQuotation({ supplier: 4, unreadable: 'wrong-key', at: at('2026-02-06', '12:00') }),
      aQuotation({ supplier: 5, prices: { 3: '450000.00' }, at: at('2026-02-06', '13:00') }),
    ],
    [aRestriction(3)],
  );
const payloadOf = (file: ProcurementFile, before: ResultsPayload | null = null) => {
  const protocol = file.protocols.at(-1);
  if (!protocol) throw new Error('no protocol');
  return resultsPayload(file, protocol, PORTAL, before);
};
const party = (place: number) => ({ bin: suppliers(place).bin, name: suppliers(place).name });

describe('the results protocol of a request for quotations (spec 17 §4 ПИ-ЗЦП)', () => {
  const payload = payloadOf(decided.file);

  test('number, version and address (spec 17 §1.2)', () => {
    expect(payload).toMatchObject({
      type: 'results',
      form: 'results',
      number: '1000007-ЗЦП1',
      documentId: '1000007-1/results/1',
      version: 1,
      formedAt: '2026-02-11T18:00:05.000+05:00',
      verificationAddress: 'https://zakup.example/verify/1000007-1/results/1',
      sheetVersion: '2025-01-01',
      lotCount: 4,
      total: '2800000.00',
      flags: ['single-organizer', 'without-vat'],
      windows: [{ kind: 'quotations', startsAt: '2026-02-03T09:00:00.000+05:00', endsAt: '2026-02-11T18:00:00.000+05:00' }],
      signers: [],
      changes: [],
      acts: [],
    });
    expect(payload).not.toHaveProperty('replaces');
    expect(payload).not.toHaveProperty('changeReason');
  });

  test('a lot that was held: winner, second place, contract amount and saving', () => {
    expect(payload.lots[0]?.decision).toEqual({
      outcome: 'held',
      winner: party(2),
      secondPlace: party(1),
      customer: decided.file.customers[0]?.bin,
      contractAmount: '850000.00',
      saving: { amount: '150000.00', percent: '15.0' },
    });
  });

  test('quotations stand by price; an automatically rejected one apart, with sub-paragraph, source and time of the check', () => {
    expect(payload.lots[0]?.quotations.map((line) => [line.supplier.bin, line.total, line.receivedAt])).toEqual([
      [suppliers(2).bin, '850000.00', '2026-02-05T11:00:00.000+05:00'],
      [suppliers(1).bin, '900000.00', '2026-02-04T10:00:00.250+05:00'],
    ]);
    expect(payload.lots[0]?.rejected).toMatchObject([
      {
        supplier: party(3),
        reason: 'restriction',
        total: '700000.00',
        restriction: { article: '7', subParagraph: '3', entry: '2025-118', checkedAt: '2026-02-11T18:00:00.000+05:00' },
      },
    ]);
    expect(payload.lots[2]?.rejected.map((line) => line.reason)).toEqual(['above-lot-amount', 'restriction']);
  });

  test('lots that failed: the ground, and what follows one quotation (S1 §1.7.1)', () => {
    expect(payload.lots.slice(1).map((lot) => lot.decision)).toEqual([
      { outcome: 'failed', groundCode: 'one-submitted', singleSource: { none: 'not-yet-created' } },
      { outcome: 'failed', groundCode: 'one-admitted' },
      { outcome: 'failed', groundCode: 'one-submitted', singleSource: { none: 'restricted-supplier' } },
    ]);
  });

  test('what could not be read is named apart, without a lot', () => {
    expect(payload.unreadable).toEqual([
      { order: 4, supplier: party(4), receivedAt: '2026-02-06T12:00:00.000+05:00', reason: 'wrong-key' },
    ]);
  });

  test('the same file gives the same payload', () => {
    expect(JSON.stringify(payloadOf(decided.file))).toBe(JSON.stringify(payload));
  });
});

describe('versions (spec 17 §1.4)', () => {
  const completed = decided.protocolPublished();
  const first = payloadOf(completed.file);

  test('some lots cancelled after the results: version 2 names the one it replaces, the act, and what changed', () => {
    const { file } = completed.cancelled({ lots: ['1'], on: at('2026-02-20', '10:00') });
    const payload = payloadOf(file, first);
    expect(payload).toMatchObject({
      version: 2,
      documentId: '1000007-1/results/2',
      replaces: '1000007-1/results/1',
      changeReason: 'lots-cancelled',
    });
    expect(payload.lots[0]?.decision).toEqual({ outcome: 'cancelled', act: { number: '7119-26-00-2э/184', date: '2026-02-02' } });
    expect(payload.changes).toEqual([
      { lot: '1', field: 'outcome', was: { outcome: 'held' }, is: { outcome: 'cancelled' } },
      { lot: '1', field: 'winner', was: { text: suppliers(2).name }, is: null },
      { lot: '1', field: 'second-place', was: { text: suppliers(1).name }, is: null },
      { lot: '1', field: 'contract-amount', was: { money: '850000.00' }, is: null },
    ]);
    const { scan, ...act } = anAct();
    expect(payload.acts).toEqual([
      {
        ...act,
        action: 'cancel',
        at: '2026-02-20T10:00:00.000+05:00',
        file: { name: scan.name, sha256: scan.sha256 },
        lots: ['1'],
      },
    ]);
  });

  test('a version formed after the single source was made names its announcement at the lot (S1 §1.7.1, spec 17 ПИ-ЗЦП)', () => {
    const successors = [{ number: '1000008-1', method: 'single-source' as const, lots: ['2'] }];
    const { lots } = payloadOf({ ...decided.file, successors });
    expect(lots.map(({ decision }) => ('singleSource' in decision ? decision.singleSource : null))).toEqual([
      null,
      { announcement: '1000008-1' },
      null,
      { none: 'restricted-supplier' },
    ]);
  });

  test('a refusal by the customer: its ground stands at the lot as typed', () => {
    const { file } = completed.refused({ lots: ['2'], on: at('2026-02-20', '10:00'), ground: 'Потребность отпала.' });
    const payload = payloadOf(file, first);
    expect(payload.changeReason).toBe('lots-refused');
    expect(payload.lots[1]?.decision).toEqual({
      outcome: 'refused',
      refusal: { text: 'Потребность отпала.', at: '2026-02-20T10:00:00.000+05:00' },
    });
    expect(payload.changes).toEqual([{ lot: '2', field: 'outcome', was: { outcome: 'failed' }, is: { outcome: 'refused' } }]);
  });

  test('a lot cancelled before the opening states its ground and shows no prices: it goes back into the pool', () => {
    const { file } = four
      .published()
      .cancelled({ lots: ['2'] })
      .decided();
    const payload = payloadOf(file);
    expect(payload.lots.map((lot) => lot.decision.outcome)).toEqual(['held', 'cancelled', 'held', 'held']);
    expect(payload.lots.map((lot) => lot.quotations.length)).toEqual([2, 0, 2, 2]);
    expect(payload).not.toHaveProperty('changeReason');
  });

  test('all lots cancelled before the opening: header, lots and ground; no supplier, no price, no count', () => {
    const payload = payloadOf(
      four
        .published()
        .takingQuotations()
        .cancelled({ on: at('2026-02-05', '12:00') }).file,
    );
    expect(payload).toMatchObject({
      form: 'cancelled',
      version: 1,
      changeReason: 'all-lots-cancelled',
      unreadable: [],
      changes: [],
    });
    expect(payload.lots.every((lot) => lot.quotations.length === 0 && lot.rejected.length === 0)).toBe(true);
    expect(payload.lots.map((lot) => lot.decision.outcome)).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled']);
  });

  test('after a suspension the window that was held is printed, and both acts', () => {
    const resumed = four.takingQuotations().suspended(at('2026-02-05', '12:00')).resumed(at('2026-02-06', '12:00'));
    const payload = payloadOf(resumed.decided().file);
    expect(payload.windows).toEqual([
      { kind: 'quotations', startsAt: '2026-02-03T09:00:00.000+05:00', endsAt: '2026-02-12T18:00:00.000+05:00' },
    ]);
    expect(payload.acts.map((act) => act.action)).toEqual(['suspend', 'resume']);
  });
});
