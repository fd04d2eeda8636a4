import { expect, test } from 'vitest';
import { organization } from '../../support/people.ts';
import { urlencoded } from '../encoding.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Stand } from '../stand.ts';

const LINE = {
  ...{ method: 'price-quotations', subjectKind: 'works', unit: '5111', catalogueCode: '172314.500.000002' },
  ...{ 'name-kk': 'Шатыр', 'name-ru': 'Кровля', 'description-kk': 'Ғимарат', 'description-ru': 'Здание' },
  ...{ 'term-kk': '15 күн', 'term-ru': '15 дней', 'place-kk': 'Астана қ.', 'place-ru': 'г. Астана' },
  ...{ quantity: '2', unitPrice: '468000,00' },
};

const WRONG_PRICE = 'Укажите цену в тенге, например 1 950,00';
const WRONG_QUANTITY = 'Укажите количество числом больше нуля, например 240 или 0,5';
const REFUSED: [field: 'unitPrice' | 'quantity', typed: string, said: string][] = [
  ['unitPrice', '468000,001', WRONG_PRICE],
  ['unitPrice', '-1', WRONG_PRICE],
  ['unitPrice', '\u22121,00', WRONG_PRICE],
  ['unitPrice', 'NaN', WRONG_PRICE],
  ['unitPrice', 'Infinity', WRONG_PRICE],
  ['unitPrice', '1e40', WRONG_PRICE],
  ['unitPrice', `1${'0'.repeat(40)}`, WRONG_PRICE],
  ['unitPrice', '0x10', WRONG_PRICE],
  ['unitPrice', '٤٦٨', WRONG_PRICE],
  ['unitPrice', '1.234', 'Это число читается двояко'],
  ['unitPrice', '0', 'Сумма должна быть больше нуля'],
  ['unitPrice', '999999999999,99', 'Наибольшая сумма: 999 999 999 999,99'],
  ['quantity', '0', WRONG_QUANTITY],
  ['quantity', '-1', WRONG_QUANTITY],
  ['quantity', '1e3', WRONG_QUANTITY],
  ['quantity', 'NaN', WRONG_QUANTITY],
  ['quantity', '0,0000001', WRONG_QUANTITY],
  ['quantity', '1'.repeat(40), WRONG_QUANTITY],
  ['quantity', '999999999999', 'Наибольшая сумма: 999 999 999 999,99'],
];

/** Amounts come into a draft by the plan alone: a lot is made from its line, and no form of the wizard has a price (S1 §1.1, §1.3.1.1). */
export function planAmounts(stand: () => Stand): void {
  test.each(REFUSED)('%s %j is refused beside its field, and nothing is kept', async (field, typed, said) => {
    const { ground, as } = stand();
    const before = await fingerprint(ground);
    const fields = Object.entries({ ...LINE, customer: organization('C1').bin, [field]: typed });
    const { status, body } = await as('creator', { method: 'POST', path: '/my/plan', ...urlencoded(fields) });
    expect(status).toBe(422);
    expect(body).toContain(said);
    expect(await fingerprint(ground)).toEqual(before);
  });

  test('a price or quantity sent to the wizard changes nothing of a lot', async () => {
    const { ground, as } = stand();
    const { pool } = ground.town.db;
    const lots = async () =>
      (await pool.query<{ lots: unknown }>(`select file->'lots' as lots from procurement_case where number = $1`, [ground.draft]))
        .rows;
    const before = await lots();
    expect(JSON.stringify(before)).toContain('468000.00');
    for (const step of ['head', 'lots', 'contract', 'people', 'dates']) {
      const smuggled = {
        then: 'exit',
        seen: '0',
        amount: '1.00',
        unitPrice: '1',
        'unitPrice-1': '1',
        quantity: '9',
        'lots[0][amount]': '1',
      };
      const { status } = await as('creator', {
        ...{ method: 'POST', path: `/drafts/${ground.draft}/${step}` },
        ...urlencoded(Object.entries(smuggled)),
      });
      expect(status).toBeLessThan(500);
    }
    expect(await lots()).toEqual(before);
  });
}
