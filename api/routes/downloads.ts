import type { Express, Request, Response } from 'express';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { loadCase } from '../../db/cases.ts';
import { findDocument, signaturesOf, type DocumentRow } from '../../db/documents.ts';
import { PageProblem } from '../page-problem.ts';
import type { Services } from '../services.ts';
import { actorOf } from '../session.ts';
import { takesPart } from './procurement-page.ts';

/** Shown by browsers without harm; anything else is handed over as a file. */
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg']);

/** Documents of published procurements and the signatures under them; the bytes are those that were signed. */
export function register(app: Express, services: Services): void {
  app.get('/documents/:id', async (req, res) => {
    await sendBytes(services, res, await readable(services, req));
  });

  app.get('/documents/:id/signatures/:signature.p7s', async (req, res) => {
    const document = await readable(services, req);
    const found = (await signaturesOf(services.db.pool, document.id)).find((each) => each.id === req.params.signature);
    if (!found) throw new PageProblem('not-found');
    sendSignature(res, document.name, found.cms);
  });
}

/** What a file could still do that a browser opens all the same: nothing. Not for a shown one: a sandbox has no reader of PDF. */
const SANDBOX = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Sends the stored bytes; they are checked against their digest while being read. `keeping`: who may keep them, and for how long. */
export async function sendBytes(
  { files }: Services,
  res: Response,
  document: Pick<DocumentRow, 'sha256' | 'name' | 'mediaType'>,
  keeping = 'private, max-age=3600',
): Promise<void> {
  const bytes = await files.get(document.sha256);
  if (!SHOWN.has(document.mediaType)) res.attachment(document.name).set('Content-Security-Policy', SANDBOX);
  else res.set('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(document.name)}`);
  res.set({
    'Content-Type': document.mediaType,
    'Cache-Control': keeping,
    Digest: `sha-256=${Buffer.from(document.sha256, 'hex').toString('base64')}`,
  });
  res.send(bytes);
}

export function sendSignature(res: Response, name: string, cms: Buffer): void {
  res.attachment(`${name}.p7s`).type('application/pkcs7-signature').send(cms);
}

/** Documents that publication made public, by id. */
export function isPublic(file: ProcurementFile, documentId: string): boolean {
  if (file.status === 'draft') return false;
  return (
    file.documents.some(({ id }) => id === documentId) ||
    file.protocols.some((p) => p.state === 'published' && p.documentId === documentId)
  );
}

/** Public documents for everyone; scans of acts and orders for those who take part. */
async function readable(services: Services, req: Request): Promise<DocumentRow> {
  const { db } = services;
  const document = await findDocument(db.pool, String(req.params['id']));
  const file = document && (await loadCase(db.pool, document.caseId));
  if (!document || !file || file.status === 'draft') throw new PageProblem('not-found');
  const scan = ['act-scan', 'order-file'].includes(document.kind);
  if (isPublic(file, document.id) || (scan && takesPart(file, actorOf(req)))) return document;
  throw new PageProblem('not-found');
}
