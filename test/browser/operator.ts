import type { Visitor } from './visitor.ts';
import { press } from './wizard.ts';

/** Goes from deadline to deadline until the procurement has one of the statuses; the portal does the rest by itself. */
export async function goesOnUntil(operator: Visitor, number: string, status: string): Promise<void> {
  const { page } = operator;
  for (let deadlines = 0; deadlines < 12; deadlines++) {
    await press(operator, 'Перейти к следующему сроку');
    if (await shows(operator, number, status, deadlines === 0 ? 2 : 6)) return;
  }
  throw new Error(`№ ${number} never became ${status}: ${await page.getByRole('heading', { level: 1 }).innerText()}`);
}

/** Looks at the procurement's page for some seconds. */
export async function shows(visitor: Visitor, number: string, status: string, seconds = 20): Promise<boolean> {
  const until = performance.now() + seconds * 1000;
  do {
    await visitor.open(`/procurements/${number}`);
    const tag = await visitor.page.locator('h1 .govuk-tag').innerText();
    if (tag === status) return true;
    await visitor.page.waitForTimeout(300);
  } while (performance.now() < until);
  return false;
}
