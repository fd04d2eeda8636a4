import { readFileSync } from 'node:fs';
import { workingCalendar, type WorkingCalendar } from '../../domain/calendar.ts';
import type { Organization, Text } from '../../domain/parties.ts';
import { readCsv } from '../csv.ts';

const rowsOf = <const Column extends string>(name: string, columns: readonly Column[]): Record<Column, string>[] =>
  readCsv(readFileSync(new URL(`../../db/seeds/${name}.csv`, import.meta.url), 'utf8'), columns);

/** Texts of a row in both languages: columns `<name>_kk` and `<name>_ru`. */
export const textOf = <Name extends string>(row: Record<`${Name}_kk` | `${Name}_ru`, string>, name: Name): Text => ({
  kk: row[`${name}_kk`],
  ru: row[`${name}_ru`],
});

const ORGANIZATION = [
  'key',
  'kind',
  'name_ru',
  'name_kk',
  'bin',
  'address_ru',
  'address_kk',
  'place_kato',
  'iban',
  'bik',
] as const;
const PERSON = ['name_ru', 'name_kk', 'iin', 'position_ru', 'position_kk', 'organization_key'] as const;
const LOT = [
  ...['no', 'name_ru', 'name_kk', 'description_ru', 'description_kk', 'ktru_code', 'kind', 'quantity', 'unit_code'],
  ...['unit_price_kzt', 'incoterms', 'term_ru', 'term_kk', 'disability'],
] as const;
const GROUND = ['in_force_from', 'in_force_to', 'article', 'sub_paragraph', 'key', 'text_ru', 'text_kk'] as const;

export const lots = rowsOf('lots-realistic', LOT);
export const people = rowsOf('people', PERSON);
export const grounds = rowsOf('article6-grounds', GROUND);
export const calendarDays = rowsOf('calendar-kz', ['date', 'kind', 'name_ru', 'name_kk', 'act_or_source']);
const organizations = rowsOf('organizations', ORGANIZATION);
const units = rowsOf('units', ['code', 'name_kk', 'name_ru']);

/** An organization with what its card holds. */
export interface SeededOrganization extends Organization {
  kind: string;
  kato: string;
  iban: string;
  bik: string;
}

/** @throws Error when no row has this key */
export function organization(key: string): SeededOrganization {
  const row = organizations.find((each) => each.key === key);
  if (!row) throw new Error(`no organization ${key}`);
  const address = textOf(row, 'address');
  const place = { kk: firstPart(address.kk), ru: firstPart(address.ru) };
  return {
    ...{ bin: row.bin, kind: row.kind, kato: row.place_kato, iban: row.iban, bik: row.bik },
    name: textOf(row, 'name'),
    address,
    place,
  };
}

const firstPart = (address: string): string => address.split(',')[0] ?? '';

/** @throws Error when no row has this code */
export function unit(code: string): Text & { code: string } {
  const row = units.find((each) => each.code === code);
  if (!row) throw new Error(`no unit ${code}`);
  return { code, ...textOf(row, 'name') };
}

/** Working calendar of Kazakhstan for the years of the seed; office hours of S1, 9:00 to 18:00. */
export const seededCalendar = (version: number): WorkingCalendar =>
  workingCalendar({ jurisdiction: 'kz', version, utcOffsetMinutes: 300, office: { from: '09:00', to: '18:00' } }, calendarDays);
