import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Derivations } from '../../domain/derivation.ts';
import { aDraftFile, aLot } from '../support/draft-file.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { inTown } from '../support/town.ts';
import { actForm, sendFiles, signedIn } from './board.ts';
import { portalOver } from './town-portal.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
}, 120_000);
afterAll(() => room.close());

const window = { opensAt: '2026-11-16T09:00', closesAt: '2026-11-24T18:00' };
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll(/\u00a0|\u202f/g, ' ')
    .replace(/\s+/g, ' ');

/** What each «Почему?» of a page says when it is opened. */
const explained = (html: string): string[] =>
  [...html.matchAll(/<details class="govuk-details app-explained">([\s\S]*?)<\/details>/g)].map(([, text]) =>
    words(text!).trim(),
  );

test('«Почему?» at every date, amount, status, refusal and winner, and the same for machines', async () => {
  await inTown(room, { today: '2026-11-13T10:00' }, async (town) => {
    const portal = await portalOver(town);
    try {
      const request = await town.publish(
        aDraftFile({ window, lots: [aLot(1, { amount: '1000000.00' }), aLot(2, { amount: '500000.00' })] }),
      );
      const visitor = portal.visitor();
      const at = `/procurements/${request.number}`;
      const why = async (query = '') => {
        const answer = await fetch(`${portal.baseUrl}/api/v1${at}/why${query}`);
        const body = (await answer.json()) as { derivations: Derivations };
        return { status: answer.status, derivations: body.derivations };
      };

      // 17 to 20 and 23 November are five full working days after Monday the 16th; 21 and 22 are a weekend.
      const overview = explained((await visitor.get(at)).text).join('\n');
      expect(overview).toContain('Статус Статус изменился вследствие этого действия. Действие Объявление опубликовано');
      expect(overview).toContain('Количество лотов 2 Общая сумма 1 500 000,00 ₸');
      expect(overview).toContain('21.11.2026: не считается, выходной');
      expect(overview).toContain('23.11.2026: рабочий день, по счёту 5');
      expect(overview).toContain('Основание: Руководство организатора, п. 1.3.1.4; Решение портала № 0005');

      // In lists: a link at the status and at the instant, to a page that explains it in each language.
      const linked = (html: string) =>
        [...html.matchAll(/<a class="govuk-link app-why" href="([^"]+)"/g)].map(([, href]) => href!);
      const inList = async (reader: typeof visitor, page: string) => linked((await reader.get(page)).text);
      const ofLine = [`${at}/why/status`, `${at}/why/quotations-start`];
      expect(await inList(visitor, '/announcements')).toEqual(ofLine);
      expect(await inList(visitor, '/lots')).toEqual([...ofLine, ...ofLine]);
      const buyer = await signedIn(portal.visitor(), 'creator');
      expect(await inList(buyer, '/my/announcements')).toEqual(ofLine);
      expect(await inList(buyer, '/my')).toEqual([`${at}/why/quotations-start`]);
      const said = {
        kk: 'Мәртебе осы әрекеттен кейін өзгерді',
        ru: 'Статус изменился вследствие этого действия',
        en: 'The status followed from this act',
      };
      for (const [language, rule] of Object.entries(said)) {
        const page = await portal.visitor().get(`${at}/why/status`, { 'accept-language': language });
        expect([page.status, words(page.text).includes(rule), page.text.includes(`<html lang="${language}"`)]).toEqual([
          200,
          true,
          true,
        ]);
      }
      expect(words((await visitor.get(`${at}/why/publishedAt`)).text)).toContain('п. 1.3.1.4; Решение портала № 0005');
      expect((await visitor.get(`${at}/why/total`)).status).toBe(404);

      await town.goTo('2026-11-17T12:00');
      await request.offer('supplier1', { '1': '900000.00', '2': '450000.00' });
      await request.offer('supplier2', { '1': '900000.00' });
      await request.offer('supplier3', { '1': '1000000.01' });
      const seller = await signedIn(portal.visitor(), 'supplier1');
      expect(await inList(seller, '/my/quotations')).toEqual([`${at}/why/quotations-end`]);
      const before = await why();
      expect(Object.keys(before.derivations).filter((field) => /decision|price|rejected|quotations\//.test(field))).toEqual([]);

      // A refusal: what it was measured by, and where the rule stands (S1 §1.3.3).
      const creator = await signedIn(portal.visitor(), 'creator');
      const future = await sendFiles(
        portal.baseUrl,
        creator,
        `${at}/actions/suspend`,
        actForm(randomUUID(), { 'date-day': '30' }),
      );
      expect(future.status).toBe(422);

      await town.goTo('2026-11-26T09:00');
      const lot = explained((await visitor.get(`${at}/lots/1`)).text).join('\n');
      expect(lot).toContain('1-е место: ТОО «Өркен Кеңсе Жабдықтары», 900 000,00 ₸, поступило 17.11.2026');
      expect(lot).toContain('Первое и второе место различило: цены равны, время поступления.');
      expect(lot).toContain('Экономия 100 000,00 ₸ Экономия, % 10,0 %');
      expect(lot).toContain('Предложенная цена 1 000 000,01 ₸');
      const failed = explained((await visitor.get(`${at}/lots/2`)).text).join('\n');
      expect(failed).toContain('Поступило предложений 1 Из них допущено 1 Нужно не меньше 2');
      expect(failed).toContain('Подошло основание: подана одна заявка.');
      const protocol = explained((await visitor.get(`${at}/protocols/results/1`)).text).join('\n');
      expect(protocol).toContain('Первое и второе место различило: цены равны, время поступления.');
      expect(words((await visitor.get(`${at}/history`)).text)).toContain('Основание: Руководство организатора, п. 1.3.2');

      expect(await inList(visitor, '/lots?order=amount')).toEqual([
        ...['1', '2'].flatMap((lot) => [`${at}/lots/${lot}`, `${at}/why/publishedAt`]),
        // Lot 2 failed after one quotation: its single source takes applications.
        ...['status', 'applications-end'].map((key) => `/procurements/1000002-1/why/${key}`),
      ]);

      const after = await why();
      expect(after.derivations['lots/1/decision']).toMatchObject({ rule: 'lowest-price-wins', article: 'S1 §1.3.2' });
      expect(await why('?field=lots/2/decision')).toMatchObject({
        status: 200,
        derivations: { 'lots/2/decision': { rule: 'too-few-quotations', inputs: { ground: 'one-submitted', submitted: 1 } } },
      });
      expect((await why('?field=nothing')).status).toBe(404);

      // Of one's own quotation and receipt.
      const supplier = await signedIn(portal.visitor(), 'supplier3');
      expect(explained((await supplier.get('/my/quotations')).text).join('\n')).toContain('отклоняется автоматически');
      const receipt = explained((await supplier.get(`${at}/quotation/receipt`)).text).join('\n');
      expect(receipt).toContain('по правовым часам портала');
      expect(receipt).toContain('23.11.2026: рабочий день, по счёту 5');

      // Kazakh, the same places.
      const kazakh = await signedIn(portal.visitor(), 'supplier1');
      await town.db.pool.query(`update app_user set language = 'kk' where login = 'supplier1'`);
      const kk = explained((await (await signedIn(kazakh, 'supplier1')).get(`${at}/lots/1`)).text).join('\n');
      expect(kk).toContain('Неге?');
      expect(kk).not.toMatch(/Почему|Поступило|Основание/);
    } finally {
      await portal.stop();
    }
  });
}, 180_000);
