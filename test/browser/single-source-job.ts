import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { faultsHere } from './looking.ts';
import { shows } from './operator.ts';
import { comes, giveKey, type PageLanguage, readsPage, type Visitor } from './visitor.ts';
import { press } from './wizard.ts';

/** What people read and press in the whole job of a single source, as the pages say it. */
const WORDS = {
  ru: {
    price: 'Лот 1: ваша цена',
    documents: ['Техническая спецификация, лот 1', 'Соглашение об участии', 'Обоснование цены'],
    submit: 'Подписать и подать',
    task: 'Подать заявку',
    open: 'Вскрыть закупку',
    considering: 'Рассмотрение заявок',
    common: 'Общие документы по всем лотам',
    admitted: 'Допущен',
    save: 'Сохранить',
    saved: 'Решение сохранено',
    vote: 'Голосовать',
    voted: 'Голос принят',
    form: 'Сформировать протокол итогов',
    waits: 'Ожидает подписания',
    sign: 'Подписать',
    publish: 'Опубликовать протокол итогов',
    completed: 'Завершено',
    held: 'Закупка состоялась',
  },
  kk: {
    price: 'Лот 1: сіздің бағаңыз',
    documents: ['Техникалық ерекшелік, лот 1', 'Қатысу туралы келісім', 'Бағаның негіздемесі'],
    submit: 'Қол қойып беру',
    task: 'Өтінім беру',
    open: 'Сатып алуды ашу',
    considering: 'Өтінімдерді қарау',
    common: 'Барлық лоттар бойынша жалпы құжаттар',
    admitted: 'Жіберілді',
    save: 'Сақтау',
    saved: 'Шешім сақталды',
    vote: 'Дауыс беру',
    voted: 'Дауыс берілді',
    form: 'Қорытындылар хаттамасын қалыптастыру',
    waits: 'Қол қоюды күтуде',
    sign: 'Қол қою',
    publish: 'Қорытындылар хаттамасын жариялау',
    completed: 'Аяқталды',
    held: 'Сатып алу өткізілді',
  },
} as const;

const PDF = (name: string) => ({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7 ${name}`) });

export interface Job {
  language: PageLanguage;
  number: string;
  /** Login of the invited supplier. */
  supplier: string;
  /** As a person types it. */
  price: string;
  /** Login of the organizer's representative. */
  representative: string;
}

/** Application with its documents, from the cabinet. The receipt is open afterwards. */
async function applies(browser: Browser, { language, number, supplier, price }: Job): Promise<void> {
  const t = WORDS[language];
  const invited = await comes(browser, { language, login: supplier });
  const { page } = invited;
  await invited.open('/my');
  await page.getByRole('link', { name: new RegExp(`^${t.task}: № ${number}`) }).click();
  await page.getByLabel(t.price).fill(price);
  for (const document of t.documents) await page.locator(`input[data-label="${document}"]`).setInputFiles(PDF(document));
  expect(await faultsHere(invited)).toEqual([]);
  await giveKey(page, supplier);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: t.submit, exact: true }).click();
  expect((await downloading).suggestedFilename()).toContain(`offer-${number}-`);
  await page.waitForURL('**/application/receipt**');
  expect(await faultsHere(invited)).toEqual([]);
  await leaves(invited);
}

/** Opened by hand, considered, voted on; the representative works without script. */
async function decides(browser: Browser, { language, number, representative }: Job): Promise<void> {
  const t = WORDS[language];
  const creator = await comes(browser, { language, login: 'organizer' });
  await creator.open(`/procurements/${number}/actions/open-applications-by-hand`);
  await press(creator, t.open);
  expect(await shows(creator, number, t.considering)).toBe(true);
  await leaves(creator);

  const decider = await comes(browser, { language, login: representative, script: false });
  const { page } = decider;
  await decider.open(`/procurements/${number}/applications`);
  const files = page.locator('#documents a');
  expect(await files.count()).toBe(t.documents.length);
  const answer = await decider.context.request.get((await files.first().getAttribute('href')) ?? '');
  expect((await answer.body()).toString()).toBe(`%PDF-1.7 ${t.documents[0]}`);
  for (const section of [0, 1]) {
    await page
      .locator('form', { has: page.locator('[name=section]') })
      .nth(section)
      .getByLabel(t.admitted, { exact: true })
      .check();
    const left = page.waitForEvent('framenavigated');
    await page.getByRole('button', { name: t.save, exact: true }).nth(section).click();
    await left;
    expect(await readsPage(page)).toContain(t.saved);
  }
  await press(decider, t.vote);
  expect(await readsPage(page)).toContain(t.voted);
  await leaves(decider);
}

/** Protocol formed, signed over its bytes, published. */
async function results(browser: Browser, { language, number, representative }: Job): Promise<void> {
  const t = WORDS[language];
  const creator = await comes(browser, { language, login: 'organizer' });
  await creator.open(`/procurements/${number}/applications`);
  expect(await faultsHere(creator)).toEqual([]);
  await creator.open(`/procurements/${number}/actions/form-results-protocol`);
  await press(creator, t.form);

  const signer = await comes(browser, { language, login: representative });
  const { page } = signer;
  await expect
    .poll(
      async () => {
        await signer.open(`/procurements/${number}/results-protocol`);
        return readsPage(page);
      },
      { timeout: 60_000 },
    )
    .toContain(t.waits);
  expect(await faultsHere(signer)).toEqual([]);
  await giveKey(page, representative);
  await press(signer, t.sign);
  await page.locator('.govuk-panel__title').waitFor();
  await leaves(signer);

  await creator.open(`/procurements/${number}/actions/publish-results-protocol`);
  await press(creator, t.publish);
  expect(await shows(creator, number, t.completed)).toBe(true);
  await creator.open(`/procurements/${number}/protocols/results/1`);
  expect(await readsPage(creator.page)).toContain(t.held);
  expect(await faultsHere(creator)).toEqual([]);
  await leaves(creator);
}

async function leaves(visitor: Visitor): Promise<void> {
  expect(visitor.complaints).toEqual([]);
  await visitor.context.close();
}

/** The whole job of a single source that takes applications, to its published protocol (S1 §1.7.1–1.7.7). */
export async function singleSourceJob(browser: Browser, job: Job): Promise<void> {
  await applies(browser, job);
  await decides(browser, job);
  await results(browser, job);
}
