import { LARGEST_FILE, sealFile, type SealedFile } from '../../../trust/sealed-file.ts';
import { announce, type Messages, type PageError } from './messages.ts';
import { put } from './price-echo.ts';

/** A document as the sealed offer names it: digests and content key in hex, `size` of the plain file in bytes. */
export interface OfferDocument {
  kind: string;
  lot?: string;
  name: string;
  size: number;
  sha256: string;
  /** Address of the sealed file on the portal. */
  sealed: string;
  key: string;
}

interface Chosen {
  field: HTMLInputElement;
  file: File;
}

/** `kept`: the portal has it; a file that was only tried has not left the browser. */
export type Handed = { ok: true; kept: boolean } | { ok: false; error: PageError };

/** A file once sealed and stored is not sent again when the form is. */
const sealedFiles = new WeakMap<File, { sealed: SealedFile; stored: boolean }>();

const fieldsOf = (form: HTMLFormElement) => Array.from(form.querySelectorAll<HTMLInputElement>('[data-document]'));

/** Fields that count for these lots: of a lot without a price nothing is asked and nothing is sent. */
const fieldsFor = (form: HTMLFormElement, lots: string[]) =>
  fieldsOf(form).filter(({ dataset }) => dataset.lot === undefined || lots.includes(dataset.lot));

/**
 * File fields `[data-document="kind"]`, `[data-lot]` where the document is of one lot, `[data-required]`: which are empty, and which
 * hold what cannot be sealed. `lots`: numbers of the lots with a price.
 */
export function documentErrors(form: HTMLFormElement, lots: string[], messages: Messages): PageError[] {
  return fieldsFor(form, lots).flatMap((field): PageError[] => {
    const files = Array.from(field.files ?? []);
    if (files.length === 0) return field.dataset.required === undefined ? [] : [{ code: 'document-missing', field }];
    return files.flatMap(({ name, size }) => {
      if (size === 0) return [{ text: put(messages['document-empty'], { name }), field }];
      return size > LARGEST_FILE ? [{ text: put(messages['document-too-large'], { name }), field }] : [];
    });
  });
}

/** What is chosen now, as text: the same text means the same documents. */
export const chosenDocuments = (form: HTMLFormElement, lots: string[]): string =>
  JSON.stringify(chosenIn(form, lots).map(({ field, file }) => [field.id, file.name, file.size, file.lastModified]));

const chosenIn = (form: HTMLFormElement, lots: string[]): Chosen[] =>
  fieldsFor(form, lots).flatMap((field) => Array.from(field.files ?? []).map((file) => ({ field, file })));

/** Seals every chosen file and hands it to `store`; stops at the first that was not taken. */
export async function sealDocuments(
  form: HTMLFormElement,
  given: { lots: string[]; messages: Messages; store: (sealed: SealedFile) => Promise<Handed> },
): Promise<{ ok: true; documents: OfferDocument[] } | { ok: false; error: PageError }> {
  const chosen = chosenIn(form, given.lots);
  const documents: OfferDocument[] = [];
  for (const [index, { field, file }] of chosen.entries()) {
    announce(put(given.messages['sealing-document'], { n: String(index + 1), count: String(chosen.length) }));
    const known = sealedFiles.get(file) ?? { sealed: await sealFile(new Uint8Array(await file.arrayBuffer())), stored: false };
    sealedFiles.set(file, known);
    const { key, sha256, size, address } = known.sealed;
    if (!known.stored) {
      const handed = await given.store(known.sealed);
      if (!handed.ok) return { ok: false, error: { ...handed.error, field } };
      known.stored = handed.kept;
    }
    const { document: kind = '', lot } = field.dataset;
    documents.push({ kind, ...(lot === undefined ? {} : { lot }), name: file.name, size, sha256, sealed: address, key });
  }
  return { ok: true, documents };
}
