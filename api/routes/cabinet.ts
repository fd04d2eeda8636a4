import type { Express, Request } from 'express';
import { legalNow } from '../../db/clock.ts';
import { draftsBy, type StoredDraft } from '../../db/drafts.ts';
import { openSingleSources } from '../../db/open-single-sources.ts';
import { refusedSingleSources } from '../../db/unpublished-single-source.ts';
import { repeatedRequests } from '../../db/my-quotations.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { ownReceipts, type OwnReceipt } from '../offer-receipts.ts';
import { taskRows } from '../../templates/pages/cabinet-tasks.ts';
import { announcementsOf, type OwnFilter } from '../../db/my-announcements.ts';
import { SHOWN_STATUSES } from '../../domain/procurement/statuses.ts';
import { announcementsView, homeView, type DraftLine } from '../../templates/pages/cabinet.view.ts';
import { CABINET } from '../../templates/texts/cabinet.ts';
import { FRAME } from '../../templates/texts/frame.ts';
import { sendPage } from '../page.ts';
import type { Services } from '../services.ts';
import { actingRole, requireActor, requireRole, theActor } from '../session.ts';
import { draftDesk } from './draft-desk.ts';

/** Of a person's drafts the cabinet shows those saved last. */
const SHOWN_DRAFTS = 20;

/** The cabinet: what waits for the person by deadline, and the announcements of their organization. */
export function register(app: Express, services: Services): void {
  app.get('/my', requireActor, async (req, res) => {
    const actor = theActor(req);
    const role = actingRole(req)!;
    const { language } = req;
    const now = (await legalNow(services.db.pool)).ms;
    const buys = role === 'organizer' || role === 'customer';
    const announcements = buys ? await announcementsOf(services.db.pool, ownFilter(req)) : [];
    const drafts = role === 'organizer' ? await draftsBy(services.db.pool, actor.bin ?? '', actor.userId, SHOWN_DRAFTS) : [];
    const heading = CABINET.title[language];
    await sendPage(
      { req, res, services },
      {
        name: 'pages/cabinet',
        head: { title: heading, heading, breadcrumbs: [{ text: FRAME.myCabinet[language] }] },
        view: homeView({
          ...{ language, role, now },
          tasks: await tasksOf(services, req, now),
          drafts: await Promise.all(drafts.map((draft) => draftLine(services, req, draft))),
          announcements: announcements.filter((each) => each.status !== 'draft'),
        }),
      },
    );
  });

  app.get('/my/announcements', requireRole('organizer', 'customer'), async (req, res) => {
    const { language } = req;
    const filter = ownFilter(req);
    const heading = (filter.side === 'organizer' ? CABINET.organizerSide : CABINET.customerSide)[language];
    await sendPage(
      { req, res, services },
      {
        name: 'pages/cabinet',
        head: {
          title: heading,
          heading,
          breadcrumbs: [{ href: '/my', text: FRAME.myCabinet[language] }, { text: CABINET.myAnnouncements[language] }],
        },
        view: announcementsView({
          ...{ language, role: filter.side, text: filter.text ?? '', status: filter.status ?? '' },
          announcements: await announcementsOf(services.db.pool, filter),
          now: (await legalNow(services.db.pool)).ms,
        }),
      },
    );
  });
}

/** What single sources ask of the person; an invited supplier that has applied is asked no more. */
async function tasksOf(services: Services, req: Request, now: number) {
  const actor = theActor(req);
  const tx = services.db.pool;
  const files = await openSingleSources(tx, actor.bin ?? '');
  const unpublished = actor.role === 'organizer' ? await refusedSingleSources(tx, actor.userId) : [];
  const again = actor.role === 'supplier' ? await toHandInAgain(services, actor.bin ?? '') : [];
  const windows = new Map(files.map(({ number, intake }) => [intake?.windowId ?? '', number]));
  const own =
    actor.role === 'supplier'
      ? await ownReceipts(services, [...windows.keys()], actor.bin ?? '')
      : new Map<string, OwnReceipt[]>();
  const standing = [...own].filter(([, receipts]) => receipts.at(-1)?.act !== 'withdrawn');
  const applied = new Set(standing.map(([windowId]) => windows.get(windowId) ?? ''));
  return taskRows({ language: req.language, actor, files: [...unpublished, ...again, ...files], applied, now });
}

/** Requests whose window is held again after the loss of a key: this supplier's quotation lies in a void one and none in the present. */
async function toHandInAgain(services: Services, bin: string): Promise<ProcurementFile[]> {
  const files = await repeatedRequests(services.db.pool);
  const windows = files.flatMap(({ intake, lostKeys = [] }) => [intake, ...lostKeys].map((each) => each?.windowId ?? ''));
  const own = await ownReceipts(services, windows, bin);
  const stands = (windowId: string) => (own.get(windowId)?.at(-1)?.act ?? 'withdrawn') !== 'withdrawn';
  return files.filter(
    ({ intake, lostKeys = [] }) => !stands(intake?.windowId ?? '') && lostKeys.some(({ windowId }) => stands(windowId)),
  );
}

function ownFilter(req: Request): OwnFilter {
  const { bin, userId, role } = theActor(req);
  const { q, status } = req.query;
  return {
    bin: bin ?? '',
    userId,
    side: role === 'customer' ? 'customer' : 'organizer',
    text: typeof q === 'string' ? q.slice(0, 200) : '',
    status: SHOWN_STATUSES.find((each) => each === status),
  };
}

/** A draft as a thing to do: how many of its steps are unfinished. */
async function draftLine(services: Services, req: Request, draft: StoredDraft): Promise<DraftLine> {
  const { faults } = await draftDesk(services, req, draft);
  const lacks = new Set(faults.map((fault) => fault.step)).size;
  return { number: draft.number, name: draft.body.head.name, lacks, savedAt: draft.savedAt.getTime() };
}
