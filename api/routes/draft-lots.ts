import type { Express } from 'express';
import { deleteDocument } from '../../db/documents.ts';
import { saveDraft } from '../../db/drafts.ts';
import { findOrganizations } from '../../db/lookups.ts';
import { freePlanItems, planPool, takePlanItems } from '../../db/plan-items.ts';
import { isOffered, strayPapers, typedAll, withLots, withoutLots } from '../../domain/procurement/draft.ts';
import { draftLotsView } from '../../templates/pages/draft-lots.view.ts';
import { DRAFT, STEP_NAMES } from '../../templates/texts/draft.ts';
import { DRAFT_LOTS } from '../../templates/texts/draft-papers.ts';
import { fill } from '../../templates/texts/texts.ts';
import { sendPage, type Exchange } from '../page.ts';
import { formToken } from '../security.ts';
import type { Services } from '../services.ts';
import { requireRole, sayDone } from '../session.ts';
import { draftCrumbs, valuesOf } from './draft-answers.ts';
import { makeDraftFile, openDesk, type Desk } from './draft-desk.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Lots of a draft: chosen from the plan items that fit its method, type, subject kind and flag (S1 §1.3.1.1). */
export function register(app: Express, services: Services): void {
  const organizer = requireRole('organizer');
  app.get('/drafts/:number/lots', organizer, async (req, res) => sendLots({ req, res, services }, await openDesk(services, req)));

  app.post('/drafts/:number/lots', organizer, async (req, res) => {
    const desk = await openDesk(services, req);
    const { number } = desk.draft;
    const values = valuesOf(req);
    const chosen = typedAll(values, 'chosen');
    const { language } = req;
    if (chosen.length === 0) return sendLots({ req, res, services }, desk, DRAFT_LOTS.nothingChosen[language]);
    const said = values['then'] === 'remove' ? await remove(services, desk, chosen) : await add(services, desk, chosen);
    sayDone(req, said.map(({ words, count }) => fill(words[language], { count })).join('. '));
    res.redirect(303, `/drafts/${number}/lots`);
  });
}

interface Said {
  words: (typeof DRAFT_LOTS)['added'];
  count: number;
}

async function add({ db }: Services, { draft, actor }: Desk, chosen: string[]): Promise<Said[]> {
  const ids = chosen.filter((id) => UUID.test(id));
  let added = 0;
  const saving = await saveDraft(
    db,
    {
      ...{ number: draft.number, step: 'lots', seen: null, actor },
      change: async (body, tx) => {
        const offered = await planPool(tx, draft.organizerBin, body.head.purchaseType === 'repeat' ? 'failed' : 'planned');
        const fit = offered.filter((item) => ids.includes(item.id) && isOffered(item, body.head));
        const taken = await takePlanItems(
          tx,
          draft.id,
          fit.map((item) => item.id),
          body.head.purchaseType,
        );
        const changed = withLots(
          body,
          fit.filter((item) => taken.some((each) => each.id === item.id)),
        );
        added = changed.lots.length - body.lots.length;
        return changed;
      },
    },
    makeDraftFile,
  );
  if (!saving.ok) return [{ words: DRAFT.beingPublished, count: 0 }];
  const gone = chosen.length - added;
  return [{ words: DRAFT_LOTS.added, count: added }, ...(gone > 0 ? [{ words: DRAFT_LOTS.someTaken, count: gone }] : [])];
}

/** A lot that leaves takes its documents along and frees its plan item. */
async function remove({ db }: Services, { draft, actor, papers }: Desk, chosen: string[]): Promise<Said[]> {
  let removed = 0;
  const saving = await saveDraft(
    db,
    {
      ...{ number: draft.number, step: 'lots', seen: null, actor },
      change: async (body, tx) => {
        const changed = withoutLots(body, chosen);
        const left = body.lots.filter((lot) => chosen.includes(lot.number));
        removed = left.length;
        await freePlanItems(
          tx,
          draft.id,
          left.map((lot) => lot.planItemId),
        );
        for (const paper of strayPapers(changed, papers)) await deleteDocument(tx, paper.id);
        return changed;
      },
    },
    makeDraftFile,
  );
  return [saving.ok ? { words: DRAFT_LOTS.removed, count: removed } : { words: DRAFT.beingPublished, count: 0 }];
}

async function sendLots(exchange: Exchange, desk: Desk, problem?: string): Promise<void> {
  const { req, services } = exchange;
  const { pool } = services.db;
  const { language } = req;
  const { draft } = desk;
  const { body, number, organizerBin } = draft;
  const free = await planPool(pool, organizerBin, body.head.purchaseType === 'repeat' ? 'failed' : 'planned');
  const present = new Set(body.lots.map((lot) => lot.planItemId));
  const offered = free.filter((item) => isOffered(item, body.head) && !present.has(item.id));
  const bins = [...body.lots, ...offered].map((each) => each.customer);
  const heading = STEP_NAMES.lots[language];
  const field = offered[0] ? `item-${offered[0].id}` : 'chosen';
  await sendPage(exchange, {
    name: 'pages/draft-lots',
    head: {
      ...{
        title: heading,
        heading,
        caption: fill(DRAFT.caption[language], { number }),
        breadcrumbs: draftCrumbs(req, number, heading),
      },
      errors: problem ? [{ field, text: problem, href: `#${field}` }] : [],
    },
    view: draftLotsView({
      ...{ language, number, body, csrf: formToken(req), pool: offered },
      customers: await findOrganizations(pool, [...new Set(bins)]),
      nextHref: `/drafts/${number}/${body.head.subjectKind === 'goods' ? 'delivery' : 'specification'}`,
      back: { href: `/drafts/${number}`, text: DRAFT.toTasks[language] },
    }),
    status: problem ? 422 : 200,
  });
}
