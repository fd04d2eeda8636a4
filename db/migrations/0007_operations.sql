CREATE TABLE "process_heartbeat" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"host" text NOT NULL,
	"version" text NOT NULL,
	"started_at" timestamp (6) with time zone NOT NULL,
	"seen_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "print_failure" (
	"subject" text PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"attempts" integer NOT NULL,
	"error" text NOT NULL,
	"failed_at" timestamp (6) with time zone NOT NULL,
	"next_attempt_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "command" ADD COLUMN "carries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "command" ADD COLUMN "next_carry_at" timestamp (6) with time zone DEFAULT clock_timestamp() + interval '3 seconds' NOT NULL;--> statement-breakpoint
CREATE INDEX "document_to_print" ON "document" USING btree ("created_at") WHERE "document"."state" = 'to-print';--> statement-breakpoint
CREATE INDEX "intake_window_closed" ON "intake_window" USING btree ("closes_at") WHERE "intake_window"."state" = 'closed';--> statement-breakpoint
-- The migrations that were made belong to the owner; every process may ask for the last one (ms since the epoch).
create function schema_version() returns bigint language sql stable security definer set search_path = ''
  as 'select max(created_at) from drizzle.__drizzle_migrations';
