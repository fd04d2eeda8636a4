import type { Text } from '../../domain/parties.ts';
import type { Paper, PaperState } from '../../domain/procurement/draft/papers.ts';
import type { Link, SummaryCard, SummaryRow, Tag } from '../components.ts';
import { edsKeyView } from '../eds-key.ts';
import { fileField, type FieldError } from '../fields.ts';
import { dateTime, fileSize, isoInstant } from '../formats.ts';
import { DRAFT } from '../texts/draft.ts';
import { PAPERS } from '../texts/draft-papers.ts';
import { edsMessages } from '../texts/eds.ts';
import { FRAME } from '../texts/frame.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';

export interface PaperDocument {
  id: string;
  name: string;
  bytes: number;
  sha256: string;
  state: PaperState;
  createdAt: number;
  signatures: { id: string; name: string; signedAt: number }[];
}

export interface PaperFacts {
  language: Language;
  csrf: string;
  number: string;
  paper: Paper;
  documents: PaperDocument[];
  outdated: boolean;
  isAuthor: boolean;
  author: Text;
  /** Everything that the document needs is filled in. */
  isReady: boolean;
  /** The document is a file of the organizer (works, services), not made by the portal. */
  isFile: boolean;
  /** Where what the document says is changed. */
  editHref: string | null;
  errors: FieldError[];
  script: string;
}

type Texts = Record<keyof typeof PAPERS, string>;

const STATE_COLOURS: Record<PaperState, Tag['colour']> = {
  'to-print': 'yellow',
  approved: 'blue',
  uploaded: 'blue',
  signed: 'green',
};

export const stateTag = (state: PaperState, language: Language): Tag => ({
  text: PAPERS[state][language],
  colour: STATE_COLOURS[state],
});

/** One document of a draft: made or attached, signed, deleted and made again; never edited (S1 §1.3.1.2). */
export function paperView(facts: PaperFacts) {
  const { language, csrf, number, paper, documents, isAuthor, author, isReady, isFile, editHref, outdated } = facts;
  const t: Texts = inLanguage(PAPERS, language);
  const here = `/drafts/${number}/papers/${paper.key}`;
  const printing = documents.some((each) => each.state === 'to-print');
  const unsigned = documents.find((each) => each.state === 'approved' || each.state === 'uploaded');
  const mayApprove = isAuthor && !isFile && documents.length === 0;
  return {
    csrf,
    here,
    hidden: [],
    outdated: outdated ? t.outdatedLong : '',
    warningLabel: FRAME.warning[language],
    authorOnly: isAuthor ? '' : fill(t.authorSigns, { who: ofBoth(author, language) }),
    blocks: [
      ...(documents.length > 0 ? [{ cards: documents.map((each) => card(each, facts, t)) }] : []),
      ...(mayApprove && !isReady
        ? [{ paragraphs: [t.notReady], links: editHref ? [{ href: editHref, text: t.fill }] : [] }]
        : []),
    ],
    printing: printing ? { text: t.printing, refresh: t.refresh, stateHref: `${here}/state` } : null,
    approve:
      mayApprove && isReady
        ? {
            action: `${here}/approve`,
            hint: t.approveHint,
            button: { specification: t.approveSpecification, 'contract-draft': t.approveContract, 'lot-list': t.approveLotList }[
              paper.kind
            ],
            edit: editHref ? { href: editHref, text: t.edit } : null,
          }
        : null,
    sign: isAuthor && unsigned && !outdated ? signing(unsigned, facts, t) : null,
    upload: isFile ? uploading(facts, t, here) : null,
    remove: documents.filter(() => isAuthor || isFile).map((each) => removal(each, facts, t)),
    links: linksOf(facts),
  };
}

function card(
  { id, name, bytes, sha256, state, createdAt, signatures }: PaperDocument,
  facts: PaperFacts,
  t: Texts,
): SummaryCard {
  const { language, isFile } = facts;
  const printed = state !== 'to-print';
  const rows: SummaryRow[] = [
    { key: isFile ? t.attachedAt : t.createdAt, text: dateTime(createdAt, language), iso: isoInstant(createdAt) },
    ...(printed
      ? [
          { key: t.size, text: fileSize(bytes, language) },
          { key: t.digest, text: sha256 },
        ]
      : []),
    ...signatures.flatMap((signature) => [
      { key: t.signedBy, text: signature.name },
      { key: t.signedAt, text: dateTime(signature.signedAt, language, 'second'), iso: isoInstant(signature.signedAt) },
    ]),
  ];
  const cardActions: Link[] = [
    ...(printed ? [{ href: `/files/${id}`, text: isFile ? t.viewFile : t.view, hidden: name }] : []),
    ...signatures.map((signature) => ({ href: `/files/${id}/signatures/${signature.id}`, text: t.signature })),
  ];
  return { id: `document-${id}`, title: name, tag: stateTag(state, language), cardActions, rows };
}

const signing = ({ id, name }: PaperDocument, { language, number, script }: PaperFacts, t: Texts) => ({
  heading: t.signHeading,
  what: name,
  action: `/drafts/${number}/documents/${id}/sign`,
  bytes: `/files/${id}`,
  messages: edsMessages(language),
  eds: edsKeyView(language),
  button: t.sign,
  script,
});

function uploading({ language, errors }: PaperFacts, t: Texts, here: string) {
  const field = {
    name: 'file',
    label: t.fileField,
    hint: t.fileHint,
    accept: '.pdf,.docx,.xlsx,.png,.jpg,.jpeg',
    multiple: true,
  };
  return { action: `${here}/files`, button: t.attach, fields: [fileField(field, { language, values: {}, errors })] };
}

function removal({ id, name }: PaperDocument, { number, paper, isFile }: PaperFacts, t: Texts) {
  const words = { specification: t.deleteSpecification, 'contract-draft': t.deleteContract, 'lot-list': t.deleteDocument };
  return {
    id: `delete-${id}`,
    action: `/drafts/${number}/documents/${id}/delete`,
    hint: isFile ? name : t.deleteHint,
    button: isFile ? t.deleteDocument : words[paper.kind],
  };
}

function linksOf({ language, number, paper }: PaperFacts): Link[] {
  const list = { specification: 'specification', 'contract-draft': 'contract/papers', 'lot-list': '' }[paper.kind];
  return [
    ...(paper.kind === 'specification' ? [{ href: `/drafts/${number}/${list}`, text: PAPERS.table[language] }] : []),
    { href: `/drafts/${number}`, text: DRAFT.toTasks[language] },
  ];
}
