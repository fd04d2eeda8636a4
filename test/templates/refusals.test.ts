import { describe, expect, test } from 'vitest';
import { REFUSAL_CODES, refuse } from '../../domain/refusals.ts';
import { S1 } from '../../domain/regulation.ts';
import { REFUSALS, sentencesOf } from '../../templates/texts/refusals.ts';
import { REFUSAL_INPUTS } from '../../templates/texts/refusals/inputs.ts';
import { explainRefusal } from '../../templates/refusal-panel.ts';
import { LANGUAGES } from '../../templates/texts/texts.ts';

const at = (local: string) => Date.parse(`${local}+05:00`);

describe('a refusal says what happened, why, what to do now, by when', () => {
  test('the price above the lot, with its amounts and article', () => {
    const facts = { price: '9500000.00', amount: '980000.00', closesAt: at('2026-11-27T18:00:00') };
    expect(sentencesOf(refuse('price-above-lot', facts, { source: S1('1.3.2') }), 'ru')).toEqual({
      what: 'Цена больше суммы лота.',
      why: 'Цена: 9\u00A0500\u00A0000,00\u00A0₸. Сумма лота: 980\u00A0000,00\u00A0₸. Предложение выше суммы лота не принимается. (Руководство организатора, п. 1.3.2)',
      now: 'Укажите цену не выше суммы лота.',
      by: 'Последний срок: 27.11.2026 18:00.',
    });
  });

  test('a quotation that came late shows both instants to the millisecond', () => {
    const facts = { closesAt: at('2026-11-27T18:00:00'), receivedAt: at('2026-11-27T18:00:00.317') };
    expect(sentencesOf(refuse('window-closed', facts), 'kk').why).toBe(
      'Аяқталуы: 27.11.2026 18:00:00.000. Ұсыныс түскен уақыты: 27.11.2026 18:00:00.317.',
    );
  });

  test('a part whose values are not known is left out, the rest stands', () => {
    expect(sentencesOf(refuse('price-above-lot'), 'en')).toEqual({
      what: 'The price is above the amount of the lot.',
      why: '',
      now: 'Give a price not above the amount of the lot.',
      by: '',
    });
  });

  test('the roles that may act are named in words', () => {
    expect(sentencesOf(refuse('not-your-role', { who: 'creator organization-administrator' }), 'ru').why).toBe(
      'Могут: создатель объявления и администратор организации.',
    );
  });

  test('«Почему?»: what the rule was applied to, and where it stands', () => {
    const facts = { price: '9500000.00', amount: '980000.00' };
    expect(explainRefusal(refuse('price-above-lot', facts, { source: S1('1.3.2') }), 'ru')).toEqual([
      {
        summary: 'Почему?',
        of: 'Цена больше суммы лота.',
        rule: 'Цена: 9\u00A0500\u00A0000,00\u00A0₸. Сумма лота: 980\u00A0000,00\u00A0₸. Предложение выше суммы лота не принимается.',
        inputs: [
          { key: 'Предложенная цена', text: '9\u00A0500\u00A0000,00\u00A0₸' },
          { key: 'Сумма, выделенная для закупки', text: '980\u00A0000,00\u00A0₸' },
        ],
        steps: [],
        article: 'Основание: Руководство организатора, п. 1.3.2',
      },
    ]);
    expect(explainRefusal(refuse('bad-input'), 'ru')).toEqual([]);
  });

  test('every value that a sentence names has a label under «Почему?», and statuses and acts are said in words', () => {
    const named = Object.values(REFUSALS).flatMap((parts) =>
      Object.values(parts).flatMap(({ ru }) => [...ru.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)),
    );
    expect([...new Set(named)].filter((name) => !(name in REFUSAL_INPUTS))).toEqual([]);
    const { inputs } = explainRefusal(refuse('not-in-this-status', { action: 'cancel', status: 'completed' }), 'kk')[0]!;
    expect(inputs.map(({ text }) => text)).toEqual(['Аяқталды', 'Сатып алуды болдырмау']);
  });

  test('its values are not inflected: they stand after a colon, a dash or a word that asks for no ending', () => {
    const touched = LANGUAGES.flatMap((language) =>
      Object.values(REFUSALS).flatMap((parts) => Object.values(parts).map((words) => words[language])),
    ).filter((sentence) => /\}[-\p{L}]/u.test(sentence));
    expect(touched).toEqual([]);
  });

  test.each(REFUSAL_CODES)('%s: the first sentence is whole by itself, without blame and exclamation', (code) => {
    for (const language of LANGUAGES) {
      const { what } = sentencesOf(refuse(code), language);
      expect(what).toMatch(/^\p{Lu}.*\.$/u);
      expect(what).not.toMatch(/!|ошибка|к сожалению|қате орын|error|sorry/i);
    }
  });
});
