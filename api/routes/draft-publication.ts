import { randomUUID } from 'node:crypto';
import type { Express, Request } from 'express';
import { findCase } from '../../db/cases.ts';
import { outcomeOf } from '../../db/receive.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { refusalPanel } from '../../templates/refusal-panel.ts';
import { dateTimeWithZone } from '../../templates/formats.ts';
import { previewBlocks } from '../../templates/pages/draft-preview.view.ts';
import { stepsOf } from '../../templates/pages/draft-tasks.view.ts';
import { PUBLICATION } from '../../templates/texts/draft-publication.ts';
import { DRAFT, STEP_NAMES } from '../../templates/texts/draft.ts';
import { PAPERS } from '../../templates/texts/draft-papers.ts';
import { FRAME } from '../../templates/texts/frame.ts';
import { fill, inLanguage, ofBoth } from '../../templates/texts/texts.ts';
import { refusalIn } from '../commands.ts';
import { PageProblem } from '../page-problem.ts';
import { sendPage, type Exchange } from '../page.ts';
import { publishDraft } from '../publication.ts';
import { REFUSAL_STATUS } from '../refusal-status.ts';
import { formToken } from '../security.ts';
import type { Services } from '../services.ts';
import { requireRole, sayDone, theActor } from '../session.ts';
import { crumbs, draftCrumbs, valuesOf } from './draft-answers.ts';
import { openDesk, type Desk } from './draft-desk.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Preview, publication and what comes after it (S1 §1.3.1.4). */
export function register(app: Express, services: Services): void {
  const organizer = requireRole('organizer');

  app.get('/drafts/:number/publication', organizer, async (req, res) => {
    const desk = await openDesk(services, req);
    const { language } = req;
    const t = inLanguage(PUBLICATION, language);
    const { draft, file, faults, isAuthor } = desk;
    const may = isAuthor && faults.length === 0;
    await sendPage(
      { req, res, services },
      {
        name: 'pages/draft-preview',
        head: {
          title: t.title,
          heading: t.title,
          caption: fill(DRAFT.caption[language], { number: draft.number }),
          breadcrumbs: draftCrumbs(req, draft.number, STEP_NAMES.publication[language]),
        },
        view: {
          blocks: previewBlocks(file, stepsOf(draft.body), language),
          notReady: may ? '' : faults.length > 0 ? t.notReady : fill(t.author, { who: ofBoth(file.creator.name, language) }),
          publishHref: may ? `/drafts/${draft.number}/publish` : '',
          publishText: t.toPublish,
          back: { href: `/drafts/${draft.number}`, text: DRAFT.toTasks[language] },
        },
      },
    );
  });

  app.get('/drafts/:number/publish', organizer, async (req, res) => {
    const desk = await openDesk(services, req);
    if (!desk.isAuthor) throw new PageProblem('not-your-role');
    if (desk.faults.length > 0) return res.redirect(303, `/drafts/${desk.draft.number}/publication`);
    await sendPublish({ req, res, services }, desk, null);
  });

  app.post('/drafts/:number/publish', organizer, async (req, res) => {
    const number = String(req.params['number']);
    const known = await findCase(services.db.pool, number);
    // The same form again, after its first sending was decided.
    if (known && known.status !== 'draft') return res.redirect(303, `/drafts/${number}/published`);
    const desk = await openDesk(services, req);
    const commandId = String(valuesOf(req)['command'] ?? '');
    if (!UUID.test(commandId)) throw new PageProblem('bad-request');
    const answer = await publishDraft(services, desk, { commandId });
    if (!answer) {
      sayDone(req, PUBLICATION.moved[req.language]);
      return res.redirect(303, `/drafts/${number}/publication`);
    }
    if (answer.kind === 'waiting') return res.redirect(303, `/drafts/${number}/publish/${commandId}`);
    const refusal = refusalIn(answer);
    if (refusal) return sendPublish({ req, res, services }, desk, refusal);
    res.redirect(303, `/drafts/${number}/published`);
  });

  app.get('/drafts/:number/publish/:command', organizer, async (req, res) => {
    const { path, known } = await received(services, req);
    const number = String(req.params['number']);
    if (known.outcome?.accepted) return res.redirect(303, `/drafts/${number}/published`);
    if (known.outcome) return sendPublish({ req, res, services }, await openDesk(services, req), known.outcome.refusal);
    const heading = PUBLICATION.waiting[req.language];
    await sendPage(
      { req, res, services },
      {
        name: 'pages/draft-waiting',
        head: { title: heading, heading, caption: `№ ${number}` },
        view: { here: path, text: PUBLICATION.waitingLead[req.language], refresh: PAPERS.refresh[req.language] },
        status: 202,
      },
    );
  });

  app.get('/drafts/:number/publish/:command/state', organizer, async (req, res) => {
    const { known } = await received(services, req);
    if (known.outcome) res.set('HX-Refresh', 'true');
    res.set('Cache-Control', 'no-store').sendStatus(204);
  });

  app.get('/drafts/:number/published', organizer, async (req, res) => {
    const file = await findCase(services.db.pool, String(req.params['number']));
    if (!file || file.status === 'draft' || file.organizer.bin !== theActor(req).bin) throw new PageProblem('not-found');
    await sendPublished({ req, res, services }, file);
  });
}

async function received({ db }: Services, req: Request) {
  const { number, command } = req.params as { number: string; command: string };
  const known = UUID.test(command) ? await outcomeOf(db, command) : undefined;
  const own = known?.userId === theActor(req).userId && (await findCase(db.pool, number))?.id === known.caseId;
  if (!own) throw new PageProblem('not-found');
  return { known, path: `/drafts/${encodeURIComponent(number)}/publish/${command}` };
}

async function sendPublish(exchange: Exchange, { draft, file }: Desk, refusal: Refusal | null): Promise<void> {
  const { req } = exchange;
  const { language } = req;
  const t = inLanguage(PUBLICATION, language);
  await sendPage(exchange, {
    name: 'pages/draft-publish',
    head: {
      title: t.publishTitle,
      heading: t.publishTitle,
      caption: `№ ${draft.number} · ${ofBoth(file.name, language)}`,
      breadcrumbs: draftCrumbs(req, draft.number, t.publishTitle),
    },
    view: {
      refusal: refusal && refusalPanel(refusal, language),
      blocks: [{ paragraphs: [t.whoIsTold] }, ...(file.window ? [{ bullets: nextSteps(file.window, language) }] : [])],
      action: `/drafts/${draft.number}/publish`,
      csrf: formToken(req),
      hidden: [{ name: 'command', value: randomUUID() }],
      fields: [],
      warning: t.warning,
      warningLabel: FRAME.warning[language],
      button: t.publish,
      dangerous: false,
      cancel: { href: `/drafts/${draft.number}/publication`, text: t.back },
    },
    status: refusal ? REFUSAL_STATUS[refusal.code] : 200,
  });
}

const nextSteps = ({ opensAt, closesAt }: { opensAt: number; closesAt: number }, language: Request['language']): string[] => [
  fill(PUBLICATION.nextOpens[language], { when: dateTimeWithZone(opensAt, language) }),
  fill(PUBLICATION.nextCloses[language], { when: dateTimeWithZone(closesAt, language) }),
  PUBLICATION.nextResults[language],
];

async function sendPublished(exchange: Exchange, file: ProcurementFile): Promise<void> {
  const { req } = exchange;
  const { language } = req;
  const t = inLanguage(PUBLICATION, language);
  await sendPage(exchange, {
    name: 'pages/content',
    head: {
      title: t.published,
      heading: fill(t.publishedNumber, { number: file.number }),
      caption: ofBoth(file.name, language),
      breadcrumbs: crumbs(req, { text: `№ ${file.number}` }),
    },
    view: {
      blocks: [
        { heading: t.whatNext, bullets: [...(file.window ? nextSteps(file.window, language) : []), t.youCan] },
        { links: [{ href: `/procurements/${file.number}`, text: t.open }] },
      ],
    },
  });
}
