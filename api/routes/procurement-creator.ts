import { randomUUID } from 'node:crypto';
import type { Express, Request } from 'express';
import { z } from 'zod';
import type { Outcome } from '../../domain/case.ts';
import { colleagues, findReceipt, withBlockedCreator } from '../../db/history.ts';
import { anchorOf, type FieldError } from '../../templates/fields.ts';
import { creatorForm, creatorOutcomes, orphansStep, type Orphan } from '../../templates/pages/action-creator.view.ts';
import { ACT_FORM, type ActPage } from '../../templates/texts/actions.ts';
import { fill } from '../../templates/texts/texts.ts';
import { sendCommand } from '../commands.ts';
import { PageProblem } from '../page-problem.ts';
import { sendPage, type Exchange } from '../page.ts';
import type { Services } from '../services.ts';
import { requireRole, theActor } from '../session.ts';

const ACTION: ActPage = 'change-creator';
/** Receipts that one address names, 45 characters each; of more acts at once the outcomes are shown without a redirect. */
const MOST_RECEIPTS = 100;
const given = (value: unknown): string[] =>
  [value ?? []].flat().filter((each): each is string => typeof each === 'string' && each !== '');

/** «Изменение создателя объявления» in the cabinet of the organization's administrator (S1 §1.3.4). */
export function register(app: Express, services: Services): void {
  const administrator = requireRole('organization-administrator');

  app.get('/my/change-creator', administrator, async (req, res) => {
    const exchange = { req, res, services };
    const orphans = await orphansOf(services, req);
    const numbers = given(req.query['number']);
    const chosen = orphans.filter(({ number }) => numbers.includes(number));
    const errors =
      chosen.length === 0
        ? req.query['step'] === 'chosen'
          ? [mistake(ACT_FORM.oneCreatorOnly[req.language])]
          : []
        : mixed(req, chosen);
    if (chosen.length === 0 || errors.length > 0) return sendOrphans(exchange, orphans, numbers, errors);
    await sendCreatorForm(exchange, chosen, []);
  });

  app.post('/my/change-creator', administrator, async (req, res) => {
    const exchange = { req, res, services };
    const body = (req.body ?? {}) as Record<string, unknown>;
    const chosen = (await orphansOf(services, req)).filter(({ number }) => given(body['number']).includes(number));
    const userId = given(body['userId'])[0];
    if (chosen.length > 0 && !userId) {
      const text = fill(ACT_FORM.required[req.language], { field: ACT_FORM.newCreator[req.language] });
      return sendCreatorForm(exchange, chosen, [{ field: 'userId', text, href: anchorOf('userId') }]);
    }
    const results: { number: string; commandId: string; outcome: Outcome | null }[] = [];
    for (const number of new Set(given(body['number']))) {
      const commandId = z.uuid().safeParse(body[`command-${number}`]).data;
      if (!commandId) throw new PageProblem('bad-request');
      const answer = await sendCommand(services, { number, action: ACTION, actor: theActor(req), commandId, input: { userId } });
      const refused: Outcome | null = answer.kind === 'refused' ? { accepted: false, refusal: answer.refusal } : null;
      results.push({ number, commandId, outcome: answer.kind === 'decided' ? answer.outcome : refused });
    }
    if (results.length === 0) throw new PageProblem('bad-request');
    // What was never received has no receipt to come back to: it is told at once.
    if (results.some(({ outcome }) => outcome?.accepted === false)) return sendOutcomes(exchange, results, 409);
    if (results.length > MOST_RECEIPTS) return sendOutcomes(exchange, results, 200);
    const commands = new URLSearchParams();
    for (const { commandId } of results) commands.append('command', commandId);
    res.redirect(303, `/my/change-creator/done?${commands.toString()}`);
  });

  app.get('/my/change-creator/done', administrator, async (req, res) => {
    const receipts = await Promise.all(
      given(req.query['command'])
        .slice(0, MOST_RECEIPTS)
        .map((id) => findReceipt(services.db.pool, id)),
    );
    const own = receipts.flatMap((receipt) => (receipt?.userId === theActor(req).userId ? [receipt] : []));
    if (own.length === 0) throw new PageProblem('not-found');
    await sendOutcomes({ req, res, services }, own, 200);
  });
}

const orphansOf = ({ db }: Services, req: Request): Promise<Orphan[]> => withBlockedCreator(db.pool, theActor(req).bin ?? '');

const mistake = (text: string): FieldError => ({ field: 'number', text, href: anchorOf('number') });

/** Several announcements at once must have the same creator. */
const mixed = (req: Request, chosen: Orphan[]): FieldError[] =>
  new Set(chosen.map((orphan) => orphan.creatorId)).size > 1 ? [mistake(ACT_FORM.oneCreatorOnly[req.language])] : [];

async function sendOrphans(exchange: Exchange, orphans: Orphan[], numbers: string[], errors: FieldError[]): Promise<void> {
  const { language } = exchange.req;
  const heading = ACT_FORM.blockedHeading[language];
  await sendPage(exchange, {
    name: 'pages/action-step',
    head: { title: heading, heading, errors },
    view: orphansStep(orphans, { language, values: { number: numbers }, errors }),
    status: errors.length > 0 ? 422 : 200,
  });
}

async function sendCreatorForm(exchange: Exchange, chosen: Orphan[], errors: FieldError[]): Promise<void> {
  const { req, services } = exchange;
  const { language } = req;
  const heading = ACT_FORM.blockedHeading[language];
  const candidates = await colleagues(services.db.pool, theActor(req).bin ?? '', 'organizer');
  const commands = Object.fromEntries(chosen.map(({ number }) => [number, randomUUID()]));
  await sendPage(exchange, {
    name: 'pages/action-form',
    head: { title: heading, heading, errors },
    view: ({ csrf }) => creatorForm({ csrf, chosen, candidates, commands, form: { language, values: {}, errors } }),
    status: errors.length > 0 ? 422 : 200,
  });
}

async function sendOutcomes(
  exchange: Exchange,
  results: { number: string; outcome: Outcome | null }[],
  status: number,
): Promise<void> {
  const { language } = exchange.req;
  const heading = ACT_FORM.blockedHeading[language];
  await sendPage(exchange, {
    name: 'pages/content',
    head: { title: heading, heading },
    view: { blocks: creatorOutcomes(results, language) },
    status,
  });
}
