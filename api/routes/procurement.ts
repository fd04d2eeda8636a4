import type { Express, Request, Response } from 'express';
import { availableActions } from '../../domain/actions.ts';
import { procurementActions } from '../../domain/procurement/actions/index.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { signaturesOf } from '../../db/documents.ts';
import { calendarDays, deadlinesEver, journalOf } from '../../db/history.ts';
import { followingStates } from '../../db/unpublished-single-source.ts';
import type { ContentBlock } from '../../templates/content.ts';
import { actsBlocks } from '../../templates/pages/procurement-acts.view.ts';
import { documentsBlocks, protocolsBlocks } from '../../templates/pages/procurement-documents.view.ts';
import { historyBlocks } from '../../templates/pages/procurement-history.view.ts';
import { lotBlocks, lotsBlocks } from '../../templates/pages/procurement-lots.view.ts';
import { overviewBlocks } from '../../templates/pages/procurement-overview.view.ts';
import { deadlineResult, listedValue, whyBlocks } from '../../templates/pages/procurement-why.view.ts';
import type { Tab } from '../../templates/pages/procurement.view.ts';
import { WHY } from '../../templates/texts/deadlines.ts';
import { PROCUREMENT } from '../../templates/texts/procurement.ts';
import { PageProblem } from '../page-problem.ts';
import { sendPage } from '../page.ts';
import type { Services } from '../services.ts';
import { actorOf } from '../session.ts';
import { publishedFile, sendTab, takesPart } from './procurement-page.ts';

/** The procurement's page: its parts have addresses of their own; open to everyone from publication on. */
export function register(app: Express, services: Services): void {
  const tab =
    (name: Tab, blocksOf: (file: ProcurementFile, req: Request) => Promise<ContentBlock[]> | ContentBlock[]) =>
    async (req: Request, res: Response) => {
      const file = await publishedFile(services, req);
      await sendTab({ req, res, services }, file, name, await blocksOf(file, req));
    };

  app.get(
    '/procurements/:number',
    tab('overview', async (file, req) => {
      const following = await followingStates(
        services.db.pool,
        (file.successors ?? []).map(({ number }) => number),
      );
      const actor = actorOf(req);
      const ofOrganizer = actor?.role === 'organizer' && actor.bin === file.organizer.bin;
      return overviewBlocks(file, req.language, { following, ofOrganizer });
    }),
  );
  app.get(
    '/procurements/:number/lots',
    tab('lots', (file, { language }) => lotsBlocks(file, language)),
  );
  app.get(
    '/procurements/:number/lots/:lot',
    tab('lots', (file, { language, params }) => {
      const lot = file.lots.find((each) => each.number === params['lot']);
      if (!lot) throw new PageProblem('not-found');
      return lotBlocks(file, lot, language);
    }),
  );
  app.get(
    '/procurements/:number/documents',
    tab('documents', async (file, req) => documentsOfPage(services, file, req)),
  );
  app.get(
    '/procurements/:number/protocols',
    tab('protocols', (file, { language }) => protocolsBlocks(file, language)),
  );
  app.get(
    '/procurements/:number/history',
    tab('history', async (file, req) =>
      historyBlocks(await journalOf(services.db.pool, file.id), req.language, takesPart(file, actorOf(req))),
    ),
  );
  app.get(
    '/procurements/:number/acts',
    tab('acts', (file, req) => actsBlocks(file, req.language, takesPart(file, actorOf(req)))),
  );

  app.get('/procurements/:number/why/:key', async (req, res) => {
    const file = await publishedFile(services, req);
    const { language } = req;
    const { key } = req.params;
    const listed = listedValue(file, key, language);
    const found = listed ?? (await explainedDeadline(services, file, key, language));
    const version = Number(found.derivation.inputs['calendarVersion']);
    const days = await calendarDays(services.db.pool, Number.isSafeInteger(version) ? version : 0);
    const heading = listed ? `${WHY.why[language]} ${listed.label}` : WHY.heading[language];
    await sendPage(
      { req, res, services },
      {
        name: 'pages/content',
        head: {
          title: `${heading} № ${file.number}`,
          heading,
          caption: `№ ${file.number}`,
          breadcrumbs: [
            { href: '/announcements', text: PROCUREMENT.announcements[language] },
            { href: `/procurements/${file.number}`, text: `№ ${file.number}` },
            { text: heading },
          ],
        },
        view: { blocks: whyBlocks({ ...found, language, key, days }) },
      },
    );
  });
}

/** A deadline that the procurement has or had. */
async function explainedDeadline({ db }: Services, file: ProcurementFile, key: string, language: Request['language']) {
  const frozen = file.suspension?.frozen.find((each) => each.key === key);
  const deadline = (await deadlinesEver(db.pool, file.id)).get(key);
  if (!deadline) throw new PageProblem('not-found');
  const result = deadlineResult({ at: frozen ? null : deadline.at, left: frozen?.left ?? null }, language);
  return { label: WHY.result[language], result, derivation: deadline.derivation };
}

async function documentsOfPage({ db }: Services, file: ProcurementFile, req: Request): Promise<ContentBlock[]> {
  const actor = actorOf(req);
  const found = await Promise.all(
    file.documents.map(async ({ id }) => {
      const signatures = await signaturesOf(db.pool, id);
      return [id, signatures.map((s) => ({ id: s.id, name: s.signer.name, signedAt: s.signedAt.getTime() }))] as const;
    }),
  );
  const mayDownloadAll =
    actor !== null && availableActions(procurementActions, file, actor).some((row) => row.name === 'download-all');
  return documentsBlocks({ language: req.language, file, signatures: new Map(found), mayDownloadAll });
}
