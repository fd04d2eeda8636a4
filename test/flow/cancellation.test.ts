import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentsOf } from '../../db/documents.ts';
import type { ResultsPayload } from '../../domain/procurement/documents.ts';
import { aCourtDecision } from '../support/acts.ts';
import { aDraftFile, aLot } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { eventually } from '../support/eventually.ts';
import { inTown } from '../support/town.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
});
afterAll(() => room.close());

const accepted = { accepted: true };
const act = aCourtDecision({ date: '2026-06-01' });
const window = { opensAt: '2026-06-02T09:00', closesAt: '2026-06-12T18:00' };
const twoLots = () =>
  aDraftFile({ window, lots: [aLot(1, { amount: '1000000.00' }), aLot(2, { amount: '500000.00', customer: 'C2' })] });

test.each([
  ['published', '2026-06-01T12:00'],
  ['taking-quotations', '2026-06-05T12:00'],
])(
  'cancelled whole while %s: the announcement is cancelled and a protocol with the ground is formed (S1 §1.3.3)',
  async (status, when) => {
    await inTown(room, { keepAs: 'price-quotations-cancelled', today: '2026-06-01T10:00' }, async (town) => {
      const request = await town.publish(twoLots());
      await town.goTo(when);
      expect(await town.status(request)).toBe(status);
      expect(await request.as('creator').send('cancel', { lots: ['1', '2'], act })).toMatchObject(accepted);
      await town.restAll();
      const file = await request.file();
      expect(file.status).toBe('cancelled');
      expect(file.lots.map((lot) => lot.status)).toEqual(['cancelled', 'cancelled']);
      expect(file.protocols).toMatchObject([{ version: 1, state: 'published', reason: 'all-lots-cancelled', validity: 'valid' }]);
      const [protocol] = await documentsOf(town.db.pool, file.id, 'protocol');
      expect(protocol?.payload).toMatchObject({
        form: 'cancelled',
        lots: [{ decision: { outcome: 'cancelled', act: { number: '2-1187/2026' } } }, {}],
      } satisfies Partial<Record<keyof ResultsPayload, unknown>>);
      const { rows } = await town.db.pool.query<{ status: string; case_id: string | null }>(
        'select status, case_id from plan_item',
      );
      // A cancelled lot goes back into the pool.
      expect(rows).toEqual([
        { status: 'planned', case_id: null },
        { status: 'planned', case_id: null },
      ]);
    });
  },
);

test('one lot cancelled before the results: no protocol now, its ground stands in the results protocol (S1 §1.3.3)', async () => {
  await inTown(room, { today: '2026-06-01T10:00' }, async (town) => {
    const request = await town.publish(twoLots());
    await town.goTo('2026-06-05T12:00');
    await request.as('creator').send('cancel', { lots: ['2'], act });
    expect((await request.file()).protocols).toEqual([]);
    await town.goTo('2026-06-13T09:00');
    const file = await request.file();
    expect(file.status).toBe('completed');
    expect(file.lots.map((lot) => lot.status)).toEqual(['failed', 'cancelled']);
    const [protocol] = await documentsOf(town.db.pool, file.id, 'protocol');
    expect((protocol?.payload as ResultsPayload).lots.map((lot) => lot.decision.outcome)).toEqual(['failed', 'cancelled']);
  });
});

test('one lot cancelled after the results: version 2 is valid, version 1 is not, both stay (S1 §1.3.3, 17 §1.4)', async () => {
  await inTown(room, { keepAs: 'price-quotations-cancelled-afterwards', today: '2026-06-01T10:00' }, async (town) => {
    const request = await town.publish(twoLots());
    await town.goTo('2026-06-15T09:00');
    await request.as('creator').send('cancel', { lots: ['1'], act });
    await town.restAll();
    const file = await request.file();
    expect(file.status).toBe('completed');
    expect(file.protocols.map(({ version, validity, reason }) => ({ version, validity, reason }))).toEqual([
      { version: 1, validity: 'not-valid', reason: 'results' },
      { version: 2, validity: 'valid', reason: 'lots-cancelled' },
    ]);
    const documents = await documentsOf(town.db.pool, file.id, 'protocol');
    expect((documents[1]?.payload as ResultsPayload).changes).toContainEqual({
      lot: '1',
      field: 'outcome',
      was: { outcome: 'failed' },
      is: { outcome: 'cancelled' },
    });
    // The copies: original first, then sheets; the version that lost its validity has a new one that says so.
    await eventually('three copies', async () => (await documentsOf(town.db.pool, file.id, 'protocol-copy')).length === 3);
    const copies = await documentsOf(town.db.pool, file.id, 'protocol-copy');
    expect(copies.map(({ version, payload }) => [version, (payload as { validity: string }).validity]).sort()).toEqual([
      [1, 'not-valid'],
      [1, 'valid'],
      [2, 'valid'],
    ]);
    const original = await town.files.get(documents[1]!.sha256);
    const copy = await town.files.get(copies.find((c) => c.version === 2)!.sha256);
    expect(copy.subarray(0, original.length).equals(original)).toBe(true);
    expect(copy.length).toBeGreaterThan(original.length);
  });
});

test('refused by each customer in turn: the last refusal ends the announcement (spec 01 "Refuse")', async () => {
  await inTown(room, { keepAs: 'price-quotations-refused', today: '2026-06-01T10:00' }, async (town) => {
    const request = await town.publish(twoLots());
    expect(await request.as('customer').send('refuse', { lots: ['1'], ground: 'чужой лот' })).toMatchObject({
      accepted: false,
      refusal: { code: 'lot-not-open-to-cancellation' },
    });
    expect(await request.as('customer').send('refuse', { lots: ['2'], ground: 'финансирование сокращено' })).toMatchObject(
      accepted,
    );
    expect((await request.file()).status).toBe('published');
    expect(
      await request.as('creator', 'customer').send('refuse', { lots: ['1'], ground: 'финансирование сокращено' }),
    ).toMatchObject(accepted);
    await town.restAll();
    const file = await request.file();
    expect(file.status).toBe('cancelled');
    expect(file.protocols).toMatchObject([{ reason: 'lots-refused', state: 'published' }]);
  });
});

test('an act dated tomorrow is refused (S1 §1.3.3: date of the act)', async () => {
  await inTown(room, { today: '2026-06-01T10:00' }, async (town) => {
    const request = await town.publish(twoLots());
    const tomorrow = aCourtDecision({ date: '2026-06-02' });
    expect(await request.as('creator').send('cancel', { lots: ['1'], act: tomorrow })).toMatchObject({
      accepted: false,
      refusal: { code: 'act-dated-in-the-future' },
    });
  });
});
