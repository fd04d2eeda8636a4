import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import { fileName } from '../../domain/file-name.ts';
import type { Actor } from '../../domain/parties.ts';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import { addDocument, findDocument } from '../../db/documents.ts';
import type { Services } from '../services.ts';

/** A stored upload as an action's input names it. */
export interface Uploaded {
  documentId: string;
  sha256: string;
  name: string;
}

/** Kinds of files by their first bytes: the name and the browser's word are not believed. */
const KINDS: { mediaType: string; first: Buffer }[] = [
  { mediaType: 'application/pdf', first: Buffer.from('%PDF-') },
  { mediaType: 'image/png', first: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { mediaType: 'image/jpeg', first: Buffer.from([0xff, 0xd8, 0xff]) },
];

const ACCEPTED_SCANS = 'PDF, PNG, JPEG';

/** The file of a form field, if one was chosen. */
export function fileOf(req: Request, field: string): Express.Multer.File | undefined {
  const files = Array.isArray(req.files) ? req.files : [];
  return files.find((file) => file.fieldname === field && file.size > 0);
}

/** The same thing of the same owner gets the same id, as a file of a form by its digest: a double click stores one. */
export function idOf(owner: string, thing: string): string {
  const hex = createHash('sha256').update(`${owner}/${thing}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export interface Upload {
  caseId: string;
  actor: Actor;
  /** Id of the command the file belongs to. */
  commandId: string;
  kind: 'act-scan' | 'order-file';
  field: string;
  file: { originalname: string; buffer: Buffer };
}

/** Stores a scan of the case: PDF, PNG or JPEG (at most 20 MB by the limits of uploads). */
export async function storeUpload({ db, files }: Services, upload: Upload): Promise<Uploaded | Refusal> {
  const { buffer, originalname } = upload.file;
  const known = KINDS.find(({ first }) => buffer.subarray(0, first.length).equals(first));
  if (!known) return refuse('file-kind-not-accepted', { accepted: ACCEPTED_SCANS }, { field: upload.field });
  const sha256 = await files.put(buffer);
  const name = fileName(originalname);
  const documentId = idOf(upload.commandId, sha256);
  await addDocument(db.pool, {
    id: documentId,
    caseId: upload.caseId,
    kind: upload.kind,
    lot: null,
    version: 1,
    name,
    mediaType: known.mediaType,
    sha256,
    bytes: buffer.length,
    payload: null,
    payloadSha256: null,
    state: 'uploaded',
    createdBy: upload.actor.userId,
  });
  return { documentId, sha256, name };
}

/** Keeps a signature (CMS in DER) of a document of the case; what a command says of it. */
export async function storeSignature(
  { db, files }: Services,
  { caseId, actor, commandId, name, cms }: Pick<Upload, 'caseId' | 'actor' | 'commandId'> & { name: string; cms: Buffer },
): Promise<Uploaded> {
  const sha256 = await files.put(cms);
  const documentId = idOf(commandId, sha256);
  await addDocument(db.pool, {
    ...{ id: documentId, caseId, kind: 'signature', lot: null, version: 1, name, mediaType: 'application/pkcs7-signature' },
    ...{ sha256, bytes: cms.length, payload: null, payloadSha256: null, state: 'uploaded', createdBy: actor.userId },
  });
  return { documentId, sha256, name };
}

/** A file that this person stored for this case earlier: a form that was refused keeps it. */
export async function keptUpload(
  { db }: Services,
  of: Pick<Upload, 'caseId' | 'actor' | 'kind'> & { documentId: string },
): Promise<Uploaded | null> {
  const found = await findDocument(db.pool, of.documentId);
  if (!found || found.caseId !== of.caseId || found.kind !== of.kind || found.createdBy !== of.actor.userId) return null;
  return { documentId: found.id, sha256: found.sha256, name: found.name };
}

const named = z.object({ documentId: z.string(), sha256: z.string() });
const withFiles = z.object({
  act: z.object({ scan: named.optional() }).optional(),
  order: z.object({ file: named.optional() }).optional(),
});

/** The field of an input that names a file this person did not store for this case; null when there is none. */
export async function strangeFile(
  services: Services,
  of: Pick<Upload, 'caseId' | 'actor'> & { input: unknown },
): Promise<string | null> {
  const read = withFiles.safeParse(of.input);
  if (!read.success) return null;
  const files = [
    { field: 'act.scan', file: read.data.act?.scan },
    { field: 'order.file', file: read.data.order?.file },
  ];
  for (const { field, file } of files) {
    if (!file) continue;
    const kinds = ['act-scan', 'order-file'] as const;
    const kept = await Promise.all(
      kinds.map((kind) => keptUpload(services, { caseId: of.caseId, actor: of.actor, kind, documentId: file.documentId })),
    );
    if (!kept.some((each) => each?.sha256 === file.sha256)) return field;
  }
  return null;
}
