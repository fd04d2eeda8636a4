import { randomUUID } from 'node:crypto';
import type { Express, Request } from 'express';
import { z } from 'zod';
import { checkAction } from '../../domain/actions.ts';
import type { Actor } from '../../domain/parties.ts';
import { procurementActions } from '../../domain/procurement/actions/index.ts';
import { isLive, type ProcurementFile } from '../../domain/procurement/file.ts';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import { colleagues } from '../../db/history.ts';
import { refusalPanel } from '../../templates/refusal-panel.ts';
import type { FieldError, Filled } from '../../templates/fields.ts';
import {
  actionFormView,
  cancelLots,
  cancelQuestion,
  whoseRepresentative,
  type ActionStep,
} from '../../templates/pages/action-form.view.ts';
import { ACT_PAGES, ACTION_NAMES, type ActPage } from '../../templates/texts/actions.ts';
import { PROCUREMENT } from '../../templates/texts/procurement.ts';
import { refusalIn, sendCommand } from '../commands.ts';
import { PageProblem } from '../page-problem.ts';
import { sendPage, type Exchange } from '../page.ts';
import { sendRefusal } from '../problem.ts';
import { REFUSAL_STATUS } from '../refusal-status.ts';
import type { Services } from '../services.ts';
import { requireActor, theActor } from '../session.ts';
import { fieldError, readActionForm } from './action-input.ts';
import { publishedFile } from './procurement-page.ts';

/** Acts on a published procurement, each on its own page that names its consequences (S1 §1.3.3–1.3.5, 1.4.18–19). */
export function register(app: Express, services: Services): void {
  app.get('/procurements/:number/actions/:action', requireActor, async (req, res) => {
    const act = await actOf(services, req);
    if (act.action === 'change-creator') return res.redirect(303, `/my/change-creator?number=${act.file.number}`);
    const closed = closedTo(act);
    if (closed) return sendRefusal({ req, res, services }, closed, { back: `/procurements/${act.file.number}` });
    await sendBegin({ req, res, services }, act);
  });

  app.post('/procurements/:number/actions/:action', requireActor, async (req, res) => {
    const exchange = { req, res, services };
    const act = await actOf(services, req);
    const commandId = z.uuid().safeParse(oneOf(req.body, 'commandId')).data;
    if (!commandId) throw new PageProblem('bad-request');
    const { file, action, actor } = act;
    // The form itself is for those who may act: it names people, and it stores files. What follows from the status is said by the case.
    const closed = closedTo(act);
    if (closed?.code === 'not-your-role') return sendRefusal(exchange, closed, { back: `/procurements/${file.number}` });
    const read = await readActionForm(services, req, { action, file, actor, commandId });
    const shown: Shown = { values: read.values, errors: read.errors, refusal: null, kept: read.kept };
    if (read.errors.length > 0) return sendForm(exchange, act, shown, 422);
    const answer = await sendCommand(services, { number: file.number, action, actor, commandId, input: read.input });
    const refusal = refusalIn(answer);
    if (!refusal) return res.redirect(303, `/commands/${commandId}`);
    const error = fieldError(refusal, req.language);
    await sendForm(
      exchange,
      act,
      { ...shown, errors: error ? [error] : [], refusal: error ? null : refusal },
      REFUSAL_STATUS[refusal.code],
    );
  });
}

interface Act {
  file: ProcurementFile;
  action: ActPage;
  actor: Actor;
}

interface Shown {
  values: Filled['values'];
  errors: FieldError[];
  refusal: Refusal | null;
  kept: { documentId: string; name: string } | null;
}

const oneOf = (body: unknown, name: string): unknown => (body as Record<string, unknown> | undefined)?.[name];

async function actOf(services: Services, req: Request): Promise<Act> {
  const action = ACT_PAGES.find((each) => each === req.params['action']);
  if (!action) throw new PageProblem('not-found');
  return { action, file: await publishedFile(services, req), actor: theActor(req) };
}

/** Why the act is closed to this person now, before anything is typed: role, status, suspension. */
function closedTo({ file, action, actor }: Act): Refusal | null {
  const checked = checkAction(procurementActions, file, { action, actor, receivedAt: 0, input: null }, {});
  return checked.ok || checked.refusal.code === 'bad-input' ? null : checked.refusal;
}

/** The first page of an act: a question, a choice that stays in the address, or the form at once. */
async function sendBegin(exchange: Exchange, act: Act): Promise<void> {
  const { req } = exchange;
  const { file, action } = act;
  const { language } = req;
  const given = (name: string) => [req.query[name] ?? []].flat().filter((value): value is string => typeof value === 'string');
  const values = { lots: given('lots'), of: given('of') };
  const blank: Shown = { values, errors: [], refusal: null, kept: null };
  if (action === 'cancel') {
    if (req.query['confirm'] !== 'yes') return sendStep(exchange, act, cancelQuestion(file, language), []);
    const live = new Set(file.lots.filter(isLive).map((lot) => lot.number));
    const chosen = values.lots.filter((lot) => live.has(lot));
    if (chosen.length > 0) return sendForm(exchange, act, { ...blank, values: { lots: chosen } }, 200);
    const asked = req.query['step'] === 'lots';
    const error = asked ? fieldError(refuse('no-lots-chosen', {}, { field: 'lots' }), language) : null;
    const errors = error ? [error] : [];
    return sendStep(exchange, act, cancelLots(file, { language, values, errors }), errors);
  }
  if (action === 'change-representative' && !partyOf(file, values.of[0])) {
    return sendStep(exchange, act, whoseRepresentative(file, { language, values, errors: [] }), []);
  }
  await sendForm(exchange, act, blank, 200);
}

const partyOf = (file: ProcurementFile, of: string | undefined) =>
  of === 'organizer' ? file.organizer : file.customers.find((customer) => customer.bin === of);

function headOf({ file, action }: Act, language: Request['language'], errors: FieldError[]) {
  const heading = ACTION_NAMES[action]![language];
  return {
    title: `${heading} № ${file.number}`,
    heading,
    caption: `№ ${file.number}`,
    errors,
    breadcrumbs: [
      { href: '/announcements', text: PROCUREMENT.announcements[language] },
      { href: `/procurements/${file.number}`, text: `№ ${file.number}` },
      { text: heading },
    ],
  };
}

async function sendStep(exchange: Exchange, act: Act, view: ActionStep, errors: FieldError[]): Promise<void> {
  const head = headOf(act, exchange.req.language, errors);
  await sendPage(exchange, { name: 'pages/action-step', head, view, status: errors.length > 0 ? 422 : 200 });
}

async function sendForm(exchange: Exchange, act: Act, shown: Shown, status: number): Promise<void> {
  const { req, services } = exchange;
  const { file, action, actor } = act;
  const { language } = req;
  const { values, errors, kept, refusal } = shown;
  const of = action === 'change-representative' ? ([values['of'] ?? 'organizer'].flat()[0] ?? 'organizer') : undefined;
  const bin = partyOf(file, of)?.bin;
  const candidates = bin ? await colleagues(services.db.pool, bin, of === 'organizer' ? 'organizer' : 'customer') : [];
  const own = file.lots.filter((lot) => isLive(lot) && lot.customer === actor.bin).map((lot) => lot.number);
  await sendPage(exchange, {
    name: 'pages/action-form',
    head: headOf(act, language, errors),
    view: ({ csrf }) =>
      actionFormView({
        ...{ language, csrf, file, action, candidates, kept, of },
        form: { language, values, errors },
        // A form that is sent again is another command: the one before has its outcome already.
        commandId: randomUUID(),
        lots: action === 'refuse' ? own : [values['lots'] ?? []].flat(),
        refusal: refusal && refusalPanel(refusal, language),
      }),
    status,
  });
}
