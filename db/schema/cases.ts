import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 6 });

/** Orders of the public search (`db/search.ts`): what has no deadline comes last, a draft never. */
const soonest = (column: AnyPgColumn) => sql`coalesce(${column}, '3000-01-01T00:00:00Z'::timestamptz)`;
const published = sql`status <> 'draft'`;

/** One row per case for life: a draft first, then the folded file. `file` = fold of the journal over `draft_file`. */
export const caseTable = pgTable(
  'procurement_case',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').notNull(),
    method: text('method').notNull(),
    number: text('number').notNull().unique(),
    status: text('status').notNull(),
    suspended: boolean('suspended').notNull().default(false),
    seq: integer('seq').notNull().default(0),
    file: jsonb('file').notNull(),
    /** The file before the first recorded step; the journal's first leaf commits to it. */
    draftFile: jsonb('draft_file'),
    organizerBin: text('organizer_bin').notNull(),
    creatorId: uuid('creator_id').notNull(),
    nameKk: text('name_kk').notNull(),
    nameRu: text('name_ru').notNull(),
    total: numeric('total', { precision: 18, scale: 2 }).notNull(),
    publishedAt: instant('published_at'),
    nextDeadlineKey: text('next_deadline_key'),
    nextDeadlineAt: instant('next_deadline_at'),
    closed: boolean('closed').notNull().default(false),
    /** Customers of the lots, and the folded words of the announcement and its lots, for search. */
    customers: text('customers').array().notNull().default([]),
    folded: text('folded').notNull().default(''),
  },
  (t) => [
    index('case_status').on(t.status),
    index('case_deadline').on(t.nextDeadlineAt),
    index('case_creator').on(t.creatorId),
    index('case_organizer').on(t.organizerBin),
    index('case_customers').using('gin', t.customers).with({ fastupdate: false }),
    index('case_folded')
      .using('gin', sql`${t.folded} gin_trgm_ops`)
      .with({ gin_pending_list_limit: 256 }),
    index('case_newest').on(t.publishedAt.desc(), t.number).where(published),
    index('case_ending').on(soonest(t.nextDeadlineAt), t.number).where(published),
    index('case_amount').on(t.total.desc(), t.number).where(published),
    // A protocol may be due in any status, also after the procurement is completed: operators ask every few seconds.
    index('case_protocol_due')
      .on(t.number)
      .where(sql`not ${t.closed} and ${t.file} @> '{"protocols":[{"state":"due"}]}'`),
  ],
);

/** Search columns of the lots of published cases and of their announcement, written by the record of a step. */
export const lotTable = pgTable(
  'lot',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseTable.id),
    number: text('number').notNull(),
    planItemId: uuid('plan_item_id').notNull(),
    status: text('status').notNull(),
    nameKk: text('name_kk').notNull(),
    nameRu: text('name_ru').notNull(),
    catalogueCode: text('catalogue_code').notNull(),
    customerBin: text('customer_bin').notNull(),
    amount: numeric('amount', { precision: 18, scale: 2 }).notNull(),
    /** Folded text (case, Kazakh letters) for search. */
    folded: text('folded').notNull(),
    /** Of the announcement: number, shown status, method, organizer, publication, nearest deadline. */
    announcement: text('announcement').notNull().default(''),
    shown: text('shown').notNull().default('published'),
    method: text('method').notNull().default(''),
    organizerBin: text('organizer_bin').notNull().default(''),
    publishedAt: instant('published_at'),
    nextDeadlineAt: instant('next_deadline_at'),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.number] }),
    index('lot_status').on(t.status),
    index('lot_shown').on(t.shown),
    index('lot_customer').on(t.customerBin),
    index('lot_organizer').on(t.organizerBin),
    // New words wait in a list that every search reads: a short one.
    index('lot_folded')
      .using('gin', sql`${t.folded} gin_trgm_ops`)
      .with({ gin_pending_list_limit: 256 }),
    index('lot_newest').on(t.publishedAt.desc(), t.announcement, sql`length(${t.number})`, t.number),
    index('lot_ending').on(soonest(t.nextDeadlineAt), t.announcement, sql`length(${t.number})`, t.number),
    index('lot_amount').on(t.amount.desc(), t.announcement, sql`length(${t.number})`, t.number),
  ],
);

/** The receipt of a command and, later, its outcome. */
export const commandTable = pgTable(
  'command',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseTable.id),
    action: text('action').notNull(),
    actor: jsonb('actor').notNull(),
    input: jsonb('input').notNull(),
    digest: text('digest').notNull(),
    receivedAt: instant('received_at').notNull(),
    outcome: jsonb('outcome'),
    decidedAt: instant('decided_at'),
    /** How often the relay has carried it to its case, and when it is to do so next, by the machine's clock. */
    carries: integer('carries').notNull().default(0),
    nextCarryAt: instant('next_carry_at')
      .notNull()
      .default(sql`clock_timestamp() + interval '3 seconds'`),
  },
  (t) => [
    index('command_waiting')
      .on(t.caseId, t.receivedAt)
      .where(sql`${t.outcome} is null`),
  ],
);

/** Facts in order, one row each, chained per case; `leaf` commits to the fact with a random salt (32 bytes). */
export const journalTable = pgTable(
  'journal',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseTable.id),
    seq: integer('seq').notNull(),
    part: integer('part').notNull(),
    type: text('type').notNull(),
    fact: jsonb('fact').notNull(),
    actor: jsonb('actor').notNull(),
    action: text('action').notNull(),
    commandId: uuid('command_id'),
    statusBefore: text('status_before').notNull(),
    statusAfter: text('status_after').notNull(),
    at: instant('at').notNull(),
    salt: bytea('salt').notNull(),
    leaf: bytea('leaf').notNull(),
    prev: bytea('prev').notNull(),
    hash: bytea('hash').notNull(),
  },
  (t) => [uniqueIndex('journal_step').on(t.caseId, t.seq, t.part)],
);

/** A draft of an announcement while the wizard is filled in; `version` guards against stale saves. */
export const draftTable = pgTable('draft', {
  caseId: uuid('case_id')
    .primaryKey()
    .references(() => caseTable.id),
  version: integer('version').notNull().default(1),
  body: jsonb('body').notNull(),
  savedBy: uuid('saved_by').notNull(),
  savedAt: instant('saved_at').notNull(),
});

/** A line of a customer's annual plan (S1 §1.1). `status` follows its lot. */
export const planItemTable = pgTable(
  'plan_item',
  {
    id: uuid('id').primaryKey(),
    customerBin: text('customer_bin').notNull(),
    organizerBin: text('organizer_bin').notNull(),
    method: text('method').notNull(),
    subjectKind: text('subject_kind').notNull(),
    body: jsonb('body').notNull(),
    amount: numeric('amount', { precision: 18, scale: 2 }).notNull(),
    status: text('status').notNull(),
    caseId: uuid('case_id'),
  },
  (t) => [index('plan_item_pool').on(t.organizerBin, t.status)],
);

/** Stored documents: bytes lie in the file store under their SHA-256. */
export const documentTable = pgTable(
  'document',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseTable.id),
    kind: text('kind').notNull(),
    lot: text('lot'),
    version: integer('version').notNull().default(1),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    payload: jsonb('payload'),
    payloadSha256: text('payload_sha256'),
    state: text('state').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [
    index('document_case').on(t.caseId, t.kind),
    index('document_sha256').on(t.sha256),
    index('document_to_print')
      .on(t.createdAt)
      .where(sql`${t.state} = 'to-print'`),
  ],
);

/** Detached signatures over a document's stored bytes, with what was judged on receipt. */
export const signatureTable = pgTable('document_signature', {
  id: uuid('id').primaryKey(),
  documentId: uuid('document_id')
    .notNull()
    .references(() => documentTable.id),
  userId: text('user_id').notNull(),
  role: text('role').notNull(),
  cms: bytea('cms').notNull(),
  signer: jsonb('signer').notNull(),
  signedAt: instant('signed_at').notNull(),
});

/** Rows about to be told: in-app notices, one per person and event. */
export const notificationTable = pgTable(
  'notification',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    userId: uuid('user_id').notNull(),
    caseId: uuid('case_id').notNull(),
    seq: integer('seq').notNull(),
    event: text('event').notNull(),
    params: jsonb('params').notNull(),
    at: instant('at').notNull(),
    readAt: instant('read_at'),
  },
  (t) => [uniqueIndex('notification_once').on(t.userId, t.caseId, t.seq, t.event), index('notification_user').on(t.userId, t.id)],
);

/** Mail to be sent; one row per notice and address, sent at least once with a fixed Message-ID. */
export const outboxTable = pgTable(
  'outbox',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    notificationId: bigint('notification_id', { mode: 'number' }).notNull(),
    createdAt: instant('created_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: instant('next_attempt_at').notNull(),
    /** Who sends it now, and since when it was last heard that they do; nobody when null. */
    takenBy: uuid('taken_by'),
    takenAt: instant('taken_at'),
    sentAt: instant('sent_at'),
    lastError: text('last_error'),
  },
  (t) => [
    index('outbox_waiting')
      .on(t.nextAttemptAt)
      .where(sql`${t.sentAt} is null`),
  ],
);
