import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { signDetached } from '../../trust/browser/sign.ts';
import { signingKeyOf } from '../support/signing-keys.ts';
import { aDraftProgram, both, type DraftProgram, gaps } from './draft-program.ts';
import { C1, head } from './draft-wizard.ts';

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
    await desk.fillIn();
    await desk.signAll();
    await save('delivery', { 'incoterms-1': 'EXW', 'place-1-ru': 'г. Алматы', 'place-1-kk': 'Алматы қ.' });
    expect(gaps(await desk.read())).toEqual(['specification outdated 1', 'contract outdated']);
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
    await desk.fillIn();
    await desk.signAll();
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
    expect((await program.send('DELETE', at())).body).toMatchObject({ code: 'being-published' });
  }, 60_000);
});

describe('documents by a program (S1 §1.3.1.2, §1.3.1.3)', () => {
  interface Paper {
    documents: { id: string; state: string; sha256: string | null }[];
  }
  const approve = (key: string, by = program) => by.send<Paper & { code?: string }>('POST', `${at()}/papers/${key}/approve`);
  const bytesOf = async (id: string) => {
    const answer = await fetch(`${office.baseUrl}${at()}/documents/${id}`, {
      headers: { authorization: `Bearer ${desk.token}` },
    });
    return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()), headers: answer.headers };
  };
  const sign = async (id: string, bytes: Uint8Array, key = 'creator') =>
    program.send<Paper & { code?: string }>('POST', `${at()}/documents/${id}/signature`, {
      signature: Buffer.from(await signDetached(bytes, await signingKeyOf(inject('keys'), key))).toString('base64'),
    });

  test('are approved, printed, read, signed by the author’s EDS alone, and taken back', async () => {
    expect((await approve(`contract-${C1}`)).status).toBe(404);
    await program.send('POST', `${at()}/lots`, { add: [await office.planned()] });
    const early = await approve('specification-1');
    expect([early.status, early.body]).toMatchObject([422, { code: 'document-not-ready' }]);
    await save('specification-1', both('characteristics'));
    const colleague = await programOf(await office.person('colleague', 'organizer'));
    expect((await approve('specification-1', colleague)).status).toBe(403);
    const [document] = (await approve('specification-1')).body.documents;
    expect(document).toMatchObject({ state: 'to-print', sha256: null });
    expect((await bytesOf(document!.id)).status).toBe(404);
    await office.print();
    const { status, bytes, headers } = await bytesOf(document!.id);
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    const wrong = await sign(document!.id, bytes, 'colleague');
    expect([wrong.status, wrong.body]).toMatchObject([403, { code: 'eds-wrong-person' }]);
    const altered = await sign(document!.id, Uint8Array.from([...bytes, 0]));
    expect(altered.body).toMatchObject({ code: 'eds-altered-bytes' });
    const signed = await sign(document!.id, bytes);
    expect([signed.status, signed.body.documents.map(({ state }) => state)]).toEqual([200, ['signed']]);
    const gone = await program.send<Paper>('DELETE', `${at()}/documents/${document!.id}`);
    expect([gone.status, gone.body.documents]).toEqual([200, []]);
    expect((await bytesOf(document!.id)).status).toBe(404);
  });

  test('of works and services are files; goods take none, and only what an announcement takes is taken', async () => {
    const file = (bytes: string, name: string) => {
      const form = new FormData();
      form.append('file', new Blob([bytes]), name);
      return form;
    };
    const attach = (of: string, form: FormData) =>
      program.ask<Paper & { code?: string }>(`${at(of)}/papers/specification-1/files`, { method: 'POST', body: form });
    const works = (await desk.make({ ...head, subjectKind: 'works' })).body.number;
    await program.send('POST', `${at(works)}/lots`, { add: [await office.planned({ subjectKind: 'works' })] });
    const kept = await attach(works, file('%PDF-1.7 specification', 'ТЗ.pdf'));
    expect([kept.status, kept.body.documents.map(({ state }) => state)]).toEqual([200, ['uploaded']]);
    expect((await attach(works, file('<html>', 'ТЗ.html'))).body).toMatchObject({ code: 'file-kind-not-accepted' });
    expect((await attach(works, new FormData())).body).toMatchObject({ code: 'bad-input', field: 'file' });
    await program.send('POST', `${at()}/lots`, { add: [await office.planned()] });
    expect((await attach(number, file('%PDF-1.7', 'ТЗ.pdf'))).status).toBe(404);
  });
});
