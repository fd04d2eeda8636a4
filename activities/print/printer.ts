import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumLaunchOptions } from './chromium.ts';
import { withoutTraces } from './without-traces.ts';

/** Prints HTML of our own templates as A4 PDF; no script runs in it and nothing is fetched. */
export interface Printer {
  /** The same HTML gives the same bytes (spec 17 §13.8). */
  print(html: string): Promise<Buffer>;
  /** Starts the browser unless it runs. @throws Error when it does not start; the next document tries again */
  launch(): Promise<void>;
  close(): Promise<void>;
}

/** Two processors print about ten documents a second; more pages at once only queue inside the browser. */
export const PAGES_AT_ONCE = 2;

/** @param cacheDir where the packaged browser is kept; see `chromiumLaunchOptions` */
export function createPrinter({ cacheDir }: { cacheDir?: string } = {}): Printer {
  let running: Promise<Browser> | null = null;
  let closed = false;
  let free = PAGES_AT_ONCE;
  const waiting: (() => void)[] = [];

  const launch = async (): Promise<Browser> => {
    const browser = await chromium.launch(await chromiumLaunchOptions(cacheDir));
    browser.on('disconnected', () => (running = null));
    return browser;
  };

  const browser = (): Promise<Browser> => {
    if (closed) throw new Error('the printer is closed');
    running ??= launch().catch((failure: unknown) => {
      running = null;
      throw failure;
    });
    return running;
  };

  const take = (): Promise<void> | undefined => {
    if (free > 0) free -= 1;
    else return new Promise<void>((resolve) => waiting.push(resolve));
    return undefined;
  };
  const give = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };

  const print = async (html: string): Promise<Buffer> => {
    await take();
    try {
      return await printOnce(await browser(), html).catch(async (failure: unknown) => {
        // A crashed browser is replaced once; a page that fails in a living browser is a bug of the page.
        if (running) throw failure;
        return printOnce(await browser(), html);
      });
    } finally {
      give();
    }
  };

  const close = async (): Promise<void> => {
    closed = true;
    // A browser that does not start has nothing to close.
    await (await running?.catch(() => null))?.close();
  };

  return { print, launch: () => browser().then(() => undefined), close };
}

async function printOnce(browser: Browser, html: string): Promise<Buffer> {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  try {
    await context.route('**/*', (route) => route.abort());
    const page = await context.newPage();
    await page.setContent(html, { waitUntil: 'load' });
    await loadFonts(page);
    return withoutTraces(await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }));
  } finally {
    await context.close().catch(() => undefined);
  }
}

/**
 * Waits for every font of the page: text whose font is still being decoded prints as nothing, and the footers of the
 * margin boxes ask for theirs only while printing. (Scripts of the page are off; this one comes from the driver.)
 */
async function loadFonts(page: Page): Promise<void> {
  const failed = await page.evaluate<number>(
    `Promise.all([...document.fonts].map((face) => face.load().then(() => 0, () => 1))).then((each) => each.reduce((a, b) => a + b, 0))`,
  );
  if (failed > 0) throw new Error(`${failed} fonts of the document could not be read`);
}
