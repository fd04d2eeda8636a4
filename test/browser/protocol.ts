import { expect } from 'vitest';
import { faultsHere } from './looking.ts';
import { readsPage, type Visitor } from './visitor.ts';

export async function protocolPdf({ context }: Visitor, number: string, version: number): Promise<Buffer> {
  return (await context.request.get(`/procurements/${number}/protocols/results/${version}.pdf`)).body();
}

/** Chooses the file on the public page of checking and gives what the page says. */
export async function checkOf(visitor: Visitor, bytes: Buffer): Promise<string> {
  const { page } = visitor;
  await visitor.open('/verify');
  await page.locator('input[type=file]').setInputFiles({ name: 'протокол.pdf', mimeType: 'application/pdf', buffer: bytes });
  await page.waitForFunction("document.querySelector('input[name=sha256]').value !== ''");
  await page.getByRole('button', { name: 'Проверить', exact: true }).click();
  await page.locator('#result, .app-refusal').first().waitFor();
  expect(await faultsHere(visitor)).toEqual([]);
  return readsPage(page);
}

/** Headings of a printed document by its bookmarks, which stand in the file as UTF-16. */
export function headingsOf(pdf: Buffer): string[] {
  return [...pdf.toString('latin1').matchAll(/\/Title <feff([0-9a-f]+)>/gi)].map(([, hex]) =>
    Buffer.from(hex!, 'hex').swap16().toString('utf16le').replaceAll(' ', ' '),
  );
}
