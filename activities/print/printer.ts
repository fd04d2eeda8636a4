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

/**
 * Longest that a browser may keep one document, ms: an attempt of the engine has two minutes (workflows/activity-proxies.ts), and a
 * protocol of a thousand lots on 1,760 pages took 72 s while others kept both processors busy.
 */
const PRINTED_WITHIN = 110_000;

/** A browser kept a document too long. */
class Late extends Error {}

/**
 * @param cacheDir where the packaged browser is kept; see `chromiumLaunchOptions`
 * @param within longest that a browser may keep one document, ms
 */
export function createPrinter({ cacheDir, within = PRINTED_WITHIN }: { cacheDir?: string; within?: number } = {}): Printer {
  let running: Promise<Browser> | null = null;
  let closed = false;
  let free = PAGES_AT_ONCE;
  const waiting: (() => void)[] = [];

  /** Another one is started by the next document. */
  const forget = (browser: Promise<Browser>): void => {
    if (running === browser) running = null;
  };

  const launch = async (): Promise<Browser> => chromium.launch(await chromiumLaunchOptions(cacheDir));

  const browser = (): Promise<Browser> => {
    if (closed) throw new Error('the printer is closed');
    if (running) return running;
    const launched = launch();
    launched.then(
      (started) => started.on('disconnected', () => forget(launched)),
      () => forget(launched),
    );
    running = launched;
    return launched;
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

  /** Fails as soon as the browser has ended, and when it keeps the document too long: not every call of Playwright notices. */
  const printIn = async (given: Promise<Browser>, html: string): Promise<Buffer> => {
    const used = await given;
    let fail = (_why: Error): void => undefined;
    const failed = new Promise<never>((_resolve, reject) => (fail = reject));
    const ended = () => fail(new Error('the browser has ended'));
    const timer = setTimeout(() => {
      forget(given);
      // Playwright kills one that has not ended after thirty seconds.
      void used.close().catch(() => undefined);
      fail(new Late(`not printed within ${within / 1_000} s: its browser is given up`));
    }, within);
    used.once('disconnected', ended);
    try {
      return await Promise.race([printOnce(used, html), failed]);
    } finally {
      clearTimeout(timer);
      used.off('disconnected', ended);
    }
  };

  const print = async (html: string): Promise<Buffer> => {
    await take();
    try {
      const first = browser();
      // One that does not start is tried again by the next document.
      await first;
      return await printIn(first, html).catch((failure: unknown) => {
        // A crashed browser is replaced once; a page that fails in a living browser, or holds one too long, is a bug of the page.
        if (running === first || failure instanceof Late) throw failure;
        return printIn(browser(), html);
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
