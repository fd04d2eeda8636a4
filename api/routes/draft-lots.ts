import type { Express } from 'express';
import { findOrganizations } from '../../db/lookups.ts';
import { typedAll } from '../../domain/procurement/draft.ts';
import { draftLotsView } from '../../templates/pages/draft-lots.view.ts';
import { DRAFT, STEP_NAMES } from '../../templates/texts/draft.ts';
import { DRAFT_LOTS } from '../../templates/texts/draft-papers.ts';
import { fill } from '../../templates/texts/texts.ts';
import { sendPage, type Exchange } from '../page.ts';
import { formToken } from '../security.ts';
import type { Services } from '../services.ts';
import { requireRole, sayDone } from '../session.ts';
import { draftCrumbs, valuesOf } from './draft-answers.ts';
import { openDesk, type Desk } from './draft-desk.ts';
import { addLots, offeredItems, removeLots } from './lots-of-draft.ts';

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

async function add(services: Services, desk: Desk, chosen: string[]): Promise<Said[]> {
  const changed = await addLots(services, desk, chosen);
  if (!changed.ok) return [{ words: DRAFT.beingPublished, count: 0 }];
  const gone = chosen.length - changed.count;
  return [{ words: DRAFT_LOTS.added, count: changed.count }, ...(gone > 0 ? [{ words: DRAFT_LOTS.someTaken, count: gone }] : [])];
}

async function remove(services: Services, desk: Desk, chosen: string[]): Promise<Said[]> {
  const changed = await removeLots(services, desk, chosen);
  return [changed.ok ? { words: DRAFT_LOTS.removed, count: changed.count } : { words: DRAFT.beingPublished, count: 0 }];
}

async function sendLots(exchange: Exchange, desk: Desk, problem?: string): Promise<void> {
  const { req, services } = exchange;
  const { pool } = services.db;
  const { language } = req;
  const { draft } = desk;
  const { body, number } = draft;
  const offered = await offeredItems(services, desk);
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
