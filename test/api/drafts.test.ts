import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { townsperson } from '../support/people.ts';
import { aDraftOffice, type DraftOffice } from './draft-office.ts';
import { aWizard, C1, head, typed, type Wizard } from './draft-wizard.ts';
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

const planStatus = async (id: string) =>
  (await office.db.pool.query<{ status: string }>('select status from plan_item where id = $1', [id])).rows[0]?.status;

describe('a draft (S1 §1.3.1.1)', () => {
  test('is saved in status Проект once its head is filled in, and stands under Мои объявления', async () => {
    expect(wizard.number).toMatch(/^\d{7}-1$/);
    expect((await wizard.file())?.status).toBe('draft');
    const { text } = await creator.get('/my/announcements');
    expect(text).toContain(wizard.draft);
    expect(text).toContain('Проект');
  });

  test('a name in one language is not enough; what was typed stays', async () => {
    const answer = await creator.post('/drafts', { ...head, 'name-kk': '' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#name-kk"');
    expect(answer.text).toContain('value="Бумага"');
  });

  test('is nobody else’s: a supplier and another organization do not get it, nor do its files', async () => {
    const supplier = await office.person('supplier1');
    expect((await supplier.get(wizard.draft)).status).toBe(403);
    expect((await supplier.get(`/procurements/${wizard.number}`)).status).toBe(404);
  });

  test('a chosen plan item becomes Проект лота; removing the lot or deleting the draft frees it', async () => {
    const [first, second] = [await wizard.withLot(), await wizard.withLot()];
    expect([await planStatus(first), await planStatus(second)]).toEqual(['lot-draft', 'lot-draft']);
    await creator.post(`${wizard.draft}/lots`, { chosen: '1', then: 'remove' });
    expect(await planStatus(first)).toBe('planned');
    await creator.post(`${wizard.draft}/delete`, {});
    expect(await planStatus(second)).toBe('planned');
    expect((await creator.get(wizard.draft)).status).toBe(404);
  });

  test('of two drafts only one gets a plan item', async () => {
    const item = await wizard.withLot();
    const other = await aWizard(office, creator);
    await other.withLot(item);
    expect((await other.body()).lots).toEqual([]);
  });

  test('incomplete work is saved and the task list names what is missing', async () => {
    await wizard.withLot();
    await creator.post(`${wizard.draft}/delivery`, {
      seen: '0',
      'incoterms-1': 'DDP',
      'place-1-ru': 'г. Астана',
      'place-1-kk': '',
      then: 'exit',
    });
    expect((await wizard.body()).lots[0]?.delivery.incoterms).toBe('DDP');
    const { text } = await creator.get(wizard.draft);
    expect(text).toContain('Готово 2 из 7');
    expect(text).toContain('Укажите условия и место поставки на двух языках. Лоты: 1');
    expect(text).toContain('Пока нельзя');
  });

  test('a save over a colleague’s change shows both and loses neither', async () => {
    const colleague = await office.person('colleague', 'organizer');
    await wizard.withLot();
    const form = { seen: '0', 'incoterms-1': 'DDP', 'place-1-ru': 'г. Астана', 'place-1-kk': 'Астана қ.', then: 'continue' };
    await colleague.get(`${wizard.draft}/delivery`);
    expect((await colleague.post(`${wizard.draft}/delivery`, form)).status).toBe(303);
    const stale = await creator.post(`${wizard.draft}/delivery`, { ...form, 'incoterms-1': 'EXW' });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain(townsperson('colleague').name.ru);
    expect(stale.text).toMatch(/<td[^>]*>DDP\s*<\/td>\s*<td[^>]*>EXW\s*<\/td>/);
    expect((await wizard.body()).lots[0]?.delivery.incoterms).toBe('DDP');
    const mine = await creator.post(`${wizard.draft}/delivery`, { ...form, 'incoterms-1': 'EXW', seen: '1', then: 'mine' });
    expect(mine.status).toBe(303);
    expect((await wizard.body()).lots[0]?.delivery.incoterms).toBe('EXW');
  });

  test('a wrong date names rule and earliest date, and the button puts it', async () => {
    const window = typed('opensAt', '28', '11', '09:00');
    const closes = typed('closesAt', '30', '12', '18:00');
    const answer = await creator.post(`${wizard.draft}/dates`, { seen: '0', ...window, ...closes, then: 'continue' });
    expect(answer.location).toBe(`${wizard.draft}/dates?check=1`);
    const page = await creator.get(answer.location!);
    expect(page.text).toContain('Начало приёма приходится на нерабочий день.');
    const put = /name="set" value="opensAt&#x3D;(\d+)">Поставить 30.11.2026 09:00</.exec(page.text)![1]!;
    await creator.post(`${wizard.draft}/dates`, { seen: '1', ...window, ...closes, set: `opensAt=${put}` });
    expect((await wizard.body()).window.opens).toEqual({ day: '30', month: '11', year: '2026', time: '09:00' });
  });
});

describe('what need not be typed again', () => {
  test('the draft contract is filled in as in an earlier purchase, its own subject stays', async () => {
    await wizard.fillIn();
    const later = await aWizard(office, creator, { 'name-ru': 'Бумага на год' });
    const page = await creator.get(`${later.draft}/contract/copy`);
    expect(page.text).toContain(`value="${wizard.number}"`);
    await creator.post(`${later.draft}/contract/copy`, { from: wizard.number });
    const { contract } = await later.body();
    expect([contract.paymentTerms.ru, contract.expenditureCode, contract.subject.ru]).toEqual(['текст', '149', 'Бумага на год']);
  });

  test('representatives are found by IIN or name, the one chosen stays', async () => {
    await wizard.withLot();
    const { iin, name } = townsperson('colleague');
    const options = async (text: string) => (await creator.get(`${wizard.draft}/people?q=${encodeURIComponent(text)}`)).text;
    expect(await options(iin)).toContain(name.ru);
    expect(await options(name.ru.slice(0, 6).toUpperCase())).toContain(`>${name.ru} ·`);
    expect(await options('nobody')).not.toContain(`>${name.ru} ·`);
  });
});

describe('the plan and the cabinet', () => {
  test('a plan item is added with its amount and can be found', async () => {
    const both = (name: string, kk: string, ru: string) => ({ [`${name}-kk`]: kk, [`${name}-ru`]: ru });
    await creator.get('/my/plan/new');
    const answer = await creator.post('/my/plan', {
      ...{
        customer: C1,
        organizer: '',
        method: 'price-quotations',
        subjectKind: 'goods',
        unit: '796',
        catalogueCode: '329912.130.000000',
      },
      ...both('name', 'Шарикті қалам', 'Ручка шариковая'),
      ...both('description', 'көк', 'синяя'),
      ...both('term', '15 күн', '15 дней'),
      ...both('place', 'Астана', 'Астана'),
      ...{ quantity: '3 500', unitPrice: '85,00', kato: '', advance: '' },
    });
    expect(answer.location).toBe('/my/plan');
    expect((await creator.get('/my/plan?q=%D1%88%D0%B0%D1%80%D0%B8%D0%BA%D0%BE%D0%B2%D0%B0%D1%8F')).text).toContain(
      '297\u00A0500,00',
    );
    expect((await creator.get('/my/plan?q=nothing')).text).toContain('По этим условиям пунктов нет.');
  });

  test('the cabinet names the author’s drafts with what is missing', async () => {
    const { text } = await creator.get('/my');
    expect(text).toContain(`href="${wizard.draft}"`);
    expect(text).toContain('не хватает');
    expect((await (await office.person('supplier1')).get('/my')).text).not.toContain(wizard.number);
  });

  test.each(['/my', '/my/announcements', '/my/plan', '/my/plan/new', '/drafts/new'])(
    '%s opens in Kazakh and English',
    async (path) => {
      for (const language of ['kk', 'en']) {
        await creator.post('/language', { language, back: path });
        const page = await creator.get(path);
        expect([page.status, page.text.includes(`<html lang="${language}"`)]).toEqual([200, true]);
      }
      await creator.post('/language', { language: 'ru', back: path });
    },
  );
});
