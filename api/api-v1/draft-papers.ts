import type { Request } from 'express';
import { z } from 'zod';
import { findDocument } from '../../db/documents.ts';
import type { Paper } from '../../domain/procurement/draft.ts';
import { refuse } from '../../domain/refusals.ts';
import { S1 } from '../../domain/regulation.ts';
import { PageProblem } from '../page-problem.ts';
import { openDesk } from '../routes/draft-desk.ts';
import { acceptedFiles } from '../routes/draft-uploads.ts';
import { fileOf } from '../routes/uploads.ts';
import * as papers from '../routes/papers-of-draft.ts';
import type { Services } from '../services.ts';
import { paperViewOf } from './draft-views.ts';
import { type Answer, type Call, NOTHING, route } from './route.ts';
import { announcementNumber } from './schemas/common.ts';
import { documentSignature, draftFile, draftPaper, paperKey } from './schemas/draft.ts';
import { badBody, now } from './send.ts';

const ofPaper = z.strictObject({ number: announcementNumber, key: paperKey });
const ofDocument = z.strictObject({ number: announcementNumber, id: z.uuid() });
const path = '/api/v1/drafts/{number}';
const common = { tag: 'drafts', role: 'organizer', query: NOTHING } as const;
const changes = { ...common, access: 'drafts:write', refuses: [404, 409] } as const;
const ANSWERS = { 200: { description: 'The paper as it stands now.', schema: draftPaper } };

/** The paper after a change. @throws PageProblem `not-found` when it is a draft no more */
async function after(services: Services, req: Request, paper: Paper, became: papers.PapersChanged): Promise<Answer> {
  if (became === 'being-published') return { refusal: refuse('being-published') };
  return now(paperViewOf(paper, await openDesk(services, req)));
}

async function approving({ services, req, params }: Call<z.infer<typeof ofPaper>>): Promise<Answer> {
  const desk = await openDesk(services, req);
  const paper = papers.paperOf(desk, params.key);
  papers.authorOnly(desk);
  if (!papers.isReady(paper, desk)) return { refusal: refuse('document-not-ready', {}, { source: S1('1.3.1.2') }) };
  return after(services, req, paper, await papers.approve(services, desk, paper));
}

async function attaching({ services, req, params }: Call<z.infer<typeof ofPaper>>): Promise<Answer> {
  const desk = await openDesk(services, req);
  const paper = papers.paperOf(desk, params.key);
  // The specification of goods is made from its form (S1 §1.3.1.2).
  if (paper.kind !== 'specification' || desk.draft.body.head.subjectKind === 'goods') throw new PageProblem('not-found');
  if (!fileOf(req, 'file')) return { refusal: refuse('bad-input', {}, { field: 'file' }) };
  const { accepted, errors } = acceptedFiles(req);
  if (errors.length > 0) return { refusal: refuse('file-kind-not-accepted', {}, { field: 'file' }) };
  return after(services, req, paper, await papers.attach(services, desk, paper.lot, accepted));
}

async function reading({ services, req, params }: Call<z.infer<typeof ofDocument>>): Promise<Answer> {
  const { id } = papers.documentOf(await openDesk(services, req), params.id);
  const document = await findDocument(services.db.pool, id);
  if (!document || document.state === 'to-print') throw new PageProblem('not-found');
  return { status: 200, body: await services.files.get(document.sha256), keeping: 'never', file: document.name };
}

async function signing({ services, req, params }: Call<z.infer<typeof ofDocument>>): Promise<Answer> {
  const desk = await openDesk(services, req);
  const { id, paper } = papers.documentOf(desk, params.id);
  papers.authorOnly(desk);
  const sent = documentSignature.safeParse(req.body);
  if (!sent.success) return { refusal: badBody(sent.error) };
  const refusal = await papers.sign(services, desk, id, sent.data.signature);
  return refusal ? { refusal } : now(paperViewOf(paper, await openDesk(services, req)));
}

async function removing({ services, req, params }: Call<z.infer<typeof ofDocument>>): Promise<Answer> {
  const desk = await openDesk(services, req);
  const document = papers.documentOf(desk, params.id);
  return after(services, req, document.paper, await papers.remove(services, desk, document));
}

/** Documents of a draft: approved, attached, read, signed by EDS, deleted (S1 §1.3.1.2, §1.3.1.3). */
export const draftPaperRoutes = [
  route({
    ...{ ...changes, operation: 'approveDraftPaper', method: 'post', path: `${path}/papers/{key}/approve`, params: ofPaper },
    answers: ANSWERS,
    serve: approving,
  }),
  route({
    ...{ ...changes, operation: 'attachDraftFile', method: 'post', path: `${path}/papers/{key}/files`, params: ofPaper },
    body: { type: 'multipart/form-data', schema: draftFile },
    answers: ANSWERS,
    serve: attaching,
  }),
  route({
    ...{ ...common, operation: 'getDraftDocument', method: 'get', path: `${path}/documents/{id}`, access: 'drafts:read' },
    params: ofDocument,
    answers: { 200: { description: 'Its bytes, as they are signed.', schema: z.file(), type: 'application/octet-stream' } },
    refuses: [404],
    serve: reading,
  }),
  route({
    ...{ ...changes, operation: 'deleteDraftDocument', method: 'delete', path: `${path}/documents/{id}`, params: ofDocument },
    answers: ANSWERS,
    serve: removing,
  }),
  route({
    ...{ ...changes, operation: 'signDraftDocument', method: 'post', path: `${path}/documents/{id}/signature` },
    params: ofDocument,
    body: { type: 'application/json', schema: documentSignature },
    answers: ANSWERS,
    serve: signing,
  }),
];
