import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openApplication } from '../../activities/open-application.ts';
import { openQuotations } from '../../activities/open-quotations.ts';
import { submitOffer } from '../../api/offers.ts';
import { decideLot, offersFor } from '../../domain/procurement/ranking.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { sheetOf } from '../../domain/procurement/methods/index.ts';
import { sealFile } from '../../trust/sealed-file.ts';
import { aMarket, type Market } from '../api/quotation-market.ts';
import { at } from '../support/draft-file.ts';
import { actor, organization, townsperson } from '../support/people.ts';
import { sealByHand } from './sealed-by-hand.ts';

let market: Market;
let number = 1000800;
beforeAll(async () => {
  market = await aMarket();
});
afterAll(() => market.close());
beforeEach(() => market.setClock('2026-11-24T10:00'));

const HONEST = [
  { lot: '1', price: '950000.00' },
  { lot: '2', price: '499999.99' },
];
const supplier = townsperson('supplier1').bin;
const prices = (...entries: unknown[]): string => `"prices":${JSON.stringify(entries)}`;
const one = (price: unknown): string => prices({ lot: '1', price });

/** The text of an offer whose content is `inside`; `after` stands behind, `before` in front. */
const offer = (of: string, inside: string, { before = '', after = '' } = {}): string =>
  `{${before}"lot":"*",${inside},"procurement":"${of}","supplier":"${supplier}"${after}}`;

const nested = (times: number): string => `,"z":${'['.repeat(times)}${']'.repeat(times)}`;

/** Nobody can see these before the end: they are taken with a receipt, and told for what they are at the opening. */
const RUBBISH: [what: string, text: (of: string) => string, unreadable: string][] = [
  ['three decimals', (of) => offer(of, one('950000.001')), 'not-a-quotation'],
  ['a negative price', (of) => offer(of, one('-1.00')), 'not-a-quotation'],
  ['minus nothing', (of) => offer(of, one('-0.00')), 'not-a-quotation'],
  ['nothing', (of) => offer(of, one('0.00')), 'not-a-quotation'],
  ['NaN', (of) => offer(of, one('NaN')), 'not-a-quotation'],
  ['1e40', (of) => offer(of, one('1e40')), 'not-a-quotation'],
  ['10⁴⁰', (of) => offer(of, one(`1${'0'.repeat(40)}.00`)), 'not-a-quotation'],
  ['a leading zero', (of) => offer(of, one('0950000.00')), 'not-a-quotation'],
  ['a decimal comma', (of) => offer(of, one('950000,00')), 'not-a-quotation'],
  ['Arabic digits', (of) => offer(of, one('٩٥.٠٠')), 'not-a-quotation'],
  ['a whole number in place of a text', (of) => offer(of, one(950000)), 'not-a-quotation'],
  ['a float', (of) => offer(of, one(950000.5)), 'not-canonical'],
  ['1e40 as a number', (of) => offer(of, '"prices":[{"lot":"1","price":1e40}]'), 'not-canonical'],
  ['NaN as a number', (of) => offer(of, '"prices":[{"lot":"1","price":NaN}]'), 'not-canonical'],
  ['no price at all', (of) => offer(of, prices()), 'not-a-quotation'],
  ['prices that are no list', (of) => offer(of, '"prices":{"1":"950000.00"}'), 'not-a-quotation'],
  ['a lot that is not there', (of) => offer(of, prices(...HONEST, { lot: '3', price: '1.00' })), 'not-a-quotation'],
  ['a lot twice', (of) => offer(of, prices(...HONEST, { lot: '1', price: '1.00' })), 'not-a-quotation'],
  ['1,001 prices', (of) => offer(of, prices(...Array.from({ length: 1_001 }, () => HONEST[0]))), 'not-a-quotation'],
  ['a name twice', (of) => offer(of, one('1.00'), { before: `${one('2.00')},` }), 'not-canonical'],
  ['U+0000, which no database keeps', (of) => offer(of, one('1.00'), { after: ',"z":"\\u0000"' }), 'not-canonical'],
  ['half of a surrogate pair', (of) => offer(of, one('1.00'), { after: ',"z":"\\ud800"' }), 'not-canonical'],
  ['lists nested 100 times', (of) => offer(of, one('1.00'), { after: nested(100) }), 'not-canonical'],
  ['lists nested 5,000 times', (of) => offer(of, one('1.00'), { after: nested(5_000) }), 'not-canonical'],
  ['lists nested 200,000 times', (of) => offer(of, one('1.00'), { after: nested(200_000) }), 'not-canonical'],
  ['nothing but a list', () => '[]', 'not-canonical'],
  ['no JSON', () => '%PDF-1.7', 'not-canonical'],
  ['another procurement inside', () => offer('1000001-1', prices(...HONEST)), 'other-context-inside'],
];

/** What is beside the prices is nobody's business, as long as it can be kept. */
const HARMLESS: [what: string, text: (of: string) => string][] = [
  ['more names beside the prices', (of) => offer(of, prices(...HONEST), { after: ',"z":1' })],
  ['more names beside a price', (of) => offer(of, prices(...HONEST.map((each) => ({ ...each, z: 'x' }))))],
  ['a name that reaches for prototypes', (of) => offer(of, prices(...HONEST), { before: '"__proto__":{"polluted":1},' })],
  ['a megabyte of text', (of) => offer(of, prices(...HONEST), { after: `,"z":"${'x'.repeat(1_000_000)}"` })],
];

async function request(changes: Partial<ProcurementFile> = {}): Promise<ProcurementFile> {
  return market.request(`${(number += 1)}-1`, { changes });
}

async function handIn(file: ProcurementFile, text: string): Promise<void> {
  const sealed = await sealByHand(file, supplier, text, await market.keys.open('supplier1'));
  const answer = await submitOffer(market.desk, { file, actor: actor('supplier1'), ...sealed, commandId: randomUUID() });
  expect(answer).toMatchObject({ ok: true, same: false });
}

/** Opens after the end; another supplier's honest quotation stands beside. */
async function opened(text: (of: string) => string) {
  await market.setClock('2026-11-24T10:00');
  const file = await request();
  await handIn(file, text(file.number));
  await market.setClock('2026-11-24T10:00:00.001');
  await market.offer(file, 'supplier2', HONEST);
  await market.setClock('2026-12-01T18:00');
  const closed = await market.happen(file, { type: 'QuotationsClosed', at: at('2026-12-01T18:00') });
  return { closed, ...(await openQuotations(market.opener, { caseId: file.id, windowId: file.intake!.windowId }))! };
}

describe('a sealed quotation of a program of one’s own (S1 §1.3.2)', () => {
  test.each(RUBBISH)('with %s is told as unreadable, and opens everybody else’s', async (_what, text, unreadable) => {
    const { closed, quotations } = await opened(text);
    expect(quotations).toMatchObject([
      { order: 1, supplier: { bin: supplier }, prices: [], unreadable },
      { order: 2, supplier: { bin: townsperson('supplier2').bin }, prices: HONEST },
    ]);
    // It names no lot, so it counts for none: the lots have failed with the honest one alone (spec 17 §5.1).
    const sheet = sheetOf({ ...closed, method: 'price-quotations' as const });
    expect(closed.lots.map((lot) => decideLot(lot, quotations, [], sheet).outcome)).toEqual(['failed', 'failed']);
  });

  test.each(HARMLESS)('with %s is read, and nothing else of it goes on', async (_what, text) => {
    const { quotations } = await opened(text);
    expect(quotations[0]).toMatchObject({ order: 1, prices: HONEST });
    expect(quotations[0]!.unreadable).toBeUndefined();
    expect(Object.keys(quotations[0]!.prices[0]!).sort()).toEqual(['lot', 'price']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a tiyn above the lot is rejected automatically, the amount itself is not; a lot left out is no offer for it', async () => {
    const above = await opened((of) => offer(of, prices({ lot: '1', price: '1000000.01' }, { lot: '2', price: '500000.00' })));
    const [first, second] = above.closed.lots.map((lot) => offersFor(lot, above.quotations, [])[0]!);
    expect([first!.rejected, second!.rejected]).toEqual(['above-lot-amount', undefined]);
    const partial = await opened((of) => offer(of, one('1.00')));
    expect(partial.closed.lots.map((lot) => offersFor(lot, partial.quotations, []).length)).toEqual([2, 1]);
  });

  test('above a megabyte is refused at the gate, and nothing is kept', async () => {
    const file = await request();
    const text = offer(file.number, prices(...HONEST), { after: `,"z":"${'x'.repeat(1_200_000)}"` });
    const sealed = await sealByHand(file, supplier, text, await market.keys.open('supplier1'));
    const rows = async () => (await market.db.pool.query('select 1 from sealed_offer')).rowCount;
    const before = await rows();
    const answer = await submitOffer(market.desk, { file, actor: actor('supplier1'), ...sealed, commandId: randomUUID() });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'envelope-malformed', facts: { reason: 'envelope-length' } } });
    expect(await rows()).toBe(before);
  });
});

describe('a sealed application of a program of one’s own (S1 §1.7.2)', () => {
  const paper = async (changes: object = {}) => {
    const { sealed, address, key, sha256, size } = await sealFile(Buffer.from('%PDF-1.7 соглашение'));
    await market.opener.files.put(sealed);
    return { kind: 'participation-agreement', name: 'Соглашение.pdf', size, sha256, sealed: address, key, ...changes };
  };

  async function openedApplication(documents: unknown) {
    const failed = { number: '1000001-1', caseId: randomUUID(), method: 'price-quotations', ground: 'one-submitted' } as const;
    const file = await request({
      method: 'single-source',
      invited: organization('S1'),
      origin: { ...failed, lots: { '1': '1', '2': '2' } },
    });
    await handIn(file, canonicalOffer(file.number, documents));
    await market.setClock('2026-12-01T18:00');
    await market.happen(file, { type: 'ApplicationsClosed', at: at('2026-12-01T18:00'), by: null });
    return (await openApplication(market.opener, { caseId: file.id, windowId: file.intake!.windowId }))!.application!;
  }

  const sorted = (value: object): object => Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  const canonicalOffer = (of: string, documents: unknown): string =>
    JSON.stringify(
      sorted({
        documents: Array.isArray(documents) ? documents.map((each) => sorted(each as object)) : documents,
        ...{ lot: '*', prices: HONEST, procurement: of, supplier },
      }),
    );

  test.each<[string, () => unknown]>([
    ['documents that are no list', () => ({})],
    ['a document of an unknown kind', async () => [await paper({ kind: 'passport' })]],
    ['a document of a lot that is not there', async () => [await paper({ lot: '9' })]],
    ['a digest that is a path', async () => [await paper({ sealed: '../../../../etc/passwd' })]],
    ['a size below nothing', async () => [await paper({ size: -1 })]],
    ['a name of a megabyte', async () => [await paper({ name: 'x'.repeat(900_000) })]],
    ['a name without a letter', async () => [await paper({ name: '' })]],
  ])('with %s is told as unreadable', async (_what, documents) => {
    expect(await openedApplication(await documents())).toMatchObject({
      prices: [],
      documents: [],
      unreadable: 'not-an-application',
    });
  });

  test.each([
    ['../../etc/passwd', '.._.._etc_passwd'],
    ['..\\..\\windows\\system32', '.._.._windows_system32'],
    ['a\r\nSet-Cookie: x.pdf', 'a__Set-Cookie: x.pdf'],
    ['x'.repeat(400) + '.pdf', 'x'.repeat(196) + '.pdf'],
  ])('keeps no path and no line in the name %j', async (given, kept) => {
    expect((await openedApplication([await paper({ name: given })])).documents).toMatchObject([{ name: kept }]);
  });

  test('a document that is not what it says is told so, the others are read', async () => {
    const [good, other] = [await paper(), await paper({ size: 5 })];
    const wrong = { ...(await paper()), key: '0'.repeat(64) };
    const gone = await paper({ sealed: 'f'.repeat(64) });
    expect((await openedApplication([good, other, wrong, gone])).documents.map(({ unreadable }) => unreadable)).toEqual([
      undefined,
      'other-bytes',
      'other-key',
      'missing',
    ]);
  });
});
