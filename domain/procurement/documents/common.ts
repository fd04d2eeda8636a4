import type { Money } from '../../money.ts';
import type { Text } from '../../parties.ts';
import type { Method, SubjectKind } from '../file.ts';

/**
 * Payloads of the generated documents: everything the text states, as JSON (spec 17 §1.1, §10). Texts are kk and ru, money
 * and percent are strings, instants are ISO 8601 with ms and +05:00, dates 'YYYY-MM-DD', enums are codes.
 * The digest of a document is the SHA-256 of the RFC 8785 form of its payload.
 */
export const DOCUMENT_TYPES = ['results', 'lot-list', 'specification', 'contract-draft', 'receipt'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export type Instant = string;

export interface DocumentParty {
  name: Text;
  bin: string;
  address: Text;
}

export interface StoredFile {
  name: string;
  sha256: string;
}

export const SIGNER_ROLES = [
  'creator',
  'organizer-representative',
  'customer-representative',
  'chair',
  'member',
  'secretary',
] as const;
export interface Signer {
  role: (typeof SIGNER_ROLES)[number];
  name: Text;
  position: Text;
}

export const FLAGS = ['disability', 'single-organizer', 'without-vat'] as const;
export type Flag = (typeof FLAGS)[number];

export const WINDOW_KINDS = ['quotations', 'applications', 'supplements', 'complaints'] as const;
export interface DocumentWindow {
  kind: (typeof WINDOW_KINDS)[number];
  startsAt: Instant;
  endsAt: Instant;
}

/** Header H of every document (spec 17 §3); `sheetVersion` = day from which the rule sheet is in force. */
export interface CommonPayload {
  schema: 'protocol/1';
  type: DocumentType;
  documentId: string;
  number: string;
  version: number;
  formedAt: Instant;
  place: Text;
  announcement: { number: string; name: Text; method: Method; purchaseType: 'first' | 'repeat'; subjectKind: SubjectKind };
  organizer: DocumentParty;
  customers: DocumentParty[];
  flags: Flag[];
  windows: DocumentWindow[];
  lotCount: number;
  total: Money;
  /** Those who are to sign; empty where the platform's seal takes the place of signatures. */
  signers: Signer[];
  sheetVersion: string;
  /** Page where anyone checks the document (spec 17 §1.2): the QR holds only this address. */
  verificationAddress: string;
}

export interface Unit extends Text {
  code: string;
}

/** A lot as planned; `customer` is the BIN of one of the document's customers. */
export interface LotCard {
  number: string;
  name: Text;
  catalogueCode: string;
  quantity: string;
  unit: Unit;
  unitPrice: Money;
  amount: Money;
  customer: string;
}

/** `1234567-1/results/2`; a document of one lot names the lot: `1234567-1/specification-3/1`. */
export const documentId = (announcement: string, type: DocumentType, version: number, lot?: string): string =>
  `${announcement}/${lot === undefined ? type : `${type}-${lot}`}/${version}`;

/** `1234567-ЗЦП1` of announcement `1234567-1` and method code `ЗЦП` (spec 17 §1.2). */
export const documentNumber = (announcement: string, protocolCode: string): string =>
  announcement.replace(/-(\d+)$/, (_, index: string) => `-${protocolCode}${index}`);

/** `1234567-1_results_2.pdf`: the document id as a file name. */
export const documentFileName = (id: string, extension: string): string => `${id.replaceAll('/', '_')}.${extension}`;

/** An instant in the form of the payloads. @param at ms since the epoch @param offsetMinutes of the jurisdiction, 0 to 840 */
export function documentInstant(at: number, offsetMinutes = 300): Instant {
  const local = new Date(at + offsetMinutes * 60_000).toISOString().slice(0, -1);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${local}+${two(Math.floor(offsetMinutes / 60))}:${two(offsetMinutes % 60)}`;
}
