import { z } from 'zod';
import { changesAfter } from '../../db/changes.ts';
import { refuse } from '../../domain/refusals.ts';
import { isoInstant } from '../../templates/formats.ts';
import { NOTHING, route } from './route.ts';
import { announcementNumber, as, cursor, instant, limit } from './schemas/common.ts';
import { found } from './send.ts';

const changes = as(
  'Changes',
  z.strictObject({
    items: z.array(
      z.strictObject({
        procurement: announcementNumber,
        seq: z.number().int(),
        at: instant,
        action: z.string(),
        role: z.string(),
        statusBefore: z.string(),
        statusAfter: z.string(),
        facts: z.array(z.string()),
        href: z.string(),
      }),
    ),
    cursor: z.string(),
    more: z.boolean(),
  }),
  'Recorded steps in one order that never changes. Ask on with `cursor`; it stays the same while nothing new has happened.',
);

/** The cursor holds a position of the feed under a name of its form, so that another form can follow. */
const writeCursor = (position: number) => Buffer.from(`c1.${position}`).toString('base64url');

function readCursor(given: string): number | null {
  const position = /^c1\.(\d{1,15})$/.exec(Buffer.from(given, 'base64url').toString())?.[1];
  return position === undefined ? null : Number(position);
}

/**
 * What happened, for those who follow all procurements. A step is told as soon as it is recorded, never twice, never left out. Offers are
 * handed in past the record, so nothing here counts them before the opening (ADR 0004).
 */
export const changeRoutes = [
  route({
    operation: 'listChanges',
    tag: 'changes',
    method: 'get',
    path: '/api/v1/changes',
    access: 'everyone',
    params: NOTHING,
    query: z.strictObject({ after: cursor, limit }),
    answers: { 200: { description: 'The next steps; none when nothing new has happened.', schema: changes } },
    serve: async ({ services, query }) => {
      const from = query.after === undefined ? 0 : readCursor(query.after);
      if (from === null) return { refusal: refuse('bad-input', { problem: 'cursor' }, { field: 'after' }) };
      const rows = await changesAfter(services.db.pool, from, query.limit + 1);
      const shown = rows.slice(0, query.limit);
      const items = shown.map(({ number, seq, at, action, role, statusBefore, statusAfter, facts }) => ({
        ...{ procurement: number, seq, at: isoInstant(at), action, role, statusBefore, statusAfter, facts },
        href: `/api/v1/procurements/${number}`,
      }));
      const last = shown.at(-1)?.position ?? from;
      return found({ items, cursor: writeCursor(last), more: rows.length > shown.length });
    },
  }),
];
