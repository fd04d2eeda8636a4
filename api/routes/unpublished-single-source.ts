import { randomUUID } from 'node:crypto';
import type { Express, Request } from 'express';
import { z } from 'zod';
import { findCase } from '../../db/cases.ts';
import { deleteUnpublished, findUnpublished, type Unpublished } from '../../db/unpublished-single-source.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { unpublishedView } from '../../templates/pages/unpublished-single-source.view.ts';
import { CABINET } from '../../templates/texts/cabinet.ts';
import { DRAFT } from '../../templates/texts/draft.ts';
import { FRAME } from '../../templates/texts/frame.ts';
import { UNPUBLISHED } from '../../templates/texts/unpublished.ts';
import { fill, ofBoth } from '../../templates/texts/texts.ts';
import { refusalIn, sendCommand } from '../commands.ts';
import { PageProblem } from '../page-problem.ts';
import { sendPage, type Exchange } from '../page.ts';
import { REFUSAL_STATUS } from '../refusal-status.ts';
import type { Services } from '../services.ts';
import { requireRole, sayDone, theActor } from '../session.ts';

const PAGE = '/procurements/:number/unpublished';

/** A single source that could not be published by itself: the reason, and what its creator can do now (ADR 0015). */
export function register(app: Express, services: Services): void {
  const organizer = requireRole('organizer');

  app.get(PAGE, organizer, async (req, res) => {
    const number = String(req.params['number']);
    // A notice leads here also after it was published.
    const file = await findCase(services.db.pool, number);
    if (file && file.status !== 'draft') return res.redirect(303, `/procurements/${number}`);
    const found = await unpublishedOf(services, req);
    await sendUnpublished({ req, res, services }, found, found.refusal, 200);
  });

  app.post(`${PAGE}/publish`, organizer, async (req, res) => {
    const found = await ownOf(services, req);
    const commandId = z.uuid().safeParse((req.body as Record<string, unknown> | undefined)?.['commandId']).data;
    if (!commandId) throw new PageProblem('bad-request');
    const { number } = found.file;
    const answer = await sendCommand(services, { number, action: 'publish', actor: theActor(req), commandId, input: {} });
    const refusal = refusalIn(answer);
    if (refusal) return sendUnpublished({ req, res, services }, found, refusal, REFUSAL_STATUS[refusal.code]);
    res.redirect(303, `/commands/${commandId}`);
  });

  app.post(`${PAGE}/delete`, organizer, async (req, res) => {
    const { file } = await ownOf(services, req);
    const became = await deleteUnpublished(services.db, file.number);
    if (became === 'not-a-draft') throw new PageProblem('not-found');
    sayDone(
      req,
      became === 'deleted' ? fill(DRAFT.deleted[req.language], { number: file.number }) : DRAFT.beingPublished[req.language],
    );
    res.redirect(
      303,
      became === 'deleted' ? `/procurements/${file.origin?.number ?? ''}` : `/procurements/${file.number}/unpublished`,
    );
  });
}

/** Of the organizer's own people; to others there is no such page. */
async function unpublishedOf({ db }: Services, req: Request): Promise<Unpublished> {
  const found = await findUnpublished(db.pool, String(req.params['number']));
  if (found?.file.organizer.bin !== theActor(req).bin) throw new PageProblem('not-found');
  return found;
}

async function ownOf(services: Services, req: Request): Promise<Unpublished> {
  const found = await unpublishedOf(services, req);
  if (found.file.creator.userId !== theActor(req).userId) throw new PageProblem('not-your-role');
  return found;
}

async function sendUnpublished(
  exchange: Exchange,
  { file, waiting }: Unpublished,
  refusal: Refusal | null,
  status: number,
): Promise<void> {
  const { req } = exchange;
  const { language } = req;
  const heading = UNPUBLISHED.heading[language];
  await sendPage(exchange, {
    name: 'pages/unpublished-single-source',
    head: {
      title: `${heading} № ${file.number}`,
      heading,
      caption: `№ ${file.number} · ${ofBoth(file.name, language)}`,
      breadcrumbs: [
        { href: '/my', text: FRAME.myCabinet[language] },
        { href: '/my/announcements', text: CABINET.myAnnouncements[language] },
        { text: `№ ${file.number}` },
      ],
    },
    view: ({ csrf }) =>
      unpublishedView({
        ...{ language, csrf: csrf ?? '', file, refusal, waiting },
        commandId: randomUUID(),
        isCreator: file.creator.userId === theActor(req).userId,
      }),
    status,
  });
}
