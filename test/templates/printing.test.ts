import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendSheets, pageCount } from '../../activities/print/append-sheets.ts';
import { printCopy, printOriginal } from '../../activities/print/documents.ts';
import { createPrinter } from '../../activities/print/printer.ts';
import { aLotList, anExecution, aResultsProtocol } from './documents-samples.ts';

const TIMEOUT = 60_000;
const printer = createPrinter();
beforeAll(() => printer.launch(), TIMEOUT);
afterAll(() => printer.close());

describe('printing', { timeout: TIMEOUT }, () => {
  test('the same payload gives the same bytes, also from another browser (spec 17 §13.8)', async () => {
    const other = createPrinter();
    const prints = [
      await printOriginal(printer, aResultsProtocol()),
      await printOriginal(other, aResultsProtocol()),
      await printOriginal(printer, aLotList()),
      await printOriginal(printer, aResultsProtocol()),
    ];
    await other.close();
    const [first, second, , third] = prints.map((each) => each.sha256);
    expect(second).toBe(first);
    expect(third).toBe(first);
  });

  test('every text has its font: both weights are embedded, and none is taken from the machine', async () => {
    const { pdf, pages } = await printOriginal(printer, aResultsProtocol());
    const fonts = [
      ...new Set([...pdf.toString('latin1').matchAll(/\/FontName \/[A-Z]{6}\+(\w+(?:-\w+)?)/g)].map((found) => found[1])),
    ];
    expect(fonts.sort()).toEqual(['NotoSerif-Bold', 'NotoSerif-Regular']);
    expect(pages).toBe(pageCount(pdf));
  });

  test('a copy begins with the bytes of the original and adds the sheets (spec 17 §13.3)', async () => {
    const payload = aResultsProtocol();
    const original = await printOriginal(printer, payload);
    const { pdf, ...facts } = original;
    const copy = await printCopy(printer, { payload, execution: anExecution({ name: 'original.pdf', ...facts }), original: pdf });
    expect(copy.subarray(0, pdf.length).equals(pdf)).toBe(true);
    expect(copy.length).toBeGreaterThan(pdf.length);
    expect(
      copy
        .toString('latin1')
        .match(/\/Type \/Pages\b[^>]*?\/Count (\d+)/g)
        ?.at(-1),
    ).toContain(`/Count ${original.pages + 4}`);
  });

  test('several documents at once come out as they do one by one', async () => {
    const alone = await printOriginal(printer, aLotList());
    const together = await Promise.all(Array.from({ length: 5 }, () => printOriginal(printer, aLotList())));
    expect(new Set(together.map((each) => each.sha256))).toEqual(new Set([alone.sha256]));
  });

  test('a page cannot fetch anything or run a script', async () => {
    const page = (body: string): string => `<!doctype html><title>t</title><body>${body}`;
    const plain = await printer.print(page('<p>text</p>'));
    const hostile = await printer.print(
      page(`<p>text</p><script>document.body.append('x'.repeat(9999))</script><img src="http://127.0.0.1:9/a.png" hidden>`),
    );
    expect(pageCount(hostile)).toBe(pageCount(plain));
  });

  test('what is not a PDF of the printer is no original', () => {
    expect(() => appendSheets(Buffer.from('%PDF-1.7 nothing'), Buffer.from(''))).toThrow('no classic cross-reference table');
  });
});
