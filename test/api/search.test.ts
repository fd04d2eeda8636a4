import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stopLegalClock } from '../../db/clock.ts';
import { at } from '../support/draft-file.ts';
import { townsperson } from '../support/people.ts';
import { settle } from '../support/townsfolk.ts';
import { announce, lotNamed, started } from './board.ts';
import { aPortal, type Portal } from './portal.ts';

let portal: Portal;

/** Numbers of the announcements found, in the order of the page, and the heading. */
async function find(address: string, language = 'ru') {
  const { text: html, status } = await portal.visitor({ 'accept-language': language }).get(address);
  const text = html.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
  const found = [...text.matchAll(/id="found-(\d+-\d+)-([^"]*)"/g)].map(([, number, lot]) => (lot ? `${number}/${lot}` : number));
  return { status, text, found, heading: /id="results"[^>]*>([^<]+)</.exec(text)?.[1]?.replaceAll('\u00a0', ' ') };
}

beforeAll(async () => {
  portal = await aPortal();
  const { db } = portal;
  await settle(db.pool);
  await stopLegalClock(db.pool, at('2026-11-24T09:00'));
  await announce(db, { number: '1000001-1', draft: true, lots: [lotNamed(1, 'Тайные ноутбуки', 'Құпия ноутбуктер')] });
  await announce(db, {
    number: '1000002-1',
    name: { kk: 'Мектепке арналған техника', ru: 'Техника для школ' },
    publishedAt: '2026-11-18T10:00',
    lots: [
      lotNamed(1, 'Ноутбуки для школ Караганды', 'Қарағанды мектептеріне арналған ноутбуктер', '18400000.00'),
      lotNamed(2, 'Бумага 100% целлюлоза', '100% целлюлоза қағазы', '468000.00'),
    ],
    more: [started],
  });
  await announce(db, {
    number: '1000003-1',
    publishedAt: '2026-11-19T10:00',
    lots: [lotNamed(1, 'Ёлочные игрушки', 'Шырша ойыншықтары', '25500.50')],
    closesAt: '2026-12-03T18:00',
  });
});
afterAll(() => portal.stop());

describe('public search of lots (S1 §1.2)', () => {
  test('is open to everyone, names the number of hits in the heading and never shows a draft', async () => {
    const all = await find('/lots');
    expect(all.heading).toBe('3 лота');
    expect(all.found).toEqual(['1000003-1/1', '1000002-1/1', '1000002-1/2']);
    expect(all.text).not.toContain('Тайные');
    expect((await find('/lots?q=тайные')).found).toEqual([]);
  });

  test.each(['қарағанды', 'караганды', 'КАРАГАНДЫ', 'Kaрaгaнды'])('finds %s however it is typed', async (q) => {
    expect((await find(`/lots?q=${encodeURIComponent(q)}`)).found).toEqual(['1000002-1/1']);
  });

  test.each([
    ['№ 1000003', ['1000003-1/1']],
    ['1000003-1', ['1000003-1/1']],
    ['елочные', ['1000003-1/1']],
    ['школ ноутбук', ['1000002-1/1']],
    ['техника', ['1000002-1/1', '1000002-1/2']],
    ['100%', ['1000002-1/2']],
    ['архивтер', ['1000003-1/1', '1000002-1/1', '1000002-1/2']],
    [townsperson('creator').bin, ['1000003-1/1', '1000002-1/1', '1000002-1/2']],
  ])('finds by number, BIN, words of the lot, its customer and its announcement: %s', async (q, expected) => {
    expect((await find(`/lots?q=${encodeURIComponent(q)}`)).found).toEqual(expected);
  });

  test('narrows by status and amount, typed as people type it', async () => {
    expect((await find('/lots?status=taking-quotations')).found).toEqual(['1000002-1/1', '1000002-1/2']);
    expect((await find('/lots?status=published')).found).toEqual(['1000003-1/1']);
    expect((await find(`/lots?from=${encodeURIComponent('25 500,50')}&to=468000`)).found).toEqual(['1000003-1/1', '1000002-1/2']);
    expect((await find('/lots?from=25500.51&to=467999.99')).found).toEqual([]);
    expect((await find(`/lots?customer=${townsperson('customer').bin}`)).found).toEqual([]);
  });

  test('sorts by what ends first and by amount', async () => {
    expect((await find('/lots?order=ending')).found).toEqual(['1000003-1/1', '1000002-1/1', '1000002-1/2']);
    expect((await find('/lots?order=amount')).found).toEqual(['1000002-1/1', '1000002-1/2', '1000003-1/1']);
  });

  test('says what it left out instead of ignoring it', async () => {
    const { text, found } = await find('/lots?foo=1&status=nonsense&from=abc&customer=12');
    for (const said of ['не учтено: foo', 'не учтено: status=nonsense', 'не учтена: abc', 'не учтено: 12'])
      expect(text).toContain(said);
    expect(found).toHaveLength(3);
  });

  test('an empty result names the narrowest condition, offers to drop it and keeps what was typed', async () => {
    const { text, found } = await find(`/lots?q=${encodeURIComponent('ноутбук')}&status=cancelled`);
    expect(found).toEqual([]);
    expect(text).toContain('По запросу «ноутбук» ничего не нашлось.');
    expect(text).toContain('Без условия «Отменено» нашлось: 1.');
    expect(text).toMatch(/href="\/lots\?q=[^"&]+"[^>]*>Убрать условие/);
    expect(text).toContain('value="ноутбук"');
  });

  test('quotes cannot leave their place, patterns are taken literally', async () => {
    const { text, status } = await find(`/lots?q=${encodeURIComponent('"><script>%_\\')}`);
    expect(status).toBe(200);
    expect(text).not.toContain('"><script>%');
  });

  test('speaks Kazakh', async () => {
    const { heading, text } = await find('/lots', 'kk');
    expect(heading).toBe('3 лот');
    expect(text).toContain('Жарияланды (баға ұсыныстарын қабылдау)');
  });
});

describe('pages by key', () => {
  test('hold fifty lots each, neither missing nor repeating one, forth and back', async () => {
    const lots = Array.from({ length: 101 }, (_, i) => ({
      ...lotNamed(1, `Скрепка ${i + 1}`, `Қыстырғыш ${i + 1}`),
      number: String(i + 1),
    }));
    await announce(portal.db, { number: '1000004-1', publishedAt: '2026-11-20T10:00', lots });
    const next = (text: string) => /class="govuk-link govuk-pagination__link" href="([^"]+)" rel="next"/.exec(text)?.[1];
    const previous = (text: string) => /class="govuk-link govuk-pagination__link" href="([^"]+)" rel="prev"/.exec(text)?.[1];
    const first = await find(`/lots?q=${encodeURIComponent('скрепка')}`);
    expect(first.heading).toBe('101 лот');
    const second = await find(next(first.text)!);
    const third = await find(next(second.text)!);
    expect([first, second, third].map(({ found }) => found.length)).toEqual([50, 50, 1]);
    expect([...first.found, ...second.found, ...third.found]).toEqual(lots.map(({ number }) => `1000004-1/${number}`));
    expect(next(third.text)).toBeUndefined();
    expect(previous(first.text)).toBeUndefined();
    expect((await find(previous(third.text)!)).found).toEqual(second.found);
    expect((await find(previous(second.text)!)).found).toEqual(first.found);
  });
});

describe('public search of announcements', () => {
  test('finds by the announcement’s own name and by those of its lots', async () => {
    expect((await find('/announcements?q=мектепке')).found).toEqual(['1000002-1']);
    expect((await find('/announcements?q=целлюлоза')).found).toEqual(['1000002-1']);
    expect((await find('/announcements?status=published')).found).toEqual(['1000004-1', '1000003-1']);
    expect((await find('/announcements?q=тайные')).found).toEqual([]);
  });

  test('the first page leads to the search', async () => {
    expect((await portal.visitor().get('/')).location).toBe('/lots');
  });
});
