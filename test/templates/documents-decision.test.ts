import { describe, expect, test } from 'vitest';
import type { DocumentDecision, DocumentPayload } from '../../domain/procurement/documents.ts';
import { printDocument } from '../../templates/documents/index.ts';
import { school, withDecision } from './documents-samples.ts';

const html = (payload: DocumentPayload): string => printDocument(payload).html;

/** Values of the fields with this label, in order. */
const valuesOf = (page: string, label: string): string[] =>
  [...page.matchAll(/<th scope="row">([^<]*)<\/th><td[^>]*>(.*?)<\/td>/gs)]
    .filter((row) => row[1] === label)
    .map((row) => row[2]!);

describe('decision on a lot (block B12)', () => {
  const cases: [string, DocumentDecision, Record<string, string>][] = [
    [
      'held',
      {
        outcome: 'held',
        winner: { bin: '140340990192', name: { ru: 'ТОО «А»', kk: '«А» ЖШС' } },
        secondPlace: null,
        customer: school.bin,
        contractAmount: '448800.00',
        saving: { amount: '19200.00', percent: '4.1' },
      },
      {
        Итог: 'Закупка состоялась',
        Победитель: 'ТОО «А»<br>БИН (ИИН): 140340990192',
        'Занявший второе место': 'отсутствует',
        'Срок заключения договора': 'установленный законом',
        'Сумма договора, тенге': '448\u00A0800,00',
        'Экономия, тенге': '19\u00A0200,00',
        'Экономия, %': '4,1',
      },
    ],
    [
      'none submitted',
      { outcome: 'failed', groundCode: 'none-submitted' },
      {
        Итог: 'Закупка не состоялась',
        Основание: 'нет поданных заявок',
        'Что далее': 'повторная закупка или закупка из одного источника',
      },
    ],
    [
      'one submitted, single source announced (S1 §1.7.1)',
      { outcome: 'failed', groundCode: 'one-submitted', singleSource: { announcement: '1234568-1' } },
      { Основание: 'подана одна заявка', 'Объявление о закупке из одного источника': '№ 1234568-1' },
    ],
    [
      'one submitted, by a restricted supplier (S1 §1.7.1)',
      { outcome: 'failed', groundCode: 'one-submitted', singleSource: { none: 'restricted-supplier' } },
      { 'Объявление о закупке из одного источника': 'не создано<br>на поставщика распространяется ограничение на участие' },
    ],
    ['none admitted', { outcome: 'failed', groundCode: 'none-admitted' }, { Основание: 'нет допущенных заявок' }],
    ['one admitted', { outcome: 'failed', groundCode: 'one-admitted' }, { Основание: 'допущено менее двух заявок' }],
    [
      'cancelled',
      { outcome: 'cancelled', act: { number: '12-П', date: '2025-06-09' } },
      { Итог: 'Закупка отменена', Основание: 'Акт № 12-П, 09.06.2025' },
    ],
    [
      'refused',
      { outcome: 'refused', refusal: { text: 'сокращение бюджета', at: '2025-06-10T12:00:00.000+05:00' } },
      { Итог: 'Заказчик отказался от закупки', 'Указанная причина': 'сокращение бюджета', 'Дата отказа': '10.06.2025 12:00:00' },
    ],
  ];
  test.each(cases)('%s', (_, decision, fields) => {
    const page = html(withDecision(decision));
    for (const [label, value] of Object.entries(fields)) expect(valuesOf(page, label)).toEqual([value]);
  });

  test('only the wording of its own outcome is printed', () => {
    const page = html(withDecision({ outcome: 'failed', groundCode: 'none-submitted' }));
    expect(valuesOf(page, 'Победитель')).toEqual([]);
    expect(page).not.toContain('Закупка состоялась');
  });
});
