import { z } from 'zod';
import { parseMoney } from '../../domain/money.ts';
import { SEARCH_ORDERS, searchAnnouncements, searchLots, type Found } from '../../db/search.ts';
import type { SearchCriteria } from '../../db/search-conditions.ts';
import { refuse } from '../../domain/refusals.ts';
import { isoInstant } from '../../templates/formats.ts';
import { readKey, writeKey } from '../routes/search-query.ts';
import { NOTHING, route, type Answer, type Call } from './route.ts';
import { bin, cursor, limit, tenge } from './schemas/common.ts';
import { lotList, method, procurementList, publicLotStatus, publicStatus } from './schemas/procurement.ts';
import { found, nextPage } from './send.ts';

/** A day that PostgreSQL knows, too. */
const day = z.iso.date().refine((date) => date >= '1900');

const question = z.strictObject({
  text: z
    .string()
    .max(200)
    .regex(/^\P{Cc}*$/u)
    .optional(),
  status: z.array(publicStatus).max(20).optional(),
  result: z.array(publicLotStatus).max(20).optional(),
  method: z.array(method).max(20).optional(),
  organizer: bin.optional(),
  customer: bin.optional(),
  amountFrom: z.string().max(40).optional(),
  amountTo: z.string().max(40).optional(),
  publishedFrom: day.optional(),
  publishedTo: day.optional(),
  order: z.enum(SEARCH_ORDERS).default('newest'),
  after: cursor,
  limit,
});
type Question = z.infer<typeof question>;

/** The public search of the pages, one page of it by key. */
async function search<Row>(
  { query, req }: Call<unknown, Question>,
  find: (criteria: SearchCriteria, page: Parameters<typeof searchLots>[2]) => Promise<Found<Row>>,
  item: (row: Row) => object,
): Promise<Answer> {
  const { text = '', status = [], result = [], method: methods = [], amountFrom, amountTo, order, after, limit: size } = query;
  const [from, to] = [amountFrom, amountTo].map((typed) => (typed === undefined ? null : parseMoney(typed)));
  for (const [field, parsed] of Object.entries({ amountFrom: from, amountTo: to }))
    if (parsed && !parsed.ok) return { refusal: refuse('bad-input', { problem: parsed.reason }, { field }) };
  const key = after === undefined ? undefined : readKey(after);
  if (after !== undefined && !key) return { refusal: refuse('bad-input', { problem: 'cursor' }, { field: 'after' }) };
  const { organizer, customer, publishedFrom, publishedTo } = query;
  const criteria = {
    ...{ q: text, statuses: status, lotStatuses: result, methods, organizer, customer, publishedFrom, publishedTo },
    from: from?.ok ? from.money : undefined,
    to: to?.ok ? to.money : undefined,
  };
  const { rows, total, more, next } = await find(criteria, { order, after: key, size });
  return found({ total, more, items: rows.map(item), next: next && nextPage(req.originalUrl, writeKey(next)) });
}

type Line =
  Awaited<ReturnType<typeof searchLots>>['rows'][number] | Awaited<ReturnType<typeof searchAnnouncements>>['rows'][number];

const line = ({ number, name, method: by, status, organizer, amount, publishedAt, deadline }: Line) => ({
  ...{ number, name, method: by, status, organizer, amount: tenge(amount), publishedAt: isoInstant(publishedAt) },
  nextDeadline: deadline && { key: deadline.key, at: isoInstant(deadline.at) },
  href: `/api/v1/procurements/${number}`,
});

/** Lists of published announcements and of their lots (S1 §1.2): the same search as on the pages. */
export const searchRoutes = [
  route({
    operation: 'listProcurements',
    tag: 'procurements',
    method: 'get',
    path: '/api/v1/procurements',
    access: 'everyone',
    params: NOTHING,
    query: question,
    answers: { 200: { description: 'A page of announcements; `amount` is that of all lots.', schema: procurementList } },
    serve: (call) =>
      search(
        call,
        (criteria, page) => searchAnnouncements(call.services.db.pool, criteria, page),
        (row) => ({ ...line(row), lots: row.lots }),
      ),
  }),
  route({
    operation: 'listLots',
    tag: 'procurements',
    method: 'get',
    path: '/api/v1/lots',
    access: 'everyone',
    params: NOTHING,
    query: question,
    answers: { 200: { description: 'A page of lots; `amount` is that of the lot.', schema: lotList } },
    serve: (call) =>
      search(
        call,
        (criteria, page) => searchLots(call.services.db.pool, criteria, page),
        (row) => ({ ...line(row), lot: row.lot, customer: row.customer }),
      ),
  }),
];
