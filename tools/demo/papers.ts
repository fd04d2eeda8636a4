import { transaction } from '../../db/client.ts';
import { legalNow } from '../../db/clock.ts';
import { addDocument, addSignature, findDocument } from '../../db/documents.ts';
import { type DocumentPayload, documentFileName, type ProcurementPayload } from '../../domain/procurement/documents.ts';
import type { DraftBody } from '../../domain/procurement/draft/body.ts';
import { type Paper, papersOf } from '../../domain/procurement/draft/papers.ts';
import { type PaperMatter, payloadOf } from '../../domain/procurement/draft/payloads.ts';
import type { DocumentRef } from '../../domain/procurement/file.ts';
import { signDetached } from '../../trust/browser/sign.ts';
import { printDocument } from '../../templates/documents/index.ts';
import { demoId } from './ids.ts';
import { personCalled } from './people.ts';
import type { World } from './world.ts';

/** Prints and signs every paper of a draft as its creator; papers that are signed already stay. */
export async function draftPapers(
  world: World,
  draft: { id: string; body: DraftBody },
  matter: PaperMatter,
): Promise<DocumentRef[]> {
  return Promise.all(
    papersOf(draft.body).map(async (paper) => {
      const payload = payloadOf(matter, paper);
      if (!payload) throw new Error(`${matter.number}: ${paper.key} cannot be made`);
      return signedPaper(world, draft.id, paper, payload);
    }),
  );
}

/** A specification of services or works is a file of the organizer's own, not made from a form (S1 §1.3.1.2). */
const isOwnFile = (payload: DocumentPayload): boolean =>
  payload.type === 'specification' && payload.announcement.subjectKind !== 'goods';

async function signedPaper(world: World, caseId: string, paper: Paper, payload: ProcurementPayload): Promise<DocumentRef> {
  const { db, files, signatures } = world.services;
  const id = demoId('document', caseId, paper.key);
  const lot = paper.kind === 'specification' ? paper.lot : null;
  const known = await findDocument(db.pool, id);
  if (known) return refOf(paper, known);
  const { html, payloadSha256 } = printDocument(payload);
  const pdf = await world.print(html);
  const sha256 = await files.put(pdf);
  const { userId } = personCalled('organizer');
  const now = new Date((await legalNow(db.pool)).ms);
  const cms = await signDetached(pdf, await world.keyOf('organizer'), now);
  const verdict = await signatures.verify({ bytes: pdf, cms, at: now });
  if (!verdict.ok) throw new Error(`${payload.documentId}: ${verdict.reason}`);
  const own = isOwnFile(payload);
  const name = documentFileName(payload.documentId, 'pdf');
  await transaction(db, async (tx) => {
    await addDocument(tx, {
      ...{ id, caseId, kind: paper.kind, lot, version: 1, name, mediaType: 'application/pdf', sha256, bytes: pdf.length },
      payload: own ? null : payload,
      payloadSha256: own ? null : payloadSha256,
      state: 'signed',
      createdBy: userId,
    });
    const signature = { documentId: id, userId, role: 'creator', cms: Buffer.from(cms), signer: verdict.signer };
    await addSignature(tx, { id: demoId('signature', id), ...signature });
  });
  return refOf(paper, { id, name, sha256 });
}

const refOf = (paper: Paper, { id, name, sha256 }: Pick<DocumentRef, 'id' | 'name' | 'sha256'>): DocumentRef => ({
  ...{ id, kind: paper.kind, name, sha256 },
  ...(paper.kind === 'specification' ? { lot: paper.lot } : {}),
});
