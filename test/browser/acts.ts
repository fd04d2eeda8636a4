import { expect } from 'vitest';
import { press } from './wizard.ts';
import { readsPage, type Visitor } from './visitor.ts';

/** The smallest image there is, as the scan of an act. */
const SCAN = {
  name: 'акт.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

export interface Act {
  number: string;
  kind: 'Решение' | 'Определение' | 'Представление' | 'Уведомление' | 'Постановление';
  bodyKind: 'Судебный орган' | 'Орган прокуратуры' | 'Орган гос. фин. контроля';
  body: string;
}

/** Fills in the form of an act with today's date of the portal and a scan, and sends it. */
export async function actsBy(organizer: Visitor, act: Act, button: string): Promise<void> {
  const { page } = organizer;
  const today = new Date(Date.parse((await page.locator('footer time').first().getAttribute('datetime'))!) + 5 * 3_600_000);
  await page.getByLabel('Номер решения', { exact: true }).fill(act.number);
  const date = page.getByRole('group', { name: 'Дата решения', exact: true });
  await date.getByLabel('День', { exact: true }).fill(String(today.getUTCDate()));
  await date.getByLabel('Месяц', { exact: true }).fill(String(today.getUTCMonth() + 1));
  await date.getByLabel('Год', { exact: true }).fill(String(today.getUTCFullYear()));
  await page.getByLabel('Акт', { exact: true }).selectOption(act.kind);
  await page.getByLabel('Орган', { exact: true }).selectOption(act.bodyKind);
  await page.getByLabel('Наименование органа', { exact: true }).fill(act.body);
  await page.locator('input[type=file]').setInputFiles(SCAN);
  await press(organizer, button);
}

/** What the page after an act says once the act is decided. */
export async function outcomeOf({ page }: Visitor, title: string): Promise<string> {
  await page.locator('.govuk-panel__title', { hasText: title }).waitFor();
  expect(await page.title()).toContain(title);
  return readsPage(page);
}
