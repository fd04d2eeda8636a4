import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentsOf, signaturesOf } from '../../db/documents.ts';
import { deadline } from '../../domain/case.ts';
import {
  accepted,
  act,
  afterOneQuotation,
  formed,
  inStatus,
  JUST_PAST_THE_END,
  lots,
  refused,
  today,
  voted,
  window,
} from '../support/after-one-quotation.ts';
import { aDraftFile, at } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { townsperson } from '../support/people.ts';
import { sign } from '../support/protocol-signing.ts';
import { inTown } from '../support/town.ts';
import { aPaper } from '../support/town-request.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
});
afterAll(() => room.close());

const bin = (key: string) => townsperson(key).bin;

describe('after exactly one quotation (S1 §1.7.1)', () => {
  test('the portal makes and publishes a single source, invites the supplier, and both announcements name each other', async () => {
    await afterOneQuotation(room, {}, async ({ town, failed, invited }) => {
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
      expect(successors?.map((successor) => successor.lots)).toEqual([['1'], ['2']]);
    });
  });
});

describe('opening (S1 §1.7.3)', () => {
  test('by hand: only once an application is in; the representative is told; held after vote, signature and publication', async () => {
    await afterOneQuotation(room, { keepAs: 'single-source-held' }, async (started) => {
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
    await afterOneQuotation(room, {}, async ({ town, invited }) => {
      await invited.apply('supplier1', { '1': '900000.00', '2': '450000.00' });
      await town.goTo('2026-06-17T18:05');
      expect(await invited.file()).toMatchObject({ status: 'considering-applications', opening: { how: 'deadline', by: null } });
    });
  });

  test('nobody but the invited supplier hands in, and nobody else declines', async () => {
    await afterOneQuotation(room, {}, async ({ invited }) => {
      expect(await invited.apply('supplier2', { '1': '900000.00' })).toMatchObject({
        ok: false,
        refusal: { code: 'not-your-role' },
      });
      expect(await invited.as('supplier2').send('decline-participation', {})).toMatchObject(refused('not-your-role'));
    });
  });

  test('declined: straight to the results, every lot failed with supplier-declined; an application that stands is withdrawn first', async () => {
    await afterOneQuotation(room, { keepAs: 'single-source-declined' }, async (started) => {
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
    await afterOneQuotation(room, { keepAs: 'single-source-silent' }, async ({ town, invited }) => {
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
    await afterOneQuotation(room, {}, async ({ town, invited }) => {
      await invited.apply('supplier1', { '1': '900000.00', '2': '450000.00' });
      town.faults.opener = true;
      await town.passTheEngineTime(JUST_PAST_THE_END, at('2026-06-17T18:05'));
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
    await afterOneQuotation(room, {}, async ({ town, invited }) => {
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
