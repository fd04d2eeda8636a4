import { z } from 'zod';
import { isoInstant } from '../../../templates/formats.ts';
import type { Money } from '../../../domain/money.ts';

/** Schemas that have a name of their own in the document; inputs and answers alike. */
export const named = z.registry<{ id: string; description?: string }>();

/** Gives a schema its name in the document. */
export const as = <Schema extends z.ZodType>(id: string, schema: Schema, description?: string): Schema => {
  named.add(schema, { id, ...(description ? { description } : {}) });
  return schema;
};

export const text = as('Text', z.strictObject({ kk: z.string(), ru: z.string() }), 'Both languages of the state.');

/** ISO 8601 with milliseconds and +05:00. */
export const instant = z.iso.datetime({ offset: true });

export const amount = as(
  'Amount',
  z.strictObject({ amount: z.string().regex(/^-?\d+\.\d\d$/), currency: z.literal('KZT') }),
  'Tenge without VAT as a decimal string with two places.',
);

export const bin = z.string().regex(/^\d{12}$/);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** An address below the portal's own. */
export const href = z.string();

export const tenge = (money: Money) => ({ amount: money, currency: 'KZT' as const });

export const instantOrNull = (ms: number | null | undefined): string | null =>
  ms === null || ms === undefined ? null : isoInstant(ms);

/** Number of an announcement with its index: `1000001-1`. */
export const announcementNumber = z.string().regex(/^\d{1,12}-\d{1,4}$/);

/** Size of a page of a list. */
export const limit = z.coerce.number().int().min(1).max(200).default(50);

/** Place in a list as a page before it gave it; its inside is nobody's business. */
export const cursor = z
  .string()
  .max(400)
  .regex(/^[A-Za-z0-9_-]+$/)
  .optional();

/** Address of the next page; null on the last. */
export const next = href.nullable();
