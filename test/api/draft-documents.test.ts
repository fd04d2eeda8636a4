import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aDraftOffice, type DraftOffice } from './draft-office.ts';
import { aWizard, C1, head, type Wizard } from './draft-wizard.ts';
import type { Visitor } from './visitor.ts';

let office: DraftOffice;
let creator: Visitor;
let wizard: Wizard;

beforeAll(async () => {
  office = await aDraftOffice('2026-11-20T10:00');
  creator = await office.person('creator', 'organizer');
}, 60_000);
afterAll(() => office.stop());

beforeEach(async () => {
  wizard = await aWizard(office, creator);
});

describe('documents of a draft (S1 §1.3.1.2, §1.3.1.3)', () => {
  test('approved, printed, signed by the author; then read-only until it is deleted', async () => {
    await wizard.fillIn();
    const id = await wizard.approved('specification-1');
    expect((await wizard.documents())[0]).toMatchObject({ state: 'approved', mediaType: 'application/pdf' });
    expect((await wizard.sign(id)).status).toBe(303);
    expect((await wizard.documents())[0]?.state).toBe('signed');
    expect((await wizard.file())?.documents.map((each) => each.kind)).toEqual(['specification']);
    expect((await creator.get(`${wizard.draft}/specification/1`)).text).toContain('<fieldset class="govuk-fieldset" disabled>');
    await creator.post(`${wizard.draft}/specification/1`, { seen: '1', 'characteristics-kk': 'x', 'characteristics-ru': 'x' });
    expect((await wizard.body()).lots[0]?.specification.characteristics.ru).toBe('Плотность 80');
    await creator.post(`${wizard.draft}/documents/${id}/delete`, {});
    expect(await wizard.documents()).toEqual([]);
    expect((await wizard.file())?.documents).toEqual([]);
  });

  test.each([
    ['another person’s key', 'colleague', 403, 'Сертификат выдан другому человеку.'],
    ['an expired key', 'creator-expired', 422, 'ЭЦП'],
    ['a revoked key', 'creator-revoked', 422, 'ЭЦП'],
    ['a key of a foreign authority', 'creator-foreign', 422, 'ЭЦП'],
  ])('%s is refused with its own sentence and the document stays unsigned', async (_name, key, status, sentence) => {
    await wizard.fillIn();
    const id = await wizard.approved('specification-1');
    const answer = await wizard.sign(id, key);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('govuk-error-summary');
    expect(answer.text).toContain(sentence);
    expect((await wizard.documents())[0]?.state).toBe('approved');
  });

  test('a signature over other bytes is refused', async () => {
    await wizard.fillIn();
    const first = await wizard.approved('specification-1');
    const second = await wizard.approved(`contract-${C1}`);
    const signature = await office.signed(creator, second, 'creator');
    expect((await creator.post(`${wizard.draft}/documents/${first}/sign`, { signature })).status).toBe(422);
  });

  test('a colleague fills in, but does not approve or sign', async () => {
    await wizard.fillIn();
    const colleague = await office.person('colleague', 'organizer');
    await colleague.get(`${wizard.draft}`);
    expect((await colleague.post(`${wizard.draft}/papers/specification-1/approve`, {})).status).toBe(403);
  });

  test('«Далее» without a specification names the lots that lack it', async () => {
    await wizard.withLot();
    const list = await creator.get(`${wizard.draft}/specification`);
    expect(list.text).toContain(`href="${wizard.draft}/specification?check&#x3D;1"`);
    const checked = await creator.get(`${wizard.draft}/specification?check=1`);
    expect(checked.text).toContain('Заполните характеристики на двух языках. Лоты: 1');
  });

  test('pressing Утвердить twice makes one document', async () => {
    await wizard.fillIn();
    await creator.post(`${wizard.draft}/papers/specification-1/approve`, {});
    await creator.post(`${wizard.draft}/papers/specification-1/approve`, {});
    expect(await wizard.documents()).toHaveLength(1);
  });

  test('works and services take files; one of another kind does not spoil the rest', async () => {
    wizard = await aWizard(office, creator, { subjectKind: 'services' });
    await wizard.withLot(await office.planned({ subjectKind: 'services' }));
    const page = await creator.get(`${wizard.draft}/papers/specification-1`);
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)![1]!;
    const pdf = new TextEncoder().encode('%PDF-1.7\n…');
    const script = new TextEncoder().encode('<script>alert(1)</script>');
    const answer = await office.upload(creator, `${wizard.draft}/papers/specification-1/files`, token, [
      { name: 'Техникалық ерекшелік.pdf', bytes: pdf },
      { name: 'page.pdf', bytes: script },
    ]);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('page.pdf:');
    expect((await wizard.documents()).map(({ name, state }) => [name, state])).toEqual([
      ['Техникалық ерекшелік.pdf', 'uploaded'],
    ]);
    await creator.get(`${wizard.draft}`);
    await wizard.sign((await wizard.documents())[0]!.id);
    expect((await wizard.documents())[0]?.state).toBe('signed');
  });
});

describe('publication (S1 §1.3.1.4)', () => {
  test('a draft with gaps is shown but not published', async () => {
    await wizard.withLot();
    const preview = await creator.get(`${wizard.draft}/publication`);
    expect(preview.text).toContain('Опубликовать пока нельзя');
    expect((await creator.get(`${wizard.draft}/publish`)).location).toBe(`${wizard.draft}/publication`);
    const answer = await creator.post(`${wizard.draft}/publish`, { command: randomUUID() });
    expect(answer.status).toBe(422);
    expect((await wizard.file())?.status).toBe('draft');
  });

  test('the command is received with the file as it was shown; from then on nothing is edited', async () => {
    await wizard.fillIn();
    for (const paper of ['specification-1', `contract-${C1}`]) await wizard.sign(await wizard.approved(paper));
    expect((await creator.get(`${wizard.draft}`)).text).toContain('Готово 7 из 7');
    const page = await creator.get(`${wizard.draft}/publish`);
    expect(page.text).toContain('Опубликованное объявление не редактируется.');
    const command = /name="command" value="([^"]+)"/.exec(page.text)![1]!;
    const [answer, again] = await Promise.all([
      creator.post(`${wizard.draft}/publish`, { command }),
      creator.post(`${wizard.draft}/publish`, { command }),
    ]);
    expect([answer.location, again.location]).toEqual(Array(2).fill(`${wizard.draft}/publish/${command}`));
    expect((await creator.get(answer.location!)).status).toBe(202);
    const { rows } = await office.db.pool.query('select action from command where id = $1', [command]);
    expect(rows).toEqual([{ action: 'publish' }]);
    const file = (await wizard.file())!;
    expect([file.status, file.documents.length, file.window?.closesAt]).toEqual([
      'draft',
      2,
      Date.parse('2026-12-01T18:00:00+05:00'),
    ]);
    await creator.post(`${wizard.draft}/head`, { ...head, 'name-ru': 'Другое', seen: '1' });
    expect((await wizard.file())?.name.ru).toBe('Бумага');
    await creator.post(`${wizard.draft}/delete`, {});
    expect(await wizard.stored()).toBeDefined();
  });
});
