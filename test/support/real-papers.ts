import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { addDocument, addSignature } from '../../db/documents.ts';
import type { DocumentRef } from '../../domain/procurement/file.ts';
import { type Finding, verifyLedger } from '../../tools/verify/run.ts';
import { signDetached } from '../../trust/browser/sign.ts';
import { loadTrustStore, verifySignature } from '../../trust/verify.ts';
import { aCourtDecision } from './acts.ts';
import { aDraftFile, aLot } from './draft-file.ts';
import type { Town } from './town.ts';
import type { TownRequest } from './town-request.ts';

const trustOf = (town: Town) => loadTrustStore(join(town.keys, 'trust'));

/** What the verification of the whole ledger finds. */
export async function findings(town: Town): Promise<Finding[]> {
  return (await verifyLedger(town.db, { files: town.files, trust: await trustOf(town) })).findings;
}

/** Puts a paper of a case into the store and under the creator's signature. */
async function keep(town: Town, caseId: string, ref: DocumentRef, bytes: Buffer, signed: boolean): Promise<void> {
  const { id, kind, lot = null, name, sha256 } = ref;
  const row = { id, caseId, kind, lot, version: 1, name, mediaType: 'application/pdf', sha256, bytes: bytes.length };
  await addDocument(town.db.pool, {
    ...row,
    payload: null,
    payloadSha256: null,
    state: signed ? 'signed' : 'uploaded',
    createdBy: 'x',
  });
  if (!signed) return;
  const cms = Buffer.from(await signDetached(bytes, await town.signingKey('creator')));
  const verdict = verifySignature({ bytes, cms, at: new Date(await town.now()), trust: await trustOf(town) });
  if (!verdict.ok) throw new Error(verdict.reason);
  const { signer } = verdict;
  const { rows } = await town.db.pool.query<{ id: string }>(`select id from app_user where login = 'creator'`);
  await addSignature(town.db.pool, { id: randomUUID(), documentId: id, userId: rows[0]!.id, role: 'creator', cms, signer });
}

/** Publishes an announcement whose papers lie in the store, signed. */
export async function publish(town: Town, n: number, window: { opensAt: string; closesAt: string }): Promise<TownRequest> {
  const draft = aDraftFile({ window, lots: [aLot(n, { amount: '1000000.00' })] });
  const papers = draft.documents.map((ref) => ({ ref, bytes: Buffer.from(`%PDF-1.7 ${n} ${ref.kind}`) }));
  const documents = await Promise.all(
    papers.map(async ({ ref, bytes }) => ({ ...ref, id: randomUUID(), sha256: await town.files.put(bytes) })),
  );
  const request = await town.draft({ ...draft, documents });
  for (const [index, ref] of documents.entries()) await keep(town, request.id, ref, papers[index]!.bytes, true);
  const outcome = await request.as('creator').send('publish', {});
  if (!outcome.accepted) throw new Error(`not published: ${outcome.refusal.code}`);
  return request;
}

/** A court's decision whose scan lies in the store. */
export async function decision(town: Town, request: TownRequest, number: string) {
  const bytes = Buffer.from(`%PDF-1.7 decision ${number}`);
  const scan = { documentId: randomUUID(), sha256: await town.files.put(bytes), name: `${number}.pdf` };
  await keep(town, request.id, { id: scan.documentId, kind: 'attachment', name: scan.name, sha256: scan.sha256 }, bytes, false);
  return aCourtDecision({ number, date: '2026-03-02', scan });
}
