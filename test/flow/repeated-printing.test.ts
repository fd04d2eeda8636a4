import { afterAll, beforeAll, expect, test } from 'vitest';
import { formProtocol } from '../../activities/form-protocol.ts';
import { documentsOf } from '../../db/documents.ts';
import { findPublicDocument } from '../../db/public-documents.ts';
import { dueProtocol } from '../../domain/procurement/file.ts';
import { aCourtDecision } from '../support/acts.ts';
import { aDraftFile, aLot } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { eventually } from '../support/eventually.ts';
import { inTown, type Town } from '../support/town.ts';
import type { TownRequest } from '../support/town-request.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
});
afterAll(() => room.close());

const today = '2026-06-01T10:00';
const window = { opensAt: '2026-06-02T09:00', closesAt: '2026-06-12T18:00' };
const twoLots = () => aDraftFile({ window, lots: [aLot(1, { amount: '1000000.00' }), aLot(2, { amount: '500000.00' })] });

/** A request whose results are decided and whose protocol is due, while the printer is out of order. */
async function unprinted(town: Town): Promise<TownRequest> {
  town.faults.printer = true;
  const request = await town.publish(twoLots());
  await town.goTo('2026-06-03T09:00');
  for (const supplier of ['supplier1', 'supplier2']) await request.offer(supplier, { '1': '900000.00', '2': '450000.00' });
  await town.goTo('2026-06-12T17:59');
  await town.passTheEngineTime('2 minutes', (await town.now()) + 120_000);
  await eventually('a protocol that is due', async () => dueProtocol(await request.file()) !== undefined);
  return request;
}

async function dueOf(request: TownRequest) {
  const file = await request.file();
  const { type, version, dueAt } = dueProtocol(file)!;
  return { caseId: file.id, type, version, dueAt };
}

async function printerIsBack(town: Town): Promise<void> {
  town.faults.printer = false;
  await town.passTheEngineTime('2 minutes', (await town.now()) + 120_000);
  await town.restAll();
}

test('a late attempt to print a protocol that was set aside makes no second document under its number (S1 §1.4.17)', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await unprinted(town);
    const setAside = await dueOf(request);
    const act = aCourtDecision({ date: '2026-06-01' });
    expect(await request.as('creator').send('cancel', { lots: ['2'], act })).toMatchObject({ accepted: true });
    expect((await dueOf(request)).dueAt).toBeGreaterThan(setAside.dueAt);
    await printerIsBack(town);
    expect(await formProtocol(town.forming, setAside)).toBeNull();
    const { protocols } = await request.file();
    const stored = await documentsOf(town.db.pool, request.id, 'protocol');
    expect(stored.map(({ id }) => id)).toEqual([protocols[0]?.documentId]);
    expect((await findPublicDocument(town.db.pool, `${request.number}/results/1`))?.id).toBe(protocols[0]?.documentId);
  });
});

test('a repeated attempt that would print other bytes seals and tells those that are stored', async () => {
  await inTown(room, { today }, async (town) => {
    const request = await unprinted(town);
    const due = await dueOf(request);
    const printing = (content: string) => ({ ...town.forming, print: () => Promise.resolve(Buffer.from(`%PDF-1.7 ${content}`)) });
    const first = await formProtocol(printing('of a release that was replaced'), due);
    expect(await formProtocol(printing('of the release after it'), due)).toEqual(first);
    await printerIsBack(town);
    const [protocol] = (await request.file()).protocols;
    expect(protocol).toMatchObject({ state: 'published', documentId: first?.documentId, sha256: first?.sha256 });
  });
});
