import type { Express, Request } from 'express';
import { createDraft, deleteDraft } from '../../db/drafts.ts';
import { headFrom, type Typed, unnamedIn } from '../../domain/procurement/draft.ts';
import { headGroups } from '../../templates/pages/draft-forms/head.view.ts';
import { draftFormView } from '../../templates/pages/draft-form.view.ts';
import { tasksView } from '../../templates/pages/draft-tasks.view.ts';
import type { FieldError } from '../../templates/fields.ts';
import { DRAFT, DRAFT_FIELDS, STEP_NAMES } from '../../templates/texts/draft.ts';
import { CABINET } from '../../templates/texts/cabinet.ts';
import { FRAME } from '../../templates/texts/frame.ts';
import { FIELD_EMPTY } from '../../templates/texts/draft-faults.ts';
import { fill, ofBoth } from '../../templates/texts/texts.ts';
import { PageProblem } from '../page-problem.ts';
import { sendPage, type Exchange } from '../page.ts';
import { formToken } from '../security.ts';
import type { Services } from '../services.ts';
import { requireRole, sayDone, theActor } from '../session.ts';
import { crumbs, valuesOf } from './draft-answers.ts';
import { makeDraftFile, openDesk } from './draft-desk.ts';

/** Drafts of announcements: creating, the task list, deleting (S1 §1.3.1.1). */
export function register(app: Express, services: Services): void {
  const organizer = requireRole('organizer');

  app.get('/drafts/new', organizer, (req, res) =>
    sendNew({ req, res, services }, { purchaseType: 'first', subjectKind: 'goods' }, []),
  );

  app.post('/drafts', organizer, async (req, res) => {
    const values = valuesOf(req);
    const head = headFrom(values);
    const { language } = req;
    const empty = unnamedIn(head);
    if (empty.length > 0) {
      const labels = { kk: DRAFT_FIELDS.nameKk[language], ru: DRAFT_FIELDS.nameRu[language] };
      const errors = empty.map((each) => ({
        field: `name-${each}`,
        href: `#name-${each}`,
        text: fill(FIELD_EMPTY[language], { field: labels[each] }),
      }));
      return sendNew({ req, res, services }, values, errors);
    }
    const created = await createDraft(services.db, head, theActor(req), makeDraftFile);
    if (!created) throw new Error('a draft under a new id is somebody else’s');
    res.redirect(303, `/drafts/${created.number}/lots`);
  });

  app.get('/drafts/:number', organizer, async (req, res) => {
    const desk = await openDesk(services, req);
    const { language } = req;
    const { draft, faults, customers, file, isAuthor, now } = desk;
    await sendPage(
      { req, res, services },
      {
        name: 'pages/draft-tasks',
        head: {
          title: `${DRAFT.tasks[language]} № ${draft.number}`,
          heading: DRAFT.tasks[language],
          caption: [fill(DRAFT.caption[language], { number: draft.number }), ofBoth(draft.body.head.name, language)]
            .filter(Boolean)
            .join(' · '),
          breadcrumbs: crumbs(req, { text: fill(DRAFT.caption[language], { number: draft.number }) }),
        },
        view: tasksView({
          ...{ language, faults, customers, isAuthor, now, number: draft.number, body: draft.body },
          savedBy: draft.savedBy,
          savedAt: draft.savedAt.getTime(),
          author: file.creator.name,
          reader: desk.actor.name,
          hasLotList: file.documents.some((document) => document.kind === 'lot-list'),
        }),
      },
    );
  });

  app.get('/drafts/:number/delete', organizer, async (req, res) => {
    const { draft } = await openDesk(services, req);
    const { language } = req;
    const heading = DRAFT.deleteTitle[language];
    const name = ofBoth(draft.body.head.name, language);
    await sendPage(
      { req, res, services },
      {
        name: 'pages/draft-delete',
        head: {
          title: heading,
          heading,
          caption: `№ ${draft.number} · ${name}`,
          breadcrumbs: crumbs(req, draftCrumb(req, draft.number), { text: heading }),
        },
        view: {
          action: `/drafts/${draft.number}/delete`,
          csrf: formToken(req),
          hidden: [],
          fields: [],
          warning: DRAFT.deleteWarning[language],
          warningLabel: FRAME.warning[language],
          button: DRAFT.delete[language],
          dangerous: true,
          cancel: { href: `/drafts/${draft.number}`, text: DRAFT.cancel[language] },
        },
      },
    );
  });

  app.post('/drafts/:number/delete', organizer, async (req, res) => {
    const { draft } = await openDesk(services, req);
    const became = await deleteDraft(services.db, draft.number);
    if (became === 'not-a-draft') throw new PageProblem('not-found');
    if (became === 'deleted') sayDone(req, fill(DRAFT.deleted[req.language], { number: draft.number }));
    else sayDone(req, DRAFT.beingPublished[req.language]);
    res.redirect(303, became === 'deleted' ? '/my/announcements' : `/drafts/${draft.number}`);
  });
}

const draftCrumb = (req: Request, number: string) => ({
  href: `/drafts/${number}`,
  text: fill(DRAFT.caption[req.language], { number }),
});

async function sendNew(exchange: Exchange, values: Typed, errors: FieldError[]): Promise<void> {
  const { req } = exchange;
  const { language } = req;
  const heading = DRAFT.newTitle[language];
  await sendPage(exchange, {
    name: 'pages/draft-form',
    head: { title: heading, heading, errors, breadcrumbs: crumbs(req, { text: STEP_NAMES.head[language] }) },
    view: draftFormView({
      ...{ language, errors, csrf: formToken(req), action: '/drafts', seen: 0, isNew: true },
      groups: headGroups({ language, values, errors }, { fixed: false }),
      back: { href: '/my/announcements', text: CABINET.myAnnouncements[language] },
    }),
    status: errors.length > 0 ? 422 : 200,
  });
}
