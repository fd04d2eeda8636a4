import { z } from 'zod';
import { availableActions } from '../../domain/actions.ts';
import type { Outcome } from '../../domain/case.ts';
import type { Actor } from '../../domain/parties.ts';
import { procurementActions } from '../../domain/procurement/actions/index.ts';
import { shownStatus, type ProcurementFile } from '../../domain/procurement/file.ts';
import { refuse } from '../../domain/refusals.ts';
import { cite } from '../../domain/regulation.ts';
import { findCase } from '../../db/cases.ts';
import { findReceipt } from '../../db/history.ts';
import { ACTION_NAMES } from '../../templates/texts/actions.ts';
import { type CommandAnswer, sendCommand } from '../commands.ts';
import { PageProblem } from '../page-problem.ts';
import { publishedFile } from '../routes/procurement-page.ts';
import { strangeFile } from '../routes/uploads.ts';
import { patienceOf } from './prefer.ts';
import { NOTHING, route, type Answer, type ApiRoute, type Call } from './route.ts';
import { announcementNumber, as } from './schemas/common.ts';
import { publicStatus } from './schemas/procurement.ts';
import { now } from './send.ts';

const ofNumber = z.strictObject({ number: announcementNumber });

const available = as(
  'AvailableActions',
  z.strictObject({ number: announcementNumber, status: publicStatus, availableActions: z.array(z.string()) }),
  'What the asker may do now, in the order of the menu.',
);

const done = as(
  'Outcome',
  z.strictObject({
    commandId: z.uuid(),
    state: z.literal('done'),
    status: z.string(),
    facts: z.array(z.string()),
    availableActions: z.array(z.string()),
  }),
  'The command was accepted: facts that it made, status after it. A command that was refused is answered as a problem.',
);

const waiting = as(
  'Waiting',
  z.strictObject({ commandId: z.uuid(), state: z.literal('waiting') }),
  'The command is received and will be decided; its outcome will stand at the address in `Location`.',
);

/** Answers of whatever sends a command. */
export const OUTCOMES = {
  200: { description: 'Done.', schema: done },
  202: { description: 'Received, not decided yet.', schema: waiting, located: true },
};

/** Names of the acts that are open to someone by the file as it stands. */
export const menuOf = (file: ProcurementFile, actor: Actor): string[] =>
  availableActions(procurementActions, file, actor).map((row) => row.name);

/** The person of a route that is not open to everyone. */
export function asker({ actor }: Pick<Call, 'actor'>): Actor {
  if (!actor) throw new Error('A route asks for the actor but is open to everyone');
  return actor;
}

const stillWaiting = (commandId: string): Answer => ({
  status: 202,
  body: { commandId, state: 'waiting' },
  keeping: 'never',
  location: `/api/v1/commands/${commandId}`,
});

function outcomeAnswer(commandId: string, outcome: Outcome, menu: string[]): Answer {
  if (!outcome.accepted) return { refusal: outcome.refusal, commandId, availableActions: menu };
  return now({ commandId, state: 'done', status: outcome.status, facts: outcome.facts, availableActions: menu });
}

/** What a command came to, in the name of who sent it. */
export function answerTo(answer: CommandAnswer, call: Pick<Call, 'actor' | 'commandId'>): Answer {
  const menu = (file: ProcurementFile | undefined) => (file ? menuOf(file, asker(call)) : []);
  if (answer.kind === 'refused') return { refusal: answer.refusal, availableActions: menu(answer.file) };
  if (answer.kind === 'waiting') return stillWaiting(call.commandId);
  return outcomeAnswer(call.commandId, answer.outcome, menu(answer.file));
}

/** One act on one procurement: the same table, guard, receipt and outcome as on the pages (ADR 0001). */
async function act(action: string, call: Call<{ number: string }>): Promise<Answer> {
  const { services, req, params, commandId } = call;
  const actor = asker(call);
  const input = req.body as unknown;
  // A draft is not to be found here: it is published where it is filled in.
  const file = await findCase(services.db.pool, params.number);
  if (!file || file.status === 'draft') return { refusal: refuse('case-not-found', { number: params.number }) };
  const strange = await strangeFile(services, { caseId: file.id, actor, input });
  if (strange) return { refusal: refuse('bad-input', {}, { field: strange }), availableActions: menuOf(file, actor) };
  const patience = patienceOf(req.get('prefer'));
  const answer = await sendCommand(services, {
    ...{ number: file.number, action, actor, commandId, input },
    ...(patience === undefined ? {} : { patience }),
  });
  return answerTo(answer, call);
}

/** Every act that travels to its case as a command. */
const SENT_ROWS = procurementActions.rows.filter(({ carrier }) => carrier === 'signal');

/** Each has an address of its own; publishing freezes a draft and has its address there. */
const ACT_ROWS = SENT_ROWS.filter(({ name }) => name !== 'publish');

/** Names of the acts that the API has. */
export const ACT_NAMES = SENT_ROWS.map((row) => row.name);

const acts = ACT_ROWS.map((row): ApiRoute =>
  route({
    operation: row.name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    words: ACTION_NAMES[row.name] ?? { kk: row.name, ru: row.name, en: row.name },
    tag: 'actions',
    method: 'post',
    path: `/api/v1/procurements/{number}/actions/${row.name}`,
    access: `actions:${row.name}`,
    params: ofNumber,
    query: NOTHING,
    body: { type: 'application/json', schema: row.input },
    source: cite(row.source),
    once: true,
    answers: OUTCOMES,
    refuses: [404, 409],
    serve: (call) => act(row.name, call),
  }),
);

export const actionRoutes = [
  route({
    operation: 'listActions',
    tag: 'actions',
    method: 'get',
    path: '/api/v1/procurements/{number}/actions',
    access: 'procurements:read',
    params: ofNumber,
    query: NOTHING,
    answers: { 200: { description: 'What the asker may do.', schema: available } },
    refuses: [404],
    serve: async (call) => {
      const file = await publishedFile(call.services, call.req);
      return now({ number: file.number, status: shownStatus(file), availableActions: menuOf(file, asker(call)) });
    },
  }),
  ...acts,
  route({
    operation: 'getCommand',
    tag: 'actions',
    method: 'get',
    path: '/api/v1/commands/{id}',
    access: 'procurements:read',
    params: z.strictObject({ id: z.uuid() }),
    query: NOTHING,
    answers: OUTCOMES,
    refuses: [404, 409],
    serve: async (call) => {
      const actor = asker(call);
      const receipt = await findReceipt(call.services.db.pool, call.params.id);
      if (receipt?.userId !== actor.userId) throw new PageProblem('not-found');
      const { commandId, outcome, number } = receipt;
      if (!outcome) return stillWaiting(commandId);
      const file = await findCase(call.services.db.pool, number);
      return outcomeAnswer(commandId, outcome, file ? menuOf(file, actor) : []);
    },
  }),
];
