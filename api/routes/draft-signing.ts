import type { Express, Request } from 'express';
import { DRAFT } from '../../templates/texts/draft.ts';
import { PAPERS } from '../../templates/texts/draft-papers.ts';
import { sentencesOf } from '../../templates/texts/refusals.ts';
import { fill } from '../../templates/texts/texts.ts';
import { PageProblem } from '../page-problem.ts';
import { REFUSAL_STATUS } from '../refusal-status.ts';
import type { Services } from '../services.ts';
import { requireRole, sayDone } from '../session.ts';
import { valuesOf } from './draft-answers.ts';
import { openDesk } from './draft-desk.ts';
import { paperIn, sendPaper } from './draft-papers.ts';
import { acceptedFiles } from './draft-uploads.ts';
import { approve, attach, authorOnly, documentOf, isReady, type PapersChanged, remove, sign } from './papers-of-draft.ts';

/** What is done with the documents of a draft: approve, attach, sign by EDS, delete (S1 §1.3.1.2, §1.3.1.3). */
export function register(app: Express, services: Services): void {
  const organizer = requireRole('organizer');
  const changed = (req: Request, became: PapersChanged, done: string) => {
    if (became === 'not-a-draft') throw new PageProblem('not-found');
    sayDone(req, became === 'changed' ? done : DRAFT.beingPublished[req.language]);
  };

  app.post('/drafts/:number/papers/:key/approve', organizer, async (req, res) => {
    const desk = await openDesk(services, req);
    const paper = paperIn(desk, req);
    authorOnly(desk);
    if (!isReady(paper, desk))
      return sendPaper({ req, res, services }, desk, paper, [{ field: '', text: PAPERS.notReady[req.language] }]);
    changed(req, await approve(services, desk, paper), PAPERS.approvedNow[req.language]);
    res.redirect(303, `/drafts/${desk.draft.number}/papers/${paper.key}`);
  });

  app.post('/drafts/:number/papers/:key/files', organizer, async (req, res) => {
    const desk = await openDesk(services, req);
    const paper = paperIn(desk, req);
    if (paper.kind !== 'specification' || desk.draft.body.head.subjectKind === 'goods') throw new PageProblem('bad-request');
    const { accepted, errors } = acceptedFiles(req);
    if (accepted.length > 0) {
      const became = await attach(services, desk, paper.lot, accepted);
      // With something wrong on the page the list of documents itself shows what was taken.
      if (errors.length === 0 || became !== 'changed')
        changed(req, became, accepted.map(({ name }) => fill(PAPERS.fileTaken[req.language], { name })).join('. '));
    }
    if (errors.length === 0) return res.redirect(303, `/drafts/${desk.draft.number}/papers/${paper.key}`);
    await sendPaper({ req, res, services }, await openDesk(services, req), paper, errors);
  });

  app.post('/drafts/:number/documents/:id/sign', organizer, async (req, res) => {
    const desk = await openDesk(services, req);
    const { paper, id } = documentOf(desk, String(req.params['id']));
    authorOnly(desk);
    const refusal = await sign(services, desk, id, String(valuesOf(req)['signature'] ?? ''));
    if (refusal) {
      const { what, why, now } = sentencesOf(refusal, req.language);
      const text = [what, why, now].filter(Boolean).join(' ');
      return sendPaper(
        { req, res, services },
        desk,
        paper,
        [{ field: 'eds-file', text, href: '#eds-file' }],
        REFUSAL_STATUS[refusal.code],
      );
    }
    sayDone(req, PAPERS.signedNow[req.language]);
    res.redirect(303, `/drafts/${desk.draft.number}/papers/${paper.key}`);
  });

  app.post('/drafts/:number/documents/:id/delete', organizer, async (req, res) => {
    const desk = await openDesk(services, req);
    const document = documentOf(desk, String(req.params['id']));
    const { paper } = document;
    const became = await remove(services, desk, document);
    changed(req, became, PAPERS.deleted[req.language]);
    res.redirect(303, `/drafts/${desk.draft.number}/papers/${paper.key}`);
  });
}
