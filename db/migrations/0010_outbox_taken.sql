ALTER TABLE "outbox" ADD COLUMN "taken_by" uuid;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "taken_at" timestamp (6) with time zone;