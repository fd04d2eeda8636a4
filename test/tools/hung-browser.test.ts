import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { createPrinter, PAGES_AT_ONCE } from '../../activities/print/printer.ts';
import { eventually } from '../support/eventually.ts';

/** Limit of one document here, ms: a document takes a tenth of it, also on a busy machine. */
const WITHIN = 5_000;
/** A hung browser is asked to end for thirty seconds before it is killed. */
const KILLED_WITHIN = 40_000;

/** Some pages of text: what is killed at any of the moments below is at work. */
const page = (word: string): string => `<!doctype html><title>t</title><body>${`<p>${word}`.repeat(500)}`;

/** Browsers that this process has started, by process id. */
function ownBrowsers(): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const end = stat.lastIndexOf(')');
        const parent = Number(stat.slice(end + 2).split(' ')[1]);
        return parent === process.pid && /chrom|headless_shell/.test(stat.slice(0, end));
      } catch {
        // Ended while the list was read.
        return false;
      }
    })
    .map(Number);
}

/** Of other tests of this process. */
const others = ownBrowsers();
const printer = createPrinter({ within: WITHIN });
afterAll(() => printer.close());

/** Prints one document and gives the browser that did so. */
async function atWork(): Promise<{ browser: number; printed: Buffer }> {
  const printed = await printer.print(page('a document'));
  const [browser] = ownBrowsers().filter((pid) => !others.includes(pid));
  return { browser: browser!, printed };
}

test.each([0, 20, 40, 60, 120])('a browser that is killed %i ms after its documents began loses none of them', async (moment) => {
  const { browser, printed } = await atWork();
  const both = Array.from({ length: PAGES_AT_ONCE }, () => printer.print(page('a document')));
  setTimeout(() => process.kill(browser, 'SIGKILL'), moment);
  for (const each of await Promise.all(both)) expect(each.equals(printed)).toBe(true);
  await eventually('it has ended', () => !ownBrowsers().includes(browser));
});

test('a browser that hangs holds no document longer than its limit: the next one is printed by another, and it is ended', async () => {
  const { browser, printed } = await atWork();
  process.kill(browser, 'SIGSTOP');
  const began = performance.now();
  const took: number[] = [];
  // All places of the printer are held; one document more waits for a place.
  const held = Array.from({ length: PAGES_AT_ONCE }, () =>
    printer.print(page('held')).catch((failure: unknown) => {
      took.push(performance.now() - began);
      return String(failure);
    }),
  );
  const next = printer.print(page('a document'));
  try {
    expect(await Promise.all(held)).toEqual(held.map(() => 'Error: not printed within 5 s: its browser is given up'));
    expect(Math.max(...took)).toBeLessThan(WITHIN + 1_000);
    expect((await next).equals(printed)).toBe(true);
    await eventually('the browser that hung has ended', () => !ownBrowsers().includes(browser), KILLED_WITHIN);
    // The late end of the one that hung takes nothing from the other.
    expect((await printer.print(page('a document'))).equals(printed)).toBe(true);
    expect(ownBrowsers().filter((pid) => !others.includes(pid))).toHaveLength(1);
  } finally {
    if (ownBrowsers().includes(browser)) process.kill(browser, 'SIGKILL');
  }
}, 120_000);
