import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsBy, outcomeOf } from './acts.ts';
import { comes, launch, plain, readsPage, type Visitor } from './visitor.ts';
import { press } from './wizard.ts';

describe('without script', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  const comesAs = (login?: string): Promise<Visitor> => comes(browser, { language: 'ru', login, script: false });

  test('lots are searched, pages open, the language changes', async () => {
    const visitor = await comesAs();
    const { page } = visitor;
    await visitor.open('/lots');
    await page.getByLabel('Что ищете').fill('уничтожитель');
    await press(visitor, 'Найти');
    // The failed procurement and the single source that followed it.
    expect(plain(await page.getByRole('heading', { level: 2 }).first().innerText())).toBe('2 лота');
    await page
      .getByRole('listitem')
      .filter({ hasText: '1000003-1' })
      .getByRole('link', { name: 'Уничтожитель бумаги и дисков' })
      .click();
    expect(await readsPage(page)).toContain('435 000,00 ₸');
    await page.getByRole('link', { name: 'Протоколы' }).first().click();
    await page.getByRole('link', { name: 'Протокол итогов' }).click();
    expect(await readsPage(page)).toContain('Закупка не состоялась');
    await press(visitor, 'Қазақша');
    expect(await readsPage(page)).toContain('Сатып алу өткізілмеді');
    await visitor.open('/verify?id=1000003-1/results/1');
    expect(await readsPage(page)).toContain('Құжат порталда бар');
  });

  test('a lot is cancelled', async () => {
    const organizer = await comesAs('organizer');
    const { page } = organizer;
    await organizer.open('/procurements/1000008-1/actions/cancel');
    await page.getByRole('button', { name: 'Да', exact: true }).click();
    await page.getByRole('checkbox', { name: /^2\b|Лот 2/ }).check();
    await press(organizer, 'Провести отмену закупки по выбранным лотам');
    const act = { number: '2-05-26/77', kind: 'Представление', bodyKind: 'Орган прокуратуры', body: 'Прокуратура' } as const;
    await actsBy(organizer, act, 'Провести отмену');
    await outcomeOf(organizer, 'Отмена проведена');
    await organizer.open('/procurements/1000008-1/lots');
    expect(await readsPage(page)).toContain('Отменен');
    await organizer.open('/procurements/1000008-1/acts');
    expect(await readsPage(page)).toContain('№ 2-05-26/77');
  });

  test('a step of a draft is saved', async () => {
    const organizer = await comesAs('organizer');
    const { page } = organizer;
    await organizer.open('/drafts/1000010-1/head');
    await page.getByLabel('Наименование объявления (закупки) на русском').fill('Инвентарь для двора архива');
    await press(organizer, 'Сохранить и выйти');
    expect(await readsPage(page)).toContain('Инвентарь для двора архива');
  });

  test('pages that sign say that signing needs script', async () => {
    const supplier = await comesAs('supplier1');
    for (const path of ['/procurements/1000005-1/quotation', '/eds']) {
      await supplier.open(path);
      expect(await readsPage(supplier.page)).toContain('JavaScript');
    }
    await supplier.open('/procurements/1000005-1/quotation');
    expect(await supplier.page.getByRole('button', { name: 'Подписать и подать' }).isVisible()).toBe(false);
  });
});
