import type { ProcurementFile } from '../../domain/procurement/file.ts';
import type { Derivation } from '../../domain/derivation.ts';
import { cite, ours, S1 } from '../../domain/regulation.ts';
import { windowDeadlines } from '../../domain/procurement/windows.ts';
import { why } from '../derivation.ts';
import type { DataTable, SummaryRow } from '../components.ts';
import { dateTime, zone } from '../formats.ts';
import { offerHref, offerWords } from '../offer-words.ts';
import type { RECEIPT } from '../texts/quotation-receipt.ts';
import { inLanguage, ofBoth, type Language } from '../texts/texts.ts';

/** A receipt as its supplier finds it again; digests are hex, empty for a withdrawal. */
export interface ShownReceipt {
  revision: number;
  act: 'submitted' | 'replaced' | 'withdrawn';
  by: { kk: string; ru: string };
  number: string;
  /** UTC with microseconds, as signed. */
  received: string;
  replaces: string | null;
  envelope: string;
  signature: string;
  portalSignature: string;
  keyId: string;
}

export interface ReceiptFacts {
  language: Language;
  file: ProcurementFile;
  supplier: { bin: string; name: { kk: string; ru: string } };
  closesAt: number;
  receipts: ShownReceipt[];
  /** Set of keys of the window they were sealed to, when it was declared void. */
  voidGeneration: number | null;
  /** The one that is printed. */
  shown: ShownReceipt;
}

/** The instant is the receipt's own, signed by the portal (S1 §1.3.2). */
const RECEIVED: Derivation = {
  rule: 'recorded-at',
  article: [cite(S1('1.3.2')), cite(ours('ADR 0005'))].join(', '),
  inputs: {},
  steps: [],
};

type Texts = Record<keyof typeof RECEIPT, string>;

const CHECK = 'openssl pkeyutl -verify -pubin -inkey portal.pem -rawin -in receipt.json -sigfile receipt.sig';

/** '2026-11-27T10:49:07.412345Z' by the clock of Astana, microseconds kept. */
const exact = (received: string, language: Language): string =>
  dateTime(`${received.slice(0, 23)}Z`, language, 'millisecond') + received.slice(23, 26);

export function receiptPageView({ language, file, supplier, closesAt, receipts, voidGeneration, shown }: ReceiptFacts) {
  const t = inLanguage(offerWords(file.method).receipt, language);
  const base = `${offerHref(file)}/receipt`;
  const generation = voidGeneration === null ? '' : `&generation=${voidGeneration}`;
  const of = `?revision=${shown.revision}${generation}`;
  return {
    t,
    rows: rowsOf({ language, file, supplier, closesAt, shown }, t),
    noPrice: voidGeneration === null ? t.noPrice : t.neverRead,
    files: [
      { href: `${base}.json${of}`, text: t.json },
      { href: `${base}.sig${of}`, text: t.sig },
      { href: '/trust/portal.pem', text: t.pem },
      { href: '/trust/keys.json', text: t.keys },
      { href: '/trust/keys.p7s', text: t.keysSeal },
    ],
    command: CHECK,
    all: receipts.length > 1 ? tableOf(receipts, base, generation, language, t) : null,
    links: [{ href: offerHref(file), text: t.toQuotation }],
  };
}

function rowsOf(
  { language, file, supplier, closesAt, shown }: Omit<ReceiptFacts, 'receipts' | 'voidGeneration'>,
  t: Texts,
): SummaryRow[] {
  const digest = (key: string, text: string, lines: string[] = []): SummaryRow[] => (text ? [{ key, text, lines }] : []);
  return [
    { key: t.number, text: shown.number },
    { key: t.act, text: t[shown.act] },
    { key: t.procurement, text: `№ ${file.number}`, lines: [ofBoth(file.name, language)] },
    { key: t.supplier, text: ofBoth(supplier.name, language), lines: [`${t.bin}: ${supplier.bin}`] },
    { key: t.by, text: ofBoth(shown.by, language) },
    {
      key: t.received,
      text: exact(shown.received, language),
      lines: [zone(language)],
      explained: why(RECEIVED, t.received, language),
    },
    {
      key: t.windowEnds,
      text: dateTime(closesAt, language),
      explained: why(file.derivations[`deadlines/${windowDeadlines(file.method).end}`], t.windowEnds, language),
    },
    ...(shown.replaces ? [{ key: t.replaces, text: shown.replaces }] : []),
    ...digest(t.envelope, shown.envelope),
    ...digest(t.signature, shown.signature),
    ...digest(t.portalSignature, shown.portalSignature, [`${t.key}: ${shown.keyId}`]),
  ];
}

function tableOf(receipts: ShownReceipt[], base: string, generation: string, language: Language, t: Texts): DataTable {
  return {
    id: 'receipts',
    caption: t.all,
    columns: [{ text: t.number }, { text: t.act }, { text: t.received }],
    rows: [...receipts].reverse().map((one) => ({
      cells: [
        { text: one.number, href: `${base}?revision=${one.revision}${generation}`, rowHeader: true },
        { text: t[one.act] },
        { text: exact(one.received, language) },
      ],
    })),
    empty: '',
  };
}
