import { describe, expect, test } from 'vitest';
import {
  changesBetween,
  documentFileName,
  documentId,
  documentInstant,
  documentNumber,
  twin,
  type DocumentPayload,
} from '../../domain/procurement/documents.ts';
import { payloadSha256, printDocument, renderAbridged, renderSheets } from '../../templates/documents/index.ts';
import { moneyInWords } from '../../templates/documents/money-in-words.ts';
import { DRAFT_ENTRIES, FAILURE_GROUNDS } from '../../templates/documents/texts/dictionaries.ts';
import {
  aCancelledPurchase,
  aContractDraft,
  aLotList,
  anExecution,
  aReceipt,
  aResultsProtocol,
  aSpecification,
  withDecision,
} from './documents-samples.ts';
import { admittedByHand, declinedOutright, leftUnanswered, statedBy } from '../support/single-source-protocol.ts';

const EVERY_DOCUMENT: [string, DocumentPayload][] = [
  ['results protocol', aResultsProtocol()],
  ['protocol of a cancelled purchase', aCancelledPurchase()],
  ['list of lots', aLotList()],
  ['technical specification', aSpecification()],
  ['draft contract', aContractDraft()],
  ['receipt', aReceipt()],
  ['single source, admitted by hand', statedBy(admittedByHand())],
  ['single source, declined', statedBy(declinedOutright())],
  ['single source, no answer', statedBy(leftUnanswered())],
];

const html = (payload: DocumentPayload): string => printDocument(payload).html;

/** Text of one language part as a reader sees it. */
function partOf(page: string, language: 'kk' | 'ru'): string {
  const parts = page.split(/<section (?:class="(?:part|sheet)" )?lang="/).slice(1);
  const own = parts.filter((part) => part.startsWith(language)).join(' ');
  const end = own.indexOf('<section class="closing">');
  return (end < 0 ? own : own.slice(0, end))
    .replace(/<svg.*?<\/svg>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/[^\S\u00A0]+/g, ' ');
}

/** Values of the fields with this label, in order. */
const valuesOf = (page: string, label: string): string[] =>
  [...page.matchAll(/<th scope="row">([^<]*)<\/th><td[^>]*>(.*?)<\/td>/gs)]
    .filter((row) => row[1] === label)
    .map((row) => row[2]!);

const numbersOf = (text: string): string[] => text.match(/\d+(?:[.,:\u00A0/-]\d+)*/g) ?? [];

describe('both languages', () => {
  test.each(EVERY_DOCUMENT)(
    'numbers, codes and dates of the kk part equal those of the ru part, in order (spec 17 §13.1): %s',
    (_, payload) => {
      const page = html(payload);
      const kk = numbersOf(partOf(page, 'kk'));
      expect(kk.length).toBeGreaterThan(8);
      expect(kk).toEqual(numbersOf(partOf(page, 'ru')));
    },
  );

  test('the sheets of a copy agree as well', () => {
    const page = renderSheets(
      aResultsProtocol(),
      anExecution({ name: 'original.pdf', sha256: 'aa'.repeat(32), bytes: 1, pages: 3 }),
    );
    expect(numbersOf(partOf(page, 'kk'))).toEqual(numbersOf(partOf(page, 'ru')));
    expect(valuesOf(page, 'Действительность документа')).toEqual(['Действительный']);
    expect(valuesOf(page, 'Құжаттың жарамдылығы')).toEqual(['Жарамды']);
  });

  test('the Kazakh part is complete before the Russian one begins (S1 §1.4.8)', () => {
    const page = html(aResultsProtocol());
    expect(page.indexOf('Аббревиатураларды таратып жазу')).toBeLessThan(page.indexOf('class="part" lang="ru"'));
  });

  test('a missing Kazakh text is printed in Russian and marked', () => {
    expect(partOf(html(aSpecification()), 'kk')).toContain('Разгрузка и подъём на 2 этаж (ru)');
  });

  test('money, quantities and instants are written as the specification says', () => {
    const text = partOf(html(aResultsProtocol()), 'ru');
    expect(text).toContain('448\u00A0800,00');
    expect(text).toContain('0,1');
    expect(text).toContain('06.06.2025 18:00:05 (UTC+05:00), по времени г. Астаны');
    expect(text).toContain('06.06.2025 17:59:59.999');
    expect(text).toContain('1234567-ЗЦП1');
  });
});

describe('blocks', () => {
  test('an empty block keeps its heading with жоқ / отсутствуют (spec 17 §1.2)', () => {
    const payload = withDecision({ outcome: 'failed', groundCode: 'none-submitted' });
    const page = html({ ...payload, lots: payload.lots.map((lot) => ({ ...lot, rejected: [], quotations: [] })) });
    expect(page).toContain('<h3>Ценовые предложения: отсутствуют</h3>');
    expect(page).toContain('<h3>Баға ұсыныстары: жоқ</h3>');
  });

  test('a purchase cancelled before the opening shows no supplier, price or count (spec 17 §13.5)', () => {
    const page = html({ ...aResultsProtocol(), form: 'cancelled', unreadable: [], lots: aCancelledPurchase().lots });
    for (const secret of ['140340990192', '448\u00A0800,00', 'Ценовые предложения', 'Автоматически отклоненные']) {
      expect(page).not.toContain(secret);
    }
  });

  test('a later version names what it replaces, why, by which act and what changed (spec 17 §1.4)', () => {
    const page = html(aCancelledPurchase());
    expect(valuesOf(page, 'Заменяет документ')).toEqual(['1234567-1/results/1']);
    expect(valuesOf(page, 'Причина новой версии')).toEqual(['отмена всех лотов']);
    expect(partOf(page, 'ru')).toContain('1 1 Решение Закупка состоялась Закупка отменена');
    expect(partOf(page, 'ru')).toContain('Постановление Орган прокуратуры Прокуратура города Қонаев Алматинской области');
  });

  test('what changed is found lot by lot', () => {
    const [paper, fuel] = aResultsProtocol().lots;
    const after = [{ ...paper!, decision: { outcome: 'cancelled' as const, act: { number: '1', date: '2025-06-09' } } }, fuel!];
    expect(changesBetween([paper!, fuel!], after).map(({ lot, field }) => `${lot} ${field}`)).toEqual([
      '1 outcome',
      '1 winner',
      '1 second-place',
      '1 contract-amount',
    ]);
    expect(changesBetween([paper!, fuel!], [paper!, fuel!])).toEqual([]);
  });

  test('a drafted contract leaves what the conclusion fills as a line', () => {
    expect(valuesOf(html(aContractDraft()), 'Дата договора')).toEqual(['____________________']);
  });
});

describe('safety and privacy', () => {
  test('markup in names and texts is printed, not run', () => {
    const page = html(aSpecification());
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(&quot;₸&quot;)&lt;/script&gt; &amp; прочее.');
    expect(html(aResultsProtocol())).toContain('&lt;b&gt;&amp;amp;&lt;/b&gt; Ко');
  });

  test('a value cannot leave the style sheet of the footer', () => {
    const address = 'https://zakup.example/"}</style><script>alert(1)</script>';
    const page = html({ ...aResultsProtocol(), verificationAddress: address });
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).not.toContain('<script>');
  });

  test('the public copy shows the last four digits of a natural person and says that it is abridged (spec 17 §1.3)', () => {
    const page = renderAbridged(aResultsProtocol());
    expect(page).toContain('********9644');
    expect(page).not.toContain('921003399644');
    expect(page).toContain('140340990192');
    expect(page).toContain('Копия с сокращением');
  });

  test('a receipt holds no price', () => {
    expect(partOf(html(aReceipt()), 'ru')).not.toMatch(/тенге|448|450/);
  });
});

describe('identity of a document', () => {
  test.each(EVERY_DOCUMENT)(
    'the same payload gives the same text, in whatever order its fields stand (spec 17 §13.8): %s',
    (_, payload) => {
      const turned = Object.fromEntries(Object.entries(structuredClone(payload)).reverse()) as DocumentPayload;
      expect(printDocument(turned)).toEqual(printDocument(payload));
    },
  );

  test('footer and last page carry the digest of the payload', () => {
    const { html: page, payloadSha256: digest } = printDocument(aResultsProtocol());
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(page).toContain(`"1234567-1/results/1 · v1 · " "бет " counter(page) " / " counter(pages)`);
    expect(page).toContain(`" · ${digest.slice(0, 16)}"`);
    expect(page).toContain(`<td class="digest">${digest}</td>`);
  });

  test('the digest depends on values, not on the order of fields', () => {
    const payload = aResultsProtocol();
    const turned = Object.fromEntries(Object.entries(payload).reverse()) as typeof payload;
    expect(payloadSha256(turned)).toBe(payloadSha256(payload));
    expect(payloadSha256({ ...payload, version: 2 })).not.toBe(payloadSha256(payload));
  });

  test('number, id, file name and instants have the forms of spec 17 §1.2', () => {
    expect(documentId('1234567-1', 'results', 2)).toBe('1234567-1/results/2');
    expect(documentId('1234567-1', 'specification', 1, '3')).toBe('1234567-1/specification-3/1');
    expect(documentNumber('1234567-1', 'ЗЦП')).toBe('1234567-ЗЦП1');
    expect(documentNumber('1234567-12', 'ЗЦП')).toBe('1234567-ЗЦП12');
    expect(documentFileName('1234567-1/results/2', 'pdf')).toBe('1234567-1_results_2.pdf');
    expect(documentInstant(Date.UTC(2025, 5, 6, 13, 0, 5, 120))).toBe('2025-06-06T18:00:05.120+05:00');
  });

  test('the twin is plain JSON with payload, digest, original and execution (spec 17 §10)', () => {
    const payload = aResultsProtocol();
    const original = { name: 'original.pdf', sha256: 'aa'.repeat(32), bytes: 10, pages: 3 };
    const made = twin(payload, payloadSha256(payload), anExecution(original));
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
    expect(Object.keys(made).sort()).toEqual(
      ['documentId', 'execution', 'original', 'payload', 'payloadSha256', 'schema', 'type'].sort(),
    );
    expect(made).toMatchObject({ schema: 'protocol/1', type: 'results', documentId: '1234567-1/results/1' });
    expect(made.original).toEqual({ sha256: 'aa'.repeat(32), bytes: 10, pages: 3 });
    expect(made.payload.lots[0]?.quotations[1]).toMatchObject({
      total: '448800.00',
      receivedAt: '2025-06-06T17:59:59.999+05:00',
    });
  });
});

describe('words', () => {
  test.each([
    [
      '484250.01',
      'четыреста восемьдесят четыре тысячи двести пятьдесят тенге 01 тиын',
      'төрт жүз сексен төрт мың екі жүз елу теңге 01 тиын',
    ],
    ['0.00', 'ноль тенге 00 тиын', 'нөл теңге 00 тиын'],
    ['1000000.50', 'один миллион тенге 50 тиын', 'бір миллион теңге 50 тиын'],
    ['2001012.00', 'два миллиона одна тысяча двенадцать тенге 00 тиын', 'екі миллион бір мың он екі теңге 00 тиын'],
    [
      '5111000000.00',
      'пять миллиардов сто одиннадцать миллионов тенге 00 тиын',
      'бес миллиард бір жүз он бір миллион теңге 00 тиын',
    ],
  ])('%s in words', (amount, ru, kk) => {
    expect(moneyInWords(amount, 'ru')).toBe(ru);
    expect(moneyInWords(amount, 'kk')).toBe(kk);
  });

  test('Kazakh grounds without a source are listed as drafts (spec 17 §12)', () => {
    expect([...DRAFT_ENTRIES.failureGrounds].sort()).toEqual([
      'none-admitted',
      'none-submitted',
      'one-admitted',
      'one-submitted',
      'supplier-declined',
      'supplier-rejected',
      'supplier-silent',
    ]);
    expect(Object.keys(FAILURE_GROUNDS).sort()).toEqual([...DRAFT_ENTRIES.failureGrounds].sort());
  });
});
