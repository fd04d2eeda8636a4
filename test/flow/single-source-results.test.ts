import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  accepted,
  act,
  admitAll,
  afterOneQuotation,
  formed,
  inStatus,
  refused,
  today,
  voted,
  window,
} from '../support/after-one-quotation.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { townsperson } from '../support/people.ts';
import { sign } from '../support/protocol-signing.ts';
import { findings, publish } from '../support/real-papers.ts';
import { inTown } from '../support/town.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
});
afterAll(() => room.close());

const bin = (key: string) => townsperson(key).bin;

describe('consideration (S1 §1.7.4)', () => {
  test('rejected for one lot with the reason: the lot failed with supplier-rejected, the other is held', async () => {
    await afterOneQuotation(room, { keepAs: 'single-source-rejected' }, async (started) => {
      const { town, invited } = started;
      await voted(started, {
        restrictions: { verdict: 'admitted' },
        specifications: [
          { lot: '1', verdict: 'admitted' },
          { lot: '2', verdict: 'rejected', reason: 'плотность бумаги ниже требуемой' },
        ],
      });
      await formed(started);
      await sign(invited, { by: 'creator' });
      await invited.as('creator').send('publish-results-protocol', {});
      await town.restAll();
      expect((await invited.file()).lots.map((lot) => lot.decision)).toMatchObject([
        { outcome: 'held', winner: { supplier: bin('supplier1') }, second: null },
        { outcome: 'failed', ground: 'supplier-rejected' },
      ]);
    });
  });

  test('the representative is replaced while the protocol waits: back to consideration, the protocol is gone, the new one decides', async () => {
    await afterOneQuotation(room, { keepAs: 'single-source-representative-replaced' }, async (started) => {
      const { invited, town } = started;
      await voted(started);
      await formed(started);
      const colleague = { userId: townsperson('colleague').userId };
      expect(await invited.as('creator').send('change-representative', colleague)).toMatchObject(accepted);
      expect(await invited.file()).toMatchObject({ status: 'considering-applications', consideration: null, protocols: [] });
      expect(await invited.as('creator').send('vote', {})).toMatchObject(refused('not-your-role'));
      // Who was replaced while deciding does not come back (S1 §1.7.8).
      expect(await invited.as('creator').send('change-representative', { userId: townsperson('creator').userId })).toMatchObject(
        refused('representative-unfit'),
      );
      expect(await invited.as('colleague').send('save-consideration', admitAll)).toMatchObject(accepted);
      expect(await invited.as('colleague').send('vote', {})).toMatchObject(accepted);
      await formed(started);
      expect(await sign(invited, { by: 'colleague' })).toMatchObject(accepted);
      expect(await invited.as('creator').send('publish-results-protocol', {})).toMatchObject(accepted);
      await town.restAll();
      expect((await invited.file()).status).toBe('completed');
    });
  });
});

describe('signature of the protocol (S1 §1.7.6)', () => {
  test('another person, and other bytes, are refused', async () => {
    await afterOneQuotation(room, {}, async (started) => {
      const { invited } = started;
      await voted(started);
      await formed(started);
      expect(await sign(invited, { by: 'creator', withKeyOf: 'colleague' })).toMatchObject(refused('eds-wrong-person'));
      expect(await sign(invited, { by: 'creator', withKeyOf: 'creator', bytes: 'другой протокол' })).toMatchObject(
        refused('eds-altered-bytes'),
      );
      expect(await sign(invited, { by: 'colleague', withKeyOf: 'colleague' })).toMatchObject(refused('not-your-role'));
    });
  });

  test('one lot cancelled while the signed protocol waits: it is formed anew, its signature is void (17 §1.4)', async () => {
    await afterOneQuotation(room, { keepAs: 'single-source-cancelled-while-forming' }, async (started) => {
      const { invited, town } = started;
      await voted(started);
      await formed(started);
      await sign(invited, { by: 'creator' });
      const [signed] = (await invited.file()).protocols;
      expect(await invited.as('creator').send('cancel', { lots: ['2'], act })).toMatchObject(accepted);
      await town.restAll();
      const [anew] = (await invited.file()).protocols;
      expect(anew).toMatchObject({ version: 1, state: 'formed', reason: 'lots-cancelled' });
      expect(anew?.documentId).not.toBe(signed?.documentId);
      expect(await invited.as('creator').send('publish-results-protocol', {})).toMatchObject(refused('protocol-not-signed'));
      expect(await sign(invited, { by: 'creator' })).toMatchObject(accepted);
      expect(await invited.as('creator').send('publish-results-protocol', {})).toMatchObject(accepted);
      await town.restAll();
      expect((await invited.file()).lots.map((lot) => lot.status)).toEqual(['held', 'cancelled']);
    });
  });
});

test('lots in use by the single source cannot be cancelled in the failed one, nor given up by the customer, until it is cancelled (S1 §1.3.3)', async () => {
  await afterOneQuotation(room, { keepAs: 'single-source-cancelled' }, async ({ town, failed, invited }) => {
    const cancel = { lots: ['1'], act };
    const refusing = { lots: ['1'], ground: 'потребность отпала' };
    const inUse = { accepted: false, refusal: { code: 'lot-used-elsewhere', facts: { announcement: invited.number } } };
    expect(await failed.as('creator').send('cancel', cancel)).toMatchObject(inUse);
    expect(await failed.as('creator', 'customer').send('refuse', refusing)).toMatchObject(inUse);
    expect(await invited.as('creator').send('cancel', { lots: ['1', '2'], act })).toMatchObject(accepted);
    await town.restAll();
    expect(await invited.file()).toMatchObject({
      status: 'cancelled',
      protocols: [{ state: 'published', reason: 'all-lots-cancelled' }],
    });
    expect(await failed.as('creator').send('cancel', cancel)).toMatchObject(accepted);
    await town.restAll();
    expect((await failed.file()).lots.map((lot) => lot.status)).toEqual(['cancelled', 'failed']);
  });
});

test('a ledger with a single source that ran to its end is clean: copies, application, signature and decisions (npm run verify)', async () => {
  await inTown(room, { today }, async (town) => {
    const failed = await publish(town, 1, window);
    await town.goTo('2026-06-03T12:00');
    await failed.offer('supplier1', { '1': '900000.00' });
    await town.goTo('2026-06-12T18:00');
    const invited = await town.successorOf(failed);
    await invited.apply('supplier1', { '1': '890000.00' });
    await invited.as('creator').send('open-applications-by-hand', {});
    await inStatus(invited, 'considering-applications');
    await invited.as('creator').send('save-consideration', {
      restrictions: { verdict: 'admitted' },
      specifications: [{ lot: '1', verdict: 'admitted' }],
    });
    await invited.as('creator').send('vote', {});
    await formed({ town, failed, invited });
    expect(await findings(town)).toEqual([]);
    expect(await sign(invited, { by: 'creator' })).toMatchObject(accepted);
    expect(await invited.as('creator').send('publish-results-protocol', {})).toMatchObject(accepted);
    await town.restAll();
    expect((await invited.file()).lots[0]).toMatchObject({ status: 'held', decision: { winner: { price: '890000.00' } } });
    expect(await findings(town)).toEqual([]);
    await town.db.pool.query(`update document_signature set cms = '\\x00' where role = 'organizer-representative'`);
    expect(await findings(town)).toMatchObject([{ number: invited.number, check: 'signatures', found: 'eds-malformed' }]);
  });
});
