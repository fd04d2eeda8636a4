import type { Express } from 'express';
import { z } from 'zod';
import { noticeAddress } from '../../domain/procurement/notices.ts';
import { markRead, noticeCounts, noticesFor } from '../../db/notifications.ts';
import { important } from '../../templates/components.ts';
import { notificationsView, recentNoticesView } from '../../templates/pages/notifications.view.ts';
import { NOTIFICATIONS } from '../../templates/texts/notifications.ts';
import { fill } from '../../templates/texts/texts.ts';
import { type Exchange, isFragment, sendPage } from '../page.ts';
import { PageProblem } from '../page-problem.ts';
import type { Services } from '../services.ts';
import { requireActor, sayDone, theActor } from '../session.ts';

const PAGE = 50;
/** As many as the bell shows (spec 01 "Notifications"). */
const RECENT = 5;

const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const query = z.object({ show: z.literal('unread').optional().catch(undefined), before: id.optional().catch(undefined) });
const form = z.object({
  what: z.enum(['chosen', 'all']),
  show: z.string().optional(),
  id: z
    .union([id, z.array(id)])
    .optional()
    .transform((given) => (given === undefined ? [] : [given].flat())),
});

/** Notices of the signed-in person: the page, marking as read, the way to what a notice is about. */
export function register(app: Express, services: Services): void {
  const { db } = services;

  app.get('/my/notifications', requireActor, async (req, res) => {
    await notificationsPage({ req, res, services });
  });

  app.post('/my/notifications', requireActor, async (req, res) => {
    const given = form.safeParse(req.body);
    if (!given.success) throw new PageProblem('bad-request');
    const { what, id: ids, show } = given.data;
    if (what === 'chosen' && ids.length === 0) return notificationsPage({ req, res, services }, { noneChosen: true });
    const count = await markRead(db.pool, theActor(req).userId, what === 'all' ? 'all' : ids);
    sayDone(req, fill(NOTIFICATIONS.marked[req.language], { count }));
    res.redirect(303, `/my/notifications${show === 'unread' ? '?show=unread' : ''}`);
  });

  app.get('/my/notifications/recent', requireActor, async (req, res) => {
    const { language } = req;
    const notices = await noticesFor(db.pool, theActor(req).userId, { limit: RECENT });
    const heading = NOTIFICATIONS.heading[language];
    // Under the bell the list alone is swapped in; opened by its address it is a page.
    const head = isFragment(req) ? { title: heading } : { title: heading, heading };
    await sendPage(
      { req, res, services },
      { name: 'pages/notifications-recent', head, view: recentNoticesView({ language, notices }) },
    );
  });

  app.get('/my/notifications/:id', requireActor, async (req, res) => {
    const wanted = id.safeParse(req.params['id']);
    if (!wanted.success) throw new PageProblem('not-found');
    const { userId } = theActor(req);
    const [notice] = await noticesFor(db.pool, userId, { before: wanted.data + 1, limit: 1 });
    if (notice?.id !== wanted.data) throw new PageProblem('not-found');
    await markRead(db.pool, userId, [notice.id]);
    res.redirect(303, noticeAddress(notice.event, notice.params));
  });
}

async function notificationsPage(exchange: Exchange, { noneChosen = false } = {}): Promise<void> {
  const { req, services } = exchange;
  const { pool } = services.db;
  const { language } = req;
  const { userId } = theActor(req);
  const { show, before } = query.parse(req.query);
  const unreadOnly = show === 'unread';
  const [found, counts, [last]] = await Promise.all([
    noticesFor(pool, userId, { before: before ?? null, unread: unreadOnly, limit: PAGE + 1 }),
    noticeCounts(pool, userId),
    noticesFor(pool, userId, { limit: 1 }),
  ]);
  const notices = found.slice(0, PAGE);
  const next = found.length > PAGE ? notices.at(-1)!.id : null;
  const heading = NOTIFICATIONS.heading[language];
  await sendPage(exchange, {
    name: 'pages/notifications',
    head: { title: heading, heading, notice: noneChosen ? important(NOTIFICATIONS.noneChosen[language], language) : null },
    view: ({ csrf }) =>
      notificationsView({
        language,
        csrf,
        notices,
        counts,
        unreadOnly,
        lastAt: last?.at ?? null,
        next,
        first: before === undefined,
      }),
    status: noneChosen ? 422 : 200,
  });
}
