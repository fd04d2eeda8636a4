import { join } from 'node:path';
import { stopLegalClock } from '../../db/clock.ts';
import { addDays } from '../../domain/calendar.ts';
import { issueDevelopmentKeys } from '../certificate-authority/issue.ts';
import { ANNOUNCEMENTS } from './announcements.ts';
import { keyOwners, people, settlePeople } from './people.ts';
import { enterCalendar, layPlan, restrictSupplier } from './registers.ts';
import { procurementsIn, startOfStory, tellStory } from './story.ts';
import { at, FIRST_DAY, instantsFrom, storyStart, storyToday } from './timeline.ts';
import { type DemoPlace, keyRing, lazyPrinter, openServices } from './world.ts';

export interface DemoOrder extends DemoPlace {
  /** Takes a line on what is being done; the last one sums up. */
  log: (line: string) => void;
  /** Only people, keys, registers and plan: no procurements, the clock is not touched. */
  smallest?: boolean;
}

/** supplier4 stands in the register of unfair participants so many days before the story begins. */
const RESTRICTED_BEFORE = 96;

/**
 * Lays the demo data: people with keys, organizations, calendar, register of restrictions, annual plan, and procurements in every
 * status, made by the running cases themselves. Safe to repeat: what is there stays, a story that was broken off is told to its end.
 * A database that holds other procurements keeps its clock and gets none of these.
 */
export async function seedDemo({ log, smallest = false, ...place }: DemoOrder): Promise<void> {
  log('people and their keys');
  const keys = await issueDevelopmentKeys({ dir: join(place.dataDir, 'ca'), people: keyOwners() });
  const opened = await openServices(place);
  const { services } = opened;
  const printer = lazyPrinter();
  try {
    const { db } = services;
    await settlePeople(db.pool);
    const calendar = await enterCalendar(db.pool);
    const lines = await layPlan(db.pool);
    const start = (await startOfStory(db, calendar)) ?? storyStart(calendar, storyToday(calendar, Date.now()));
    await restrictSupplier(db.pool, addDays(start, -RESTRICTED_BEFORE));
    const instant = instantsFrom(calendar, start);
    const there = await procurementsIn(db);
    const told = !smallest && there !== 'others';
    if (told) {
      if (there === 'none') await stopLegalClock(db.pool, instant(at(FIRST_DAY, '09:00')));
      await tellStory({ services, calendar, instant, keyOf: keyRing(keys), print: printer.print }, log);
    }
    log(`${told ? ANNOUNCEMENTS.length : 0} procurements, ${people.length} people, ${lines} lines of the plan`);
  } finally {
    await Promise.all([printer.close(), opened.close()]);
  }
}
