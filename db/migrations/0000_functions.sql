CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE SEQUENCE announcement_number START 1000001;
--> statement-breakpoint
CREATE TABLE legal_clock (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  "offset" interval NOT NULL DEFAULT '0',
  stopped_at timestamptz(6)
);
--> statement-breakpoint
INSERT INTO legal_clock DEFAULT VALUES;
--> statement-breakpoint
CREATE FUNCTION legal_now() RETURNS timestamptz LANGUAGE sql VOLATILE
  AS $$ SELECT coalesce(stopped_at, clock_timestamp() + "offset") FROM legal_clock $$;
