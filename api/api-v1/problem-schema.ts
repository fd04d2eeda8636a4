import { z } from 'zod';
import { REFUSAL_CODES } from '../../domain/refusals.ts';
import { ERROR_KINDS } from '../../templates/texts/errors.ts';
import { as } from './schemas/common.ts';

/** RFC 9457, with what the portal adds to it. */
export const problem = as(
  'Problem',
  z.strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.enum([...REFUSAL_CODES, ...ERROR_KINDS]),
    article: z.string().optional(),
    field: z.string().optional(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    availableActions: z.array(z.string()).optional(),
    commandId: z.uuid().optional(),
    request: z.string().optional(),
  }),
  'A "no": what happened (`title`), why, what to do now and by when (`detail`), the rule (`article`), the field of the input it concerns, what may be done instead. `type` leads to a page about it.',
);
