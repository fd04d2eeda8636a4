import { randomUUID } from 'node:crypto';
import { addDocument, addSignature, deleteDocument, documentsOf, findDocument, setDocumentState } from '../../db/documents.ts';
import { changePapers } from '../../db/drafts.ts';
import { legalNow } from '../../db/clock.ts';
import { documentFileName } from '../../domain/procurement/documents.ts';
import { isPaper, lotListPaper, type Paper, papersOf, type StoredPaper } from '../../domain/procurement/draft.ts';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import { termAtFault } from '../../trust/claimed-holder.ts';
import { PageProblem } from '../page-problem.ts';
import type { Services } from '../services.ts';
import { type Desk, makeDraftFile } from './draft-desk.ts';
import type { AcceptedFile } from './draft-uploads.ts';
import { idOf } from './uploads.ts';

/** Nothing is changed once the draft is published or on its way there. */
export type PapersChanged = Awaited<ReturnType<typeof changePapers>>;

/** Nothing that the document must say is missing. */
export function isReady(paper: Paper, desk: Desk): boolean {
  if (paper.kind === 'specification')
    return !desk.faults.some((fault) => fault.gap === 'characteristics-missing' && fault.lots?.includes(paper.lot));
  if (paper.kind === 'contract-draft')
    return !desk.faults.some((fault) => fault.gap === 'contract-fields-missing') && desk.payload(paper) !== null;
  return desk.payload(lotListPaper) !== null;
}

/** Approving, signing, and taking back what was approved are the author's (S1 §1.3.1.2). */
export function authorOnly({ isAuthor }: Desk): void {
  if (!isAuthor) throw new PageProblem('not-your-role');
}

/** A paper of the draft by its key. @throws PageProblem `not-found` when it has no such paper */
export function paperOf({ draft }: Desk, key: string): Paper {
  const paper = papersOf(draft.body).find((each) => each.key === key);
  if (!paper) throw new PageProblem('not-found');
  return paper;
}

/** The stored document with the paper it belongs to. @throws PageProblem `not-found` when the draft has no such document */
export function documentOf({ draft, papers }: Desk, wanted: string) {
  const stored = papers.find((each) => each.id === wanted);
  const paper = stored && papersOf(draft.body).find((each) => isPaper(each, stored));
  if (!paper) throw new PageProblem('not-found');
  return { paper, id: stored.id, state: stored.state };
}

/** Утвердить: the document is queued for printing as the draft says it now. A second press finds it made. */
export function approve({ db }: Services, desk: Desk, paper: Paper): Promise<PapersChanged> {
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
export const attach = (
  { db, files }: Services,
  { draft, actor }: Desk,
  lot: string,
  accepted: AcceptedFile[],
): Promise<PapersChanged> =>
  changePapers(
    db,
    draft.number,
    async (tx) => {
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
    },
    makeDraftFile,
  );

/** Takes a document out; what was only uploaded anyone who fills in may take out. */
export function remove({ db }: Services, desk: Desk, { id, state }: Pick<StoredPaper, 'id' | 'state'>): Promise<PapersChanged> {
  if (state !== 'uploaded') authorOnly(desk);
  return changePapers(db, desk.draft.number, (tx) => deleteDocument(tx, id), makeDraftFile);
}

/**
 * Verifies the EDS over the stored bytes, by the legal clock, and that it is the person's own for this organization. A document is signed
 * once: a second press finds it signed.
 * @throws PageProblem `not-found` when it was deleted meanwhile
 */
export async function sign(
  { db, files, signatures }: Services,
  { draft, actor }: Desk,
  id: string,
  signature: string,
): Promise<Refusal | null> {
  const document = await findDocument(db.pool, id);
  if (!document) throw new PageProblem('not-found');
  if (!/^[0-9a-f]{64}$/.test(document.sha256)) return refuse('specification-missing');
  if (document.state === 'signed') return null;
  const cms = Buffer.from(signature, 'base64');
  const now = (await legalNow(db.pool)).ms;
  const verdict = await signatures.verify({
    bytes: await files.get(document.sha256),
    cms,
    at: new Date(now),
  });
  if (!verdict.ok) return refuse(verdict.reason, termAtFault(verdict.reason, cms, now));
  const { signer } = verdict;
  if (signer.iin !== actor.iin) return refuse('eds-wrong-person', { signer: signer.name });
  if (signer.bin !== actor.bin) return refuse('eds-wrong-organization', { bin: signer.bin ?? '—' });
  const became = await changePapers(
    db,
    draft.number,
    async (tx) => {
      // What was asked before the draft was held may have changed: another request signed or deleted the document.
      const held = await findDocument(tx, id);
      if (!held) throw new PageProblem('not-found');
      if (held.state === 'signed') return;
      const { userId } = actor;
      await addSignature(tx, { id: idOf(id, userId), documentId: id, userId, role: 'creator', cms, signer });
      await setDocumentState(tx, id, 'signed');
    },
    makeDraftFile,
  );
  return became === 'changed' ? null : refuse('not-in-this-status', { action: 'sign', status: 'published' });
}
