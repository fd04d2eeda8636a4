import type { Text } from '../parties.ts';
import { fold } from '../search-fold.ts';
import type { Lot, ProcurementFile } from './file.ts';

const both = (text: Text | undefined): string[] => (text ? [text.kk, text.ru] : []);
const ofLot = ({ name, catalogueCode, customer, delivery }: Lot): string[] => [
  ...both(name),
  catalogueCode,
  customer,
  ...both(delivery?.place),
];
const ofAnnouncement = ({ number, name }: ProcurementFile): string[] => [number, ...both(name)];

/**
 * What the public search looks for a word in, folded: number and names of the announcement, names of the lot, catalogue code, the
 * customer's number, place of delivery. Names of organizations change and are looked up where they are kept.
 */
export const lotWords = (file: ProcurementFile, lot: Lot): string => fold([...ofAnnouncement(file), ...ofLot(lot)].join(' '));

/** The same for an announcement with all its lots, every word once. */
export const announcementWords = (file: ProcurementFile): string =>
  [...new Set(fold([...ofAnnouncement(file), ...file.lots.flatMap(ofLot)].join(' ')).split(' '))].join(' ');
