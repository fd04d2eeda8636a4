import type { Database } from '../../db/client.ts';
import { dateOf, type WorkingCalendar } from '../../domain/calendar.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import {
  ANNOUNCEMENTS,
  appraisal,
  cleaning,
  type DemoAnnouncement,
  equipment,
  fuel,
  furniture,
  garden,
  materials,
  paper,
  shredders,
  stationery,
} from './announcements.ts';
import { actOf, command, quote, type Told } from './acts.ts';
import { clockStands, runFrom, settled, walkTo } from './clock.ts';
import { beginDraft, caseIdOf, laidDraft } from './drafts.ts';
import { at, type Moment } from './timeline.ts';
import type { World } from './world.ts';

/** What the procurements of a database say about the demo: none yet, ours (laid or broken off), or somebody's own. */
export async function procurementsIn(db: Database): Promise<'none' | 'ours' | 'others'> {
  const { rows } = await db.pool.query<{ total: number; ours: number }>(
    'select count(*)::int as total, (count(*) filter (where id = any($1::uuid[])))::int as ours from procurement_case',
    [ANNOUNCEMENTS.map(caseIdOf)],
  );
  const { total, ours } = rows[0]!;
  return total === 0 ? 'none' : ours > 0 ? 'ours' : 'others';
}

/** Day ('YYYY-MM-DD') on which the story in the database began; null when there is none. */
export async function startOfStory(db: Database, calendar: WorkingCalendar): Promise<string | null> {
  const { rows } = await db.pool.query<{ file: ProcurementFile }>('select file from procurement_case where id = $1', [
    caseIdOf(paper),
  ]);
  const opensAt = rows[0]?.file.window?.opensAt;
  return opensAt === undefined ? null : dateOf(calendar, opensAt);
}

/** A stop of the story: the legal clock stands at `moment` while people act. */
interface Stop {
  moment: Moment;
  says: string;
  act: (world: World, told: (of: DemoAnnouncement) => Promise<Told>) => Promise<unknown>;
}

const nothing = (): Promise<unknown> => Promise.resolve({});

const publishAll =
  (...all: DemoAnnouncement[]): Stop['act'] =>
  (world, told) =>
    Promise.all(all.map(async (each) => command(world, await told(each), 'publish', nothing)));

/** Papers are printed side by side. */
const prepareAll =
  (...all: DemoAnnouncement[]): Stop['act'] =>
  (_world, told) =>
    Promise.all(all.map(told));

const COURT = {
  number: '7119-26-00-2/418',
  kind: 'ruling',
  bodyKind: 'court',
  body: 'Специализированный межрайонный экономический суд города Астаны',
} as const;
const PROSECUTOR = {
  number: '2-05-26/1140',
  kind: 'representation',
  bodyKind: 'prosecutor',
  body: 'Прокуратура района Есиль города Астаны',
} as const;
const AUDIT = {
  number: '03-2/77',
  kind: 'notice',
  bodyKind: 'financial-control',
  body: 'Департамент внутреннего государственного аудита по городу Астане',
} as const;

/** Two and a half weeks of an organizer, in the order of the clock. */
const STOPS: readonly Stop[] = [
  {
    moment: at(-12, '09:04:30'),
    says: 'documents are printed and signed',
    act: async (world, told) => {
      // Numbered before anything follows by itself: a single source takes the next number (S1 §1.7.1).
      for (const each of ANNOUNCEMENTS) await beginDraft(world, each);
      await prepareAll(paper, furniture, shredders, appraisal)(world, told);
    },
  },
  {
    moment: at(-12, '09:31:12'),
    says: 'four announcements are published',
    act: publishAll(paper, furniture, shredders, appraisal),
  },
  {
    moment: at(-10, '11:20:14.318'),
    says: 'suppliers hand in sealed quotations',
    act: async (world, told) => {
      await quote(world, await told(paper), 'supplier1', { 1: 964, 2: 957, 3: 971 });
      await quote(world, await told(furniture), 'supplier1', { 1: 970 });
      await quote(world, await told(shredders), 'supplier1', { 1: 985 });
    },
  },
  {
    moment: at(-9, '16:45:51.007'),
    says: 'suppliers hand in sealed quotations',
    act: async (world, told) => {
      await quote(world, await told(paper), 'supplier3', { 1: 990, 3: 982 });
      await quote(world, await told(furniture), 'supplier2', { 1: 921, 2: 934 });
    },
  },
  {
    moment: at(-7, '15:10:02.640'),
    says: 'a quotation is replaced',
    act: async (world, told) => {
      await quote(world, await told(paper), 'supplier3', { 1: 948, 3: 982 }, 2);
    },
  },
  {
    moment: at(-6, '10:18:33.480'),
    says: 'the last quotations before the end',
    act: async (world, told) => {
      await quote(world, await told(paper), 'supplier4', { 1: 900, 2: 905 });
      await quote(world, await told(furniture), 'supplier3', { 2: 951 });
    },
  },
  {
    moment: at(-4, '09:05:10'),
    says: 'the windows close, protocols are formed',
    act: prepareAll(equipment, materials, fuel),
  },
  { moment: at(-4, '09:28:44'), says: 'three announcements are published', act: publishAll(equipment, materials, fuel) },
  {
    moment: at(-3, '12:02:37.125'),
    says: 'suppliers hand in sealed quotations',
    act: async (world, told) => {
      await quote(world, await told(materials), 'supplier2', { 1: 940, 3: 915 });
      await quote(world, await told(equipment), 'supplier2', { 1: 955, 2: 962 });
    },
  },
  {
    moment: at(-3, '14:11:20'),
    says: 'a court suspends a procurement',
    act: async (world, told) => {
      const of = await told(materials);
      await command(world, of, 'suspend', async () => ({ act: await actOf(world, of, COURT) }));
    },
  },
  {
    moment: at(-2, '10:37:05'),
    says: 'a procurement is cancelled, a lot of another one too',
    act: async (world, told) => {
      const [whole, part] = [await told(fuel), await told(furniture)];
      await command(world, whole, 'cancel', async () => ({ lots: ['1', '2'], act: await actOf(world, whole, PROSECUTOR) }));
      await command(world, part, 'cancel', async () => ({ lots: ['1'], act: await actOf(world, part, AUDIT) }));
    },
  },
  {
    moment: at(-1, '11:48:29.902'),
    says: 'a supplier hands in a sealed quotation',
    act: async (world, told) => quote(world, await told(equipment), 'supplier3', { 2: 948, 3: 930 }),
  },
  {
    moment: at(-1, '15:02:00'),
    says: 'an announcement is published, drafts are left',
    act: async (world, told) => {
      await publishAll(cleaning)(world, told);
      await prepareAll(stationery, garden)(world, told);
    },
  },
];

/** Legal time at which the training portal is handed over: the office of the last working day opens. */
const HANDED_OVER = at(0, '09:00');

/**
 * Tells the story through the portal's own services and running cases. The legal clock stands from stop to stop, so that a story
 * that was broken off goes on from its last stop; at the end the clock runs from this morning on. Acts that are done stay done.
 */
export async function tellStory(world: World, log: (line: string) => void): Promise<void> {
  if (!(await clockStands(world))) return;
  const told = async (of: DemoAnnouncement): Promise<Told> => ({ key: of.key, number: await laidDraft(world, of) });
  for (const [index, { moment, says, act }] of STOPS.entries()) {
    log(`${index + 1}/${STOPS.length}  ${says}`);
    await walkTo(world, world.instant(moment));
    await act(world, told);
  }
  await walkTo(world, world.instant(HANDED_OVER));
  await runFrom(world, world.instant(HANDED_OVER));
  await settled(world);
}
