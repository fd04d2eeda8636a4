import { expect } from 'vitest';
import { faultsHere } from './looking.ts';
import { giveKey, plain, readsPage, type Visitor } from './visitor.ts';

/** Price by number of lot as a person types it; null: does not take part. */
export type Prices = Record<string, string | null>;

/** Opens the quotation page and types the prices. */
export async function typesPrices(supplier: Visitor, number: string, prices: Prices): Promise<void> {
  const { page } = supplier;
  await supplier.open(`/procurements/${number}/quotation`);
  for (const [lot, price] of Object.entries(prices)) {
    if (price === null) await page.getByRole('checkbox', { name: `Лот ${lot}: не участвую` }).check();
    else await page.getByLabel(`Лот ${lot}: ваша цена`).fill(price);
  }
}

/** Seals and signs in one press; the receipt is open afterwards. Gives its number and the file "my offer". */
export async function handsIn(
  supplier: Visitor,
  key: string,
  button: 'Подписать и подать' | 'Подписать и заменить',
): Promise<{ receipt: string; kept: string }> {
  const { page } = supplier;
  await giveKey(page, key);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const download = await downloading;
  await page.waitForURL('**/quotation/receipt**');
  const text = await readsPage(page);
  const [receipt] = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(text) ?? [];
  expect(receipt).toBeDefined();
  expect(await faultsHere(supplier)).toEqual([]);
  return { receipt: receipt!, kept: download.suggestedFilename() };
}

/** Presses the button of the page and gives the sentences of the error summary, each of which stands beside a field too. */
export async function refusalOf({ page }: Visitor, button: string): Promise<string[]> {
  await page.evaluate("document.querySelector('[data-errors]').replaceChildren()");
  await page.getByRole('button', { name: button, exact: true }).click();
  const items = page.locator('[data-errors] li');
  await items.first().waitFor();
  return (await items.allInnerTexts()).map(plain);
}
