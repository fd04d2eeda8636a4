import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Services } from '../api/services.ts';
import { currentCalendar } from '../db/lookups.ts';
import { setLegalOffset } from '../db/clock.ts';
import { addWorkingDays, instantOf, type WorkingCalendar } from '../domain/calendar.ts';
import { openP12, type SigningKey } from '../trust/browser/p12.ts';
import { readFileSync } from 'node:fs';
import { DEVELOPMENT_PASSWORD } from '../tools/certificate-authority/issue.ts';
import { seedDemo } from '../tools/demo/index.ts';
import { storyToday } from '../tools/demo/timeline.ts';
import { openServices } from '../tools/demo/world.ts';
import { startStack, type Stack, type StackOptions } from '../tools/stack.ts';
import { Visitor } from '../tools/smoke/visitor.ts';

/** The real stack with people, keys and registers of the demo data, and the portal's own services beside it. */
export interface Portal {
  stack: Stack;
  services: Services;
  calendar: WorkingCalendar;
  /** Instant (ms) of a working day counted from the legal today, and a local time 'HH:MM'. */
  instant(day: number, time: string): number;
  /** Somebody at a web process, the first one unless named by its address. */
  visitor(web?: string): Visitor;
  keyOf(login: string): Promise<SigningKey>;
  /** A remark on what is being done, to standard error. */
  say(line: string): void;
  stop(): Promise<void>;
}

/** Starts the whole product in a temporary folder, on free ports of 127.0.0.1. The clock stands at 10:00 of a working day and runs. */
export async function openPortal(
  say: (line: string) => void,
  more: Pick<StackOptions, 'counts' | 'fsync' | 'longestWait'> = {},
): Promise<Portal> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zakup-bench-'));
  const stack = await startStack({ dataDir, ports: 'free', demo: false, log: { line: say }, ...more }).catch((error: unknown) => {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  });
  const place = { databaseUrl: stack.databaseUrl, dataDir, baseUrl: stack.baseUrl, temporalAddress: stack.temporalAddress };
  const closing: (() => Promise<void>)[] = [
    async () => {
      await stack.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  ];
  const stop = async () => {
    for (let last = closing.pop(); last; last = closing.pop()) await last();
  };
  try {
    await seedDemo({ ...place, log: () => undefined, smallest: true });
    const opened = await openServices(place);
    closing.push(() => opened.close());
    const { services } = opened;
    const calendar = await currentCalendar(services.db.pool);
    const today = storyToday(calendar, Date.now());
    await setLegalOffset(services.db.pool, instantOf(calendar, today, '10:00') - Date.now());
    return {
      ...{ stack, services, calendar, say, stop },
      instant: (day, time) => instantOf(calendar, addWorkingDays(calendar, today, day), time),
      visitor: (web = stack.baseUrl) => new Visitor(web),
      async keyOf(login) {
        const opening = await openP12(readFileSync(join(dataDir, 'ca', 'keys', `${login}.p12`)), DEVELOPMENT_PASSWORD);
        if (!opening.ok) throw new Error(`key of ${login}: ${opening.reason}`);
        return opening.key;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
