import { createHash } from 'node:crypto';
import { canonical } from '../../domain/canonical.ts';
import type {
  CommonPayload,
  DocumentPayload,
  DocumentParty,
  LotCard,
  ProcurementPayload,
} from '../../domain/procurement/documents.ts';
import type { Text } from '../../domain/parties.ts';
import { render } from '../render.ts';
import { amountCell, cell, field, table, type Fields, type Table } from './blocks.ts';
import { languagePart, PART_LANGUAGES, type LanguagePart } from './language-part.ts';
import { pageStyle, type Footer } from './page-style.ts';
import { qrSvg } from './qr.ts';
import { FLAGS, METHODS, PURCHASE_TYPES, SIGNER_ROLES, SUBJECT_KINDS, TITLES, WINDOWS } from './texts/dictionaries.ts';
import { LABELS } from './texts/labels.ts';
import { SINGLE_SOURCE_TYPE } from './texts/single-source.ts';
import { ABBREVIATIONS, EQUIVALENCE } from './texts/notes.ts';

/** SHA-256 (hex) of the RFC 8785 form of a payload (spec 17 §10). */
export const payloadSha256 = (payload: DocumentPayload): string =>
  createHash('sha256').update(canonical(payload), 'utf8').digest('hex');

/** Page of a document around its body. */
export const documentPage = (title: string, footer: Footer, body: string): string =>
  render('documents/document', { title, style: pageStyle(footer), body });

/** Id and version for the footer of every page (spec 17 §1.2); `v` stands for нұсқа and версия. */
export const footerOf = (
  payload: Pick<CommonPayload, 'documentId' | 'verificationAddress'>,
  { digest, version, ...rest }: { digest: string; version: number } & Pick<Footer, 'pages' | 'landscape'>,
): Footer => ({
  document: `${payload.documentId} · v${version}`,
  digest: digest.slice(0, 16),
  address: payload.verificationAddress,
  ...rest,
});

export interface Masthead {
  titles: Text;
  number: string;
  /** Marks a copy that is not the whole original. */
  note: Text | null;
}

export const mastheadOf = (payload: ProcurementPayload): Masthead => ({
  titles: TITLES[payload.type],
  number: payload.number,
  note: null,
});

/** Both language parts of a document, Kazakh first (spec 17 §1.3). */
export const inBothLanguages = <T extends object>(
  part: (part: LanguagePart) => T,
): (T & { lang: string; abbreviations: Abbreviations })[] =>
  PART_LANGUAGES.map((language) => ({
    ...part(languagePart(language)),
    lang: language,
    abbreviations: abbreviations(languagePart(language)),
  }));

interface Abbreviations {
  heading: string;
  entries: { short: string; long: string }[];
}

const abbreviations = (part: LanguagePart): Abbreviations => ({
  heading: part.label('abbreviations'),
  entries: ABBREVIATIONS.map(({ short, long }) => ({ short: short[part.language], long: long[part.language] })),
});

/** «Тип закупки»: of a single source its origin, of any other first or repeated (S1 §1.7.1, §1.3.1). */
export const purchaseTypeOf = ({ method, purchaseType }: Pick<CommonPayload['announcement'], 'method' | 'purchaseType'>): Text =>
  method === 'single-source' ? SINGLE_SOURCE_TYPE : PURCHASE_TYPES[purchaseType];

/** Header H, spec 17 §3; several customers are printed at their lots instead. */
export function header(part: LanguagePart, payload: ProcurementPayload): Fields {
  const { announcement } = payload;
  const [customer] = payload.customers;
  return {
    heading: null,
    fields: [
      field(part.label('documentNumber'), payload.number),
      field(part.label('version'), String(payload.version)),
      field(
        part.label('formedAt'),
        `${part.instant(payload.formedAt)} (UTC${payload.formedAt.slice(-6)}), ${part.label('zone')}`,
      ),
      field(part.label('place'), part.text(payload.place)),
      field(part.label('announcement'), `№ ${announcement.number}`, part.text(announcement.name)),
      field(part.label('method'), part.text(METHODS[announcement.method])),
      field(part.label('purchaseType'), part.text(purchaseTypeOf(announcement))),
      field(part.label('subjectKind'), part.text(SUBJECT_KINDS[announcement.subjectKind])),
      partyField(part, part.label('organizer'), payload.organizer),
      ...(payload.customers.length === 1 && customer ? [partyField(part, part.label('customer'), customer)] : []),
      ...(payload.flags.length > 0
        ? [field(part.label('flags'), payload.flags.map((flag) => part.text(FLAGS[flag])).join('; '))]
        : []),
      ...payload.windows.map((window) =>
        field(part.text(WINDOWS[window.kind]), `${part.instant(window.startsAt)} – ${part.instant(window.endsAt)}`),
      ),
      field(part.label('lotCount'), String(payload.lotCount)),
      field(part.label('total'), part.money(payload.total)),
      field(part.label('sheetVersion'), part.date(payload.sheetVersion)),
    ],
  };
}

export const partyField = (part: LanguagePart, label: string, party: DocumentParty) =>
  field(
    label,
    part.text(party.name),
    `${part.label('bin')}: ${party.bin}`,
    `${part.label('address')}: ${part.text(party.address)}`,
  );

/** Block B2, spec 17 §3. */
export function lotsTable(part: LanguagePart, lots: readonly LotCard[], total: string): Table {
  const columns = (['lotNumber', 'name', 'quantity', 'unit', 'unitPrice', 'lotAmount'] as const).map((key) => part.label(key));
  const rows = lots.map((lot) => [
    cell(lot.number),
    cell(part.text(lot.name)),
    amountCell(part.quantity(lot.quantity)),
    cell(part.text(lot.unit)),
    amountCell(part.money(lot.unitPrice)),
    amountCell(part.money(lot.amount)),
  ]);
  return table(part, `${part.label('lots')} (${part.money(total)})`, columns, rows);
}

/** Last page of an original: digest, who signs, QR, equivalence note (spec 17 §1.2). */
export function closing(payload: ProcurementPayload, digest: string) {
  const { signers } = payload;
  const whoSigns = signers.map(
    (signer) => `${SIGNER_ROLES[signer.role].kk} / ${SIGNER_ROLES[signer.role].ru}: ${languagePart('ru').text(signer.name)}`,
  );
  return {
    fields: [
      {
        label: LABELS.whoSigns,
        lines: signers.length > 0 ? whoSigns : [LABELS.platformSeal.kk, LABELS.platformSeal.ru],
        digest: false,
      },
      { label: LABELS.digest, lines: [digest], digest: true },
      { label: LABELS.verification, lines: [payload.verificationAddress], digest: false },
    ],
    qr: qrSvg(payload.verificationAddress, payload.verificationAddress),
    equivalence: EQUIVALENCE,
  };
}
