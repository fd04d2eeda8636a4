import { type Derivation, type DerivationRule, type Derivations, together } from '../../derivation.ts';
import { cite, ours, S1 } from '../../regulation.ts';
import { isSealedByPortal } from '../protocols.ts';
import type { CommonPayload } from '../documents.ts';
import type { Method, ProcurementFile, ProtocolVersion } from '../file.ts';

/** What a payload of a document is made from. `protocol` is the version that was due. */
export interface Made {
  file: ProcurementFile;
  protocol: Pick<ProtocolVersion, 'type' | 'version'>;
}

/** Where the portal's own conventions for documents stand: numbers, addresses, formats. */
const CONVENTIONS = cite(ours('ADR 0017'));

/** Cannot be edited from publication on (S1 §1.3.1.4). `field` names the field of the announcement. */
export const asPublished = ({ file }: Made, field: string): Derivation => ({
  rule: 'as-published',
  article: cite(S1('1.3.1.4')),
  inputs: { field, ...(file.publishedAt === null ? {} : { published: file.publishedAt }) },
  steps: [],
});

/** Where each method says how offers are opened. */
const OPENED: Record<Method, string> = { 'price-quotations': '1.3.2', 'single-source': '1.7.3' };

/** As the supplier signed it and the portal received it; fixed at the opening (S1 §1.3.2, §1.7.3). */
export const asReceived = ({ file }: Made, field: string): Derivation => ({
  rule: 'as-received',
  article: cite(S1(OPENED[file.method])),
  inputs: { field },
  steps: [],
});

export const byConvention = (
  rule: Extract<DerivationRule, 'as-numbered' | 'formed-by-portal' | 'sealed-by-portal'>,
  field: string,
): Derivation => ({ rule, article: CONVENTIONS, inputs: { field }, steps: [] });

/** Derivations recorded in the file, under the pointers at which a payload states their fields. */
export const recorded = ({ file }: Made, places: Record<string, string>): Derivations =>
  Object.fromEntries(
    Object.entries(places).flatMap(([pointer, field]) => {
      const derivation = file.derivations[field];
      return derivation ? [[pointer, derivation]] : [];
    }),
  );

/** The same derivation rule for every field of a list below `/${part}`. */
export const each = (part: string, fields: readonly string[], derive: (field: string) => Derivation): Derivations =>
  Object.fromEntries(fields.map((field) => [`/${part}/${field}`, derive(`${part}/${field}`)]));

/** Deadlines between which offers of a window were taken. */
export interface WindowDeadlines {
  start: string;
  end: string;
}

type Derive = (made: Made, window: WindowDeadlines) => Derivations;

const COMMON = {
  schema: () => ({ '/schema': byConvention('formed-by-portal', 'schema') }),
  type: () => ({ '/type': byConvention('formed-by-portal', 'type') }),
  documentId: () => ({ '/documentId': byConvention('as-numbered', 'documentId') }),
  number: () => ({ '/number': byConvention('as-numbered', 'number') }),
  version: (made) => recorded(made, { '/version': versionOf(made) }),
  formedAt: (made) => recorded(made, { '/formedAt': versionOf(made) }),
  place: (made) => ({ '/place': asPublished(made, 'organizer/place') }),
  announcement: (made) => ({ '/announcement': asPublished(made, 'announcement') }),
  organizer: (made) => ({ '/organizer': asPublished(made, 'organizer') }),
  customers: (made) => ({ '/customers': asPublished(made, 'customers') }),
  flags: (made) => ({ '/flags': asPublished(made, 'flags') }),
  windows: (made, { start, end }) => ({
    '/windows': asPublished(made, 'window'),
    ...recorded(made, { '/windows/*/startsAt': `deadlines/${start}`, '/windows/*/endsAt': `deadlines/${end}` }),
  }),
  lotCount: ({ file }) => ({
    '/lotCount': { rule: 'counted-lots', article: CONVENTIONS, inputs: { lots: file.lots.length }, steps: [] },
  }),
  total: (made) => recorded(made, { '/total': 'total' }),
  signers: (made) => ({ '/signers': signature(made) }),
  sheetVersion: ({ file }) => ({
    '/sheetVersion': { rule: 'sheet-in-force', article: cite(ours('ADR 0003')), inputs: { sheet: file.sheet }, steps: [] },
  }),
  verificationAddress: () => ({ '/verificationAddress': byConvention('formed-by-portal', 'verificationAddress') }),
} satisfies Record<keyof CommonPayload, Derive>;

/** Whose signature stands under the protocol: the portal's seal, or that of a person (S1 §1.7.6). */
function signature({ file }: Made): Derivation {
  if (isSealedByPortal(file)) return byConvention('sealed-by-portal', 'signers');
  return { rule: 'signed-by-representative', article: cite(S1('1.7.6')), inputs: { field: 'signers' }, steps: [] };
}

/** Field of the file that tells why a version was formed. */
export const versionOf = ({ protocol }: Made): string => `protocols/${protocol.type}/${protocol.version}`;

/** Derivations of the header that every protocol has; a field of `CommonPayload` without one does not compile. */
export const headerDerivations = (made: Made, window: WindowDeadlines): Derivations =>
  together(Object.values(COMMON).map((derive: Derive) => derive(made, window)));
