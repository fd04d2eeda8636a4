import type { ContentBlock } from '../content.ts';
import { fileField, textField, type FieldError, type FieldView, type Filled } from '../fields.ts';
import { dateTimeWithZone, isoInstant } from '../formats.ts';
import type { ProtocolVersion } from '../../domain/procurement/file.ts';
import { PROCUREMENT } from '../texts/procurement.ts';
import { fill, inLanguage, type Language } from '../texts/texts.ts';
import { VERIFY } from '../texts/verify.ts';
import { validityTag } from './procurement-documents.view.ts';
import { signersTable, type SignerView } from './protocol.view.ts';

/** A document of a published procurement as the check shows it; `protocol` for those that have versions. */
export interface CheckedDocument {
  id: string;
  documentId: string | null;
  number: string;
  kind: string;
  name: string;
  lot: string | null;
  version: number;
  sha256: string;
  payloadSha256: string | null;
  createdAt: number;
  protocol: Pick<ProtocolVersion, 'type' | 'version' | 'validity'> | null;
  signers: SignerView[];
}

export interface VerifyFacts {
  language: Language;
  form: Filled;
  script: string;
  /** Not asked yet; asked by number or by bytes. */
  asked: 'nothing' | 'number' | 'digest';
  typed: string;
  found: CheckedDocument[];
}

/** The public check of authenticity: by the number printed in the document, or by its bytes. */
export function verifyView(facts: VerifyFacts): {
  lead: string;
  fields: FieldView[];
  button: string;
  script: string;
  blocks: ContentBlock[];
  fileFields: FieldView[];
} {
  const { language, form, script } = facts;
  const t = inLanguage(VERIFY, language);
  return {
    lead: t.lead,
    fields: [
      textField({ name: 'id', label: t.byNumber, hint: t.byNumberHint, width: 30 }, form),
      textField({ name: 'sha256', label: t.byDigest }, form),
    ],
    fileFields: [fileField({ name: 'file', label: t.byFile, hint: t.byFileHint }, form)],
    button: t.check,
    script,
    blocks: form.errors.length > 0 ? [] : resultBlocks(facts),
  };
}

export function digestError(language: Language): FieldError {
  return { field: 'sha256', text: VERIFY.badDigest[language], href: '#sha256' };
}

function resultBlocks({ language, asked, typed, found }: VerifyFacts): ContentBlock[] {
  const t = inLanguage(VERIFY, language);
  if (asked === 'nothing') return [];
  if (found.length === 0) {
    return [
      {
        id: 'result',
        refusal: asked === 'digest' ? { what: t.differs, small: `SHA-256 ${typed}` } : { what: fill(t.notFound, { id: typed }) },
      },
    ];
  }
  const said = asked === 'digest' ? [{ id: 'result', heading: t.matches }] : [{ id: 'result', heading: t.found }];
  return [...said, ...found.flatMap((document) => documentBlocks(document, language))];
}

const KINDS = {
  specification: 'specification',
  'contract-draft': 'contract-draft',
  'lot-list': 'lot-list',
  protocol: 'resultsProtocol',
} as const;

function documentBlocks(document: CheckedDocument, language: Language): ContentBlock[] {
  const t = inLanguage(VERIFY, language);
  const p = inLanguage(PROCUREMENT, language);
  const { number, protocol } = document;
  const kind = Object.entries(KINDS).find(([name]) => name === document.kind)?.[1] ?? 'attachment';
  const href = protocol ? `/procurements/${number}/protocols/${protocol.type}/${protocol.version}` : `/documents/${document.id}`;
  return [
    {
      summary: [
        { key: t.document, text: document.lot ? `${p[kind]}, ${p.lot} ${document.lot}` : p[kind], href, lines: [document.name] },
        ...(document.documentId ? [{ key: t.number, text: document.documentId }] : []),
        { key: t.announcement, text: `№ ${number}`, href: `/procurements/${number}` },
        { key: t.version, text: String(document.version) },
        ...(protocol ? [{ key: p.validity, tag: validityTag(protocol, language) }] : []),
        { key: t.formedAt, text: dateTimeWithZone(document.createdAt, language), iso: isoInstant(document.createdAt) },
        { key: t.digest, text: document.sha256 },
        ...(document.payloadSha256 ? [{ key: t.payloadDigest, text: document.payloadSha256 }] : []),
      ],
    },
    { heading: t.signers, table: { ...signersTable(document.signers, language), id: `signers-${document.id}` } },
    {
      links: document.signers.map(({ id, name }) => ({
        href: `/documents/${document.id}/signatures/${id}.p7s`,
        text: `${name}: .p7s`,
      })),
    },
  ];
}
