import type { Certificate, Execution, ProcurementPayload, Signer, StoredFile } from '../../domain/procurement/documents.ts';
import { cell, digestField, field, table, type Cell, type Fields, type Table } from './blocks.ts';
import { inBothLanguages } from './furniture.ts';
import type { LanguagePart } from './language-part.ts';
import { qrSvg } from './qr.ts';
import { SIGNER_ROLES, WINDOWS } from './texts/dictionaries.ts';
import { SHEET_LABELS, type SheetLabel } from './texts/sheets.ts';

/** Publication sheet and signature sheet of a copy (spec 17 §1.1). */
export function sheetsView(payload: ProcurementPayload, execution: Execution) {
  return {
    qr: qrSvg(payload.verificationAddress, payload.verificationAddress),
    parts: inBothLanguages((part) => ({
      publication: {
        title: word(part, 'publicationSheet'),
        fields: publication(part, payload, execution),
        lots: lotStatuses(part, execution),
      },
      signatures: {
        title: word(part, 'signatureSheet'),
        table: signatures(part, execution),
        seal: seal(part, execution),
        opinions: opinions(part, execution),
      },
    })),
  };
}

const word = (part: LanguagePart, label: SheetLabel): string => SHEET_LABELS[label][part.language];
const fileLines = (file: StoredFile): string[] => [file.name, `SHA-256: ${file.sha256}`];

function publication(part: LanguagePart, payload: ProcurementPayload, execution: Execution): Fields {
  const { publishedBy } = execution;
  const by =
    publishedBy === null || publishedBy === 'portal'
      ? word(part, 'portal')
      : `${part.text(publishedBy.name)}, ${part.text(SIGNER_ROLES[publishedBy.role])}`;
  return {
    heading: null,
    fields: [
      field(part.label('documentNumber'), payload.number),
      field(part.label('version'), String(payload.version)),
      field(word(part, 'publishedAt'), execution.publishedAt ? part.instant(execution.publishedAt) : word(part, 'notPublished')),
      ...(execution.publishedAt ? [field(word(part, 'publishedBy'), by)] : []),
      ...execution.windows.map((window) =>
        field(part.text(WINDOWS[window.kind]), `${part.instant(window.startsAt)} – ${part.instant(window.endsAt)}`),
      ),
      field(word(part, 'announcementStatus'), part.text(execution.statusAfter.announcement)),
      field(word(part, 'validity'), word(part, execution.validity === 'valid' ? 'valid' : 'notValid')),
      field(part.label('verification'), payload.verificationAddress),
      digestField(word(part, 'original'), execution.original.sha256, `${word(part, 'pages')}: ${execution.original.pages}`),
    ],
  };
}

function lotStatuses(part: LanguagePart, execution: Execution): Table {
  const rows = execution.statusAfter.lots.map((lot) => [cell(lot.number), cell(part.text(lot.status))]);
  return table(part, word(part, 'lotStatuses'), [part.label('lotNumber'), word(part, 'status')], rows);
}

function signatures(part: LanguagePart, execution: Execution): Table | null {
  if (execution.signatures.length + execution.absent.length === 0) return null;
  const columns = (['role', 'fullName', 'position', 'signed', 'signedAt', 'certificate', 'notes'] as const).map((label) =>
    word(part, label),
  );
  const who = (signer: Signer): Cell[] => [
    cell(part.text(SIGNER_ROLES[signer.role])),
    cell(part.text(signer.name)),
    cell(part.text(signer.position)),
  ];
  const signed = execution.signatures.map((each) => [
    ...who(each),
    cell(word(part, 'signedYes')),
    cell(part.instant(each.signedAt)),
    cell(each.certificate.serial, ...certificateLines(part, each.certificate)),
    each.dissentingOpinion ? cell(word(part, 'dissentingOpinion'), ...fileLines(each.dissentingOpinion)) : cell('–'),
  ]);
  const absent = execution.absent.map((each) => [
    ...who(each),
    cell(word(part, 'signedNo')),
    cell('–'),
    cell('–'),
    cell(
      word(part, 'absenceReason'),
      each.reason ?? (each.file ? '' : word(part, 'reasonNotStated')),
      ...(each.file ? fileLines(each.file) : []),
    ),
  ]);
  return table(part, word(part, 'signatures'), columns, [...signed, ...absent]);
}

const certificateLines = (part: LanguagePart, certificate: Certificate): string[] => [
  `${word(part, 'issuer')}: ${certificate.issuer}`,
  `${word(part, 'validTo')}: ${part.instant(certificate.validTo)}`,
];

function seal(part: LanguagePart, { seal: made }: Execution): Fields | null {
  if (!made) return null;
  return {
    heading: word(part, 'seal'),
    fields: [
      field(word(part, 'sealedAt'), part.instant(made.sealedAt)),
      field(word(part, 'certificate'), made.certificate.serial, ...certificateLines(part, made.certificate)),
      digestField(word(part, 'sealDigest'), made.cmsSha256),
    ],
  };
}

function opinions(part: LanguagePart, execution: Execution): Table | null {
  if (execution.attachments.length === 0) return null;
  const rows = execution.attachments.map((file) => [cell(file.name), cell(file.sha256)]);
  return table(part, word(part, 'expertOpinions'), [part.label('file'), 'SHA-256'], rows);
}
