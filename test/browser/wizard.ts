import { expect } from 'vitest';
import { faultsHere } from './looking.ts';
import { giveKey, type Visitor } from './visitor.ts';
import { WIZARD_WORDS } from './wizard-words.ts';

/** What an organizer writes into a draft. */
export interface Wanted {
  name: { kk: string; ru: string };
  /** Names of plan items in the language of the pages. */
  lots: string[];
}

const wordsOf = ({ language }: Visitor) => WIZARD_WORDS[language];

/** Goes on to the next page by a button; the press is over when that page is there. */
export async function press({ page }: Visitor, name: string | RegExp): Promise<void> {
  const left = page.waitForEvent('framenavigated');
  await page.getByRole('button', { name, exact: true }).click();
  await left;
  await page.waitForLoadState();
}

const heading = ({ page }: Visitor): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();

/** Head and lots. Gives the number of the draft. */
export async function beginsDraft(visitor: Visitor, { name, lots }: Wanted): Promise<string> {
  const { page } = visitor;
  const t = wordsOf(visitor);
  await page.getByRole('link', { name: t.cabinet, exact: true }).click();
  await press(visitor, t.create);
  await page.getByRole('radio', { name: t.goods, exact: true }).check();
  await page.getByLabel(t.nameKk, { exact: true }).fill(name.kk);
  await page.getByLabel(t.nameRu, { exact: true }).fill(name.ru);
  await press(visitor, t.next);
  expect(await heading(visitor)).toContain(t.lots);
  for (const lot of lots) await page.getByRole('checkbox', { name: t.tick + lot, exact: true }).check();
  await press(visitor, t.addChosen);
  await press(visitor, t.goOn);
  return /drafts\/([\d-]+)/.exec(page.url())![1]!;
}

export async function givesDeliveryTerms(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const t = wordsOf(visitor);
  expect(await heading(visitor)).toContain(t.delivery);
  for (const choice of await page.getByLabel(t.incoterms, { exact: true }).all()) await choice.selectOption('DDP');
  await press(visitor, t.goOn);
}

/** Fills in, approves and signs the specification of every lot. */
export async function makesSpecifications(visitor: Visitor, number: string, lots: number): Promise<void> {
  const { page } = visitor;
  const t = wordsOf(visitor);
  for (let lot = 0; lot < lots; lot++) {
    await visitor.open(`/drafts/${number}/specification`);
    await page.getByRole('link', { name: t.fillIn, exact: true }).first().click();
    await page.getByLabel(t.characteristics + t.kk, { exact: true }).fill('Жаңа, бұрын пайдаланылмаған');
    await page.getByLabel(t.characteristics + t.ru, { exact: true }).fill('Новый, ранее не использовавшийся');
    await press(visitor, t.goOn);
    await approvesAndSigns(visitor, t.approveSpecification);
  }
}

/** Approves the paper of this page, waits until it is printed, signs it in the browser. */
export async function approvesAndSigns(visitor: Visitor, approve: string): Promise<void> {
  const { page } = visitor;
  const t = wordsOf(visitor);
  await press(visitor, approve);
  await page.getByLabel(t.keyPassword, { exact: true }).waitFor({ timeout: 60_000 });
  if (approve === t.approveContract) expect(await faultsHere(visitor)).toEqual([]);
  const pdf = await page.getByRole('link', { name: t.viewPdf }).getAttribute('href');
  const answer = await page.context().request.get(pdf!);
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await giveKey(page, 'organizer');
  await press(visitor, t.sign);
  await page.getByText(t.signed, { exact: true }).waitFor();
}

export async function makesContract(visitor: Visitor, number: string): Promise<void> {
  const { page } = visitor;
  const t = wordsOf(visitor);
  await visitor.open(`/drafts/${number}/contract`);
  const both: [string, string, string][] = [
    [t.region, 'Астана қаласы', 'город Астана'],
    [t.payment, 'Тауар қабылданғаннан кейін күнтізбелік 30 күн ішінде', 'В течение 30 календарных дней после приемки товара'],
    [t.term, '2026 жылғы 31 желтоқсанға дейін', 'До 31 декабря 2026 года'],
  ];
  for (const [label, kk, ru] of both) {
    await page.getByLabel(label + t.kk, { exact: true }).fill(kk);
    await page.getByLabel(label + t.ru, { exact: true }).fill(ru);
  }
  await page.getByLabel(t.expenditure, { exact: true }).fill('149');
  await page.getByLabel(t.signatory, { exact: true }).selectOption({ index: 1 });
  await press(visitor, t.goOn);
  await approvesAndSigns(visitor, t.approveContract);
}

export async function namesRepresentatives(visitor: Visitor, number: string): Promise<void> {
  const { page } = visitor;
  const t = wordsOf(visitor);
  await visitor.open(`/drafts/${number}/people`);
  const organizers = page.getByLabel(t.organizerPerson, { exact: true });
  await organizers.selectOption({ label: await organizers.locator('option', { hasText: '+7 (7172) 00-09-01' }).innerText() });
  await page.getByLabel(t.customerPerson, { exact: true }).selectOption({ index: 1 });
  await press(visitor, t.goOn);
}

interface Moment {
  day: number;
  month: number;
  year: number;
  time: string;
}

/** The coming Saturday by the clock of the portal, in Astana (UTC+5). */
async function comingSaturday({ page }: Visitor): Promise<Moment> {
  const now = Date.parse((await page.locator('footer time').first().getAttribute('datetime'))!) + 5 * 3_600_000;
  const days = ((6 - new Date(now).getUTCDay() + 7) % 7 || 7) * 86_400_000;
  const date = new Date(now + days);
  return { day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear(), time: '' };
}

async function typesMoment(visitor: Visitor, label: string, { day, month, year, time }: Moment): Promise<void> {
  const t = wordsOf(visitor);
  const group = visitor.page.getByRole('group', { name: label, exact: true });
  const parts: [string, string | number][] = [
    [t.day, day],
    [t.month, month],
    [t.year, year],
    [t.time, time],
  ];
  for (const [part, value] of parts) await group.getByLabel(part, { exact: true }).fill(String(value));
}

/**
 * First a window on one Saturday: refused twice, each time with rule and earliest moment, and mended by the button beside it.
 * It ends up open from Monday 09:00 until five full working days later.
 */
export async function setsDates(visitor: Visitor, number: string): Promise<void> {
  const { page } = visitor;
  const t = wordsOf(visitor);
  await visitor.open(`/drafts/${number}/dates`);
  const saturday = await comingSaturday(visitor);
  await typesMoment(visitor, t.opens, { ...saturday, time: '09:00' });
  await typesMoment(visitor, t.closes, { ...saturday, time: '18:00' });
  await press(visitor, t.goOn);
  expect(await page.title()).toMatch(new RegExp(`^${t.errorTitle}`));
  const [start, end] = [t.opens, t.closes].map((label) => page.getByRole('group', { name: label, exact: true }));
  for (const sentence of t.notWorkingDay) expect(await start!.innerText()).toContain(sentence);
  for (const sentence of t.tooShort) expect(await end!.innerText()).toContain(sentence);
  expect(await faultsHere(visitor)).toEqual([]);
  await press(visitor, t.put.opens);
  expect(await start!.getByLabel(t.time, { exact: true }).inputValue()).toBe('09:00');
  expect(await start!.innerText()).not.toContain(t.errorTitle);
  await press(visitor, t.put.closes);
  expect(await page.getByText(t.errorTitle).count()).toBe(0);
  await press(visitor, t.goOn);
}

/** Preview and publication. The procurement's page is open afterwards, as everybody sees it. */
export async function publishes(visitor: Visitor, number: string, name: string): Promise<void> {
  const { page } = visitor;
  const t = wordsOf(visitor);
  await visitor.open(`/drafts/${number}/publication`);
  expect(await page.locator('main').innerText()).toContain(name);
  await page.getByRole('button', { name: t.toPublish, exact: true }).click();
  await page.getByText(t.notEditable).waitFor();
  await page.getByRole('button', { name: t.publish, exact: true }).click();
  await page.getByRole('heading', { name: t.whatNext, exact: true }).waitFor();
  expect(await faultsHere(visitor)).toEqual([]);
  await page.getByRole('link', { name: t.asEverybody, exact: true }).click();
  await page.waitForURL(`**/procurements/${number}`);
  expect(await heading(visitor)).toContain(t.status);
}
