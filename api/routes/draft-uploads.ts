import type { Request } from 'express';
import { fileName } from '../../domain/file-name.ts';
import type { FieldError } from '../../templates/fields.ts';
import { PAPERS } from '../../templates/texts/draft-papers.ts';
import { sentencesOf } from '../../templates/texts/refusals.ts';
import { refuse } from '../../domain/refusals.ts';
import { fill } from '../../templates/texts/texts.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Kinds of files taken, told by their first bytes: the name and the browser's word are not believed. */
const KINDS: { starts: Buffer; ending: RegExp; mediaType: string }[] = [
  { starts: Buffer.from('%PDF-'), ending: /\.pdf$/i, mediaType: 'application/pdf' },
  { starts: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ending: /\.png$/i, mediaType: 'image/png' },
  { starts: Buffer.from([0xff, 0xd8, 0xff]), ending: /\.jpe?g$/i, mediaType: 'image/jpeg' },
  { starts: Buffer.from('PK\x03\x04', 'latin1'), ending: /\.docx$/i, mediaType: DOCX },
  { starts: Buffer.from('PK\x03\x04', 'latin1'), ending: /\.xlsx$/i, mediaType: XLSX },
];

export interface AcceptedFile {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/** Uploaded files that may be kept, and for each of the others why not: one bad file does not spoil the rest. */
export function acceptedFiles(req: Request): { accepted: AcceptedFile[]; errors: FieldError[] } {
  const uploaded = Array.isArray(req.files) ? req.files.filter((each) => each.size > 0) : [];
  const { language } = req;
  const at = (text: string): FieldError => ({ field: 'file', text, href: '#file' });
  if (uploaded.length === 0) return { accepted: [], errors: [at(PAPERS.fileMissing[language])] };
  const accepted: AcceptedFile[] = [];
  const errors: FieldError[] = [];
  for (const { originalname, buffer } of uploaded) {
    const name = fileName(originalname);
    const kind = KINDS.find(({ starts, ending }) => buffer.subarray(0, starts.length).equals(starts) && ending.test(name));
    if (kind) accepted.push({ name, mediaType: kind.mediaType, bytes: buffer });
    else
      errors.push(
        at(fill(PAPERS.fileRefused[language], { name, why: sentencesOf(refuse('file-kind-not-accepted'), language).what })),
      );
  }
  return { accepted, errors };
}
