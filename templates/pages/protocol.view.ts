import type { ResultsLot, ResultsPayload } from '../../domain/procurement/documents.ts';
import type { ProtocolVersion } from '../../domain/procurement/file.ts';
import type { Cell, DataTable, Explained, SummaryRow } from '../components.ts';
import type { Derivation } from '../../domain/derivation.ts';
import { why } from '../derivation.ts';
import { DERIVATION_INPUTS } from '../texts/derivations/inputs.ts';
import { nameOfCode } from '../texts/derivations/codes.ts';
import type { ContentBlock } from '../content.ts';
import { CHANGED_FIELDS, OUTCOMES, REJECTIONS } from '../documents/texts/dictionaries.ts';
import { amountOf, date, dateTime, dateTimeWithZone, isoInstant, money, percent } from '../formats.ts';
import { FRAME } from '../texts/frame.ts';
import { PROCUREMENT } from '../texts/procurement.ts';
import { lotStatusTag } from '../texts/statuses.ts';
import { ACT_KIND_NAMES, FAILURE_NAMES } from '../texts/terms.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';
import { VERIFY } from '../texts/verify.ts';
import { validityTag } from './procurement-documents.view.ts';
import { singleSourceBlocks } from './protocol-single-source.view.ts';
import { whyStated } from './protocol-why.ts';

/** A signature or seal as judged on receipt. `signedAt` in ms. */
export interface SignerView {
  id: string;
  name: string;
  serial: string;
  issuer: string;
  validTo: number;
  signedAt: number;
  role: string;
}

export interface ProtocolFacts {
  language: Language;
  number: string;
  protocol: ProtocolVersion;
  versions: number;
  document: { id: string; name: string; sha256: string; payloadSha256: string | null };
  payload: ResultsPayload;
  /** How the instant of publication came about. */
  published?: Derivation;
  signers: SignerView[];
}

/** A version of the results protocol: files, seal, results with the reason for each, what changed (ux 3.8). */
export function protocolBlocks(facts: ProtocolFacts): ContentBlock[] {
  const { language, payload, protocol } = facts;
  const t = inLanguage(VERIFY, language);
  const byPeople = payload.signers.length > 0;
  return [
    ...(protocol.validity === 'not-valid' ? [{ paragraphs: [t.replaced] }] : []),
    { summary: aboutRows(facts), links: fileLinks(facts) },
    ...singleSourceBlocks(payload, language),
    byPeople
      ? { heading: t.signedByPeople, paragraphs: [t.signedLead], table: signersTable(facts.signers, language) }
      : {
          heading: t.sealed,
          paragraphs: payload.singleSource ? [] : [t.sealedLead],
          table: signersTable(facts.signers, language),
        },
    ...changesBlock(payload, language),
    { heading: t.result, paragraphs: payload.form === 'cancelled' ? [] : [payload.singleSource ? t.whyInvited : t.whyWinner] },
    ...payload.lots.map((lot, index) => lotBlock(payload, { lot, index }, language)),
    ...unreadableBlock(payload, language),
  ];
}

function aboutRows({ language, number, protocol, versions, document, payload, published }: ProtocolFacts): SummaryRow[] {
  const t = inLanguage(VERIFY, language);
  return [
    { key: t.number, text: payload.documentId, lines: [payload.number] },
    {
      key: t.announcement,
      text: `№ ${number}`,
      href: `/procurements/${number}`,
      lines: [ofBoth(payload.announcement.name, language)],
    },
    {
      key: t.version,
      text: fill(t.versionOf, { version: protocol.version, count: versions }),
      why: { href: `/procurements/${number}/protocols`, text: t.otherVersions },
      explained: whyStated(payload, '/version', t.version, language),
    },
    { key: PROCUREMENT.validity[language], tag: validityTag(protocol, language) },
    {
      key: t.formedAt,
      text: dateTimeWithZone(payload.formedAt, language),
      iso: isoInstant(payload.formedAt),
      explained: whyStated(payload, '/formedAt', t.formedAt, language),
    },
    {
      key: PROCUREMENT.total[language],
      text: money(payload.total, language),
      explained: whyStated(payload, '/total', PROCUREMENT.total[language], language),
    },
    ...(protocol.publishedAt === undefined
      ? []
      : [
          {
            key: t.publishedAt,
            text: dateTimeWithZone(protocol.publishedAt, language),
            iso: isoInstant(protocol.publishedAt),
            explained: why(published, t.publishedAt, language),
          },
        ]),
    { key: t.digest, text: document.sha256 },
    ...(document.payloadSha256 ? [{ key: t.payloadDigest, text: document.payloadSha256 }] : []),
  ];
}

function fileLinks({ language, number, protocol, payload }: ProtocolFacts) {
  const t = inLanguage(VERIFY, language);
  const base = `/procurements/${number}/protocols/${protocol.type}/${protocol.version}`;
  return [
    { href: `${base}/copy.pdf`, text: t.copy },
    { href: `${base}.pdf`, text: t.original },
    { href: `${base}.json`, text: t.json },
    { href: `${base}.p7s`, text: payload.signers.length > 0 ? t.signatureFile : t.p7s },
    { href: `/verify/${payload.documentId}`, text: PROCUREMENT.check[language] },
  ];
}

/** Who signed, when, by which certificate. */
export function signersTable(signers: SignerView[], language: Language): DataTable {
  const t = inLanguage(VERIFY, language);
  return {
    id: 'signers',
    caption: t.signers,
    captionHidden: true,
    columns: [{ text: t.signer }, { text: t.signedAt }, { text: t.certificate }],
    rows: signers.map(({ name, serial, issuer, validTo, signedAt }) => ({
      cells: [
        { text: name, rowHeader: true },
        { text: dateTime(signedAt, language, 'second'), iso: isoInstant(signedAt) },
        { text: fill(t.certificateUntil, { serial, to: date(validTo, language) }), lines: [issuer] },
      ],
    })),
    empty: t.none,
  };
}

interface PlacedLot {
  lot: ResultsLot;
  index: number;
}

function lotBlock(payload: ResultsPayload, placed: PlacedLot, language: Language): ContentBlock {
  const t = inLanguage(PROCUREMENT, language);
  const { lot, index } = placed;
  const about = (field: string, of: string) => whyStated(payload, `/lots/${index}/${field}`, of, language);
  return {
    summary: [
      { key: `${t.lot} ${lot.number}`, text: ofBoth(lot.name, language), lines: [lot.catalogueCode] },
      { key: t.amount, text: money(lot.amount, language), explained: about('amount', t.amount) },
      {
        key: t.result,
        tag: lotStatusTag(lot.decision.outcome, language),
        lines: decisionLines(payload, lot, language),
        explained: about('decision', `${t.lot} ${lot.number}`),
      },
      ...(lot.decision.outcome === 'held' ? [savingRow(lot.decision.saving, about, language)] : []),
    ],
    ...(payload.form === 'cancelled' ? {} : { table: offersTable(payload, placed, language) }),
  };
}

function savingRow(
  { amount, percent: of }: { amount: string; percent: string },
  about: (field: string, of: string) => Explained[],
  language: Language,
): SummaryRow {
  const key = DERIVATION_INPUTS.saving[language];
  return { key, text: `${money(amount, language)} (${percent(of, language)})`, explained: about('decision/saving', key) };
}

function decisionLines(payload: ResultsPayload, { decision }: ResultsLot, language: Language): string[] {
  const t = inLanguage(PROCUREMENT, language);
  switch (decision.outcome) {
    case 'held': {
      return [
        `${t.winner}: ${ofBoth(decision.winner.name, language)}, ${money(decision.contractAmount, language)}`,
        ...(decision.secondPlace ? [`${t.second}: ${ofBoth(decision.secondPlace.name, language)}`] : []),
      ];
    }
    case 'failed':
      return [`${t.ground}: ${FAILURE_NAMES[decision.groundCode][language]}`];
    case 'cancelled': {
      const { number, date: of } = decision.act;
      const act = payload.acts.find((each) => each.number === number);
      const kind = act ? `${ACT_KIND_NAMES[act.kind][language]} ` : '';
      return [`${t.ground}: ${kind}№ ${number}, ${date(of, language)}`];
    }
    case 'refused':
      return [`${t.ground}: ${decision.refusal.text}`];
  }
}

/** Offers in their ranking, then the rejected ones with the reason. */
function offersTable(payload: ResultsPayload, { lot, index }: PlacedLot, language: Language): DataTable {
  const t = inLanguage(VERIFY, language);
  const received = (at: string): Cell => ({ text: dateTime(at, language, 'millisecond'), iso: at });
  const ranked = lot.quotations.map(({ supplier, total, receivedAt }, index) => ({
    cells: [
      { text: String(index + 1) },
      { text: ofBoth(supplier.name, language), lines: [supplier.bin], rowHeader: true },
      { text: amountOf(total, language), numeric: true },
      received(receivedAt),
      { text: t.admitted },
    ],
  }));
  const rejected = lot.rejected.map(({ supplier, total, receivedAt, reason, restriction }, place) => ({
    cells: [
      { text: '' },
      { text: ofBoth(supplier.name, language), lines: [supplier.bin], rowHeader: true },
      { text: total ? amountOf(total, language) : '', numeric: true },
      received(receivedAt),
      {
        text: t.rejected,
        lines: [ofBoth(REJECTIONS[reason], language), ...(restriction ? [ofBoth(restriction.ground, language)] : [])],
        explained: whyStated(payload, `/lots/${index}/rejected/${place}`, ofBoth(supplier.name, language), language),
      },
    ],
  }));
  return {
    id: `offers-${lot.number}`,
    caption: `${PROCUREMENT.lot[language]} ${lot.number}`,
    captionHidden: true,
    columns: [
      { text: t.place },
      { text: t.supplier },
      { text: t.price, numeric: true },
      { text: t.receivedAt },
      { text: t.decision },
    ],
    rows: [...ranked, ...rejected],
    empty: t.noOffers,
  };
}

function unreadableBlock(payload: ResultsPayload, language: Language): ContentBlock[] {
  if (payload.unreadable.length === 0) return [];
  const rows = payload.unreadable.map(({ supplier, receivedAt, reason }, index): SummaryRow => {
    const name = ofBoth(supplier.name, language);
    return {
      key: name,
      text: nameOfCode(reason, language),
      lines: [dateTime(receivedAt, language, 'millisecond')],
      explained: whyStated(payload, `/unreadable/${index}/reason`, name, language),
    };
  });
  return [{ heading: VERIFY.unreadable[language], summary: rows }];
}

function changesBlock({ changes }: ResultsPayload, language: Language): ContentBlock[] {
  if (changes.length === 0) return [];
  const t = inLanguage(VERIFY, language);
  const value = (changed: ResultsPayload['changes'][number]['was']): Cell => {
    if (changed === null) return { text: FRAME.notGiven[language] };
    if ('money' in changed) return { text: money(changed.money, language) };
    return { text: ofBoth('text' in changed ? changed.text : OUTCOMES[changed.outcome], language) };
  };
  const rows = changes.map((change) => ({
    cells: [{ text: change.lot }, { text: ofBoth(CHANGED_FIELDS[change.field], language) }, value(change.was), value(change.is)],
  }));
  const columns = [{ text: PROCUREMENT.lot[language] }, { text: t.field }, { text: t.was }, { text: t.is }];
  return [{ heading: t.changes, table: { id: 'changes', caption: t.changes, captionHidden: true, columns, rows, empty: '' } }];
}
