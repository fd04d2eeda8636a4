import { randomUUID } from 'node:crypto';
import type { Express, Request } from 'express';
import { z } from 'zod';
import type { Actor } from '../../domain/parties.ts';
import type { OpenedApplication } from '../../domain/procurement/application.ts';
import { lotsToConsider } from '../../domain/procurement/consideration.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { anchorOf, type FieldError, type Filled } from '../../templates/fields.ts';
import { considerationView, lotField } from '../../templates/pages/consideration.view.ts';
import { seesApplications } from '../../templates/pages/procurement-menu.ts';
import { PROCUREMENT } from '../../templates/texts/procurement.ts';
import { sentencesOf } from '../../templates/texts/refusals.ts';
import { CONSIDERATION } from '../../templates/texts/single-source.ts';
import { fill } from '../../templates/texts/texts.ts';
import { refusalIn, sendCommand } from '../commands.ts';
import { PageProblem } from '../page-problem.ts';
import { sendPage, type Exchange } from '../page.ts';
import { REFUSAL_STATUS } from '../refusal-status.ts';
import type { Services } from '../services.ts';
import { requireRole, sayDone, theActor } from '../session.ts';
import { publishedFile } from './procurement-page.ts';

const ACTS = { 'save-consideration': 'saved', vote: 'voted', 'recall-vote': 'recalled' } as const;
type Act = keyof typeof ACTS;

interface Opened {
  file: ProcurementFile;
  application: OpenedApplication;
  actor: Actor;
}

/** «Просмотреть заявки» and «Допуск поставщика по лотам»: the opened application and the decision on it (S1 §1.7.4). */
export function register(app: Express, services: Services): void {
  const people = requireRole('organizer', 'customer');

  app.get('/procurements/:number/applications', people, async (req, res) => {
    await page({ req, res, services }, await opened(services, req), null, 200);
  });

  app.post('/procurements/:number/applications/:act', people, async (req, res) => {
    const act = (Object.keys(ACTS) as Act[]).find((each) => each === req.params['act']);
    const body = (req.body ?? {}) as Filled['values'];
    const commandId = z.uuid().safeParse(body['commandId']).data;
    if (!act || !commandId) throw new PageProblem('not-found');
    const given = await opened(services, req);
    const { file, actor } = given;
    const read = act === 'save-consideration' ? decisionsIn(body, file, req.language) : { input: {}, errors: [] };
    const form = { language: req.language, values: body, errors: read.errors };
    if (read.errors.length > 0) return page({ req, res, services }, given, form, 422);
    const answer = await sendCommand(services, { number: file.number, action: act, actor, commandId, input: read.input });
    const refusal = refusalIn(answer);
    if (refusal) {
      const errors = [errorOf(refusal, req.language)];
      return page({ req, res, services }, given, { ...form, errors }, REFUSAL_STATUS[refusal.code]);
    }
    if (answer.kind === 'waiting') return res.redirect(303, `/commands/${commandId}`);
    sayDone(req, CONSIDERATION[ACTS[act]][req.language]);
    res.redirect(303, `/procurements/${file.number}/applications`);
  });
}

async function opened(services: Services, req: Request): Promise<Opened> {
  const file = await publishedFile(services, req);
  const actor = theActor(req);
  const { application } = file;
  if (!application || !seesApplications(file, actor)) throw new PageProblem('not-found');
  return { file, application, actor };
}

/** The decisions of one section as typed; a lot or section without a choice is asked for. */
function decisionsIn(values: Filled['values'], file: ProcurementFile, language: Request['language']) {
  const errors: FieldError[] = [];
  const text = (name: string): string => [values[name] ?? ''].flat()[0]!.trim();
  const decision = (name: string) => {
    const verdict = text(name);
    const reason = text(`${name}-reason`);
    if (!verdict) errors.push({ field: name, text: CONSIDERATION.choose[language], href: anchorOf(name) });
    return { verdict, ...(verdict === 'rejected' && reason ? { reason } : {}) };
  };
  const input =
    text('section') === 'restrictions'
      ? { restrictions: decision('restrictions') }
      : { specifications: lotsToConsider(file).map(({ number }) => ({ lot: number, ...decision(lotField(number)) })) };
  return { input, errors };
}

/** A refusal beside the field it concerns: `restrictions`, or the lot after `specifications.`; a missing reason at the reason. */
function errorOf(refusal: Refusal, language: Request['language']): FieldError {
  const { what, why, now } = sentencesOf(refusal, language);
  const text = [what, why, now].filter(Boolean).join(' ');
  if (!refusal.field) return { field: '', text };
  const name = refusal.field.replace(/^specifications\./, lotField(''));
  const field = refusal.code === 'reason-missing' ? `${name}-reason` : name;
  return { field, text, href: anchorOf(field) };
}

async function page(
  exchange: Exchange,
  { file, application, actor }: Opened,
  form: Filled | null,
  status: number,
): Promise<void> {
  const { language } = exchange.req;
  const heading = CONSIDERATION.heading[language];
  const number = fill('№ {number}', { number: file.number });
  await sendPage(exchange, {
    name: 'pages/consideration',
    head: {
      title: `${heading} ${number}`,
      heading,
      caption: number,
      errors: form?.errors ?? [],
      breadcrumbs: [
        { href: '/announcements', text: PROCUREMENT.announcements[language] },
        { href: `/procurements/${file.number}`, text: number },
        { text: heading },
      ],
    },
    view: ({ csrf }) => considerationView({ language, file, application, actor, csrf, form, commandId: randomUUID }),
    status,
  });
}
