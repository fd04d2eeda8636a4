import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { API_ROUTES } from '../../api/api-v1/list.ts';
import { organization, townsperson } from '../support/people.ts';
import { aDraftOffice, type DraftOffice } from './draft-office.ts';
import { C1, head, typed, wizardAt } from './draft-wizard.ts';
import { asker, tokenOf } from './token.ts';
import type { Visitor } from './visitor.ts';

let office: DraftOffice;
let creator: Visitor;
let program: Program;
let number: string;

const SCOPES = ['drafts:read', 'drafts:write', 'actions:publish', 'procurements:read'];
type Program = ReturnType<typeof asker>;
const programOf = async (person: Visitor, scopes = SCOPES, role = 'organizer') =>
  asker(office.baseUrl, await tokenOf(person, { role, scopes }));

interface Fault {
  step: string;
  gap: string;
  lots: string[];
  customers: string[];
  says: string;
  refusal: { code: string; article: string } | null;
}
interface Draft {
  number: string;
  steps: { step: string; version: number; locked: boolean; values: Record<string, string> }[];
  lots: { number: string; planItem: string }[];
  missing: Fault[];
  ready: boolean;
  window: object | null;
}
const at = (of = number) => `/api/v1/drafts/${of}`;
const read = async () => (await program.ask<Draft>(at())).body;
const gaps = ({ missing }: { missing: Fault[] }) => missing.map(({ step, gap, lots }) => [step, gap, ...lots].join(' '));

const make = async (values: Record<string, string> = head, key?: string) =>
  program.send<{ number: string; code?: string; field?: string }>('POST', '/api/v1/drafts', { values }, key);

async function save(step: string, values: Record<string, string>, version?: number) {
  const seen = version ?? (await read()).steps.find((each) => each.step === step)?.version ?? 0;
  return program.send<Draft & { code?: string; field?: string; values: object; version: number }>(
    'PUT',
    `${at()}/steps/${step}`,
    {
      version: seen,
      values,
    },
  );
}
const both = (name: string) => ({ [`${name}-kk`]: 'мәтін', [`${name}-ru`]: 'текст' });

/** Every step by the API alone; documents are left. */
async function fillIn(): Promise<void> {
  const item = await office.planned();
  await program.send('POST', `${at()}/lots`, { add: [item] });
  const texts = { ...both('subject'), ...both('region'), ...both('paymentTerms'), ...both('term'), ...both('basis') };
  const creatorId = townsperson('creator').userId;
  for (const [step, values] of [
    ['delivery', { 'incoterms-1': 'DDP', 'place-1-ru': 'г. Астана', 'place-1-kk': 'Астана қ.' }],
    ['specification-1', both('characteristics')],
    ['contract', { ...texts, kind: 'goods', expenditureCode: '149', [`signatory-${C1}`]: creatorId }],
    ['people', { organizerRepresentative: townsperson('colleague').userId, [`representative-${C1}`]: creatorId }],
    ['dates', { ...typed('opensAt', '23', '11', '09:00'), ...typed('closesAt', '1', '12', '18:00') }],
  ] as const) {
    const saved = await save(step, values);
    if (saved.status !== 200) throw new Error(`${step}: ${JSON.stringify(saved.body)}`);
  }
}

/** The author approves and signs in the wizard. */
async function signAll(): Promise<void> {
  const wizard = wizardAt(office, creator, number);
  for (const paper of ['specification-1', `contract-${C1}`]) await wizard.sign(await wizard.approved(paper));
}

beforeAll(async () => {
  office = await aDraftOffice('2026-11-20T10:00');
  await office.db.pool.query(
    `insert into app_user (id, login, password_hash, iin, name_kk, name_ru, position_kk, position_ru, organization_bin, roles, email, phone)
     select $1, 'stranger', password_hash, '850101300018', 'Бөтен', 'Чужой', 'Маман', 'Специалист', $2, '{organizer}', 'stranger@town.example', '+7 700 000 00 00'
     from app_user where login = 'creator'`,
    [randomUUID(), organization('C3').bin],
  );
  creator = await office.person('creator', 'organizer');
  program = await programOf(creator);
}, 120_000);
afterAll(() => office.stop());
beforeEach(async () => {
  number = (await make()).body.number;
});

describe('making a draft (S1 §1.3.1.1)', () => {
  test('is done once under its key, and the draft is the one of the wizard', async () => {
    const key = randomUUID();
    const [made, again] = [await make(head, key), await make(head, key)];
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
      const answer = await make(values);
      expect([answer.status, answer.body]).toMatchObject([422, { code: 'bad-input', field }]);
    }
  });
});

describe('reading drafts', () => {
  test('an empty draft says everything that the wizard’s review finds missing', async () => {
    const draft = await read();
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
    await fillIn();
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
    expect(list.body).toEqual({ items: [] });
    const asked = async (of: string) =>
      Promise.all([
        stranger.ask(at(of)),
        stranger.ask(`${at(of)}/people`),
        stranger.send('PUT', `${at(of)}/steps/head`, { version: 1, values: head }),
        stranger.send('POST', `${at(of)}/lots`, { remove: ['1'] }),
        stranger.send('POST', `${at(of)}/publish`),
      ]).then((all) => all.map(({ status, body: { request: _request, ...body } }) => [status, body]));
    const [foreign, none] = [await asked(number), await asked('1999999-1')];
    expect(foreign).toEqual(none);
    expect(foreign.map(([status]) => status)).toEqual([404, 404, 404, 404, 404]);
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
    await fillIn();
    const draft = await read();
    expect(gaps(draft)).toEqual(['specification not-approved 1', 'contract not-approved']);
    expect(draft.window).toEqual({ opensAt: '2026-11-23T09:00:00.000+05:00', closesAt: '2026-12-01T18:00:00.000+05:00' });
    await signAll();
    const signed = await read();
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
    expect((await read()).steps[0]!.values['name-ru']).toBe('Другая бумага');
  });

  test('a step that the draft has not is not there; what would not be kept as it was sent is refused', async () => {
    expect((await save('specification-9', {}, 0)).status).toBe(404);
    expect((await save('lots', {}, 0)).status).toBe(404);
    const answer = await save('people', { organiserRepresentative: townsperson('colleague').userId });
    expect([answer.status, answer.body.field]).toEqual([422, 'values.organiserRepresentative']);
  });
});

describe('publication by a program (S1 §1.3.1.4)', () => {
  const publish = (by = program, key?: string) => by.send('POST', `${at()}/publish`, undefined, key);

  test('is refused while something is missing, and to whoever is not the author', async () => {
    const empty = await publish();
    expect([empty.status, empty.body]).toMatchObject([422, { code: 'no-lots', article: 'S1 §1.3.1.1' }]);
    const colleague = await programOf(await office.person('colleague', 'organizer'));
    const answer = await publish(colleague);
    expect([answer.status, answer.body]).toMatchObject([403, { code: 'not-your-role' }]);
  });

  test('is refused with a document that says something else than the draft, on the page as well', async () => {
    await fillIn();
    await signAll();
    await save('delivery', { 'incoterms-1': 'EXW', 'place-1-ru': 'г. Алматы', 'place-1-kk': 'Алматы қ.' });
    expect(gaps(await read())).toEqual(['specification outdated 1', 'contract outdated']);
    const answer = await publish();
    expect([answer.status, answer.body]).toMatchObject([
      422,
      { code: 'draft-not-ready', facts: { steps: 'specification, contract' } },
    ]);
    const page = await creator.post(`/drafts/${number}/publish`, { command: randomUUID() });
    expect(page.status).toBe(422);
    expect(page.text).toContain('есть незаконченные задачи');
  });

  test('is received once under its key; from then on nothing is saved', async () => {
    await fillIn();
    await signAll();
    const key = randomUUID();
    const [first, again] = [await publish(program, key), await publish(program, key)];
    for (const { status, headers, body } of [first, again])
      expect([status, headers.get('location'), body]).toEqual([
        202,
        `/api/v1/commands/${key}`,
        { commandId: key, state: 'waiting' },
      ]);
    const saved = await save('head', { ...head, 'name-ru': 'Другое' });
    expect([saved.status, saved.body]).toMatchObject([409, { code: 'being-published' }]);
    expect((await program.send('POST', `${at()}/lots`, { remove: ['1'] })).body).toMatchObject({ code: 'being-published' });
  }, 60_000);
});
