import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { type Act, actsBy, outcomeOf } from './acts.ts';
import { checkOf, headingsOf, protocolPdf } from './protocol.ts';
import { faultsHere } from './looking.ts';
import { type Job, singleSourceJob } from './single-source-job.ts';
import { goesOnUntil, shows } from './operator.ts';
import { handsIn, refusalOf, typesPrices } from './quoting.ts';
import { comes, giveKey, launch, readsPage, type Visitor } from './visitor.ts';
import {
  beginsDraft,
  givesDeliveryTerms,
  makesContract,
  makesSpecifications,
  namesRepresentatives,
  press,
  publishes,
  setsDates,
} from './wizard.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const numbers: Partial<Record<'ru' | 'kk', string>> = {};

const ANNOUNCEMENTS = [
  {
    language: 'ru',
    name: { kk: 'Мерекелік іс-шара', ru: 'Праздничное мероприятие' },
    lots: ['Букет из живых цветов', 'Грамота с государственной символикой'],
  },
  {
    language: 'kk',
    name: { kk: 'Мәжіліс залының экраны', ru: 'Экран для зала заседаний' },
    lots: ['Моторлы проекциялық экран'],
  },
] as const;

test.each(ANNOUNCEMENTS)(
  'an announcement goes from the plan to publication, pages in $language',
  async ({ language, name, lots }) => {
    const organizer = await comes(browser, { language, login: 'organizer' });
    const number = await beginsDraft(organizer, { name, lots: [...lots] });
    await givesDeliveryTerms(organizer);
    await makesSpecifications(organizer, number, lots.length);
    await makesContract(organizer, number);
    await namesRepresentatives(organizer, number);
    await setsDates(organizer, number);
    await publishes(organizer, number, name[language]);
    numbers[language] = number;
    expect(organizer.complaints).toEqual([]);
    await organizer.context.close();
  },
);

/** The announcement made in Russian: a bouquet for 222 000,00 and diplomas for 48 000,00. */
const theAnnouncement = (): string => {
  if (!numbers.ru) throw new Error('the announcement was not published');
  return numbers.ru;
};

const comesAs = (login: string): Promise<Visitor> => comes(browser, { language: 'ru', login });

const REFUSED_KEYS: [key: string, sentence: string][] = [
  ['organizer-expired', 'Срок сертификата истёк.'],
  ['organizer-revoked', 'Сертификат отозван.'],
  ['organizer-foreign', 'Сертификат выдан центром, который портал не признаёт.'],
  ['supplier2', 'Сертификат выдан другому человеку.'],
];

/** № 1000011-1 of the demo data invites supplier1; it lives until tomorrow, so that it comes before the clock moves. */
const INVITED: Job = {
  language: 'ru',
  number: '1000011-1',
  supplier: 'supplier1',
  price: '420 000,00',
  representative: 'organizer',
};

test('a single source, from the invitation to the published protocol, pages in ru', () => singleSourceJob(browser, INVITED));

test('the window opens at its time; a price above the lot and a key that is not mine are refused, each in its words', async () => {
  const number = theAnnouncement();
  const operator = await comesAs('operator');
  await goesOnUntil(operator, number, 'Опубликовано (прием ценовых предложений)');
  expect(operator.complaints).toEqual([]);

  const supplier = await comesAs('supplier1');
  const { page } = supplier;
  await typesPrices(supplier, number, { 1: '222 000,01', 2: '46 560,00' });
  await giveKey(page, 'supplier1');
  expect(await refusalOf(supplier, 'Подписать и подать')).toEqual([
    'Лот 1: Цена 222 000,01 ₸ больше суммы лота 222 000,00 ₸. Предложение выше суммы лота не принимается (Руководство организатора, п. 1.3.2). Укажите цену не выше суммы лота.',
  ]);
  expect(await page.getByLabel('Лот 1: ваша цена').getAttribute('aria-invalid')).toBe('true');
  expect(await faultsHere(supplier)).toEqual([]);
  await page.getByLabel('Лот 1: ваша цена').fill('213 120,00');
  await giveKey(page, 'supplier1', 'Qwerty13');
  expect(await refusalOf(supplier, 'Подписать и подать')).toEqual([
    'Пароль не подходит к этому ключу. Проверьте язык клавиатуры и Caps Lock.',
  ]);
  for (const [key, sentence] of REFUSED_KEYS) {
    await giveKey(page, key);
    const [said] = await refusalOf(supplier, 'Подписать и подать');
    expect(said).toContain(sentence);
  }
  await giveKey(page, 'supplier1');
  await page.getByRole('button', { name: 'Попробовать без отправки' }).click();
  await page.locator('[data-try-result]', { hasText: 'Ничего не отправлено' }).waitFor();
  await supplier.open('/my/quotations');
  expect(await readsPage(page)).not.toContain(number);
});

test('quotations are sealed and signed in one step, replaced, withdrawn', async () => {
  const number = theAnnouncement();
  const first = await comesAs('supplier1');
  await typesPrices(first, number, { 1: '213 120,00', 2: null });
  const { kept } = await handsIn(first, 'supplier1', 'Подписать и подать');
  expect(kept).toBe(`offer-${number}-140340990192.json`);

  const second = await comesAs('supplier2');
  await typesPrices(second, number, { 1: '199 800,00', 2: '47 000,00' });
  const before = await handsIn(second, 'supplier2', 'Подписать и подать');
  await typesPrices(second, number, { 1: '210 900,00', 2: null });
  const after = await handsIn(second, 'supplier2', 'Подписать и заменить');
  expect(after.receipt).not.toBe(before.receipt);
  expect(await readsPage(second.page)).toContain(before.receipt);

  // Alone for the other announcement: a single source follows it.
  await typesPrices(first, numbers.kk ?? '', { 1: '100 000,00' });
  await handsIn(first, 'supplier1', 'Подписать и подать');

  const third = await comesAs('supplier3');
  await typesPrices(third, number, { 1: '150 000,00', 2: '40 000,00' });
  await handsIn(third, 'supplier3', 'Подписать и подать');
  await third.open(`/procurements/${number}/quotation/withdraw`);
  await press(third, 'Отозвать предложение');
  expect(await readsPage(third.page)).toContain('Предложение отозвано');
  for (const each of [first, second, third]) {
    expect(each.complaints).toEqual([]);
    await each.context.close();
  }
});

const COURT: Act = { number: '7119-26-00-2/12', kind: 'Определение', bodyKind: 'Судебный орган', body: 'Суд города Астаны' };
const AUDIT: Act = { number: '03-2/91', kind: 'Уведомление', bodyKind: 'Орган гос. фин. контроля', body: 'Департамент аудита' };

test('a court suspends the procurement and lets it go on', async () => {
  const number = theAnnouncement();
  const organizer = await comesAs('organizer');
  await organizer.open(`/procurements/${number}/actions/suspend`);
  await actsBy(organizer, COURT, 'Приостановить закупку');
  await outcomeOf(organizer, 'Закупка успешно приостановлена');
  expect(await faultsHere(organizer)).toEqual([]);
  expect(await shows(organizer, number, 'Приостановлен')).toBe(true);
  await organizer.open(`/procurements/${number}/actions/resume`);
  await actsBy(organizer, { ...COURT, number: '7119-26-00-2/13' }, 'Возобновить закупку');
  await outcomeOf(organizer, 'Закупка возобновлена');
  expect(await faultsHere(organizer)).toEqual([]);
  expect(await shows(organizer, number, 'Опубликовано (прием ценовых предложений)')).toBe(true);
  expect(organizer.complaints).toEqual([]);
});

test('the portal opens the quotations at the end and publishes the protocol; its bytes are what the check says', async () => {
  const number = theAnnouncement();
  const operator = await comesAs('operator');
  await goesOnUntil(operator, number, 'Завершено');

  const visitor = await comes(browser, { language: 'ru' });
  await visitor.open(`/procurements/${number}/protocols/results/1`);
  const said = await readsPage(visitor.page);
  expect(said).toContain('Победитель: ТОО «Дала Шебер Жиһаз», 210 900,00 ₸');
  expect(said).toContain('Второй победитель: ТОО «Өркен Кеңсе Жабдықтары»');
  expect(said).toContain('Экономия 11 100,00 ₸ (5,0 %)');
  expect(said).toContain('Закупка не состоялась');
  expect(said).not.toContain('Сұңқар Принт');

  const pdf = await protocolPdf(visitor, number, 1);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(headingsOf(pdf)).toEqual(
    expect.arrayContaining([
      'Баға ұсыныстарын сұрату қорытындылары туралы хаттама',
      'Протокол итогов запроса ценовых предложений',
    ]),
  );
  expect(await checkOf(visitor, pdf)).toContain('Файл подлинный: байты совпадают с оригиналом.');
  const changed = Buffer.from(pdf);
  changed[changed.length >> 1]! ^= 1;
  expect(await checkOf(visitor, changed)).toContain('Документа с такими байтами на портале нет.');
});

test('a lot cancelled afterwards: version 2 of the protocol is valid, version 1 is not', async () => {
  const number = theAnnouncement();
  const organizer = await comesAs('organizer');
  const { page } = organizer;
  await organizer.open(`/procurements/${number}/actions/cancel`);
  await page.getByRole('button', { name: 'Да', exact: true }).click();
  await page.getByRole('checkbox', { name: /^2\b|Лот 2/ }).check();
  await press(organizer, 'Провести отмену закупки по выбранным лотам');
  await actsBy(organizer, AUDIT, 'Провести отмену');
  await outcomeOf(organizer, 'Отмена проведена');
  expect(await faultsHere(organizer)).toEqual([]);
  const visitor = await comes(browser, { language: 'ru' });
  await eventually('version 2 of the protocol', async () => {
    const answer = await visitor.page.goto(`/procurements/${number}/protocols/results/2`);
    return answer?.ok() ?? false;
  });
  expect(await visitor.page.locator('h1').innerText()).toContain('Действительный');
  const text = await readsPage(visitor.page);
  expect(text).toContain('Победитель: ТОО «Дала Шебер Жиһаз», 210 900,00 ₸');
  expect(text).toContain('Основание: Уведомление № 03-2/91');
  await visitor.open(`/procurements/${number}/protocols/results/1`);
  expect(await visitor.page.locator('h1').innerText()).toContain('Не действительный');
  expect(await checkOf(visitor, await protocolPdf(visitor, number, 1))).toContain('Не действительный');
});

test('one quotation only: the portal invites its supplier, and the whole job is done, pages in kk', async () => {
  const visitor = await comes(browser, { language: 'kk' });
  const failed = `/procurements/${numbers.kk}`;
  await visitor.open(failed);
  expect(await visitor.page.locator('h1 .govuk-tag').innerText()).toBe('Аяқталды');
  const row = visitor.page.locator('.govuk-summary-list__row', { hasText: 'Бір көзден сатып алу' });
  const number = (await row.getByRole('link').innerText()).replace('№ ', '');
  await visitor.open(`/procurements/${number}`);
  expect(await visitor.page.locator(`main a[href="${failed}"]`).count()).toBe(1);
  await singleSourceJob(browser, { ...INVITED, language: 'kk', number, price: '100 000,00' });
});
