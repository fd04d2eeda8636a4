import { deadline } from '../../domain/case.ts';
import type { ProcurementFile, ProtocolVersion } from '../../domain/procurement/file.ts';
import type { Cell, Tag } from '../components.ts';
import type { ContentBlock } from '../content.ts';
import { dateTime, dateTimeWithZone, isoInstant } from '../formats.ts';
import { PROCUREMENT, PROTOCOL_REASONS } from '../texts/procurement.ts';
import { ACTION_NAMES } from '../texts/actions.ts';
import { fill, inLanguage, type Language } from '../texts/texts.ts';

export interface DocumentSignature {
  id: string;
  name: string;
  signedAt: number;
}

export interface DocumentsFacts {
  language: Language;
  file: ProcurementFile;
  /** By document id. */
  signatures: ReadonlyMap<string, DocumentSignature[]>;
  mayDownloadAll: boolean;
}

/** Documents of the announcement with the signatures under them. */
export function documentsBlocks({ language, file, signatures, mayDownloadAll }: DocumentsFacts): ContentBlock[] {
  const t = inLanguage(PROCUREMENT, language);
  const rows = file.documents.map((document) => ({
    cells: [
      { text: document.name, href: `/documents/${document.id}`, rowHeader: true },
      { text: document.lot ? `${t[document.kind]}, ${t.lot} ${document.lot}` : t[document.kind] },
      {
        lines: (signatures.get(document.id) ?? []).map(({ name, signedAt }) => `${name}, ${dateTime(signedAt, language)}`),
      },
      { text: t.check, href: `/verify?document=${document.id}` },
    ] satisfies Cell[],
  }));
  return [
    {
      table: {
        id: 'documents',
        caption: t.documents,
        captionHidden: true,
        columns: [{ text: t.document }, { text: t.documentKind }, { text: t.signatures }, { text: t.check }],
        rows,
        empty: t.noDocuments,
      },
    },
    ...(mayDownloadAll
      ? [{ links: [{ href: `/procurements/${file.number}/download-all`, text: ACTION_NAMES['download-all']![language] }] }]
      : []),
  ];
}

export const validityTag = ({ validity }: Pick<ProtocolVersion, 'validity'>, language: Language): Tag =>
  validity === 'valid'
    ? { text: PROCUREMENT.valid[language], colour: 'green' }
    : { text: PROCUREMENT.notValid[language], colour: 'grey' };

/** Every version of the protocols, newest first: earlier ones stay visible (S1 §1.3.3). */
export function protocolsBlocks(file: ProcurementFile, language: Language): ContentBlock[] {
  const t = inLanguage(PROCUREMENT, language);
  const end = deadline(file, 'quotations-end')?.at;
  const rows = file.protocols.toReversed().map((protocol) => ({
    cells: [
      protocol.state === 'published'
        ? {
            text: t.resultsProtocol,
            href: `/procurements/${file.number}/protocols/${protocol.type}/${protocol.version}`,
            rowHeader: true,
          }
        : { text: t.resultsProtocol, rowHeader: true },
      { text: String(protocol.version) },
      protocol.state === 'published' ? { tag: validityTag(protocol, language) } : { text: t.beingFormed },
      { text: PROTOCOL_REASONS[protocol.reason][language] },
      protocol.publishedAt === undefined
        ? { text: '' }
        : { text: dateTime(protocol.publishedAt, language), iso: isoInstant(protocol.publishedAt) },
    ] satisfies Cell[],
  }));
  return [
    {
      table: {
        id: 'protocols',
        caption: t.protocols,
        captionHidden: true,
        columns: [
          { text: t.document },
          { text: t.version },
          { text: t.validity },
          { text: t.reason },
          { text: t.protocolPublishedAt },
        ],
        rows,
        empty: end === undefined ? t.noProtocols : fill(t.noProtocolsUntil, { at: dateTimeWithZone(end, language) }),
      },
    },
  ];
}
