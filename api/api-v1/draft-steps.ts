import { z } from 'zod';
import { accountsOf, usersWithRole } from '../../db/draft-people.ts';
import type { Saving } from '../../db/drafts.ts';
import type { Representative } from '../../domain/parties.ts';
import { formKey, formsOf, notKept } from '../../domain/procurement/draft.ts';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import { S1 } from '../../domain/regulation.ts';
import { PageProblem } from '../page-problem.ts';
import { type Desk, openDesk } from '../routes/draft-desk.ts';
import { customerUsers } from '../routes/draft-forms.ts';
import { saveStep } from '../routes/draft-saving.ts';
import { addLots, offeredItems, removeLots } from '../routes/lots-of-draft.ts';
import type { Services } from '../services.ts';
import { lotsOf, offeredOf, savedStepOf } from './draft-views.ts';
import { type Answer, type Call, NOTHING, route } from './route.ts';
import { announcementNumber } from './schemas/common.ts';
import * as schemas from './schemas/draft.ts';
import { badBody, now } from './send.ts';

const params = z.strictObject({ number: announcementNumber });
const path = '/api/v1/drafts/{number}';
const common = { tag: 'drafts', role: 'organizer', query: NOTHING } as const;

/** Why nothing was saved. @throws PageProblem `not-found` when it is a draft no more */
function refusalOf(reason: Extract<Saving, { ok: false }>['reason'] | 'locked'): Refusal {
  if (reason === 'locked') return refuse('document-approved', {}, { source: S1('1.3.1.2') });
  if (reason === 'being-published') return refuse('being-published');
  if (reason === 'stale') return refuse('stale-draft', {}, { field: 'version' });
  throw new PageProblem('not-found');
}

/** Saves one form by the wizard's own function; unlike a page it refuses what the form would not keep as it was sent. */
async function saving(call: Call<{ number: string; step: string }>): Promise<Answer> {
  const { services, req, params: of } = call;
  const desk = await openDesk(services, req);
  const form = formsOf(desk.draft.body).find((each) => formKey(each) === of.step);
  if (!form) throw new PageProblem('not-found');
  const sent = schemas.stepToSave.safeParse(req.body);
  if (!sent.success) return { refusal: badBody(sent.error) };
  const { version, values } = sent.data;
  const stray = notKept(form, desk.draft.body, values, desk.calendar);
  if (stray !== null) return { refusal: refuse('bad-input', {}, { field: `values.${stray}` }) };
  const saved = await saveStep(services, desk, form, { seen: version, values });
  if (!saved.ok) return { refusal: refusalOf(saved.reason) };
  return now(savedStepOf(form, await openDesk(services, req), req.language));
}

async function changingLots(call: Call<{ number: string }>): Promise<Answer> {
  const { services, req } = call;
  const desk = await openDesk(services, req);
  const sent = schemas.lotsToChange.safeParse(req.body);
  if (!sent.success) return { refusal: badBody(sent.error) };
  const { add, remove } = sent.data;
  const removed = await removeLots(services, desk, remove);
  const added = removed.ok ? await addLots(services, desk, add) : removed;
  if (!added.ok || !removed.ok) return { refusal: refusalOf(added.ok ? 'being-published' : added.reason) };
  return now({ added: added.count, removed: removed.count, lots: lotsOf(await openDesk(services, req)) });
}

const personOf = ({ userId, name, position }: Representative) => ({ userId, name, position });

async function peopleOf(services: Services, desk: Desk) {
  const { pool } = services.db;
  const { customers, file } = desk;
  const users = await customerUsers(services, desk);
  const accounts = await accountsOf(
    pool,
    customers.map(({ bin }) => bin),
  );
  return {
    organizer: (await usersWithRole(pool, file.organizer.bin, 'organizer')).map(personOf),
    customers: customers.map(({ bin, name }) => ({
      ...{ bin, name, people: (users[bin] ?? []).map(personOf), iban: accounts[bin]?.iban ?? null },
    })),
  };
}

/** Filling in a draft by the wizard's own steps (S1 §1.3.1). */
export const draftStepRoutes = [
  route({
    ...{ ...common, operation: 'saveDraftStep', method: 'put', path: `${path}/steps/{step}`, access: 'drafts:write' },
    params: params.extend({ step: schemas.stepKey }),
    body: { type: 'application/json', schema: schemas.stepToSave },
    answers: { 200: { description: 'Saved, complete or not.', schema: schemas.savedStep } },
    refuses: [404, 409],
    serve: saving,
  }),
  route({
    ...{ ...common, operation: 'listOfferedPlanItems', method: 'get', path: `${path}/plan-items`, access: 'drafts:read', params },
    answers: { 200: { description: 'What lots can be made of.', schema: schemas.offeredItems } },
    refuses: [404],
    serve: async ({ services, req }) => now(offeredOf(await offeredItems(services, await openDesk(services, req)))),
  }),
  route({
    ...{ ...common, operation: 'changeDraftLots', method: 'post', path: `${path}/lots`, access: 'drafts:write', params },
    body: { type: 'application/json', schema: schemas.lotsToChange },
    answers: { 200: { description: 'The lots as they stand now.', schema: schemas.changedLots } },
    refuses: [404, 409],
    serve: changingLots,
  }),
  route({
    ...{ ...common, operation: 'listDraftPeople', method: 'get', path: `${path}/people`, access: 'drafts:read', params },
    answers: { 200: { description: 'People and accounts to choose from.', schema: schemas.draftPeople } },
    refuses: [404],
    serve: async ({ services, req }) => now(await peopleOf(services, await openDesk(services, req))),
  }),
];
