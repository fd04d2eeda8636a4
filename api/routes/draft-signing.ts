import { randomUUID } from 'node:crypto';
import type { Express, Request } from 'express';
import { addDocument, addSignature, deleteDocument, documentsOf, findDocument, setDocumentState } from '../../db/documents.ts';
import { changePapers } from '../../db/drafts.ts';
import { legalNow } from '../../db/clock.ts';
import { documentFileName } from '../../domain/procurement/documents.ts';
import { isPaper, type Paper, papersOf } from '../../domain/procurement/draft.ts';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import { DRAFT } from '../../templates/texts/draft.ts';
import { PAPERS } from '../../templates/texts/draft-papers.ts';
import { sentencesOf } from '../../templates/texts/refusals.ts';
import { fill } from '../../templates/texts/texts.ts';
import { PageProblem } from '../page-problem.ts';
import { REFUSAL_STATUS } from '../refusal-status.ts';
import type { Services } from '../services.ts';
import { requireRole, sayDone } from '../session.ts';
import { valuesOf } from './draft-answers.ts';
import { makeDraftFile, openDesk, type Desk } from './draft-desk.ts';
import { isReady, paperOf, sendPaper } from './draft-papers.ts';
import { acceptedFiles } from './draft-uploads.ts';

/** What is done with the documents of a draft: approve, attach, sign by EDS, delete (S1 §1.3.1.2, §1.3.1.3). */
export function register(app: Express, services: Services): void {
  const organizer = requireRole('organizer');
  const changed = (req: Request, became: Awaited<ReturnType<typeof changePapers>>, done: string) => {
    if (became === 'not-a-draft') throw new PageProblem('not-found');
    sayDone(req, became === 'changed' ? done : DRAFT.beingPublished[req.language]);
  };

  app.post('/drafts/:number/papers/:key/approve', organizer, async (req, res) => {
    const desk = await openDesk(services, req);
    const paper = paperOf(desk, req);
    authorOnly(desk);
    if (!isReady(paper, desk))
      return sendPaper({ req, res, services }, desk, paper, [{ field: '', text: PAPERS.notReady[req.language] }]);
    changed(req, await approve(services, desk, paper), PAPERS.approvedNow[req.language]);
    res.redirect(303, `/drafts/${desk.draft.number}/papers/${paper.key}`);
  });

  app.post('/drafts/:number/papers/:key/files', organizer, async (req, res) => {
    const desk = await openDesk(services, req);
    const paper = paperOf(desk, req);
    if (paper.kind !== 'specification' || desk.draft.body.head.subjectKind === 'goods') throw new PageProblem('bad-request');
    const { accepted, errors } = acceptedFiles(req);
    if (accepted.length > 0) {
      const became = await changePapers(
        services.db,
        desk.draft.number,
        attach(services, desk, paper.lot, accepted),
        makeDraftFile,
      );
      // With something wrong on the page the list of documents itself shows what was taken.
      if (errors.length === 0 || became !== 'changed')
        changed(req, became, accepted.map(({ name }) => fill(PAPERS.fileTaken[req.language], { name })).join('. '));
    }
    if (errors.length === 0) return res.redirect(303, `/drafts/${desk.draft.number}/papers/${paper.key}`);
    await sendPaper({ req, res, services }, await openDesk(services, req), paper, errors);
  });

  app.post('/drafts/:number/documents/:id/sign', organizer, async (req, res) => {
    const desk = await openDesk(services, req);
    const { paper, id } = documentOf(desk, req);
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
    const { paper, id, state } = documentOf(desk, req);
    if (state !== 'uploaded') authorOnly(desk);
    const became = await changePapers(services.db, desk.draft.number, (tx) => deleteDocument(tx, id), makeDraftFile);
    changed(req, became, PAPERS.deleted[req.language]);
    res.redirect(303, `/drafts/${desk.draft.number}/papers/${paper.key}`);
  });
}

function authorOnly({ isAuthor }: Desk): void {
  if (!isAuthor) throw new PageProblem('not-your-role');
}

/** The stored document of the address with the paper it belongs to. */
function documentOf({ draft, papers }: Desk, req: Request) {
  const stored = papers.find((each) => each.id === req.params['id']);
  const paper = stored && papersOf(draft.body).find((each) => isPaper(each, stored));
  if (!paper) throw new PageProblem('not-found');
  return { paper, id: stored.id, state: stored.state };
}

/** Утвердить: the document is queued for printing as the draft says it now. A second press finds it made. */
function approve({ db }: Services, desk: Desk, paper: Paper) {
  const { draft, actor, papers, payload } = desk;
  return changePapers(
    db,
    draft.number,
    async (tx) => {
      const said = payload(paper);
      const made = (await documentsOf(tx, draft.id)).map((each) => each.payload as { documentId?: string } | null);
      if (!said || papers.some((each) => isPaper(paper, each)) || made.some((each) => each?.documentId === said.documentId))
        return;
      await addDocument(tx, {
        id: randomUUID(),
        caseId: draft.id,
        kind: paper.kind,
        lot: paper.kind === 'specification' ? paper.lot : null,
        version: said.version,
        name: documentFileName(said.documentId, 'pdf'),
        mediaType: 'application/pdf',
        sha256: '',
        bytes: 0,
        payload: said,
        payloadSha256: null,
        state: 'to-print',
        createdBy: actor.userId,
      });
    },
    makeDraftFile,
  );
}

/** Files of a specification of works or services; several may be attached (S1 §1.3.1.2). */
const attach =
  ({ files }: Services, { draft, actor }: Desk, lot: string, accepted: { name: string; mediaType: string; bytes: Buffer }[]) =>
  async (tx: Parameters<Parameters<typeof changePapers>[2]>[0]): Promise<void> => {
    for (const { name, mediaType, bytes } of accepted) {
      await addDocument(tx, {
        ...{ id: randomUUID(), caseId: draft.id, kind: 'specification', lot, version: 1, name, mediaType },
        sha256: await files.put(bytes),
        bytes: bytes.length,
        payload: null,
        payloadSha256: null,
        state: 'uploaded',
        createdBy: actor.userId,
      });
    }
  };

/** Verifies the EDS over the stored bytes, by the legal clock, and that it is the person's own for this organization. */
async function sign(
  { db, files, signatures }: Services,
  { draft, actor }: Desk,
  id: string,
  signature: string,
): Promise<Refusal | null> {
  const document = await findDocument(db.pool, id);
  if (!document || !/^[0-9a-f]{64}$/.test(document.sha256)) return refuse('specification-missing');
  if (document.state === 'signed') return null;
  const cms = Buffer.from(signature, 'base64');
  const verdict = await signatures.verify({
    bytes: await files.get(document.sha256),
    cms,
    at: new Date((await legalNow(db.pool)).ms),
  });
  if (!verdict.ok) return refuse(verdict.reason);
  const { signer } = verdict;
  if (signer.iin !== actor.iin) return refuse('eds-wrong-person', { signer: signer.name });
  if (signer.bin !== actor.bin) return refuse('eds-wrong-organization', { bin: signer.bin ?? '—' });
  const became = await changePapers(
    db,
    draft.number,
    async (tx) => {
      await addSignature(tx, { id: randomUUID(), documentId: id, userId: actor.userId, role: 'creator', cms, signer });
      await setDocumentState(tx, id, 'signed');
    },
    makeDraftFile,
  );
  return became === 'changed' ? null : refuse('not-in-this-status', { action: 'sign', status: 'published' });
}
