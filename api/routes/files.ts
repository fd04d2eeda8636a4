import type { Express, Request } from 'express';
import { findDocument, signaturesOf, type DocumentRow } from '../../db/documents.ts';
import { loadCase } from '../../db/cases.ts';
import { PageProblem } from '../page-problem.ts';
import type { Services } from '../services.ts';
import { requireActor, theActor } from '../session.ts';
import { sendBytes, sendSignature } from './downloads.ts';

const KEPT_BY_NOBODY = 'private, no-store';

/** Stored documents and signatures for those who prepare the announcement: people of the organizer and of its customers. */
export function register(app: Express, services: Services): void {
  app.get('/files/:id', requireActor, async (req, res) => {
    const document = await ownDocument(services, req);
    if (document.state === 'to-print') throw new PageProblem('not-found');
    await sendBytes(services, res, document, KEPT_BY_NOBODY);
  });

  app.get('/files/:id/signatures/:signature', requireActor, async (req, res) => {
    const document = await ownDocument(services, req);
    const found = (await signaturesOf(services.db.pool, document.id)).find((each) => each.id === req.params['signature']);
    if (!found) throw new PageProblem('not-found');
    sendSignature(res.set('Cache-Control', KEPT_BY_NOBODY), document.name, found.cms);
  });
}

async function ownDocument({ db }: Services, req: Request): Promise<DocumentRow> {
  const document = await findDocument(db.pool, String(req.params['id']));
  if (!document) throw new PageProblem('not-found');
  const { organizer, customers } = await loadCase(db.pool, document.caseId);
  const { bin, role } = theActor(req);
  const own = role !== 'supplier' && [organizer, ...customers].some((each) => each.bin === bin);
  if (!own) throw new PageProblem('not-found');
  return document;
}
