import { publishMany } from './announcements.ts';
import { countFacts, countIn, goTo, legalTime, until } from './clock.ts';
import { cpuEach, type CpuTimes, cpuTimes } from './cpu.ts';
import type { Portal } from './portal.ts';
import { type LastMinute, replaceUntilTheEnd } from './last-minute.ts';
import { measureQuotations, type QuotationSpeed } from './quotations.ts';

/** Windows that end in the same second. Times from that second, s. */
export interface WindowSpeed {
  windows: number;
  quotations: number;
  firstResult: number;
  lastResult: number;
  lastProtocol: number;
  /** Quotations handed in until the end and beyond it. */
  lastMinute: LastMinute;
  /** Processor time of one window from its end to the last result, and to its published protocol, by part of the stack, ms. */
  cpuToResult: CpuTimes;
  cpu: CpuTimes;
}

/** Time for the cases to be told of the clock, ms per window. */
const PER_WINDOW = 60;

/** Looks cost time of the database that is measured, ms. */
const LOOK_EVERY = 250;
const PATIENCE = 600_000;

/** Publishes procurements with one window for all, takes quotations, and lets all the windows end at once. */
export async function measureWindows(
  portal: Portal,
  { windows, quotations: wanted, seconds: lastSeconds }: { windows: number; quotations: number; seconds: number },
): Promise<{ numbers: string[]; quotations: QuotationSpeed; windows: WindowSpeed }> {
  const window = { opensAt: portal.instant(1, '09:00'), closesAt: portal.instant(10, '18:00') };
  const numbers = await publishMany(portal, { count: windows, lots: 1, window });
  await goTo(portal, window.opensAt + 1_000, numbers);
  await until(
    'open windows',
    async () => (await countIn(portal, numbers, ['taking-quotations'])) === windows,
    LOOK_EVERY,
    PATIENCE,
  );
  portal.say(`${windows} windows are open`);
  const { speed: quotations, ready } = await measureQuotations(portal, numbers, wanted);
  portal.say('quotations are in, the windows end');
  await goTo(portal, window.closesAt - lastSeconds * 1_000 - PER_WINDOW * windows, numbers);
  const replaced = await replaceUntilTheEnd(portal, ready, window.closesAt, await legalTime(portal));
  const before = cpuTimes(portal.stack.dataDir);
  const results = await sinceTheEnd(portal, { numbers, type: 'LotsDecided', endedAt: window.closesAt });
  const decided = cpuTimes(portal.stack.dataDir);
  const protocols = await sinceTheEnd(portal, { numbers, type: 'ProtocolPublished', endedAt: window.closesAt });
  return {
    ...{ numbers, quotations },
    windows: {
      windows,
      quotations: ready.length,
      firstResult: results.first,
      lastResult: results.last,
      lastProtocol: protocols.last,
      lastMinute: await replaced.check(),
      cpuToResult: cpuEach(before, decided, windows),
      cpu: cpuEach(before, cpuTimes(portal.stack.dataDir), windows),
    },
  };
}

const seconds = (ms: number): number => Math.round(ms / 100) / 10;

/** Legal time from the end of the windows until the first and the last of them has a fact on record, s. */
async function sinceTheEnd(
  portal: Portal,
  of: { numbers: string[]; type: string; endedAt: number },
): Promise<{ first: number; last: number }> {
  let first: number | null = null;
  let last = 0;
  await until(
    `${of.type} of all`,
    async () => {
      const found = await countFacts(portal, of.numbers, of.type);
      const since = seconds((await legalTime(portal)) - of.endedAt);
      if (found > 0) first ??= since;
      last = since;
      return found === of.numbers.length;
    },
    LOOK_EVERY,
    PATIENCE,
  );
  return { first: first ?? last, last };
}
