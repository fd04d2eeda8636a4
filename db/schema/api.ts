import { bigint, date, index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 6 });

/** Recorded steps in the order in which the feed tells them: numbers are given after the commit, one numbering at a time (ADR 0018). */
export const changeTable = pgTable(
  'change',
  {
    position: bigint('position', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    caseId: uuid('case_id').notNull(),
    seq: integer('seq').notNull(),
  },
  (t) => [uniqueIndex('change_once').on(t.caseId, t.seq)],
);

/** Steps that are recorded but have no place in the feed yet; written by a trigger of the journal, emptied by `number_changes()`. */
export const unnumberedChangeTable = pgTable(
  'unnumbered_change',
  { caseId: uuid('case_id').notNull(), seq: integer('seq').notNull() },
  (t) => [primaryKey({ columns: [t.caseId, t.seq] })],
);

/** Tokens of the API: only their SHA-256 is kept. Each acts for the person who made it, under one of that person's roles. */
export const apiTokenTable = pgTable(
  'api_token',
  {
    id: uuid('id').primaryKey(),
    sha256: text('sha256').notNull().unique(),
    organizationBin: text('organization_bin').notNull(),
    userId: uuid('user_id').notNull(),
    role: text('role').notNull(),
    name: text('name').notNull(),
    scopes: text('scopes').array().notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    revokedBy: uuid('revoked_by'),
    /** The day alone: a token tells nobody's hours. */
    lastUsedOn: date('last_used_on'),
  },
  (t) => [index('api_token_organization').on(t.organizationBin)],
);
