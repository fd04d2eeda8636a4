import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const TYPES = ['Text', 'Keyword', 'Int', 'Double', 'Bool', 'Datetime', 'KeywordList'] as const;

const pair = z.string().regex(/^[^=\s]+=\S+$/, 'must read name=value');

const schema = z.object({
  namespace: z.string().min(1),
  /** How long closed cases stay in Temporal, hours. */
  retention: z
    .string()
    .regex(/^[1-9]\d*h$/, 'must be whole hours, as in 2160h')
    .transform((text) => Number(text.slice(0, -1))),
  searchAttributes: z.array(
    pair.transform((text) => {
      const [name, type] = text.split('=');
      return { name: name!, type: z.enum(TYPES).parse(type) };
    }),
  ),
  dynamicConfig: z.array(pair),
});

/** Section `x-temporal` of temporal-dev.yml: what every Temporal of this product is set up with. Retention in hours. */
export type TemporalConfig = z.infer<typeof schema>;

/** Reads the section; throws with the reason if the file is not as it must be. */
export function readTemporalConfig(file = fileURLToPath(new URL('../../temporal-dev.yml', import.meta.url))): TemporalConfig {
  const document = parse(readFileSync(file, 'utf8')) as { 'x-temporal'?: unknown };
  return schema.parse(document['x-temporal']);
}
