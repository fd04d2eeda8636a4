import {
  abridged,
  type DocumentPayload,
  type Execution,
  type ProcurementPayload,
  type ResultsPayload,
} from '../../domain/procurement/documents.ts';
import { render } from '../render.ts';
import { contractDraftView } from './contract-draft.view.ts';
import { documentPage, footerOf, payloadSha256 } from './furniture.ts';
import { lotListView } from './lot-list.view.ts';
import { receiptView } from './receipt.view.ts';
import { resultsView } from './results.view.ts';
import { sheetsView } from './sheets.view.ts';
import { ABRIDGED } from './texts/notes.ts';
import { specificationView } from './specification.view.ts';

export { payloadSha256 } from './furniture.ts';

const titleOf = (payload: DocumentPayload): string => `${payload.number} (${payload.documentId})`;

/** HTML of an original, ready for the printer, and the digest its footer and last page carry (spec 17 §1.1–1.2). */
export function printDocument(payload: DocumentPayload): { html: string; payloadSha256: string } {
  const digest = payloadSha256(payload);
  const title = titleOf(payload);
  const version = payload.type === 'receipt' ? 1 : payload.version;
  return {
    html: documentPage(
      title,
      footerOf(payload, { digest, version, pages: 'document', landscape: payload.type === 'lot-list' }),
      bodyOf(payload, digest),
    ),
    payloadSha256: digest,
  };
}

function bodyOf(payload: DocumentPayload, digest: string): string {
  switch (payload.type) {
    case 'results':
      return render('documents/results', resultsView(payload, digest));
    case 'lot-list':
      return render('documents/lot-list', lotListView(payload, digest));
    case 'specification':
      return render('documents/specification', specificationView(payload, digest));
    case 'contract-draft':
      return render('documents/contract-draft', contractDraftView(payload, digest));
    case 'receipt':
      return render('documents/receipt', receiptView(payload));
  }
}

/** HTML of the sheets that a copy adds behind the original: publication sheet and signature sheet (spec 17 §1.1). */
export function renderSheets(payload: ProcurementPayload, execution: Execution): string {
  const footer = footerOf(payload, {
    digest: payloadSha256(payload),
    version: payload.version,
    pages: 'sheets',
    landscape: false,
  });
  return documentPage(
    `${payload.number} (${payload.documentId})`,
    footer,
    render('documents/sheets', sheetsView(payload, execution)),
  );
}

/** HTML of the public copy of a protocol: numbers of natural persons masked, marked as abridged, footer of the original. */
export function renderAbridged(payload: ResultsPayload): string {
  const digest = payloadSha256(payload);
  const view = resultsView(abridged(payload), digest);
  const footer = footerOf(payload, { digest, version: payload.version, pages: 'document', landscape: false });
  const body = render('documents/results', { ...view, masthead: { ...view.masthead, note: ABRIDGED } });
  return documentPage(titleOf(payload), footer, body);
}
