import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsHere } from './looking.ts';
import { comes, launch, type PageLanguage } from './visitor.ts';
import { kindsOf, pagesFrom } from './walk.ts';

/** Where each kind of person begins; the links lead to the rest. Else, what somebody before has met is not looked at again. */
const PEOPLE: { login?: string; starts: string[] }[] = [
  { starts: ['/lots', '/sign-in', '/verify'] },
  {
    login: 'organizer',
    starts: [
      ...['/my', ...procurements('1000005-1', '1000006-1', '1000002-1', '1000011-1'), '/drafts/1000010-1', '/drafts/1000009-1'],
      ...['publication', 'publish', 'papers/specification-1'].map((page) => `/drafts/1000009-1/${page}`),
    ],
  },
  { login: 'customer2', starts: ['/my', ...procurements('1000005-1')] },
  { login: 'supplier1', starts: ['/my', '/my/quotations', ...procurements('1000005-1', '1000008-1', '1000001-1', '1000011-1')] },
  { login: 'supplier2', starts: ['/my/quotations', '/procurements/1000005-1/quotation'] },
  { login: 'admin', starts: ['/my', ...procurements('1000005-1')] },
  { login: 'operator', starts: ['/my', '/operator', '/sandbox', '/calendar', ...procurements('1000005-1')] },
];

function procurements(...numbers: string[]): string[] {
  return numbers.map((number) => `/procurements/${number}`);
}

describe('every page', () => {
  let browser: Browser;
  const met = new Set<string>();
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test.each(PEOPLE)('that $login finds by links is accessible, narrow enough, and in one language', async ({ login, starts }) => {
    const walker = await comes(browser, { language: 'ru', login });
    const { pages, dead } = await pagesFrom(walker, starts, met);
    await walker.context.close();
    for (const kind of kindsOf(pages)) met.add(kind);
    const looked = await Promise.all((['ru', 'kk'] as const).map((language) => looks(language, login, pages)));
    expect([...dead, ...looked.flat()]).toEqual([]);
  });

  async function looks(language: PageLanguage, login: string | undefined, pages: string[]): Promise<string[]> {
    const visitor = await comes(browser, { language, login });
    const faults: string[] = [];
    for (const path of pages) {
      await visitor.open(path);
      faults.push(...(await faultsHere(visitor)));
    }
    await visitor.context.close();
    return [...faults, ...visitor.complaints];
  }
});
