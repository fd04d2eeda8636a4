CREATE TABLE "ledger_check" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ledger_check_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ended_at" timestamp (6) with time zone NOT NULL,
	"seconds" double precision NOT NULL,
	"cases" integer NOT NULL,
	"engine_asked" boolean NOT NULL,
	"tallies" jsonb NOT NULL,
	"found" integer NOT NULL,
	"findings" jsonb NOT NULL
);
