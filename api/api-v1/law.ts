import { z } from 'zod';
import { DAY_KINDS } from '../../domain/calendar.ts';
import { methods } from '../../domain/procurement/methods/index.ts';
import { findCalendarVersion } from '../../db/calendar-edits.ts';
import { PageProblem } from '../page-problem.ts';
import { isoInstant } from '../../templates/formats.ts';
import { NOTHING, route } from './route.ts';
import { as, instant, text } from './schemas/common.ts';
import { method } from './schemas/procurement.ts';
import { found } from './send.ts';

const calendar = as(
  'WorkingCalendar',
  z.strictObject({
    version: z.number().int(),
    editedAt: instant,
    reason: z.string(),
    utcOffset: z.literal('+05:00'),
    office: z.strictObject({ from: z.string(), to: z.string() }),
    days: z.array(
      z.strictObject({ date: z.iso.date(), kind: z.enum(DAY_KINDS), name: text.nullable(), act: z.string().nullable() }),
    ),
  }),
  'Days that differ from their weekday; any other Monday to Friday is working.',
);

const rules = as(
  'RuleSheets',
  z.strictObject({
    methods: z.array(
      z.strictObject({
        method,
        protocolCode: z.string(),
        sheets: z.array(z.strictObject({ from: z.iso.date(), sheet: z.looseObject({}) })),
      }),
    ),
  }),
  'Numbers and switches of every method, each with its source; the sheet of the day of publication is kept to the end.',
);

/** What everything is counted by. */
export const lawRoutes = [
  route({
    operation: 'getCalendar',
    tag: 'law',
    method: 'get',
    path: '/api/v1/calendar',
    access: 'everyone',
    params: NOTHING,
    query: z.strictObject({ version: z.coerce.number().int().min(1).max(1_000_000).optional() }),
    answers: { 200: { description: 'A version of the calendar, the newest unless another is asked for.', schema: calendar } },
    refuses: [404],
    serve: async ({ services, query }) => {
      const shown = await findCalendarVersion(services.db.pool, query.version ?? null);
      if (!shown) throw new PageProblem('not-found');
      const { acts, office, days } = shown.body;
      const items = Object.entries(days).map(([date, kind]) => {
        const act = acts.find((each) => each.date === date);
        return { date, kind, name: act ? { kk: act.name.kk, ru: act.name.ru } : null, act: act?.act ?? null };
      });
      const { version, editedAt, reason } = shown;
      const sorted = items.sort((a, b) => (a.date < b.date ? -1 : 1));
      return found({ version, editedAt: isoInstant(editedAt), reason, utcOffset: '+05:00', office, days: sorted });
    },
  }),
  route({
    operation: 'getRules',
    tag: 'law',
    method: 'get',
    path: '/api/v1/rules',
    access: 'everyone',
    params: NOTHING,
    query: NOTHING,
    answers: { 200: { description: 'The rule sheets.', schema: rules } },
    serve: () =>
      found({
        methods: Object.values(methods).map(({ code, protocolCode, sheets }) => ({ method: code, protocolCode, sheets })),
      }),
  }),
];
