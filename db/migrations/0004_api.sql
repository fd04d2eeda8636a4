CREATE TABLE "api_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"organization_bin" text NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	"revoked_at" timestamp (6) with time zone,
	"revoked_by" uuid,
	"last_used_on" date,
	CONSTRAINT "api_token_sha256_unique" UNIQUE("sha256")
);
--> statement-breakpoint
CREATE TABLE "change" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "change_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unnumbered_change" (
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "unnumbered_change_case_id_seq_pk" PRIMARY KEY("case_id","seq")
);
--> statement-breakpoint
CREATE INDEX "api_token_organization" ON "api_token" USING btree ("organization_bin");--> statement-breakpoint
CREATE UNIQUE INDEX "change_once" ON "change" USING btree ("case_id","seq");--> statement-breakpoint
INSERT INTO "unnumbered_change" SELECT "case_id", "seq" FROM "journal" WHERE "part" = 0;
--> statement-breakpoint
CREATE FUNCTION tell_of_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO unnumbered_change (case_id, seq) VALUES (NEW.case_id, NEW.seq) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER journal_is_told AFTER INSERT ON "journal" FOR EACH ROW WHEN (NEW.part = 0) EXECUTE FUNCTION tell_of_step();
--> statement-breakpoint
CREATE FUNCTION number_changes() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- Held until this transaction is visible, so that positions appear in rising order. The next statement sees what was committed by now.
  PERFORM pg_advisory_xact_lock(7203116);
  WITH told AS (DELETE FROM unnumbered_change RETURNING case_id, seq)
  INSERT INTO change (case_id, seq)
  SELECT j.case_id, j.seq FROM journal j JOIN told t ON t.case_id = j.case_id AND t.seq = j.seq WHERE j.part = 0 ORDER BY j.id ON CONFLICT DO NOTHING;
END $$;
