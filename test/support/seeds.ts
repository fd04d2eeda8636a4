import { readFileSync } from 'node:fs';
import { workingCalendar, type WorkingCalendar } from '../../domain/calendar.ts';
import { readCsv } from '../../tools/csv.ts';

const COLUMNS = {
  'calendar-kz': ['date', 'kind', 'name_ru', 'name_kk', 'act_or_source', 'confidence'],
  organizations: [
    'key',
    'kind',
    'name_ru',
    'name_kk',
    'bin',
    'id_type',
    'address_ru',
    'address_kk',
    'place_kato',
    'region_kato',
    'iban',
    'bik',
  ],
  people: [
    'name_ru',
    'name_kk',
    'iin',
    'birth_date',
    'sex',
    'position_ru',
    'position_kk',
    'organization_key',
    'organization_bin',
    'roles',
    'procedure_roles',
  ],
  'lots-realistic': [
    'no',
    'name_ru',
    'name_kk',
    'description_ru',
    'description_kk',
    'ktru_code',
    'kind',
    'quantity',
    'unit_code',
    'unit_price_kzt',
    'amount_kzt',
    'customer_bin',
    'organizer_bin',
    'delivery_place_ru',
    'delivery_place_kk',
    'place_kato',
    'incoterms',
    'term_ru',
    'term_kk',
    'suggested_method',
    'disability',
    'edge',
  ],
  'ktru-extract': [
    'code',
    'name_ru',
    'name_kk',
    'desc_ru',
    'desc_kk',
    'kind',
    'unit_code',
    'certainty',
    'source',
    'kk_basis',
    'note',
  ],
  units: ['code', 'name_kk', 'name_ru', 'name_en', 'short_ru', 'short_kk', 'certainty', 'source'],
  'incoterms-2020': ['code', 'name_en', 'name_ru', 'transport', 'transport_ru', 'named_place_en'],
  'kato-extract': ['code', 'level', 'parent_code', 'name_ru', 'name_kk', 'certainty', 'note'],
  'article6-grounds': ['law', 'in_force_from', 'in_force_to', 'article', 'paragraph', 'key', 'text_ru', 'text_kk', 'text_en'],
  banks: ['bik', 'iban_bank_code', 'name_ru', 'certainty'],
} as const;

type SeedName = keyof typeof COLUMNS;
type ColumnOf<Name extends SeedName> = (typeof COLUMNS)[Name][number];
export type Seed<Name extends SeedName> = Record<ColumnOf<Name>, string>;

/** Rows of a seed file of db/seeds, cells as text. */
export function seed<Name extends SeedName>(name: Name): Seed<Name>[] {
  const text = readFileSync(new URL(`../../db/seeds/${name}.csv`, import.meta.url), 'utf8');
  const columns: readonly ColumnOf<Name>[] = COLUMNS[name];
  return readCsv<ColumnOf<Name>>(text, columns);
}

/** The calendar of Kazakhstan 2023–2027, with the office hours of S1 (9:00 to 18:00). */
export function kazakhCalendar(version = 1): WorkingCalendar {
  return workingCalendar(
    { jurisdiction: 'kz', version, utcOffsetMinutes: 300, office: { from: '09:00', to: '18:00' } },
    seed('calendar-kz'),
  );
}
