import type { ReceiptPayload } from '../../domain/procurement/documents.ts';
import { digestField, field, type Field } from './blocks.ts';
import { inBothLanguages } from './furniture.ts';
import type { LanguagePart } from './language-part.ts';
import { qrSvg } from './qr.ts';
import { METHODS, RECEIPT_ACTIONS } from './texts/dictionaries.ts';
import { SHEET_LABELS, type SheetLabel } from './texts/sheets.ts';

/** One page for the supplier: number, time and digest of what was handed in, never its content (spec 17 §8 ЗУ). */
export function receiptView(receipt: ReceiptPayload) {
  return {
    titles: SHEET_LABELS.receipt,
    number: receipt.number,
    parts: inBothLanguages((part) => ({
      card: { heading: null, fields: card(part, receipt) },
      noContent: SHEET_LABELS.noContent[part.language],
    })),
    qr: qrSvg(receipt.verificationAddress, receipt.verificationAddress),
    address: receipt.verificationAddress,
  };
}

function card(part: LanguagePart, receipt: ReceiptPayload): Field[] {
  const word = (label: SheetLabel): string => SHEET_LABELS[label][part.language];
  return [
    field(word('receiptNumber'), receipt.number),
    field(word('event'), part.text(RECEIPT_ACTIONS[receipt.action])),
    field(part.label('announcement'), `№ ${receipt.announcement.number}`, part.text(receipt.announcement.name)),
    field(part.label('method'), part.text(METHODS[receipt.announcement.method])),
    field(part.label('supplier'), part.text(receipt.supplier.name), `${part.label('bin')}: ${receipt.supplier.bin}`),
    field(word('submittedBy'), part.text(receipt.submittedBy)),
    field(word('receivedAt'), part.exactInstant(receipt.receivedAt), part.label('zone')),
    field(word('windowEndsAt'), part.instant(receipt.windowEndsAt)),
    ...(receipt.envelopeSha256 ? [digestField(word('envelope'), receipt.envelopeSha256)] : []),
    digestField(word('portalSignature'), receipt.signature.value, `${word('key')}: ${receipt.signature.keyId}`),
  ];
}
