import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDocument } from '../../db/documents.ts';
import { submitOffer } from '../../api/offers.ts';
import type { ProcurementFact } from '../../domain/procurement/facts.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { at } from '../support/draft-file.ts';
import { actor, organization, townsperson } from '../support/people.ts';
import { invitation } from './market-methods.ts';
import { aMarket, type Market } from './quotation-market.ts';
import { aPortalOver } from './quotation-portal.ts';
import type { Visitor } from './visitor.ts';

let market: Market;
let portal: Awaited<ReturnType<typeof aPortalOver>>;
let failed: ProcurementFile;
let number = 1000700;

beforeAll(async () => {
  market = await aMarket();
  portal = await aPortalOver(market);
  await market.setClock('2026-11-24T10:00');
  failed = await market.request('1000700-1');
}, 120_000);
afterAll(async () => {
  await portal.stop();
  await market.close();
});

/** Single source that invites supplier 1; its window is open. */
const invited = (changes: Partial<ProcurementFile> = {}): Promise<ProcurementFile> =>
  market.request(`${(number += 1)}-1`, {
    changes: { ...invitation(failed), ...changes },
  });

const SPECIFICATION = '6f7f8c0a-43c7-4b62-a80a-3c1c7a3f5a10';

/** Opened at the end: a price for each lot, one document that can be read and one that cannot. */
async function opened(): Promise<ProcurementFile> {
  const file = await invited();
  const sha256 = await portal.files.put(Buffer.from('%PDF-1.7 спецификация'));
  const document = { kind: 'technical-specification' as const, lot: '1', name: 'спецификация.pdf', sha256, size: 32 };
  await addDocument(market.db.pool, {
    ...{ id: SPECIFICATION, caseId: file.id, kind: document.kind, lot: '1', version: 1, name: document.name },
    ...{
      mediaType: 'application/pdf',
      sha256,
      bytes: 32,
      payload: null,
      payloadSha256: null,
      state: 'uploaded',
      createdBy: 'S1',
    },
  });
  const { bin, name } = organization('S1');
  const lost = {
    id: randomUUID(),
    kind: 'price-justification' as const,
    name: 'расчёт.pdf',
    sha256,
    size: 32,
    unreadable: 'missing',
  };
  const facts: ProcurementFact[] = [
    { type: 'ApplicationsClosed', at: at('2026-12-01T18:00'), by: null },
    {
      type: 'ApplicationOpened',
      at: at('2026-12-01T18:00'),
      how: 'deadline',
      application: {
        supplier: { bin, name },
        receivedAt: '2026-11-25T10:00:00.001+05:00',
        receipt: '7K2M-9QXD-01AF-CZ5T',
        prices: [
          { lot: '1', price: '940000.00' },
          { lot: '2', price: '500000.00' },
        ],
        documents: [{ id: SPECIFICATION, ...document }, lost],
      },
      restrictions: [],
    },
  ];
  return market.happen(file, ...facts);
}

const tokenOf = (text: string): string => /name="commandId" value="([^"]+)"/.exec(text)![1]!;
const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|\s/g, ' ')
    .replace(/ +/g, ' ');

describe('the page of the invited supplier (S1 §1.7.1–1.7.3)', () => {
  test('names the failed procurement, the documents required and the way to decline', async () => {
    const file = await invited();
    const { text } = await (await portal.person('supplier1')).get(`/procurements/${file.number}/application`);
    const page = textOf(text);
    expect(page).toContain('Приглашение Несостоявшаяся закупка № 1000700-1 Основание: подана одна заявка');
    expect(page).toContain('Техническая спецификация, Соглашение об участии и Обоснование цены');
    expect(page).not.toContain('субподрядчик');
    expect(text).toContain(`/procurements/${file.number}/actions/decline-participation`);
    const fields = [...text.matchAll(/data-document="([^"]+)"(?: data-lot="([^"]+)")?( data-required)?/g)];
    expect(fields.map(([, kind, lot, required]) => [kind, lot ?? null, required !== undefined])).toEqual([
      ['technical-specification', '1', true],
      ['technical-specification', '2', true],
      ['participation-agreement', null, true],
      ['price-justification', null, true],
    ]);
    expect(/<form data-offer[\s\S]*?<\/form>/.exec(text)![0]).not.toMatch(/ name="/);
  });

  test('works and services ask for the subcontractors besides, which may be none', async () => {
    const file = await invited({ subjectKind: 'services' });
    const { text } = await (await portal.person('supplier1')).get(`/procurements/${file.number}/application`);
    expect(/data-document="subcontractors"( data-required)?/.exec(text)![1]).toBeUndefined();
    expect(textOf(text)).toContain('Сведения о субподрядчиках');
  });

  test('nobody else may apply: another supplier is told so, and is shown no form', async () => {
    const file = await invited();
    const { text } = await (await portal.person('supplier2')).get(`/procurements/${file.number}/application`);
    expect(textOf(text)).toContain('недоступно в вашей роли');
    expect(text).not.toContain('data-offer');
    const sealed = await market.sealed(file, 'supplier2', [{ lot: '1', price: '900000.00' }]);
    const answer = await submitOffer(market.desk, { file, actor: actor('supplier2'), ...sealed, commandId: randomUUID() });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'not-your-role' } });
  });

  test('an application is received with a receipt, is listed as one’s own, and the cabinet no longer asks for it', async () => {
    const file = await invited();
    const supplier = await portal.person('supplier1');
    expect(textOf((await supplier.get('/my')).text)).toContain(`Подать заявку: № ${file.number}`);
    expect(await market.offer(file, 'supplier1', [{ lot: '1', price: '900000.00' }])).toMatchObject({ ok: true });
    const receipt = textOf((await supplier.get(`/procurements/${file.number}/application/receipt`)).text);
    expect(receipt).toContain('Квитанция о заявке');
    const mine = (await supplier.get('/my/quotations')).text;
    expect(mine).toContain(`/procurements/${file.number}/application/receipt`);
    expect(textOf((await supplier.get('/my')).text)).not.toContain(`№ ${file.number}`);
    expect(textOf((await supplier.get(`/procurements/${file.number}/application`)).text)).toContain('Заявка подана');
  });

  test.each(['kk', 'ru', 'en'])('speaks %s throughout', async (language) => {
    const file = await invited();
    const { text } = await (await portal.person('supplier1', language)).get(`/procurements/${file.number}/application`);
    const heading = { kk: 'Қатысуға өтінім', ru: 'Заявка на участие', en: 'Application' }[language]!;
    expect(text).toContain(`>${heading}<`);
    expect(text).toContain(`<html lang="${language}"`);
  });
});

describe('the head of a single source (S1 §1.7.1)', () => {
  test('says its type, the failed method, the invited supplier; the customer’s empty contact names the way to fill it', async () => {
    const file = await invited();
    const page = textOf((await (await portal.person('creator')).get(`/procurements/${file.number}`)).text);
    expect(page).toContain('Тип закупки ИОИ от ЗЦП');
    expect(page).toContain('Способ несостоявшейся закупки Запрос ценовых предложений');
    expect(page).toContain('Приглашенный поставщик ТОО «Өркен Кеңсе Жабдықтары»');
    expect(page).toContain('Не заполнено');
    expect(page).toContain('Изменить данные представителя');
    expect(page).toContain('Вскрыть закупку');
  });
});

describe('«Просмотреть заявки» and «Допуск поставщика по лотам» (S1 §1.7.4)', () => {
  let file: ProcurementFile;
  let creator: Visitor;
  beforeAll(async () => {
    file = await opened();
    creator = await portal.person('creator');
  });
  const page = () => `/procurements/${file.number}/applications`;

  test('prices beside the amounts, documents, one that could not be read', async () => {
    const text = textOf((await creator.get(page())).text);
    // 1 000 000 less 940 000 is 6 per cent.
    expect(text).toContain('1 000 000,00 940 000,00 6,0 %');
    expect(text).toContain('Техническая спецификация 1 спецификация.pdf');
    expect(text).toContain('файл не удалось прочитать (не поступил на портал)');
    expect(text).toContain('Общие документы по всем лотам');
    const document = await creator.get(`/files/${SPECIFICATION}`);
    expect([document.status, document.text]).toEqual([200, '%PDF-1.7 спецификация']);
  });

  test('before the opening there is no such page; visitors, suppliers and strangers never see it', async () => {
    const sealed = await invited();
    expect((await creator.get(`/procurements/${sealed.number}/applications`)).status).toBe(404);
    for (const key of ['supplier1', 'supplier2', 'operator']) {
      const other = await portal.person(key);
      expect((await other.get(page())).status).toBe(403);
      expect((await other.get(`/files/${SPECIFICATION}`)).status).toBe(404);
    }
    expect((await (await portal.person('customer')).get(page())).status).toBe(200);
  });

  test('a rejection needs its reason, a choice is asked for, and what was typed stays', async () => {
    const { text } = await creator.get(page());
    const fields = { commandId: tokenOf(text), section: 'specifications', 'lot-1': 'rejected', 'lot-1-reason': '' };
    const unchosen = await creator.post(`${page()}/save-consideration`, fields);
    expect(unchosen.status).toBe(422);
    expect(textOf(unchosen.text)).toContain('Выберите решение.');
    const answer = await creator.post(`${page()}/save-consideration`, { ...fields, 'lot-2': 'admitted' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#lot-1-reason"');
    expect(/<input[^>]*name="lot-1"[^>]*value="rejected"[^>]*>/.exec(answer.text)![0]).toContain('checked');
  });

  test('nobody but the organizer’s representative decides; a vote waits for every part', async () => {
    const { text } = await creator.get(page());
    const early = await creator.post(`${page()}/vote`, { commandId: tokenOf(text) });
    expect(early.status).toBe(422);
    const colleague = await portal.person('colleague');
    const seen = (await colleague.get(page())).text;
    expect(seen).not.toContain('save-consideration');
    const answer = await colleague.post(`${page()}/vote`, { commandId: randomUUID() });
    expect(answer.status).toBe(403);
  });
});

describe('the protocol before its publication (S1 §1.7.5–1.7.7)', () => {
  test('people of the organizer read it, the representative signs it, others find nothing', async () => {
    const file = await opened();
    const sha256 = await portal.files.put(Buffer.from('%PDF-1.7 протокол'));
    const documentId = randomUUID();
    await addDocument(market.db.pool, {
      ...{ id: documentId, caseId: file.id, kind: 'protocol', lot: null, version: 1, name: 'протокол.pdf' },
      ...{
        mediaType: 'application/pdf',
        sha256,
        bytes: 30,
        payload: null,
        payloadSha256: null,
        state: 'formed',
        createdBy: 'portal',
      },
    });
    const on = at('2026-12-02T10:00');
    const protocol = { type: 'results', version: 1 } as const;
    const due = { ...protocol, state: 'due', validity: 'valid', reason: 'results', dueAt: on } as const;
    await market.happen(
      file,
      { type: 'ProtocolDue', at: on, protocol: due },
      { type: 'ProtocolFormed', at: on, protocol, documentId, sha256, payloadSha256: sha256 },
    );
    const page = `/procurements/${file.number}/results-protocol`;
    const representative = await portal.person('creator');
    const { text } = await representative.get(page);
    expect(textOf(text)).toContain('Ожидает подписания');
    expect(text).toContain(`data-eds-bytes="${page}.pdf"`);
    expect((await representative.get(`${page}.pdf`)).text).toBe('%PDF-1.7 протокол');
    const colleague = await portal.person('colleague');
    expect((await colleague.get(page)).text).not.toContain('data-eds-bytes');
    for (const key of ['supplier1', 'customer', 'operator']) {
      expect((await (await portal.person(key)).get(`${page}.pdf`)).status).toBe(403);
    }
    expect((await (await portal.person('creator')).get(`/procurements/${failed.number}/results-protocol`)).status).toBe(404);
    expect(townsperson('creator').bin).toBe(organization('C1').bin);
  });
});
