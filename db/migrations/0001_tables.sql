CREATE TABLE "procurement_case" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"method" text NOT NULL,
	"number" text NOT NULL,
	"status" text NOT NULL,
	"suspended" boolean DEFAULT false NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"file" jsonb NOT NULL,
	"organizer_bin" text NOT NULL,
	"creator_id" uuid NOT NULL,
	"name_kk" text NOT NULL,
	"name_ru" text NOT NULL,
	"total" numeric(18, 2) NOT NULL,
	"published_at" timestamp (6) with time zone,
	"next_deadline_key" text,
	"next_deadline_at" timestamp (6) with time zone,
	"closed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "procurement_case_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "command" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"action" text NOT NULL,
	"actor" jsonb NOT NULL,
	"input" jsonb NOT NULL,
	"digest" text NOT NULL,
	"received_at" timestamp (6) with time zone NOT NULL,
	"outcome" jsonb,
	"decided_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"lot" text,
	"version" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"payload" jsonb,
	"payload_sha256" text,
	"state" text NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"body" jsonb NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "journal_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"part" integer NOT NULL,
	"type" text NOT NULL,
	"fact" jsonb NOT NULL,
	"actor" jsonb NOT NULL,
	"action" text NOT NULL,
	"command_id" uuid,
	"status_before" text NOT NULL,
	"status_after" text NOT NULL,
	"at" timestamp (6) with time zone NOT NULL,
	"salt" "bytea" NOT NULL,
	"leaf" "bytea" NOT NULL,
	"prev" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lot" (
	"case_id" uuid NOT NULL,
	"number" text NOT NULL,
	"plan_item_id" uuid NOT NULL,
	"status" text NOT NULL,
	"name_kk" text NOT NULL,
	"name_ru" text NOT NULL,
	"catalogue_code" text NOT NULL,
	"customer_bin" text NOT NULL,
	"amount" numeric(18, 2) NOT NULL,
	"folded" text NOT NULL,
	CONSTRAINT "lot_case_id_number_pk" PRIMARY KEY("case_id","number")
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notification_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"event" text NOT NULL,
	"params" jsonb NOT NULL,
	"at" timestamp (6) with time zone NOT NULL,
	"read_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"notification_id" bigint NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (6) with time zone NOT NULL,
	"sent_at" timestamp (6) with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "plan_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_bin" text NOT NULL,
	"organizer_bin" text NOT NULL,
	"method" text NOT NULL,
	"subject_kind" text NOT NULL,
	"body" jsonb NOT NULL,
	"amount" numeric(18, 2) NOT NULL,
	"status" text NOT NULL,
	"case_id" uuid
);
--> statement-breakpoint
CREATE TABLE "document_signature" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"cms" "bytea" NOT NULL,
	"signer" jsonb NOT NULL,
	"signed_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "working_calendar" (
	"version" integer PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL,
	"edited_by" text NOT NULL,
	"edited_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"bin" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_kk" text NOT NULL,
	"name_ru" text NOT NULL,
	"address_kk" text NOT NULL,
	"address_ru" text NOT NULL,
	"place_kk" text NOT NULL,
	"place_ru" text NOT NULL,
	"iban" text,
	"bik" text
);
--> statement-breakpoint
CREATE TABLE "restriction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_bin" text NOT NULL,
	"ground_kk" text NOT NULL,
	"ground_ru" text NOT NULL,
	"article" text NOT NULL,
	"sub_paragraph" text,
	"entry" text NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text
);
--> statement-breakpoint
CREATE TABLE "session" (
	"sid" varchar PRIMARY KEY NOT NULL,
	"sess" json NOT NULL,
	"expire" timestamp (6) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app_user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"login" text NOT NULL,
	"password_hash" text NOT NULL,
	"iin" text NOT NULL,
	"name_kk" text NOT NULL,
	"name_ru" text NOT NULL,
	"position_kk" text NOT NULL,
	"position_ru" text NOT NULL,
	"organization_bin" text,
	"roles" text[] NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"language" text DEFAULT 'ru' NOT NULL,
	"blocked" boolean DEFAULT false NOT NULL,
	CONSTRAINT "app_user_login_unique" UNIQUE("login")
);
--> statement-breakpoint
CREATE TABLE "sealed_offer" (
	"tag" text NOT NULL,
	"revision" integer NOT NULL,
	"envelope" "bytea",
	"papers" "bytea" NOT NULL,
	"receipt" "bytea" NOT NULL,
	CONSTRAINT "sealed_offer_tag_revision_pk" PRIMARY KEY("tag","revision")
);
--> statement-breakpoint
CREATE TABLE "opened_offer" (
	"window_id" uuid NOT NULL,
	"order" integer NOT NULL,
	"supplier_bin" text NOT NULL,
	"received_at" timestamp (6) with time zone NOT NULL,
	"receipt" jsonb NOT NULL,
	"offer" jsonb,
	"unreadable" text,
	"proof" jsonb NOT NULL,
	CONSTRAINT "opened_offer_window_id_order_pk" PRIMARY KEY("window_id","order")
);
--> statement-breakpoint
CREATE TABLE "window_key" (
	"window_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"key" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"record" jsonb NOT NULL,
	"released_at" timestamp (6) with time zone,
	CONSTRAINT "window_key_window_id_purpose_pk" PRIMARY KEY("window_id","purpose")
);
--> statement-breakpoint
CREATE TABLE "intake_window" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"generation" integer NOT NULL,
	"opens_at" timestamp (6) with time zone,
	"closes_at" timestamp (6) with time zone,
	"state" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "command" ADD CONSTRAINT "command_case_id_procurement_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."procurement_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_case_id_procurement_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."procurement_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_case_id_procurement_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."procurement_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal" ADD CONSTRAINT "journal_case_id_procurement_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."procurement_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot" ADD CONSTRAINT "lot_case_id_procurement_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."procurement_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_signature" ADD CONSTRAINT "document_signature_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_organization_bin_organization_bin_fk" FOREIGN KEY ("organization_bin") REFERENCES "public"."organization"("bin") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opened_offer" ADD CONSTRAINT "opened_offer_window_id_intake_window_id_fk" FOREIGN KEY ("window_id") REFERENCES "public"."intake_window"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_window" ADD CONSTRAINT "intake_window_case_id_procurement_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."procurement_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_status" ON "procurement_case" USING btree ("status");--> statement-breakpoint
CREATE INDEX "case_deadline" ON "procurement_case" USING btree ("next_deadline_at");--> statement-breakpoint
CREATE INDEX "case_creator" ON "procurement_case" USING btree ("creator_id");--> statement-breakpoint
CREATE INDEX "command_waiting" ON "command" USING btree ("case_id","received_at") WHERE "command"."outcome" is null;--> statement-breakpoint
CREATE INDEX "document_case" ON "document" USING btree ("case_id","kind");--> statement-breakpoint
CREATE INDEX "document_sha256" ON "document" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "journal_step" ON "journal" USING btree ("case_id","seq","part");--> statement-breakpoint
CREATE INDEX "lot_status" ON "lot" USING btree ("status");--> statement-breakpoint
CREATE INDEX "lot_amount" ON "lot" USING btree ("amount");--> statement-breakpoint
CREATE INDEX "lot_folded" ON "lot" USING gin ("folded" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "notification_once" ON "notification" USING btree ("user_id","case_id","seq","event");--> statement-breakpoint
CREATE INDEX "notification_user" ON "notification" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("next_attempt_at") WHERE "outbox"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "plan_item_pool" ON "plan_item" USING btree ("organizer_bin","status");--> statement-breakpoint
CREATE INDEX "session_expire" ON "session" USING btree ("expire");--> statement-breakpoint
CREATE INDEX "app_user_organization" ON "app_user" USING btree ("organization_bin");--> statement-breakpoint
CREATE UNIQUE INDEX "intake_window_one" ON "intake_window" USING btree ("case_id","kind","generation");