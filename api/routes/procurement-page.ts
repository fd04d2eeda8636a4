import type { Request } from 'express';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import type { Actor, ProcedureRole } from '../../domain/parties.ts';
import { rolesOf } from '../../domain/procurement/roles.ts';
import { findCase } from '../../db/cases.ts';
import { countJournal } from '../../db/history.ts';
import { isBlocked } from '../../db/lookups.ts';
import type { ContentBlock } from '../../templates/content.ts';
import { procurementHead, procurementView, type Tab } from '../../templates/pages/procurement.view.ts';
import { PageProblem } from '../page-problem.ts';
import { sendPage, type Exchange } from '../page.ts';
import type { Services } from '../services.ts';
import { actorOf } from '../session.ts';

/** The published procurement of a route with `:number`. Drafts are nobody's but their author's: to others there is no such page. */
export async function publishedFile({ db }: Services, req: Request): Promise<ProcurementFile> {
  const file = await findCase(db.pool, String(req.params['number']));
  if (!file || file.status === 'draft') throw new PageProblem('not-found');
  return file;
}

/** Roles that see no more of a procurement's papers than everyone: who offers in it, and who keeps the portal running. */
const OUTSIDE: readonly ProcedureRole[] = ['supplier', 'invited-supplier', 'operator'];

/** Whether the person is of those who run the procurement or for whom it is run. */
export function takesPart(file: ProcurementFile, actor: Actor | null): boolean {
  if (!actor) return false;
  return [...rolesOf(file, actor)].some((role) => !OUTSIDE.includes(role));
}

/** One tab of the procurement's page. */
export async function sendTab(exchange: Exchange, file: ProcurementFile, tab: Tab, blocks: ContentBlock[]): Promise<void> {
  const { req, services } = exchange;
  const { language } = req;
  const actor = actorOf(req);
  const creatorBlocked = actor?.role === 'organization-administrator' && (await isBlocked(services.db.pool, file.creator.userId));
  const historyCount = await countJournal(services.db.pool, file.id);
  await sendPage(exchange, {
    name: 'pages/procurement',
    head: procurementHead(file, language, tab),
    view: ({ legalNow }) => procurementView({ language, file, legalNow, actor, creatorBlocked, historyCount }, tab, blocks),
  });
}
