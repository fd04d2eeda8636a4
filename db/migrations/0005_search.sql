-- As `fold` in domain/search-fold.ts.
CREATE FUNCTION search_fold(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT btrim(regexp_replace(translate(lower(normalize($1, NFKC)), 'abcehikmoptxyəқғңөұүәһіё', 'авсеникмортхуакгноууахие'), '\s+', ' ', 'g')) $$;--> statement-breakpoint
DROP INDEX "lot_amount";--> statement-breakpoint
DROP INDEX "lot_folded";--> statement-breakpoint
ALTER TABLE "procurement_case" ADD COLUMN "customers" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "procurement_case" ADD COLUMN "folded" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "lot" ADD COLUMN "announcement" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "lot" ADD COLUMN "shown" text DEFAULT 'published' NOT NULL;--> statement-breakpoint
ALTER TABLE "lot" ADD COLUMN "method" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "lot" ADD COLUMN "organizer_bin" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "lot" ADD COLUMN "published_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "lot" ADD COLUMN "next_deadline_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "folded" text GENERATED ALWAYS AS (search_fold(bin || ' ' || name_kk || ' ' || name_ru || ' ' || address_kk || ' ' || address_ru)) STORED;--> statement-breakpoint
-- Announcements that stand already get their words and columns as the record of a step writes them.
UPDATE "procurement_case" c SET
  "customers" = (SELECT array_agg(customer ORDER BY first) FROM (SELECT lot->>'customer' AS customer, min(place) AS first
    FROM jsonb_array_elements(c."file"->'lots') WITH ORDINALITY AS l(lot, place) GROUP BY 1) AS each_once),
  "folded" = (SELECT string_agg(word, ' ' ORDER BY first) FROM (SELECT word, min(place) AS first
    FROM regexp_split_to_table(search_fold(concat_ws(' ', c."number", c."name_kk", c."name_ru", (SELECT string_agg(concat_ws(' ', lot->'name'->>'kk',
      lot->'name'->>'ru', lot->>'catalogueCode', lot->>'customer', lot->'delivery'->'place'->>'kk', lot->'delivery'->'place'->>'ru'), ' ' ORDER BY n)
      FROM jsonb_array_elements(c."file"->'lots') WITH ORDINALITY AS l(lot, n)))), ' ') WITH ORDINALITY AS w(word, place) GROUP BY word) AS each_once)
WHERE "status" <> 'draft' AND jsonb_array_length("file"->'lots') > 0;--> statement-breakpoint
UPDATE "lot" l SET "announcement" = c."number", "shown" = CASE WHEN c."suspended" THEN 'suspended' ELSE c."status" END, "method" = c."method",
  "organizer_bin" = c."organizer_bin", "published_at" = c."published_at", "next_deadline_at" = c."next_deadline_at",
  "folded" = search_fold(concat_ws(' ', c."number", c."name_kk", c."name_ru", l."name_kk", l."name_ru", l."catalogue_code", l."customer_bin",
    f.lot->'delivery'->'place'->>'kk', f.lot->'delivery'->'place'->>'ru'))
FROM "procurement_case" c CROSS JOIN LATERAL jsonb_array_elements(c."file"->'lots') AS f(lot)
WHERE c."id" = l."case_id" AND f.lot->>'number' = l."number";--> statement-breakpoint
CREATE INDEX "case_organizer" ON "procurement_case" USING btree ("organizer_bin");--> statement-breakpoint
CREATE INDEX "case_customers" ON "procurement_case" USING gin ("customers") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "case_folded" ON "procurement_case" USING gin ("folded" gin_trgm_ops) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "case_newest" ON "procurement_case" USING btree ("published_at" DESC NULLS LAST,"number") WHERE status <> 'draft';--> statement-breakpoint
CREATE INDEX "case_ending" ON "procurement_case" USING btree (coalesce("next_deadline_at", '3000-01-01T00:00:00Z'::timestamptz),"number") WHERE status <> 'draft';--> statement-breakpoint
CREATE INDEX "case_amount" ON "procurement_case" USING btree ("total" DESC NULLS LAST,"number") WHERE status <> 'draft';--> statement-breakpoint
CREATE INDEX "lot_shown" ON "lot" USING btree ("shown");--> statement-breakpoint
CREATE INDEX "lot_customer" ON "lot" USING btree ("customer_bin");--> statement-breakpoint
CREATE INDEX "lot_organizer" ON "lot" USING btree ("organizer_bin");--> statement-breakpoint
CREATE INDEX "lot_newest" ON "lot" USING btree ("published_at" DESC NULLS LAST,"announcement",length("number"),"number");--> statement-breakpoint
CREATE INDEX "lot_ending" ON "lot" USING btree (coalesce("next_deadline_at", '3000-01-01T00:00:00Z'::timestamptz),"announcement",length("number"),"number");--> statement-breakpoint
CREATE INDEX "organization_folded" ON "organization" USING gin ("folded" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "lot_amount" ON "lot" USING btree ("amount" DESC NULLS LAST,"announcement",length("number"),"number");--> statement-breakpoint
CREATE INDEX "lot_folded" ON "lot" USING gin ("folded" gin_trgm_ops) WITH (gin_pending_list_limit=256);