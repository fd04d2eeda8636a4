import type { Express, Request, Response } from 'express';
import { z } from 'zod';
import { availableActions } from '../../domain/actions.ts';
import type { Outcome } from '../../domain/case.ts';
import type { Actor } from '../../domain/parties.ts';
import { procurementActions } from '../../domain/procurement/actions/index.ts';
import { shownStatus, type ProcurementFile } from '../../domain/procurement/file.ts';
import { refuse } from '../../domain/refusals.ts';
import { findCase } from '../../db/cases.ts';
import { findReceipt } from '../../db/history.ts';
import { sendCommand } from '../commands.ts';
import { PageProblem } from '../page-problem.ts';
import { sendRefusal, problemOf } from '../problem.ts';
import { fileOf, strangeFile, storeUpload } from '../routes/uploads.ts';
import type { Services } from '../services.ts';
import { formToken } from '../security.ts';
import { actorOf, requireActor, theActor } from '../session.ts';

const ACTS = '/api/v1/procurements/:number/actions';

/** Acts for programs: the same table, guard, receipt and outcome as on the pages (design §4). */
export function register(app: Express, services: Services): void {
  app.get('/api/v1/session', (req, res) => {
    const actor = actorOf(req);
    res
      .set('Cache-Control', 'no-store')
      .json({ actor: actor && { userId: actor.userId, role: actor.role, bin: actor.bin }, csrfToken: formToken(req) });
  });

  app.get(ACTS, async (req, res) => {
    const file = await publicFile(services, req);
    const actor = actorOf(req);
    res.json({ number: file.number, status: shownStatus(file), available: actor ? menuOf(file, actor) : [] });
  });

  app.post('/api/v1/procurements/:number/files', requireActor, async (req, res) => {
    const file = await publicFile(services, req);
    const chosen = fileOf(req, 'file');
    const commandId = z.uuid().safeParse(req.get('idempotency-key')).data;
    if (!chosen || !commandId)
      return sendRefusal({ req, res, services }, refuse('bad-input', {}, { field: chosen ? 'Idempotency-Key' : 'file' }));
    const stored = await storeUpload(services, {
      caseId: file.id,
      actor: theActor(req),
      commandId,
      kind: 'act-scan',
      field: 'file',
      file: chosen,
    });
    if ('code' in stored) return sendRefusal({ req, res, services }, stored);
    res.status(201).location(`/documents/${stored.documentId}`).json(stored);
  });

  app.post(`${ACTS}/:action`, requireActor, async (req, res) => {
    const exchange = { req, res, services };
    const actor = theActor(req);
    const commandId = z.uuid().safeParse(req.get('idempotency-key')).data;
    if (!commandId) return sendRefusal(exchange, refuse('bad-input', {}, { field: 'Idempotency-Key' }));
    const { number, action } = req.params;
    // Publishing freezes a draft, which only its wizard can do; a draft is not to be found here.
    const file = await findCase(services.db.pool, String(number));
    if (!file || file.status === 'draft') return sendRefusal(exchange, refuse('case-not-found', { number: String(number) }));
    const strange = await strangeFile(services, { caseId: file.id, actor, input: req.body as unknown });
    if (strange) return sendRefusal(exchange, refuse('bad-input', {}, { field: strange }), { available: menuOf(file, actor) });
    const answer = await sendCommand(services, {
      number: file.number,
      action: String(action),
      actor,
      commandId,
      input: req.body as unknown,
    });
    if (answer.kind === 'refused')
      return sendRefusal(exchange, answer.refusal, { available: answer.file ? menuOf(answer.file, actor) : [] });
    if (answer.kind === 'waiting')
      return void res.status(202).location(`/api/v1/commands/${commandId}`).json({ commandId, state: 'waiting' });
    sendOutcome(req, res, { commandId, outcome: answer.outcome, available: menuOf(answer.file, actor) });
  });

  app.get('/api/v1/commands/:id', requireActor, async (req, res) => {
    const receipt = await findReceipt(services.db.pool, String(req.params['id']));
    if (!receipt || receipt.userId !== theActor(req).userId) throw new PageProblem('not-found');
    const { commandId, outcome, number } = receipt;
    if (!outcome) return void res.status(202).json({ commandId, state: 'waiting' });
    const file = await findCase(services.db.pool, number);
    sendOutcome(req, res, { commandId, outcome, available: file ? menuOf(file, theActor(req)) : [] });
  });
}

const menuOf = (file: ProcurementFile, actor: Actor): string[] =>
  availableActions(procurementActions, file, actor).map((row) => row.name);

async function publicFile({ db }: Services, req: Request): Promise<ProcurementFile> {
  const file = await findCase(db.pool, String(req.params['number']));
  if (!file || file.status === 'draft') throw new PageProblem('not-found');
  return file;
}

function sendOutcome(
  req: Request,
  res: Response,
  { commandId, outcome, available }: { commandId: string; outcome: Outcome; available: string[] },
): void {
  if (outcome.accepted) {
    res.json({ commandId, state: 'done', status: outcome.status, facts: outcome.facts, available });
    return;
  }
  const problem = problemOf(outcome.refusal, req.language, { commandId, available });
  res.status(problem.status).type('application/problem+json').json(problem);
}
