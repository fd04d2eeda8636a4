import { describe, expect, test } from 'vitest';
import type { ProcurementFile } from '../../../domain/procurement/file.ts';
import { actors, attempt, type ProcurementInTest } from '../../support/builders.ts';
import '../../support/matchers.ts';
import { METHODS_BY_SHEET, THREE_LOTS } from './methods.ts';

const lotStatuses = (file: ProcurementFile) => file.lots.map((lot) => lot.status).join(' ');
const protocols = (file: ProcurementFile) => file.protocols.map((p) => `${p.version} ${p.state} ${p.validity} ${p.reason}`);

describe.each(METHODS_BY_SHEET)('$method ($sheet): cancellation by the act of an authority (S1 §1.3.3, §1.7.8)', (method) => {
  const { when, takingStatus, act } = method;
  const threeLots = method.published(THREE_LOTS);
  const cancelling = (procurement: ProcurementInTest, lots: string[], consulted = {}) =>
    attempt(procurement.file, 'cancel', { by: actors.creator, at: when.published, input: { lots, act: act() }, consulted });

  test('some lots before the results: they are cancelled, the announcement runs on, no document now (spec 17 §1.4)', () => {
    const { file } = threeLots.cancelled({ lots: ['1', '3'], on: when.published });
    expect(lotStatuses(file)).toBe('cancelled published cancelled');
    expect(file.status).toBe('published');
    expect(file.deadlines).toHaveLength(2);
    expect(file.protocols).toEqual([]);
    expect(file.acts).toMatchObject([{ ...act(), action: 'cancel', lots: ['1', '3'], by: { iin: actors.creator.iin } }]);
    expect(file.lots.map((lot) => lot.endedBy)).toEqual([0, undefined, 0]);
  });

  test('all lots before the results: the announcement is cancelled and the results protocol is due at once', () => {
    const { file } = threeLots.taking().cancelled({ on: when.taking });
    expect(lotStatuses(file)).toBe('cancelled cancelled cancelled');
    expect(file.status).toBe('cancelled');
    expect(file.deadlines).toEqual([]);
    expect(protocols(file)).toEqual(['1 due valid all-lots-cancelled']);
    expect(file.protocols[0]?.dueAt).toBe(when.taking);
  });

  test('the last lots one after another end the announcement with the last act', () => {
    const first = threeLots.cancelled({ lots: ['2'], on: when.published });
    const { file } = first.cancelled({ lots: ['1', '3'], on: when.published, act: { number: '7119-26-00-2э/185' } });
    expect(file.status).toBe('cancelled');
    expect(file.lots.map((lot) => file.acts[lot.endedBy ?? -1]?.number)).toEqual([
      '7119-26-00-2э/185',
      '7119-26-00-2э/184',
      '7119-26-00-2э/185',
    ]);
    expect(protocols(file)).toEqual(['1 due valid all-lots-cancelled']);
  });

  test('in Формирование протокола итогов the protocol is re-formed: one version, with the cancellation, every signature void', () => {
    const { file } = threeLots.forming().cancelled({ lots: ['2'], on: when.forming });
    expect(file.status).toBe('forming-results-protocol');
    expect(file.lots[1]?.status).toBe('cancelled');
    expect(protocols(file)).toEqual(['1 due valid lots-cancelled']);
    expect(file.protocols[0]).toMatchObject({ dueAt: when.forming });
    expect(file.protocols[0]?.signed).toBeUndefined();
  });

  test('in Завершено: a new version is due, and only its publication makes the earlier one Не действительный', () => {
    const completed = threeLots.completed();
    const due = completed.cancelled({ lots: ['2'], on: when.completed });
    expect(due.file.status).toBe('completed');
    expect(protocols(due.file)).toEqual(['1 published valid results', '2 due valid lots-cancelled']);
    const { file } = due.protocolPublished(when.completed + 60_000);
    expect(lotStatuses(file)).toBe('held cancelled held');
    expect(protocols(file)).toEqual(['1 published not-valid results', '2 published valid lots-cancelled']);
    expect(file.status).toBe('completed');
    expect(file.protocols[0]?.publishedAt).toBe(completed.file.protocols[0]?.publishedAt);
  });

  test('in Завершено, all lots: cancelled, and the new version replaces the results', () => {
    const due = threeLots.completed().cancelled({ on: when.completed });
    expect(due.file.status).toBe('cancelled');
    const { file } = due.protocolPublished(when.completed + 60_000);
    expect(file.status).toBe('cancelled');
    expect(file.protocols.map((p) => `${p.version} ${p.validity}`)).toEqual(['1 not-valid', '2 valid']);
  });

  test('two cancellations before the new version is printed make one version, the later', () => {
    const { file } = threeLots
      .completed()
      .cancelled({ lots: ['1'], on: when.completed })
      .cancelled({ lots: ['2'], on: when.completed + 1_000 });
    expect(protocols(file)).toEqual(['1 published valid results', '2 due valid lots-cancelled']);
    expect(file.protocols[1]?.dueAt).toBe(when.completed + 1_000);
  });

  test('while suspended: some lots leave it suspended with what was left; all lots end suspension', () => {
    const suspended = threeLots.suspended(when.published);
    const some = suspended.cancelled({ lots: ['1'], on: when.published }).file;
    expect(some.suspension?.frozen).toHaveLength(2);
    expect(some).canOnly(actors.creator, ['resume', 'cancel', 'download-all']);
    const all = suspended.cancelled({ on: when.published }).file;
    expect(all.suspension).toBeNull();
    expect(all.status).toBe('cancelled');
    expect(all).canOnly(actors.creator, ['download-all']);
  });

  test('a lot that is cancelled, refused or unknown is not cancelled, and is named', () => {
    const ended = threeLots.cancelled({ lots: ['1'], on: when.published }).refused({ lots: ['2'], on: when.published });
    expect(cancelling(ended, ['3', '1'])).refusesWith('lot-not-open-to-cancellation', { lot: '1', status: 'cancelled' });
    expect(cancelling(ended, ['2'])).refusesWith('lot-not-open-to-cancellation', { lot: '2', status: 'refused' });
    expect(cancelling(ended, ['7'])).refusesWith('lot-not-open-to-cancellation', { lot: '7', status: 'unknown' });
    expect(cancelling(ended, ['3']).ok).toBe(true);
  });

  test('a lot used in another announcement is not cancelled until that one is; the answer says which', () => {
    const used = { lotsInUse: { 2: '1000023-1' } };
    expect(cancelling(threeLots, ['1', '2'], used)).refusesWith('lot-used-elsewhere', { lot: '2', announcement: '1000023-1' });
    expect(cancelling(threeLots, ['1', '3'], used).ok).toBe(true);
  });

  test('no lots chosen is not a cancellation, and a lot is chosen once', () => {
    expect(cancelling(threeLots, [])).refusesWith('bad-input');
    expect(cancelling(threeLots, ['1', '1'])).refusesWith('bad-input');
  });

  test('from publication until the contract, and nobody but the creator (S1 §1.7.8)', () => {
    const stages = [threeLots, threeLots.taking(), threeLots.forming(), threeLots.completed()];
    expect(stages.map(({ file }) => file.status)).toEqual(['published', takingStatus, 'forming-results-protocol', 'completed']);
    for (const { file } of stages) {
      const input = { lots: ['1'], act: act() };
      expect(attempt(file, 'cancel', { by: actors.creator, at: when.completed, input }).ok, file.status).toBe(true);
      for (const by of [actors.organizerRepresentative, actors.customer, actors.supplier(1), actors.foreignOrganizer])
        expect(attempt(file, 'cancel', { by, at: when.completed, input })).refusesWith('not-your-role');
    }
  });

  test('an act dated tomorrow has not come', () => {
    const { at, day } = method;
    const input = { lots: ['1'], act: act({ date: day('2026-02-25') }) };
    const on = (time: string) => attempt(threeLots.file, 'cancel', { by: actors.creator, at: at('2026-02-24', time), input });
    expect(on('23:59:59.999')).refusesWith('act-dated-in-the-future', {
      date: day('2026-02-25'),
      today: day('2026-02-24'),
    });
    expect(attempt(threeLots.file, 'cancel', { by: actors.creator, at: at('2026-02-25', '00:00'), input }).ok).toBe(true);
  });
});

describe.each(METHODS_BY_SHEET)('$method ($sheet): the customer gives up its lots (Отказ от закупки, spec 01)', (method) => {
  const { when } = method;
  const threeLots = method.published(THREE_LOTS);
  const refusing = (procurement: ProcurementInTest, by: typeof actors.customer, lots: string[]) =>
    attempt(procurement.file, 'refuse', { by, at: when.published, input: { lots, ground: 'потребность отпала' } });

  test('own lots, some: they are refused, the announcement runs on', () => {
    const { file } = threeLots.refused({ lots: ['1'], on: when.published });
    expect(lotStatuses(file)).toBe('refused published published');
    expect(file.protocols).toEqual([]);
    expect(file.refusals).toMatchObject([
      { lots: ['1'], ground: 'потребность отпала', customer: actors.customer.bin, by: { iin: actors.customer.iin } },
    ]);
    expect(file.lots[0]?.endedBy).toBe(0);
  });

  test('lots of another customer are not its own', () => {
    expect(refusing(threeLots, actors.customer, ['1', '2'])).refusesWith('lot-not-open-to-cancellation', {
      lot: '2',
      status: 'unknown',
    });
    expect(refusing(threeLots, actors.secondCustomer, ['2']).ok).toBe(true);
    expect(refusing(threeLots, actors.secondCustomer, ['1']).ok).toBe(false);
    expect(refusing(threeLots, actors.foreignCustomer, ['1'])).refusesWith('not-your-role');
  });

  test('a lot used by the single source that follows is not given up until that one is cancelled; the answer says which (spec 01 "Refuse", S1 §1.3.3)', () => {
    const input = (lots: string[]) => ({ lots, ground: 'потребность отпала' });
    const using = (lots: string[]) =>
      attempt(threeLots.completed().file, 'refuse', {
        ...{ by: actors.customer, at: when.completed, input: input(lots) },
        consulted: { lotsInUse: { 1: '1000023-1' } },
      });
    expect(using(['1', '3'])).refusesWith('lot-used-elsewhere', { lot: '1', announcement: '1000023-1' });
    expect(using(['3']).ok).toBe(true);
  });

  test('when every customer gave up its lots the announcement is cancelled and the protocol states it', () => {
    const { file } = threeLots.refused({ lots: ['1', '3'], on: when.published }).refused({ lots: ['2'], on: when.published });
    expect(file.status).toBe('cancelled');
    expect(protocols(file)).toEqual(['1 due valid lots-refused']);
  });

  test('in Завершено a refusal re-forms the protocol as a cancellation does', () => {
    const { file } = threeLots
      .completed()
      .refused({ lots: ['2'], on: when.completed })
      .protocolPublished(when.completed + 60_000);
    expect(protocols(file)).toEqual(['1 published not-valid results', '2 published valid lots-refused']);
    expect(lotStatuses(file)).toBe('held refused held');
  });

  test('needs a ground in words', () => {
    const input = { lots: ['1'], ground: ' ' };
    expect(attempt(threeLots.file, 'refuse', { by: actors.customer, at: when.published, input })).refusesWith('bad-input');
  });

  test('a lot that was given up is not given up again', () => {
    expect(refusing(threeLots.refused({ lots: ['1'], on: when.published }), actors.customer, ['1'])).refusesWith(
      'lot-not-open-to-cancellation',
      { lot: '1', status: 'refused' },
    );
  });
});
