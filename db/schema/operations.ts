import { bigint, boolean, doublePrecision, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 6 });

/** Processes that say every few seconds that they live. Instants by the machine's clock. */
export const heartbeatTable = pgTable('process_heartbeat', {
  id: uuid('id').primaryKey(),
  /** web, worker, opener */
  kind: text('kind').notNull(),
  /** Machine and process id. */
  host: text('host').notNull(),
  version: text('version').notNull(),
  startedAt: instant('started_at').notNull(),
  seenAt: instant('seen_at').notNull(),
});

/** Documents and protocols whose printing failed, until it succeeds. Instants by the machine's clock. */
export const printFailureTable = pgTable('print_failure', {
  /** Id of a document, or `case/type/version` of a protocol. */
  subject: text('subject').primaryKey(),
  caseId: uuid('case_id').notNull(),
  attempts: integer('attempts').notNull(),
  error: text('error').notNull(),
  failedAt: instant('failed_at').notNull(),
  /** A document of the queue is not tried again before; protocols are tried again by the engine. */
  nextAttemptAt: instant('next_attempt_at').notNull(),
});

/** Runs of `npm run verify` over the whole ledger, newest last. Instants by the machine's clock. */
export const ledgerCheckTable = pgTable('ledger_check', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  endedAt: instant('ended_at').notNull(),
  seconds: doublePrecision('seconds').notNull(),
  cases: integer('cases').notNull(),
  /** Whether the engine's running workflows were looked at too. */
  engineAsked: boolean('engine_asked').notNull(),
  /** What each check looked at: name, unit, count, findings. */
  tallies: jsonb('tallies').notNull(),
  /** How many findings there were; `findings` keeps the first of them, by announcement, check and row, without the values. */
  found: integer('found').notNull(),
  findings: jsonb('findings').notNull(),
});
