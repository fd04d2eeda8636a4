import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytea, caseTable } from './cases.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 6 });

/** A window in which suppliers hand in sealed things; written by the record of a step from the deadlines in the file. */
export const windowTable = pgTable(
  'intake_window',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseTable.id),
    kind: text('kind').notNull(),
    generation: integer('generation').notNull(),
    opensAt: instant('opens_at'),
    closesAt: instant('closes_at'),
    /** planned, open, frozen, closed, opened, void */
    state: text('state').notNull(),
  },
  (t) => [
    uniqueIndex('intake_window_one').on(t.caseId, t.kind, t.generation),
    index('intake_window_closed')
      .on(t.closesAt)
      .where(sql`${t.state} = 'closed'`),
  ],
);

/** Public halves and wrapped private halves of a window's keys, one row per purpose (price, documents). */
export const windowKeyTable = pgTable(
  'window_key',
  {
    windowId: uuid('window_id').notNull(),
    purpose: text('purpose').notNull(),
    key: text('key').notNull(),
    publicKey: bytea('public_key').notNull(),
    record: jsonb('record').notNull(),
    releasedAt: instant('released_at'),
  },
  (t) => [primaryKey({ columns: [t.windowId, t.purpose] })],
);

/**
 * Sealed offers. No window, supplier, time or number stands here: `tag` is an HMAC under a key outside the database,
 * so rows of different procurements cannot be told apart or counted before the opening.
 */
export const offerTable = pgTable(
  'sealed_offer',
  {
    tag: text('tag').notNull(),
    revision: integer('revision').notNull(),
    envelope: bytea('envelope'),
    /** Manifest, signature and receipt, sealed to the window's documents key. */
    papers: bytea('papers').notNull(),
    /** The receipt again, sealed under the blind key for the supplier's own pages. */
    receipt: bytea('receipt').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tag, t.revision] })],
);

/** Offers after the opening, in the order of receipt. */
export const openedOfferTable = pgTable(
  'opened_offer',
  {
    windowId: uuid('window_id')
      .notNull()
      .references(() => windowTable.id),
    order: integer('order').notNull(),
    supplierBin: text('supplier_bin').notNull(),
    receivedAt: instant('received_at').notNull(),
    receipt: jsonb('receipt').notNull(),
    offer: jsonb('offer'),
    unreadable: text('unreadable'),
    proof: jsonb('proof').notNull(),
  },
  (t) => [primaryKey({ columns: [t.windowId, t.order] })],
);

/** Rounds of the opener's canary, newest last: whether the keys of all windows that wait for their opening can be used. */
export const canaryTable = pgTable('canary', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  /** By the machine's clock of the database: the canary guards machines, not deadlines. */
  at: instant('at').notNull(),
  windows: integer('windows').notNull(),
  faults: jsonb('faults').notNull(),
});

/** Fingerprints of keys that several processes must share: the first one that starts writes it, the others compare. */
export const keyFingerprintTable = pgTable('key_fingerprint', {
  name: text('name').primaryKey(),
  fingerprint: text('fingerprint').notNull(),
});

/** Public keys by which receipts are checked; a former one stays in the list, with its end. */
export const publishedKeyTable = pgTable('published_key', {
  keyId: text('key_id').primaryKey(),
  purpose: text('purpose').notNull(),
  algorithm: text('algorithm').notNull(),
  pem: text('pem').notNull(),
  from: instant('from').notNull(),
  until: instant('until'),
});

/** The list of public keys as the portal's seal has signed it: one row, the very bytes. */
export const keyListTable = pgTable('key_list', {
  one: integer('one').primaryKey(),
  body: text('body').notNull(),
  cms: bytea('cms').notNull(),
});
