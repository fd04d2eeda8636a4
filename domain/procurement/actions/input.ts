import { z } from 'zod';

const LONGEST_NAME = 2_000;
const line = z.string().trim().min(1).max(LONGEST_NAME);

export const isoDate = z.iso.date();
export const lotNumber = z.string().min(1).max(20);
/** Numbers of chosen lots, each once: an act lists them as given. */
export const lotNumbers = z
  .array(lotNumber)
  .min(1)
  .max(1_000)
  .refine((lots) => new Set(lots).size === lots.length);
export const uploaded = z.object({ documentId: z.uuid(), sha256: z.string().regex(/^[0-9a-f]{64}$/), name: line });

/** Form of a decision of an authority, S1 §1.3.3: every field is required. */
export const actOfAuthority = z.object({
  number: line,
  date: isoDate,
  kind: z.enum(['decision', 'ruling', 'representation', 'notice', 'order']),
  bodyKind: z.enum(['court', 'prosecutor', 'financial-control']),
  body: line,
  scan: uploaded,
});

export const nothing = z.object({}).strict();

export const longText = line;
