import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentsOf, signaturesOf } from '../../db/documents.ts';
import type { ResultsPayload } from '../../domain/procurement/documents.ts';
import { aDraftFile, aLot } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { townsperson } from '../support/people.ts';
import { inTown, type Town } from '../support/town.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
});
afterAll(() => room.close());

const window = { opensAt: '2026-03-03T09:00', closesAt: '2026-03-16T18:00' };
const today = '2026-03-02T10:00';
const bin = (key: string) => townsperson(key).bin;

/** An article-6 entry in our own register. */
const restrict = (town: Town, supplier: string) =>
  town.db.pool.query(
    `insert into restriction (id, supplier_bin, ground_kk, ground_ru, article, sub_paragraph, entry, from_date)
     values (gen_random_uuid(), $1, 'жосықсыз өнім берушілер тізілімі', 'реестр недобросовестных участников', '7', '4', 'РНУ-2026-17', '2026-01-15')`,
    [bin(supplier)],
  );

async function results(town: Town, caseId: string): Promise<ResultsPayload> {
  const [protocol] = await documentsOf(town.db.pool, caseId, 'protocol');
  return protocol?.payload as ResultsPayload;
}

test("the lowest price wins, the next lowest is second; the protocol says so under the portal's seal (S1 §1.3.2)", async () => {
  await inTown(room, { keepAs: 'price-quotations-held', today }, async (town) => {
    const request = await town.publish(aDraftFile({ window }));
    await town.goTo('2026-03-04T12:00');
    expect(await request.offer('supplier1', { '1': '900000.00' })).toMatchObject({ ok: true });
    expect(await request.offer('supplier2', { '1': '850000.50' })).toMatchObject({ ok: true });
    expect(await request.offer('supplier3', { '1': '999999.99' })).toMatchObject({ ok: true });
    await town.goTo('2026-03-16T18:00');
    const file = await request.file();
    expect(file.status).toBe('completed');
    expect(file.lots[0]?.decision).toMatchObject({
      outcome: 'held',
      winner: { supplier: bin('supplier2'), price: '850000.50' },
      second: { supplier: bin('supplier1') },
    });
    const payload = await results(town, file.id);
    expect(payload.number).toBe(file.number.replace('-1', '-ЗЦП1'));
    expect(payload.lots[0]?.decision).toMatchObject({
      outcome: 'held',
      contractAmount: '850000.50',
      saving: { amount: '149999.50', percent: '15.0' },
    });
    const [protocol] = await documentsOf(town.db.pool, file.id, 'protocol');
    expect((await town.files.get(protocol!.sha256)).subarray(0, 5).toString()).toBe('%PDF-');
    const seals = await signaturesOf(town.db.pool, protocol!.id);
    expect(seals.map((s) => s.role)).toEqual(['portal']);
  });
});

test('equal prices: the earlier submission wins (S1 §1.3.2)', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await town.publish(aDraftFile({ window }));
    await town.goTo('2026-03-04T12:00');
    await request.offer('supplier3', { '1': '900000.00' });
    await request.offer('supplier1', { '1': '900000.00' });
    await town.goTo('2026-03-17T09:00');
    const { decision } = (await request.file()).lots[0]!;
    expect(decision).toMatchObject({
      outcome: 'held',
      winner: { supplier: bin('supplier3') },
      second: { supplier: bin('supplier1') },
    });
  });
});

test('a replaced quotation counts with its last price and time, a withdrawn one not at all (spec 02)', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await town.publish(aDraftFile({ window }));
    await town.goTo('2026-03-04T12:00');
    await request.offer('supplier1', { '1': '800000.00' });
    await request.offer('supplier2', { '1': '900000.00' });
    await request.offer('supplier3', { '1': '700000.00' });
    await request.offer('supplier1', { '1': '900000.00' });
    expect(await request.withdraw('supplier3')).toMatchObject({ ok: true });
    await town.goTo('2026-03-17T09:00');
    const file = await request.file();
    expect(file.quotations?.map((q) => q.supplier.bin)).toEqual([bin('supplier2'), bin('supplier1')]);
    expect(file.lots[0]?.decision).toMatchObject({ outcome: 'held', winner: { supplier: bin('supplier2') } });
  });
});

test('one quotation: the lot failed, single source is due (S1 §1.7.1)', async () => {
  await inTown(room, { keepAs: 'price-quotations-one-submitted', today }, async (town) => {
    const request = await town.publish(aDraftFile({ window }));
    await town.goTo('2026-03-04T12:00');
    await request.offer('supplier1', { '1': '900000.00' });
    await town.goTo('2026-03-17T09:00');
    const file = await request.file();
    expect(file.lots[0]).toMatchObject({ status: 'failed', decision: { ground: 'one-submitted', singleSource: 'due' } });
    expect((await results(town, file.id)).lots[0]?.decision).toMatchObject({ outcome: 'failed', groundCode: 'one-submitted' });
  });
});

test('one quotation of a restricted supplier: the lot failed, no single source (S1 §1.7.1)', async () => {
  await inTown(room, { today }, async (town) => {
    await restrict(town, 'supplier1');
    const request = await town.publish(aDraftFile({ window }));
    await town.goTo('2026-03-04T12:00');
    await request.offer('supplier1', { '1': '900000.00' });
    await town.goTo('2026-03-17T09:00');
    expect((await request.file()).lots[0]).toMatchObject({
      decision: { ground: 'one-submitted', singleSource: 'restricted-supplier' },
    });
  });
});

test('two quotations, one above the amount: fewer than two are left, the lot failed with one-admitted (17 §5.1)', async () => {
  await inTown(room, { keepAs: 'price-quotations-one-admitted', today }, async (town) => {
    const request = await town.publish(aDraftFile({ window }));
    await town.goTo('2026-03-04T12:00');
    await request.offer('supplier1', { '1': '900000.00' });
    await request.offer('supplier2', { '1': '1000000.01' });
    await town.goTo('2026-03-17T09:00');
    const file = await request.file();
    expect(file.lots[0]).toMatchObject({ status: 'failed', decision: { ground: 'one-admitted' } });
    expect((await results(town, file.id)).lots[0]?.rejected).toMatchObject([
      { reason: 'above-lot-amount', supplier: { bin: bin('supplier2') }, total: '1000000.01' },
    ]);
  });
});

test('all quotations rejected automatically: the lot failed with none-admitted (17 §5.1)', async () => {
  await inTown(room, { keepAs: 'price-quotations-none-admitted', today }, async (town) => {
    await restrict(town, 'supplier1');
    await restrict(town, 'supplier2');
    const request = await town.publish(aDraftFile({ window }));
    await town.goTo('2026-03-04T12:00');
    await request.offer('supplier1', { '1': '900000.00' });
    await request.offer('supplier2', { '1': '910000.00' });
    await town.goTo('2026-03-17T09:00');
    const file = await request.file();
    expect(file.lots[0]).toMatchObject({ decision: { ground: 'none-admitted' } });
    expect((await results(town, file.id)).lots[0]?.rejected.map((r) => r.restriction?.article)).toEqual(['7', '7']);
  });
});

test('without quotations the lot fails with none-submitted and the protocol is published (spec 02, 17 §5.1)', async () => {
  await inTown(room, { keepAs: 'price-quotations-none-submitted', today }, async (town) => {
    const request = await town.publish(aDraftFile({ window }));
    expect(await town.status(request)).toBe('published');
    await town.goTo('2026-03-03T09:00');
    expect(await town.status(request)).toBe('taking-quotations');
    await town.goTo('2026-03-16T18:00');
    const file = await request.file();
    expect(file.status).toBe('completed');
    expect(file.lots.map((lot) => lot.decision)).toEqual([{ outcome: 'failed', ground: 'none-submitted' }]);
    expect(file.protocols).toMatchObject([{ type: 'results', version: 1, state: 'published', validity: 'valid' }]);
  });
});

test('each lot has its own result (spec 02)', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await town.publish(
      aDraftFile({
        window,
        lots: [aLot(1, { amount: '1000000.00' }), aLot(2, { amount: '500000.00' }), aLot(3, { amount: '90000.00' })],
      }),
    );
    await town.goTo('2026-03-04T12:00');
    await request.offer('supplier1', { '1': '900000.00', '2': '400000.00' });
    await request.offer('supplier2', { '1': '800000.00' });
    await town.goTo('2026-03-17T09:00');
    const file = await request.file();
    expect(file.lots.map((lot) => lot.status)).toEqual(['held', 'failed', 'failed']);
    expect(file.lots.map((lot) => (lot.decision?.outcome === 'failed' ? lot.decision.ground : 'held'))).toEqual([
      'held',
      'one-submitted',
      'none-submitted',
    ]);
  });
});

test('a window that ends on a holiday ends then: 21 March, Nauryz (ADR 0007: only the start must be a working day)', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await town.publish(aDraftFile({ window: { opensAt: '2026-03-10T09:00', closesAt: '2026-03-21T12:00' } }));
    await town.goTo('2026-03-21T11:59');
    expect(await town.status(request)).toBe('taking-quotations');
    await town.goTo('2026-03-21T12:00');
    expect(await town.status(request)).toBe('completed');
  });
});
