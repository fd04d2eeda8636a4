import { describe, expect, test } from 'vitest';
import { printDocument } from '../../../templates/documents/index.ts';
import { suppliers } from '../../support/builders.ts';
import { admittedByHand, declinedOutright, leftUnanswered, statedBy } from '../../support/single-source-protocol.ts';
import { offered, type SingleSource, twoLotsTaking } from '../../support/single-source.ts';

/** Text as a reader sees it: `…,00` groups are parted by U+00A0 in print, by a space here. */
const plain = (html: string): string =>
  html
    .replace(/<br>/g, ' | ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replace(/&nbsp;|\u00A0/g, ' ')
    .trim();

/** The part of the printed protocol in one language. */
function printed(procurement: SingleSource, language: 'kk' | 'ru') {
  const { html } = printDocument(statedBy(procurement));
  const from = html.indexOf(`<section class="part" lang="${language}">`);
  const end = html.indexOf('<section class="closing">');
  const part = html.slice(from, language === 'kk' ? html.indexOf('<section class="part" lang="ru">') : end);
  const rows = [...part.matchAll(/<th scope="row">([^<]*)<\/th><td[^>]*>(.*?)<\/td>/gs)];
  return {
    title: plain(/<h2>(.*?)<\/h2>/s.exec(part)![1]!),
    headings: [...part.matchAll(/<h[34]>(.*?)<\/h[34]>/gs)].map(([, text]) => plain(text!)),
    /** Every label and value of the fields, and every cell of the tables, in order. */
    words: [...part.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, text]) => plain(text!)),
    /** Values of the fields with this label, in order. */
    field: (label: string) => rows.filter((row) => row[1] === label).map((row) => plain(row[2]!)),
    /** The table under a heading: its columns, then its rows. */
    tables: (heading: string) =>
      [...part.matchAll(/<h[34]>([^<]*)<\/h[34]>\s*<table[^>]*>(.*?)<\/table>/gs)]
        .filter(([, text]) => plain(text!).startsWith(heading))
        .map(([, , table]) =>
          [...table!.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
            [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => plain(cell!)),
          ),
        ),
    text: plain(part),
  };
}

const REASON = 'мощность 4 кВт вместо 5 кВт';
/** Lot 1 rejected by its specification, lot 2 admitted; opened at the end of the window. */
const halfRejected = () =>
  twoLotsTaking()
    .opened(offered())
    .decided({
      restrictions: { verdict: 'admitted' },
      specifications: [
        { lot: '1', verdict: 'rejected', reason: REASON },
        { lot: '2', verdict: 'admitted' },
      ],
    });

describe('ПИ-ИОИ as printed (spec 17 §4)', () => {
  const admitted = printed(admittedByHand(), 'ru');

  test('title, number and header: the failed announcement, its method and ground (S1 §1.7.1)', () => {
    expect(admitted.title).toMatch(/^Протокол итогов, из одного источника/);
    expect(printed(admittedByHand(), 'kk').title).toMatch(/бір көзден алу қорытындылары туралы хаттама$/);
    const fields = {
      '№ документа': '1000008-ИОИ1',
      'Способ закупки': 'Из одного источника по несостоявшимся закупкам',
      'Тип закупки': 'ИОИ от ЗЦП',
      'Срок приема заявок': '12.02.2026 10:00:00 – 17.02.2026 10:00:00',
      'Количество лотов': '2',
      'Общая сумма, тенге': '1 500 000,00',
      '№ несостоявшейся закупки': '№ 1000007-1',
      'Способ несостоявшейся закупки': 'Запрос ценовых предложений',
      'Основание, по которому закупка не состоялась': 'подана одна заявка',
    };
    for (const [label, value] of Object.entries(fields)) expect([label, admitted.field(label)]).toEqual([label, [value]]);
  });

  test('every block has its heading, in both languages alike', () => {
    // In the order of spec 17 §4.
    expect(admitted.headings).toEqual([
      ...['Представители', 'Перечень закупаемых товаров, работ, услуг (1 500 000,00)', 'Вскрытие закупки', 'Цена'],
      expect.stringMatching(/^Решение представителя организатора \(.+, 23\.02\.2026 10:05:00\)$/),
      ...['Лот № 1', 'Решение', 'Лот № 2', 'Решение'],
    ]);
    const kazakh = printed(admittedByHand(), 'kk').headings;
    expect(kazakh).toHaveLength(admitted.headings.length);
    expect(kazakh.filter((heading) => admitted.headings.includes(heading))).toEqual(['Лот № 1', 'Лот № 2']);
  });

  test.each([admittedByHand, halfRejected, declinedOutright, leftUnanswered])(
    'nothing of it is left in the other language: alike are numbers, and what a person typed (§1.3)',
    (procurement) => {
      const [kk, ru] = [printed(procurement(), 'kk').words, printed(procurement(), 'ru').words];
      expect(kk).toHaveLength(ru.length);
      const alike = new Set(kk.filter((text, index) => text === ru[index] && /\p{L}/u.test(text)));
      const typed = [REASON, 'нет 2 позиций на складе'];
      expect([...alike].filter((text) => !typed.includes(text))).toEqual(['1000008-ИОИ1']);
    },
  );

  test('representatives with position and role; lots with what was set apart for them', () => {
    const [representatives] = admitted.tables('Представители');
    expect(representatives![0]).toEqual(['№', 'Ф.И.О.', 'Должность', 'Роль']);
    expect(representatives!.slice(1).map((row) => row[3])).toEqual([
      'Представитель организатора',
      ...['Представитель заказчика', 'Представитель заказчика'],
    ]);
    const [lots] = admitted.tables('Перечень');
    expect(lots!.map((row) => row.at(-1))).toEqual(['Сумма, выделенная для закупки, тенге', '1 000 000,00', '500 000,00']);
  });

  test('the invited supplier: name, number, address', () => {
    const { name, bin, address } = suppliers(1);
    expect(admitted.field('Приглашенный поставщик')).toEqual([`${name.ru} | БИН (ИИН): ${bin} | Адрес: ${address.ru}`]);
  });

  test('the price per lot: what was set apart, what is asked, when it came in, to the millisecond (§1.3)', () => {
    expect(admitted.tables('Цена')).toEqual([
      [
        ['№', '№ лота', 'Сумма, выделенная для закупки, тенге', 'Цена, тенге', 'Дата и время представления'],
        ['1', '1', '1 000 000,00', '940 000,00', '13.02.2026 11:30:00.000'],
        ['2', '2', '500 000,00', '475 000,00', '13.02.2026 11:30:00.000'],
      ],
    ]);
  });

  test.each([
    ['вручную', admittedByHand, ['13.02.2026 15:00:05'], ['Муканова Бибигуль Оразкызы']],
    ['автоматически по сроку', halfRejected, ['17.02.2026 10:00:05'], []],
    ['автоматически в связи с отказом поставщика', declinedOutright, ['13.02.2026 12:00:00'], ['Есенгулов Арман Талгатулы']],
    ['автоматически: нет ответа поставщика в срок', leftUnanswered, ['17.02.2026 10:00:05'], []],
  ])('how it was opened, when, by whom: %s (S1 §1.7.3)', (how, procurement, at, by) => {
    const page = printed(procurement(), 'ru');
    expect([page.field('Порядок вскрытия'), page.field('Дата и время вскрытия'), page.field('Кем')]).toEqual([[how], at, by]);
  });

  test('the representative’s decision: restrictions for all lots, the specification lot by lot, the reason as typed (S1 §1.7.4)', () => {
    for (const language of ['kk', 'ru'] as const) {
      const heading = { kk: 'Ұйымдастырушы өкілінің шешімі', ru: 'Решение представителя организатора' }[language];
      const [review] = printed(halfRejected(), language).tables(heading);
      expect(review!.map((row) => row.slice(2))).toEqual(
        {
          kk: [
            ['Лоттар', 'Шешім', 'Себебі'],
            ['барлығы', 'Жіберілді', '–'],
            ['1', 'Қабылданбады', REASON],
            ['2', 'Жіберілді', '–'],
          ],
          ru: [
            ['Лоты', 'Решение', 'Причина'],
            ['все', 'Допущен', '–'],
            ['1', 'Отклонен', REASON],
            ['2', 'Допущен', '–'],
          ],
        }[language],
      );
    }
  });

  test('where nobody had to decide, the heading of the decision stays and says that there is none (spec 17 §1.2)', () => {
    for (const procurement of [declinedOutright(), leftUnanswered()]) {
      expect(printed(procurement, 'ru').headings).toContain('Решение представителя организатора: отсутствуют');
      expect(printed(procurement, 'kk').headings).toContain('Ұйымдастырушы өкілінің шешімі: жоқ');
    }
  });

  test('an application that holds something else is said to, in words (spec 17 §10)', () => {
    const other = twoLotsTaking()
      .opened(offered({}, { unreadable: 'not-an-application' }))
      .decided({
        restrictions: { verdict: 'rejected', reason: REASON },
        specifications: [],
      });
    expect(printed(other, 'ru').tables('Заявка, которую не удалось открыть').flat(2)).toContain('внутри нет заявки');
    expect(printed(other, 'kk').tables('Ашылмаған өтінім').flat(2)).toContain('ішінде өтінім жоқ');
  });

  test('the result of each lot: a winner without a second place and the saving; otherwise the ground (S1 §1.7.7, spec 17 §5.1)', () => {
    expect(admitted.field('Итог')).toEqual(['Закупка состоялась', 'Закупка состоялась']);
    // 1 000 000 less 940 000 and 500 000 less 475 000: 6 and 5 per cent.
    expect(admitted.field('Сумма договора, тенге')).toEqual(['940 000,00', '475 000,00']);
    expect(admitted.field('Экономия, тенге')).toEqual(['60 000,00', '25 000,00']);
    expect(admitted.field('Экономия, %')).toEqual(['6,0', '5,0']);
    expect(admitted.field('Занявший второе место')).toEqual([]);
    const half = printed(halfRejected(), 'ru');
    expect(half.field('Итог')).toEqual(['Закупка не состоялась', 'Закупка состоялась']);
    expect(half.field('Основание')).toEqual(['заявка поставщика отклонена']);
  });

  test.each([
    ['declined', declinedOutright, 'поставщик отправил отказ от участия', ['нет 2 позиций на складе']],
    ['no answer', leftUnanswered, 'поставщик не подал заявку и не отправил отказ в срок', []],
  ])('%s: the block of the price stays, empty (§1.2), no winner, the ground for each lot', (_, procurement, ground, reason) => {
    const page = printed(procurement(), 'ru');
    expect(page.headings.filter((heading) => heading.startsWith('Цена'))).toEqual(['Цена: отсутствуют']);
    expect(printed(procurement(), 'kk').headings.filter((heading) => heading.startsWith('Баға'))).toEqual(['Баға: жоқ']);
    expect(page.field('Победитель')).toEqual([]);
    expect(page.field('Итог')).toEqual(['Закупка не состоялась', 'Закупка не состоялась']);
    expect(page.field('Основание')).toEqual([ground, ground]);
    expect(page.field('Указанная причина')).toEqual(reason);
    expect(page.text).not.toContain('Победитель');
  });

  test.each([admittedByHand, declinedOutright, leftUnanswered])(
    'the last page names the organizer’s representative as the one to sign, also of the automatic one (§2)',
    (procurement) => {
      const { html } = printDocument(statedBy(procurement()));
      expect(plain(html.slice(html.indexOf('class="closing"')))).toContain(
        'Представитель организатора: Ауезхан Максат Жомартулы',
      );
      expect(html).not.toContain('Не подписывается');
    },
  );
});
