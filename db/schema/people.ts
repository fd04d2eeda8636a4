import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, json, jsonb, pgTable, text, timestamp, uuid, varchar } from 'drizzle-orm/pg-core';

/** Registered organizations. `body` = names, address, place in kk and ru, accounts. */
export const organizationTable = pgTable(
  'organization',
  {
    bin: text('bin').primaryKey(),
    kind: text('kind').notNull(),
    nameKk: text('name_kk').notNull(),
    nameRu: text('name_ru').notNull(),
    addressKk: text('address_kk').notNull(),
    addressRu: text('address_ru').notNull(),
    placeKk: text('place_kk').notNull(),
    placeRu: text('place_ru').notNull(),
    iban: text('iban'),
    bik: text('bik'),
    /** Number, names and addresses as the public search compares them; follows a change of name by itself. */
    folded: text('folded').generatedAlwaysAs(
      sql`search_fold(bin || ' ' || name_kk || ' ' || name_ru || ' ' || address_kk || ' ' || address_ru)`,
    ),
  },
  (t) => [index('organization_folded').using('gin', sql`${t.folded} gin_trgm_ops`)],
);

export const userTable = pgTable(
  'app_user',
  {
    id: uuid('id').primaryKey(),
    login: text('login').notNull().unique(),
    passwordHash: text('password_hash').notNull(),
    iin: text('iin').notNull(),
    nameKk: text('name_kk').notNull(),
    nameRu: text('name_ru').notNull(),
    positionKk: text('position_kk').notNull(),
    positionRu: text('position_ru').notNull(),
    organizationBin: text('organization_bin').references(() => organizationTable.bin),
    roles: text('roles').array().notNull(),
    email: text('email').notNull(),
    phone: text('phone').notNull(),
    language: text('language').notNull().default('ru'),
    blocked: boolean('blocked').notNull().default(false),
  },
  (t) => [index('app_user_organization').on(t.organizationBin)],
);

/** Sessions of express-session (connect-pg-simple's columns). */
export const sessionTable = pgTable(
  'session',
  { sid: varchar('sid').primaryKey(), sess: json('sess').notNull(), expire: timestamp('expire', { precision: 6 }).notNull() },
  (t) => [index('session_expire').on(t.expire)],
);

/** Counters of attempts to sign in (rate-limiter-flexible's columns); `expire` in ms since the epoch. */
export const rateLimitTable = pgTable('rate_limit', {
  key: varchar('key', { length: 255 }).primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
});

/** Our own register of restrictions on participation (unreliable suppliers, debt …): the default check of article 6. */
export const restrictionTable = pgTable('restriction', {
  id: uuid('id').primaryKey(),
  supplierBin: text('supplier_bin').notNull(),
  groundKk: text('ground_kk').notNull(),
  groundRu: text('ground_ru').notNull(),
  article: text('article').notNull(),
  subParagraph: text('sub_paragraph'),
  entry: text('entry').notNull(),
  fromDate: text('from_date').notNull(),
  toDate: text('to_date'),
});

/** Working calendar, versioned: an edit adds a version, a stored deadline names the version it was computed with. */
export const calendarTable = pgTable('working_calendar', {
  version: integer('version').primaryKey(),
  body: jsonb('body').notNull(),
  editedBy: text('edited_by').notNull(),
  editedAt: timestamp('edited_at', { withTimezone: true }).notNull(),
  reason: text('reason').notNull(),
});
