import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { NARROW, type PageLanguage, type Visitor, WIDE } from './visitor.ts';

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Interface words of the other language that no page may say; what is stored (names, documents) is in the language it was given in. */
const FOREIGN_WORDS: Record<PageLanguage, string[]> = {
  kk: [
    ...['Сохранить', 'Войти', 'Выйти', 'Найти', 'Применить', 'Удалить', 'Изменить', 'Отменить', 'Подписать', 'Опубликовать'],
    ...['Добавить', 'Открыть', 'Подать', 'Отозвать', 'Проверить', 'Скачать', 'Показать', 'Сегодня', 'сегодня', 'осталось'],
    ...['Объявления', 'Закупка', 'Поставщик', 'Заказчик', 'Организатор', 'Срок', 'Сумма', 'Дата', 'Номер', 'не указано'],
    ...['Протокол', 'Приём', 'Опубликовано', 'Завершено', 'Отменено', 'Приостановлен', 'Победитель', 'Допущен'],
    ...['Мой кабинет', 'Уведомления', 'Помощь', 'Рабочий календарь', 'время Астаны', 'Почему', 'Состояние', 'рабочих дней'],
  ],
  ru: [
    ...['Сақтау', 'Кіру', 'Шығу', 'Табу', 'Қолдану', 'Жою', 'Өзгерту', 'Болдырмау', 'Қол қою', 'Жариялау', 'Қосу', 'Ашу'],
    ...['Хабарландырулар', 'Сатып алу', 'Өнім беруші', 'Тапсырыс беруші', 'Ұйымдастырушы', 'Мерзім', 'Сомасы', 'Күні'],
    ...['Хаттама', 'Қабылдау', 'Жарияланды', 'Аяқталды', 'Болдырылмады', 'Тоқтатыла тұрды', 'Жеңімпаз', 'көрсетілмеген'],
    ...['Менің кабинетім', 'Хабарламалар', 'Көмек', 'Жұмыс күнтізбесі', 'Астана уақыты', 'Неге', 'Күйі', 'жұмыс күні'],
  ],
};

/** What is wrong with the page as it stands: accessibility at both widths, sideways scrolling, language, foreign words. Leaves it wide. */
export async function faultsHere({ page, language }: Visitor): Promise<string[]> {
  const path = new URL(page.url()).pathname;
  const at = (width: number) => (fault: string) => `${language} ${path} at ${width}: ${fault}`;
  await page.setViewportSize(WIDE);
  const wide = await violations(page, language === 'ru');
  await page.setViewportSize(NARROW);
  const narrow = await page.evaluate<Violation[]>(AGAIN);
  const faults = [...wide.map(worded).map(at(WIDE.width)), ...narrow.map(worded).map(at(NARROW.width))];
  const { beyond, lang, text } = await page.evaluate<{ beyond: number; lang: string; text: string }>(READ);
  await page.setViewportSize(WIDE);
  if (beyond > 0) faults.push(at(NARROW.width)(`${beyond} px too wide`));
  if (lang !== language) faults.push(`${language} ${path} says it is ${lang}`);
  for (const word of FOREIGN_WORDS[language]) {
    const found = new RegExp(`(?<!\\p{L})${word}(?!\\p{L}).{0,40}`, 'u').exec(text);
    if (found) faults.push(`${language} ${path} says «${found[0]}»`);
  }
  return faults;
}

interface Violation {
  id: string;
  nodes: { html: string }[];
}

const worded = ({ id, nodes }: Violation): string =>
  `${id} ${nodes
    .slice(0, 3)
    .map((node) => node.html.slice(0, 200))
    .join(' | ')}`;

/** Contrast is by far the slowest rule, and colours depend neither on the language nor on the width: once is enough. */
async function violations(page: Page, contrast: boolean): Promise<Violation[]> {
  // There are no frames: the older way does not open a second page for the result.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(LEVELS)
    .setLegacyMode(true);
  const { violations: found } = await (contrast ? axe : axe.disableRules('color-contrast')).analyze();
  return found;
}

/** Runs in the page, which has axe by then: the same at another width. */
const AGAIN = `axe.run(document, ${JSON.stringify({
  runOnly: { type: 'tag', values: LEVELS },
  rules: { 'color-contrast': { enabled: false } },
  resultTypes: ['violations'],
})}).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`;

/** Runs in the page. What is marked as being in another language is left out. */
const READ = `(() => {
  const root = document.documentElement;
  const foreign = [...document.body.querySelectorAll('[lang]')].filter((element) => element.lang !== root.lang && !element.matches('input, textarea'));
  for (const element of foreign) element.hidden = true;
  const text = document.title + '\\n' + document.body.innerText;
  for (const element of foreign) element.hidden = false;
  return { beyond: root.scrollWidth - root.clientWidth, lang: root.lang, text };
})()`;
