import type { Text } from '../../domain/parties.ts';
import type { SubjectKind } from '../../domain/procurement/file.ts';
import { at, type Moment } from './timeline.ts';

/** An announcement of the training portal, before it is published. */
export interface DemoAnnouncement {
  key: string;
  name: Text;
  subjectKind: SubjectKind;
  /** Rows of lots-realistic.csv. */
  rows: number[];
  /** Null while the dates have not been chosen. */
  window: { opens: Moment; closes: Moment } | null;
}

const PAST = { opens: at(-12, '10:00'), closes: at(-6, '18:00') };
const RUNNING = { opens: at(-4, '10:00'), closes: at(3, '18:00') };

const announcement = (
  key: string,
  ru: string,
  kk: string,
  more: Omit<DemoAnnouncement, 'key' | 'name' | 'subjectKind'> & { subjectKind?: SubjectKind },
): DemoAnnouncement => ({ key, name: { kk, ru }, subjectKind: 'goods', ...more });

/** Ends with a winner and a second place; one supplier is rejected under restrictions, one replaced its price. */
export const paper = announcement('paper', 'Бумага и папки для архива', 'Мұрағатқа арналған қағаз және папкалар', {
  rows: [1, 2, 5],
  window: PAST,
});

/** Ends with winners; one lot is cancelled afterwards and the protocol is formed anew. */
export const furniture = announcement('furniture', 'Мебель для рабочих кабинетов', 'Жұмыс кабинеттеріне арналған жиһаз', {
  rows: [28, 29],
  window: PAST,
});

/**
 * Fails: one quotation. It ends so late that the window of the single source after it, from the next morning on for five calendar days
 * (S1 §1.7.1), is open on the day of the handing over, whatever weekday that is.
 */
export const shredders = announcement('shredders', 'Уничтожители бумаги', 'Қағаз жойғыштар', {
  rows: [18],
  window: { opens: PAST.opens, closes: at(-2, '18:00') },
});

/** Fails: no quotation. */
export const appraisal = announcement('appraisal', 'Оценка имущества', 'Мүлікті бағалау', {
  rows: [103],
  subjectKind: 'services',
  window: PAST,
});

/** Takes quotations today, two are inside. */
export const equipment = announcement('equipment', 'Мониторы, принтеры и картриджи', 'Мониторлар, принтерлер және картридждер', {
  rows: [16, 11, 10],
  window: RUNNING,
});

/** Suspended by a court, one quotation is inside. */
export const materials = announcement(
  'materials',
  'Материалы для ремонта читального зала',
  'Оқу залын жөндеуге арналған материалдар',
  {
    rows: [72, 73, 74],
    window: RUNNING,
  },
);

/** Cancelled whole. */
export const fuel = announcement('fuel', 'Бензин и моторное масло', 'Бензин және мотор майы', {
  rows: [50, 54],
  window: RUNNING,
});

/** Published, the window opens on the next working day. */
export const cleaning = announcement('cleaning', 'Мытьё окон и дезинсекция', 'Терезе жуу және дезинсекция', {
  rows: [87, 88],
  subjectKind: 'services',
  window: { opens: at(1, '09:00'), closes: at(8, '18:00') },
});

/** A draft with everything signed: it only has to be published. */
export const stationery = announcement('stationery', 'Канцелярские товары', 'Кеңсе тауарлары', {
  rows: [3, 4],
  window: { opens: at(2, '09:00'), closes: at(9, '18:00') },
});

/** A draft half done: lots chosen, terms and specifications begun. */
export const garden = announcement('garden', 'Инвентарь для двора', 'Аулаға арналған құрал-саймандар', {
  rows: [68, 69, 70, 71],
  window: null,
});

export const ANNOUNCEMENTS: readonly DemoAnnouncement[] = [
  ...[paper, furniture, shredders, appraisal, equipment],
  ...[materials, fuel, cleaning, stationery, garden],
];
