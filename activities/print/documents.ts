import { createHash } from 'node:crypto';
import type { DocumentPayload, Execution, ProcurementPayload } from '../../domain/procurement/documents.ts';
import { printDocument, renderSheets } from '../../templates/documents/index.ts';
import { appendSheets, pageCount } from './append-sheets.ts';
import type { Printer } from './printer.ts';

export interface PrintedOriginal {
  pdf: Buffer;
  /** SHA-256 (hex) of the PDF: what is signed or sealed. */
  sha256: string;
  bytes: number;
  pages: number;
  payloadSha256: string;
}

/** Prints the original of a document; the same payload gives the same bytes. */
export async function printOriginal(printer: Printer, payload: DocumentPayload): Promise<PrintedOriginal> {
  const { html, payloadSha256 } = printDocument(payload);
  const pdf = await printer.print(html);
  return { pdf, sha256: createHash('sha256').update(pdf).digest('hex'), bytes: pdf.length, pages: pageCount(pdf), payloadSha256 };
}

/** Prints the copy: the stored bytes of the original, then publication sheet and signature sheet (spec 17 §1.1). */
export async function printCopy(
  printer: Pick<Printer, 'print'>,
  { payload, execution, original }: { payload: ProcurementPayload; execution: Execution; original: Buffer },
): Promise<Buffer> {
  return appendSheets(original, await printer.print(renderSheets(payload, execution)));
}
