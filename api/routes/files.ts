import type { Express, Request } from 'express';
import { findDocument, signaturesOf, type DocumentRow } from '../../db/documents.ts';
import { loadCase } from '../../db/cases.ts';
import { PageProblem } from '../page-problem.ts';
import type { Services } from '../services.ts';
import { requireActor, theActor } from '../session.ts';

/** Stored documents and signatures for those who prepare the announcement: people of the organizer and of its customers. */
export function register(app: Express, services: Services): void {
  app.get('/files/:id', requireActor, async (req, res) => {
    const document = await ownDocument(services, req);
    if (document.state === 'to-print') throw new PageProblem('not-found');
    const bytes = await services.files.get(document.sha256);
    res
      .set('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(document.name)}`)
      .set('Cache-Control', 'private, no-store')
      .set('X-Content-Type-Options', 'nosniff')
      .type(document.mediaType)
      .send(bytes);
  });

  app.get('/files/:id/signatures/:signature', requireActor, async (req, res) => {
    const document = await ownDocument(services, req);
    const found = (await signaturesOf(services.db.pool, document.id)).find((each) => each.id === req.params['signature']);
    if (!found) throw new PageProblem('not-found');
    res
      .set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${document.name}.p7s`)}`)
      .set('Cache-Control', 'private, no-store')
      .type('application/pkcs7-signature')
      .send(found.cms);
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
