CREATE TABLE "key_list" (
	"one" integer PRIMARY KEY NOT NULL,
	"body" text NOT NULL,
	"cms" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published_key" (
	"key_id" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"algorithm" text NOT NULL,
	"pem" text NOT NULL,
	"from" timestamp (6) with time zone NOT NULL,
	"until" timestamp (6) with time zone
);
