import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { API_ROUTES } from '../../api/api-v1/list.ts';
import { townsperson } from '../support/people.ts';
import { aDraftProgram, type DraftProgram, gaps, SCOPES } from './draft-program.ts';
import { head, typed } from './draft-wizard.ts';

let desk: DraftProgram;
let office: DraftProgram['office'];
let creator: DraftProgram['creator'];
let program: DraftProgram['program'];
let number: string;
const at: DraftProgram['at'] = (of) => desk.at(of);
const save: DraftProgram['save'] = (...given) => desk.save(...given);
const programOf: DraftProgram['programOf'] = (...given) => desk.programOf(...given);

beforeAll(async () => {
  desk = await aDraftProgram();
  ({ office, creator, program } = desk);
}, 120_000);
afterAll(() => office.stop());
beforeEach(async () => {
  number = await desk.begin();
});

describe('making a draft (S1 §1.3.1.1)', () => {
  test('is done once under its key, and the draft is the one of the wizard', async () => {
    const key = randomUUID();
    const [made, again] = [await desk.make(head, key), await desk.make(head, key)];
    expect([made.status, made.headers.get('location')]).toEqual([201, `/api/v1/drafts/${made.body.number}`]);
    expect([again.status, again.body]).toEqual([200, made.body]);
    expect((await creator.get(`/drafts/${made.body.number}`)).text).toContain('Готово 3 из 7');
    const colleague = await programOf(await office.person('colleague', 'organizer'));
    const taken = await colleague.send('POST', '/api/v1/drafts', { values: head }, key);
    expect([taken.status, taken.body]).toMatchObject([409, { code: 'same-key-other-body' }]);
  });

  test('refuses a name in one language, a field that the form has not and a choice that is not offered', async () => {
    for (const [values, field] of [
      [{ ...head, 'name-kk': '' }, 'values.name-kk'],
      [{ ...head, colour: 'red' }, 'values.colour'],
      [{ ...head, subjectKind: 'goodz' }, 'values.subjectKind'],
    ] as const) {
      const answer = await desk.make(values);
      expect([answer.status, answer.body]).toMatchObject([422, { code: 'bad-input', field }]);
    }
  });
});

describe('reading drafts', () => {
  test('an empty draft says everything that the wizard’s review finds missing', async () => {
    const draft = await desk.read();
    expect(draft).toMatchObject({
      ...{
        number,
        name: { kk: 'Қағаз', ru: 'Бумага' },
        method: 'price-quotations',
        subjectKind: 'goods',
        own: true,
        ready: false,
      },
      ...{ lots: [], window: null, author: townsperson('creator').name },
    });
    expect(draft.steps.map(({ step, version }) => [step, version])).toEqual([
      ['head', 1],
      ['delivery', 0],
      ['contract', 0],
      ['people', 0],
      ['dates', 0],
    ]);
    expect(gaps(draft)).toEqual([
      'lots no-lots',
      'contract contract-fields-missing',
      'people representative-missing',
      'dates date-missing',
      'dates date-missing',
    ]);
    // Of seven steps head, delivery and specification lack nothing: there are no lots yet.
    expect((await creator.get(`/drafts/${number}`)).text).toContain('Готово 3 из 7');
  });

  test('every answer is as its schema says', async () => {
    await desk.fillIn();
    for (const [operation, path] of [
      ['listDrafts', '/api/v1/drafts'],
      ['getDraft', at()],
      ['listOfferedPlanItems', `${at()}/plan-items`],
      ['listDraftPeople', `${at()}/people`],
    ] as const) {
      const { status, body } = await program.ask(path);
      const { schema } = API_ROUTES.find((route) => route.operation === operation)!.answers[200]!;
      expect([status, schema.safeParse(body).error]).toEqual([200, undefined]);
    }
  });

  test('a draft is its organization’s: to another one it is like a number that nobody has', async () => {
    const stranger = await programOf(await office.person('stranger', 'organizer'));
    const list = await stranger.ask<{ items: object[] }>('/api/v1/drafts');
    expect(list.body).toEqual({ items: [], next: null });
    const asked = async (of: string) =>
      Promise.all([
        stranger.ask(at(of)),
        stranger.ask(`${at(of)}/people`),
        stranger.send('PUT', `${at(of)}/steps/head`, { version: 1, values: head }),
        stranger.send('POST', `${at(of)}/lots`, { remove: ['1'] }),
        stranger.send('POST', `${at(of)}/publish`),
        stranger.send('DELETE', at(of)),
      ]).then((all) => all.map(({ status, body: { request: _request, ...body } }) => [status, body]));
    const [foreign, none] = [await asked(number), await asked('1999999-1')];
    expect(foreign).toEqual(none);
    expect(foreign.map(([status]) => status)).toEqual([404, 404, 404, 404, 404, 404]);
  });

  test('are paged by number, the newest first: one that is saved meanwhile is neither skipped nor told twice', async () => {
    const older = number;
    const made = [await desk.begin(), await desk.begin()];
    const page = async (path: string) => (await program.ask<{ items: { number: string }[]; next: string | null }>(path)).body;
    const first = await page('/api/v1/drafts?limit=2');
    expect(first.items.map((each) => each.number)).toEqual(made.reverse());
    expect((await save('head', { ...head, 'name-ru': 'Бумага А4' })).status).toBe(200);
    desk.number = older;
    expect((await save('head', { ...head, 'name-ru': 'Бумага А3' })).status).toBe(200);
    const second = await page(first.next ?? '');
    expect(second.items[0]!.number).toBe(older);
    const all = await page('/api/v1/drafts?limit=200');
    expect(all.next).toBeNull();
    expect(all.items).toHaveLength(new Set(all.items.map((each) => each.number)).size);
    expect((await program.ask('/api/v1/drafts?after=newest')).body).toMatchObject({ code: 'bad-input', field: 'after' });
  });

  test('needs an organizer and the scope for it', async () => {
    expect((await fetch(office.baseUrl + at())).status).toBe(401);
    const supplier = await programOf(await office.person('supplier1'), SCOPES, 'supplier');
    expect((await supplier.ask(at())).body).toMatchObject({ status: 403, code: 'not-your-role' });
    const reader = await programOf(creator, ['drafts:read']);
    expect((await reader.ask(at())).status).toBe(200);
    expect((await reader.send('PUT', `${at()}/steps/head`, { version: 1, values: head })).body).toMatchObject({
      code: 'scope-missing',
      facts: { scope: 'drafts:write' },
    });
    expect((await reader.send('DELETE', at())).body).toMatchObject({ facts: { scope: 'drafts:write' } });
    expect((await reader.send('POST', `${at()}/publish`)).body).toMatchObject({ facts: { scope: 'actions:publish' } });
  });
});

describe('filling in by a program', () => {
  test('the lots come from the plan; a lot that leaves frees its plan item', async () => {
    const item = await office.planned();
    const offered = async () =>
      (await program.ask<{ items: { id: string }[] }>(`${at()}/plan-items`)).body.items.map(({ id }) => id);
    expect(await offered()).toContain(item);
    const { body } = await program.send('POST', `${at()}/lots`, { add: [item] });
    expect(body).toMatchObject({
      added: 1,
      removed: 0,
      lots: [{ number: '1', planItem: item, amount: { amount: '468000.00' } }],
    });
    expect(await offered()).not.toContain(item);
    expect((await program.send('POST', `${at()}/lots`, { add: [item], remove: ['1'] })).body).toMatchObject({
      added: 1,
      removed: 1,
    });
    expect((await program.send('POST', `${at()}/lots`, { remove: ['2'] })).body).toMatchObject({
      removed: 0,
      lots: [{ number: '1' }],
    });
  });

  test('step after step less is missing, until the documents are left', async () => {
    await desk.fillIn();
    const draft = await desk.read();
    expect(gaps(draft)).toEqual(['specification not-approved 1', 'contract not-approved']);
    expect(draft.window).toEqual({ opensAt: '2026-11-23T09:00:00.000+05:00', closesAt: '2026-12-01T18:00:00.000+05:00' });
    await desk.signAll();
    const signed = await desk.read();
    expect([signed.ready, signed.missing]).toEqual([true, []]);
    expect(signed.steps.filter(({ locked }) => locked).map(({ step }) => step)).toEqual(['specification-1', 'contract']);
    const locked = await save('contract', {});
    expect([locked.status, locked.body]).toMatchObject([409, { code: 'document-approved', article: 'S1 §1.3.1.2' }]);
  });

  test('incomplete work is saved and says what it lacks; a refused date names its rule', async () => {
    const answer = await save('dates', { ...typed('opensAt', '28', '11', '09:00'), ...typed('closesAt', '30', '12', '18:00') });
    expect([answer.status, answer.body.version]).toEqual([200, 1]);
    expect(answer.body.missing.map(({ gap, refusal }) => [gap, refusal?.code, refusal?.article])).toEqual([
      ['refused', 'start-not-on-working-day', 'ADR 0007'],
    ]);
  });

  test('a step that was saved meanwhile is not overwritten', async () => {
    const values = { ...head, 'name-ru': 'Другая бумага' };
    expect((await save('head', values, 1)).status).toBe(200);
    const stale = await save('head', { ...head, 'name-ru': 'Третья' }, 1);
    expect([stale.status, stale.body]).toMatchObject([409, { code: 'stale-draft' }]);
    expect((await desk.read()).steps[0]!.values['name-ru']).toBe('Другая бумага');
  });

  test('a step that the draft has not is not there; what would not be kept as it was sent is refused', async () => {
    expect((await save('specification-9', {}, 0)).status).toBe(404);
    expect((await save('lots', {}, 0)).status).toBe(404);
    const answer = await save('people', { organiserRepresentative: townsperson('colleague').userId });
    expect([answer.status, answer.body.field]).toEqual([422, 'values.organiserRepresentative']);
  });
});

describe('deleting', () => {
  test('takes the draft with its lots, whose plan items are free again; asked once more, there is nothing to delete', async () => {
    const item = await office.planned();
    await program.send('POST', `${at()}/lots`, { add: [item] });
    expect(await program.send('DELETE', at())).toMatchObject({ status: 200, body: { number } });
    expect((await program.ask(at())).status).toBe(404);
    expect((await program.send('DELETE', at())).status).toBe(404);
    await desk.begin();
    const offered = await program.ask<{ items: { id: string }[] }>(`${at()}/plan-items`);
    expect(offered.body.items.map(({ id }) => id)).toContain(item);
  });
});
