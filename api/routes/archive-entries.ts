import { createHash } from 'node:crypto';
import { fileName } from '../../domain/file-name.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { documentsOf, findDocument, signaturesOf, type DocumentRow } from '../../db/documents.ts';
import { openedProofs } from '../../db/history.ts';
import type { Language } from '../../templates/formats.ts';
import { ARCHIVE } from '../../templates/texts/archive.ts';
import type { ResultsPayload } from '../../domain/procurement/documents.ts';
import type { Services } from '../services.ts';
import { isCopyOf, twinOf } from './protocol-files.ts';

/** A file of the archive: stored bytes by their digest, or bytes made here. */
export interface ArchiveEntry {
  name: string;
  content: { sha256: string } | { bytes: Uint8Array | string };
}

/** Everything there is at this stage, by folder, then a list of digests; quotations only after the opening. */
export async function* archiveEntries(
  services: Services,
  file: ProcurementFile,
  language: Language,
): AsyncGenerator<ArchiveEntry> {
  const taken = new Set<string>();
  const digests: string[] = [];
  for await (const { name, content } of entriesOf(services, file, language)) {
    const own = unlike(name, taken);
    const sha256 = 'sha256' in content ? content.sha256 : createHash('sha256').update(content.bytes).digest('hex');
    digests.push(`${sha256}  ${own}`);
    yield { name: own, content };
  }
  yield { name: 'SHA256SUMS', content: { bytes: `${digests.join('\n')}\n` } };
}

async function* entriesOf(services: Services, file: ProcurementFile, language: Language): AsyncGenerator<ArchiveEntry> {
  const { db } = services;
  const folder = (name: keyof typeof ARCHIVE) => ARCHIVE[name][language];
  for (const { id, lot } of file.documents) {
    const document = await findDocument(db.pool, id);
    if (document) yield* signed(services, document, lot ? `${folder('documents')}/${folder('lot')} ${lot}` : folder('documents'));
  }
  // The file says whether the quotations are opened, so nothing of them is here before.
  for (const { order, supplierBin, body } of (file.quotations || file.application) && file.intake
    ? await openedProofs(db.pool, file.intake.windowId)
    : []) {
    yield {
      name: `${folder(file.application ? 'applications' : 'quotations')}/${order} ${supplierBin}.json`,
      content: { bytes: JSON.stringify(body, null, 2) },
    };
  }
  for (const { id, lot, name, unreadable } of file.application?.documents ?? []) {
    const document = unreadable ? undefined : await findDocument(db.pool, id);
    const place = lot ? `${folder('applications')}/${folder('lot')} ${lot}` : folder('applications');
    if (document) yield { name: `${place}/${safe(name)}`, content: { sha256: document.sha256 } };
  }
  for (const protocol of file.protocols.filter((p) => p.state === 'published')) {
    const document = protocol.documentId ? await findDocument(db.pool, protocol.documentId) : undefined;
    if (!document) continue;
    yield* signed(services, document, folder('protocols'));
    for (const copy of await documentsOf(db.pool, file.id, 'protocol-copy')) {
      if (isCopyOf(copy.payload, document.id, protocol.validity)) {
        yield { name: `${folder('protocols')}/${copy.name}`, content: { sha256: copy.sha256 } };
      }
    }
    const signatures = await signaturesOf(db.pool, document.id);
    const twin = await twinOf(services, { file, protocol, document, payload: document.payload as ResultsPayload, signatures });
    yield {
      name: `${folder('protocols')}/${document.name.replace(/\.pdf$/, '')}.json`,
      content: { bytes: JSON.stringify(twin, null, 2) },
    };
  }
  for (const scan of await documentsOf(db.pool, file.id, 'act-scan')) {
    // A scan of a form that was refused is of no act.
    if (file.acts.some((act) => act.scan.documentId === scan.id))
      yield { name: `${folder('acts')}/${safe(scan.name)}`, content: { sha256: scan.sha256 } };
  }
}

async function* signed({ db }: Services, document: DocumentRow, folder: string): AsyncGenerator<ArchiveEntry> {
  const name = `${folder}/${safe(document.name)}`;
  yield { name, content: { sha256: document.sha256 } };
  for (const { cms } of await signaturesOf(db.pool, document.id)) yield { name: `${name}.p7s`, content: { bytes: cms } };
}

/** A name of one file: no folders, nothing that Windows refuses (its devices neither); letters of every language stay. */
const safe = (name: string): string =>
  fileName(name)
    .replace(/[:*?"<>|]/g, '_')
    .replace(/^\.+|[. ]+$/g, '_')
    .replace(/^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i, '_$&');

/** The name with a number where another file has it already. */
function unlike(name: string, taken: Set<string>): string {
  const [, stem, ending] = /^(.*?)((?:\.[^./]+)*)$/.exec(name) ?? [name, name, ''];
  let own = name;
  for (let n = 2; taken.has(own.toLowerCase()); n += 1) own = `${stem} (${n})${ending}`;
  taken.add(own.toLowerCase());
  return own;
}
