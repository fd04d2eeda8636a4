import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { comes, launch } from './visitor.ts';
import {
  beginsDraft,
  givesDeliveryTerms,
  makesContract,
  makesSpecifications,
  namesRepresentatives,
  publishes,
  setsDates,
} from './wizard.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const ANNOUNCEMENTS = [
  {
    language: 'ru',
    name: { kk: 'Мерекелік іс-шара', ru: 'Праздничное мероприятие' },
    lots: ['Букет из живых цветов', 'Грамота с государственной символикой'],
  },
  {
    language: 'kk',
    name: { kk: 'Мәжіліс залының экраны', ru: 'Экран для зала заседаний' },
    lots: ['Моторлы проекциялық экран'],
  },
] as const;

test.each(ANNOUNCEMENTS)(
  'an announcement goes from the plan to publication, pages in $language',
  async ({ language, name, lots }) => {
    const organizer = await comes(browser, { language, login: 'organizer' });
    const number = await beginsDraft(organizer, { name, lots: [...lots] });
    await givesDeliveryTerms(organizer);
    await makesSpecifications(organizer, number, lots.length);
    await makesContract(organizer, number);
    await namesRepresentatives(organizer, number);
    await setsDates(organizer, number);
    await publishes(organizer, number, name[language]);
    expect(organizer.complaints).toEqual([]);
    await organizer.context.close();
  },
);
