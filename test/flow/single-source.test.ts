import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentsOf, signaturesOf } from '../../db/documents.ts';
import { deadline } from '../../domain/case.ts';
import { aCourtDecision } from '../support/acts.ts';
import { aDraftFile, aLot, at } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { townsperson } from '../support/people.ts';
import { sign } from '../support/protocol-signing.ts';
import { inTown, type Town, type TownOptions } from '../support/town.ts';
import { aPaper, type TownRequest } from '../support/town-request.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
});
afterAll(() => room.close());

const accepted = { accepted: true };
const refused = (code: string) => ({ accepted: false, refusal: { code } });
const act = aCourtDecision({ date: '2026-06-01' });
const bin = (key: string) => townsperson(key).bin;

/** Window Tue 2 June 9:00 to Fri 12 June 18:00: the request ends on a working day, and so does the start of what follows. */
const window = { opensAt: '2026-06-02T09:00', closesAt: '2026-06-12T18:00' };
const today = '2026-06-01T10:00';
const lots = () => [aLot(1, { amount: '1000000.00' }), aLot(2, { amount: '500000.00' })];

interface Started {
  town: Town;
  failed: TownRequest;
  invited: TownRequest;
}

/** One supplier alone offered for both lots; the portal made a single source for it. */
async function afterOneQuotation(options: Partial<TownOptions>, scenario: (started: Started) => Promise<void>): Promise<void> {
  await inTown(room, { today, ...options }, async (town) => {
    const failed = await town.publish(aDraftFile({ window, lots: lots() }));
    await town.goTo('2026-06-03T12:00');
    await failed.offer('supplier1', { '1': '900000.00', '2': '450000.00' });
    await town.goTo('2026-06-12T18:00');
    await scenario({ town, failed, invited: await town.successorOf(failed) });
  });
}

const admitAll = {
  restrictions: { verdict: 'admitted' },
  specifications: [
    { lot: '1', verdict: 'admitted' },
    { lot: '2', verdict: 'admitted' },
  ],
};

/** Applied for, opened by hand and considered: the vote is cast. */
async function voted({ invited }: Started, decisions: object = admitAll): Promise<void> {
  expect(await invited.apply('supplier1', { '1': '900000.00', '2': '450000.00' })).toMatchObject({ ok: true });
  expect(await invited.as('creator').send('open-applications-by-hand', {})).toMatchObject(accepted);
  await inStatus(invited, 'considering-applications');
  expect(await invited.as('creator').send('save-consideration', decisions)).toMatchObject(accepted);
  expect(await invited.as('creator').send('vote', {})).toMatchObject(accepted);
}

const inStatus = async (request: TownRequest, status: string) => {
  await expect.poll(async () => (await request.file()).status, { timeout: 20_000 }).toBe(status);
};

/** The creator forms the protocol; it waits for its signature. */
async function formed(started: Started): Promise<void> {
  expect(await started.invited.as('creator').send('form-results-protocol', {})).toMatchObject(accepted);
  await started.town.restAll();
  expect((await started.invited.file()).protocols).toMatchObject([{ state: 'formed', version: 1 }]);
}

describe('after exactly one quotation (S1 §1.7.1)', () => {
  test('the portal makes and publishes a single source, invites the supplier, and both announcements name each other', async () => {
    await afterOneQuotation({ keepAs: 'price-quotations-one-submitted' }, async ({ town, failed, invited }) => {
      const [before, file] = [await failed.file(), await invited.file()];
      expect(before.successors).toEqual([{ number: file.number, method: 'single-source', lots: ['1', '2'] }]);
      expect(file.origin).toEqual({
        number: before.number,
        caseId: before.id,
        method: 'price-quotations',
        ground: 'one-submitted',
        lots: { '1': '1', '2': '2' },
      });
      expect(file).toMatchObject({ method: 'single-source', status: 'taking-applications', invited: { bin: bin('supplier1') } });
      expect(file.lots.map((lot) => [lot.number, lot.amount, lot.status])).toEqual([
        ['1', '1000000.00', 'published'],
        ['2', '500000.00', 'published'],
      ]);
      // Published within seconds of Fri 12 June 18:00; five calendar days later is Wed 17 June, the same time.
      const end = deadline(file, 'applications-end')?.at ?? 0;
      expect(Math.abs(end - at('2026-06-17T18:00'))).toBeLessThan(60_000);
      expect(file.publishedAt).toBe(end - 5 * 86_400_000);
      // The organizer buys for itself: its creator is the contact of both (S1 §1.7.1).
      expect(file.organizerRepresentative?.userId).toBe(before.creator.userId);
      expect(file.customerRepresentatives.map((r) => [r.userId, r.customer])).toEqual([
        [before.creator.userId, before.organizer.bin],
      ]);
      expect(file.documents.map(({ kind, lot, sha256 }) => [kind, lot, sha256])).toEqual(
        before.documents.map(({ kind, lot, sha256 }) => [kind, lot, sha256]),
      );
      const { rows } = await town.db.pool.query('select event from notification where event = $1', ['invited']);
      expect(rows).toHaveLength(1);
      const { rows: items } = await town.db.pool.query('select distinct status, case_id from plan_item');
      expect(items).toEqual([{ status: 'published', case_id: file.id }]);
    });
  });

  test('a quotation rejected under the restrictions is not invited', async () => {
    await inTown(room, { today }, async (town) => {
      await town.db.pool.query(
        `insert into restriction (id, supplier_bin, ground_kk, ground_ru, article, entry, from_date)
         values (gen_random_uuid(), $1, 'тізілім', 'реестр', '7', 'РНУ-2026-17', '2026-01-15')`,
        [bin('supplier1')],
      );
      const failed = await town.publish(aDraftFile({ window }));
      await town.goTo('2026-06-03T12:00');
      await failed.offer('supplier1', { '1': '900000.00' });
      await town.goTo('2026-06-15T09:00');
      expect((await failed.file()).successors).toEqual([]);
      const { rows } = await town.db.pool.query(`select 1 from procurement_case where method = 'single-source'`);
      expect(rows).toEqual([]);
    });
  });

  test('published on a Sunday, it takes applications from Monday 9:00 for five calendar days', async () => {
    await inTown(room, { today }, async (town) => {
      const failed = await town.publish(aDraftFile({ window: { ...window, closesAt: '2026-06-14T12:00' } }));
      await town.goTo('2026-06-03T12:00');
      await failed.offer('supplier1', { '1': '900000.00' });
      await town.goTo('2026-06-14T12:00');
      const invited = await town.successorOf(failed);
      const file = await invited.file();
      expect(file.status).toBe('published');
      expect(file.window).toEqual({ opensAt: at('2026-06-15T09:00'), closesAt: at('2026-06-20T09:00') });
      await town.goTo('2026-06-15T09:00');
      expect((await invited.file()).status).toBe('taking-applications');
    });
  });

  test('two suppliers, each alone for a lot, are invited to a single source each', async () => {
    await inTown(room, { today }, async (town) => {
      const failed = await town.publish(aDraftFile({ window, lots: lots() }));
      await town.goTo('2026-06-03T12:00');
      await failed.offer('supplier1', { '1': '900000.00' });
      await failed.offer('supplier2', { '2': '450000.00' });
      await town.goTo('2026-06-12T18:00');
      const { successors } = await failed.file();
      expect(successors.map((successor) => successor.lots)).toEqual([['1'], ['2']]);
    });
  });
});

describe('opening (S1 §1.7.3)', () => {
  test('by hand: only once an application is in; the representative is told; held after vote, signature and publication', async () => {
    await afterOneQuotation({ keepAs: 'single-source-held' }, async (started) => {
      const { town, invited } = started;
      expect(await invited.as('creator').send('open-applications-by-hand', {})).toMatchObject(refused('no-application-yet'));
      await voted(started);
      const opened = await invited.file();
      expect(opened.opening).toMatchObject({ how: 'by-hand', by: { userId: opened.creator.userId } });
      expect(opened.application).toMatchObject({
        supplier: { bin: bin('supplier1') },
        prices: [
          { lot: '1', price: '900000.00' },
          { lot: '2', price: '450000.00' },
        ],
        documents: [{ kind: 'participation-agreement', name: 'Соглашение об участии.pdf' }],
      });
      const [paper] = await documentsOf(town.db.pool, opened.id, 'participation-agreement');
      expect((await town.files.get(paper!.sha256)).toString()).toBe('%PDF-1.7 соглашение об участии');
      await formed(started);
      expect(await invited.as('creator').send('publish-results-protocol', {})).toMatchObject(refused('protocol-not-signed'));
      expect(await sign(invited, { by: 'creator' })).toMatchObject(accepted);
      expect((await invited.file()).lots.map((lot) => lot.status)).toEqual(['published', 'published']);
      expect(await invited.as('creator').send('publish-results-protocol', {})).toMatchObject(accepted);
      await town.restAll();
      const file = await invited.file();
      expect(file.status).toBe('completed');
      expect(file.lots.map(({ status, decision }) => [status, decision?.outcome === 'held' && decision.winner.price])).toEqual([
        ['held', '900000.00'],
        ['held', '450000.00'],
      ]);
      const [protocol] = file.protocols;
      expect(protocol).toMatchObject({ state: 'published', validity: 'valid', signed: { by: { userId: file.creator.userId } } });
      const signatures = await signaturesOf(town.db.pool, protocol!.documentId!);
      expect(signatures.map(({ role, signer }) => [role, signer.iin])).toEqual([
        ['organizer-representative', townsperson('creator').iin],
      ]);
    });
  });

  test('at the deadline, with an application: by itself, to its consideration', async () => {
    await afterOneQuotation({}, async ({ town, invited }) => {
      await invited.apply('supplier1', { '1': '900000.00', '2': '450000.00' });
      await town.goTo('2026-06-17T18:05');
      expect(await invited.file()).toMatchObject({ status: 'considering-applications', opening: { how: 'deadline', by: null } });
    });
  });

  test('nobody but the invited supplier hands in, and nobody else declines', async () => {
    await afterOneQuotation({}, async ({ invited }) => {
      expect(await invited.apply('supplier2', { '1': '900000.00' })).toMatchObject({
        ok: false,
        refusal: { code: 'not-your-role' },
      });
      expect(await invited.as('supplier2').send('decline-participation', {})).toMatchObject(refused('not-your-role'));
    });
  });

  test('declined: straight to the results, every lot failed with supplier-declined; an application that stands is withdrawn first', async () => {
    await afterOneQuotation({ keepAs: 'single-source-declined' }, async (started) => {
      const { town, invited } = started;
      await invited.apply('supplier1', { '1': '900000.00' });
      const decline = { reason: 'нет товара на складе' };
      expect(await invited.as('supplier1').send('decline-participation', decline)).toMatchObject(refused('application-stands'));
      expect(await invited.withdraw('supplier1')).toMatchObject({ ok: true });
      expect(await invited.as('supplier1').send('decline-participation', decline)).toMatchObject(accepted);
      await town.restAll();
      expect(await invited.file()).toMatchObject({ status: 'forming-results-protocol', opening: { how: 'declined' } });
      expect(await invited.apply('supplier1', { '1': '900000.00' })).toMatchObject({
        ok: false,
        refusal: { code: 'window-closed' },
      });
      expect(await sign(invited, { by: 'creator' })).toMatchObject(accepted);
      expect(await invited.as('creator').send('publish-results-protocol', {})).toMatchObject(accepted);
      await town.restAll();
      expect((await invited.file()).lots.map((lot) => lot.decision)).toEqual([
        { outcome: 'failed', ground: 'supplier-declined' },
        { outcome: 'failed', ground: 'supplier-declined' },
      ]);
    });
  });

  test('silent until the end: straight to the results, every lot failed with supplier-silent', async () => {
    await afterOneQuotation({ keepAs: 'single-source-silent' }, async ({ town, invited }) => {
      await town.goTo('2026-06-17T18:05');
      expect(await invited.file()).toMatchObject({
        status: 'forming-results-protocol',
        opening: { how: 'silence' },
        application: null,
        protocols: [{ state: 'formed' }],
      });
      expect(await sign(invited, { by: 'creator' })).toMatchObject(accepted);
      expect(await invited.as('creator').send('publish-results-protocol', {})).toMatchObject(accepted);
      await town.restAll();
      expect((await invited.file()).lots.map((lot) => lot.decision?.outcome === 'failed' && lot.decision.ground)).toEqual([
        'supplier-silent',
        'supplier-silent',
      ]);
    });
  });

  test('suspended while closed and not yet opened: nothing is opened until it is resumed', async () => {
    await afterOneQuotation({}, async ({ town, invited }) => {
      await invited.apply('supplier1', { '1': '900000.00', '2': '450000.00' });
      town.faults.opener = true;
      await town.passTheEngineTime('6 days', at('2026-06-17T18:05'));
      await expect.poll(async () => (await invited.file()).applicationClosedAt !== null, { timeout: 20_000 }).toBe(true);
      expect(await invited.as('creator').send('suspend', { act })).toMatchObject(accepted);
      town.faults.opener = false;
      await town.passTheEngineTime('10 minutes', at('2026-06-17T18:20'));
      expect(await invited.file()).toMatchObject({ status: 'taking-applications', application: null });
      expect(await invited.as('creator').send('resume', { act })).toMatchObject(accepted);
      await town.passTheEngineTime('10 minutes', at('2026-06-17T18:40'));
      await inStatus(invited, 'considering-applications');
    });
  });

  test('a document that was altered or is missing is an outcome, the rest is opened (ADR 0015)', async () => {
    await afterOneQuotation({}, async ({ town, invited }) => {
      const missing = aPaper({ kind: 'price-justification', name: '../обоснование.pdf', bytes: '%PDF-1.7 обоснование' });
      await invited.apply('supplier1', { '1': '900000.00' }, [aPaper(), { ...missing, lost: true }]);
      await town.goTo('2026-06-17T18:05');
      const { application } = await invited.file();
      expect(application?.documents.map(({ name, unreadable }) => [name, unreadable ?? 'read']).sort()).toEqual([
        ['.._обоснование.pdf', 'missing'],
        ['Соглашение об участии.pdf', 'read'],
      ]);
    });
  });
});

describe('consideration (S1 §1.7.4)', () => {
  test('rejected for one lot with the reason: the lot failed with supplier-rejected, the other is held', async () => {
    await afterOneQuotation({ keepAs: 'single-source-rejected' }, async (started) => {
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
    await afterOneQuotation({ keepAs: 'single-source-representative-replaced' }, async (started) => {
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
    await afterOneQuotation({}, async (started) => {
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
    await afterOneQuotation({ keepAs: 'single-source-cancelled-while-forming' }, async (started) => {
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

test('lots in use by the single source cannot be cancelled in the failed one until it is cancelled (S1 §1.3.3)', async () => {
  await afterOneQuotation({ keepAs: 'single-source-cancelled' }, async ({ town, failed, invited }) => {
    const cancel = { lots: ['1'], act };
    expect(await failed.as('creator').send('cancel', cancel)).toMatchObject({
      accepted: false,
      refusal: { code: 'lot-used-elsewhere', facts: { announcement: invited.number } },
    });
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
