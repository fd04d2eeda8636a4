import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCourtDecision } from '../support/acts.ts';
import { aDraftFile } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { actor } from '../support/people.ts';
import { inTown } from '../support/town.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
});
afterAll(() => room.close());

const today = '2026-06-01T10:00';
const window = { opensAt: '2026-06-02T09:00', closesAt: '2026-06-12T18:00' };
const act = { act: aCourtDecision({ date: '2026-06-01' }) };
const forged = (more: object = {}) => ({
  commandId: randomUUID(),
  action: 'suspend',
  actor: actor('creator'),
  receivedAt: Date.parse('2026-06-01T10:00:00+05:00'),
  input: act,
  ...more,
});

/** Signals that whoever reaches the engine can send; none of them was received by the portal. */
const RUBBISH: [string, () => unknown[]][] = [
  ['in the name of the creator', () => [forged()]],
  ['nothing at all', () => []],
  ['a text', () => ['suspend']],
  ['a command that is a list', () => [[forged()]]],
  ['an id with U+0000', () => [forged({ commandId: 'a\u0000b' })]],
  ['an input with U+0000', () => [forged({ input: { act: { ...act.act, body: 'суд\u0000' } } })]],
  ['an input with half of a surrogate pair', () => [forged({ input: { act: { ...act.act, body: 'суд\uD800' } } })]],
  ['an actor with U+0000', () => [forged({ actor: { ...actor('creator'), userId: '\u0000' } })]],
  ['an actor without anything', () => [forged({ actor: {} })]],
  ['an input of a megabyte', () => [forged({ input: { act: { ...act.act, body: 'ы'.repeat(500_000) } } })]],
  ['an id of 100,000 letters', () => [forged({ commandId: 'ы'.repeat(100_000) })]],
  ['received at the end of all numbers', () => [forged({ receivedAt: Number.MAX_SAFE_INTEGER })]],
  ['received before all numbers', () => [forged({ receivedAt: Number.MIN_SAFE_INTEGER })]],
  ['an input nested 1,000 times', () => [forged({ input: JSON.parse(`${'['.repeat(1_000)}${']'.repeat(1_000)}`) as unknown })]],
  [
    'an input that reaches for prototypes',
    () => [forged({ input: JSON.parse('{"__proto__":{"act":1},"constructor":1}') as unknown })],
  ],
];

test('signals sent by hand are not believed and harm no case: each time the genuine command after them is decided', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await town.publish(aDraftFile({ window }));
    const journal = ['ProcurementPublished'];
    for (const [what, args] of RUBBISH) {
      await request.signalByHand('suspend', ...args());
      expect(await request.as('creator').send('suspend', act), what).toMatchObject({ accepted: true, status: 'suspended' });
      expect(await request.as('creator').send('resume', act), what).toMatchObject({ accepted: true, status: 'published' });
      journal.push('ProcurementSuspended', 'ProcurementResumed');
    }
    const { rows } = await town.db.pool.query<{ type: string }>('select type from journal where case_id = $1 order by id', [
      request.id,
    ]);
    expect(rows.map(({ type }) => type)).toEqual(journal);
    const { rowCount } = await town.db.pool.query('select 1 from command where case_id = $1', [request.id]);
    expect(rowCount).toBe(journal.length);
  });
});

const CLOCKS: [string, unknown][] = [
  ['far ahead', 1e308],
  ['a hundred years ahead', 100 * 365 * 86_400_000],
  ['far back', -1e308],
  ['a day back', -86_400_000],
  ['to no number', Number.NaN],
  ['to a text', '0'],
];

test('a clock moved by hand neither wakes a deadline early nor lets it be missed', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await town.publish(aDraftFile({ window }));
    for (const [where, offset] of CLOCKS) {
      await request.signalByHand('clock-moved', offset);
      expect(await request.as('creator').send('suspend', act), where).toMatchObject({ accepted: true, status: 'suspended' });
      expect(await request.as('creator').send('resume', act), where).toMatchObject({ accepted: true, status: 'published' });
    }
    for (const [, offset] of CLOCKS) await request.signalByHand('clock-moved', offset);
    await town.goTo('2026-06-02T09:10');
    expect(await town.status(request)).toBe('taking-quotations');
  });
});
