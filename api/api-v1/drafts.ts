import { z } from 'zod';
import { findCase } from '../../db/cases.ts';
import { createDraft, deleteDraft, draftsOf } from '../../db/drafts.ts';
import { currentCalendar } from '../../db/lookups.ts';
import { headFrom, newDraft, notKept, unnamedIn } from '../../domain/procurement/draft.ts';
import { publish } from '../../domain/procurement/actions/publication.ts';
import { refuse } from '../../domain/refusals.ts';
import { cite } from '../../domain/regulation.ts';
import { sendCommand } from '../commands.ts';
import { PageProblem } from '../page-problem.ts';
import { publishDraft } from '../publication.ts';
import { makeDraftFile, openDesk } from '../routes/draft-desk.ts';
import { answerTo, asker, OUTCOMES } from './actions.ts';
import { draftOf, lineOf } from './draft-views.ts';
import { patienceOf } from './prefer.ts';
import { type Answer, type Call, NOTHING, route } from './route.ts';
import { announcementNumber, limit } from './schemas/common.ts';
import { draft, draftList, draftNumber, draftToMake } from './schemas/draft.ts';
import { badBody, nextPage, now } from './send.ts';

const params = z.strictObject({ number: announcementNumber });
const path = '/api/v1/drafts/{number}';

/** Publishing by the wizard's own command; sent again after it was decided, it gives the same outcome. */
async function publishing(call: Call<{ number: string }>): Promise<Answer> {
  const { services, req, params: of, commandId } = call;
  const actor = asker(call);
  const patience = patienceOf(req.get('prefer'));
  const known = await findCase(services.db.pool, of.number);
  if (known && known.status !== 'draft') {
    if (known.organizer.bin !== actor.bin) throw new PageProblem('not-found');
    return answerTo(await sendCommand(services, { number: of.number, action: 'publish', actor, commandId, input: {} }), call);
  }
  const desk = await openDesk(services, req);
  const answer = await publishDraft(services, desk, { commandId, patience });
  return answer ? answerTo(answer, call) : { refusal: refuse('stale-draft') };
}

/** A new draft from its head; the key of the request is the id of its case, so that it is made once. */
async function making(call: Call): Promise<Answer> {
  const { services, req, commandId } = call;
  const sent = draftToMake.safeParse(req.body);
  if (!sent.success) return { refusal: badBody(sent.error) };
  const { values } = sent.data;
  const head = headFrom(values);
  const stray = notKept({ step: 'head' }, newDraft(head), values, await currentCalendar(services.db.pool));
  const unnamed = unnamedIn(head).map((language) => `name-${language}`)[0];
  if (stray ?? unnamed) return { refusal: refuse('bad-input', {}, { field: `values.${stray ?? unnamed}` }) };
  const made = await createDraft(services.db, head, asker(call), makeDraftFile, commandId);
  if (!made) return { refusal: refuse('same-key-other-body') };
  const { number, fresh } = made;
  return { status: fresh ? 201 : 200, body: { number }, keeping: 'never', location: `/api/v1/drafts/${number}` };
}

async function deleting({ services, req }: Call): Promise<Answer> {
  const { number } = (await openDesk(services, req)).draft;
  const became = await deleteDraft(services.db, number);
  if (became === 'not-a-draft') throw new PageProblem('not-found');
  return became === 'deleted' ? now({ number }) : { refusal: refuse('being-published') };
}

/** Drafts of the own organization; another's is not told from none (S1 §1.3.1). */
export const draftRoutes = [
  route({
    ...{ operation: 'listDrafts', tag: 'drafts', method: 'get', path: '/api/v1/drafts' },
    ...{ access: 'drafts:read', role: 'organizer', params: NOTHING },
    query: z.strictObject({ after: announcementNumber.optional(), limit }),
    answers: { 200: { description: 'A page of drafts.', schema: draftList } },
    serve: async (call) => {
      const { bin, userId } = asker(call);
      const { after, limit: size } = call.query;
      const drafts = await draftsOf(call.services.db.pool, bin ?? '', { after, size: size + 1 });
      const items = drafts.slice(0, size).map((each) => lineOf(each, userId));
      const next = drafts.length > size ? nextPage(call.req.originalUrl, items.at(-1)!.number) : null;
      return now({ items, next });
    },
  }),
  route({
    ...{ operation: 'makeDraft', tag: 'drafts', method: 'post', path: '/api/v1/drafts' },
    ...{ access: 'drafts:write', role: 'organizer', once: true, params: NOTHING, query: NOTHING },
    body: { type: 'application/json', schema: draftToMake },
    answers: {
      200: { description: 'Made before under this key.', schema: draftNumber, located: true },
      201: { description: 'Made.', schema: draftNumber, located: true },
    },
    refuses: [409],
    serve: making,
  }),
  route({
    ...{ operation: 'getDraft', tag: 'drafts', method: 'get', path, params, query: NOTHING },
    ...{ access: 'drafts:read', role: 'organizer' },
    answers: { 200: { description: 'The draft, and what it lacks.', schema: draft } },
    refuses: [404],
    serve: async ({ services, req }) => now(draftOf(await openDesk(services, req), req.language)),
  }),
  route({
    ...{ operation: 'deleteDraft', tag: 'drafts', method: 'delete', path, params, query: NOTHING },
    ...{ access: 'drafts:write', role: 'organizer' },
    answers: { 200: { description: 'Deleted with its documents; its plan items are free again.', schema: draftNumber } },
    refuses: [404, 409],
    serve: deleting,
  }),
  route({
    ...{ operation: 'publish', tag: 'drafts', method: 'post', path: `${path}/publish`, params, query: NOTHING },
    ...{ access: 'actions:publish', role: 'organizer', once: true },
    source: cite(publish.source),
    answers: OUTCOMES,
    refuses: [404, 409, 422],
    serve: publishing,
  }),
];
