import { type Lot, type Method, openedOffers, type ProcurementFile } from '../../domain/procurement/file.ts';
import { windowDeadlines } from '../../domain/procurement/windows.ts';
import { offersFor } from '../../domain/procurement/ranking.ts';
import type { Cell, DataTable, SummaryCard, SummaryRow, Tag } from '../components.ts';
import { suppliersOf, why as explainedAs } from '../derivation.ts';
import { publicDerivations } from '../../domain/procurement/derivations/public.ts';
import { dateTime, isoInstant, money } from '../formats.ts';
import { offerHref } from '../offer-words.ts';
import { MY_QUOTATIONS } from '../texts/quotation-mine.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';
import { FAILURE_NAMES } from '../texts/terms.ts';
import { whyLink } from './procurement-why.view.ts';

/** An offer that lies sealed, as its supplier sees it. */
export interface SealedLine {
  number: string;
  method: Method;
  name: { kk: string; ru: string };
  closesAt: number;
  state: 'planned' | 'open' | 'frozen' | 'closed' | 'void';
  withdrawn: boolean;
  receipt: string;
  /** Set of keys it was sealed to, when that was declared lost. */
  voidGeneration: number | null;
}

export interface MyQuotationsFacts {
  language: Language;
  bin: string;
  sealed: SealedLine[];
  opened: ProcurementFile[];
}

type Texts = Record<keyof typeof MY_QUOTATIONS, string>;

export function myQuotationsView({ language, bin, sealed, opened }: MyQuotationsFacts) {
  const t = inLanguage(MY_QUOTATIONS, language);
  return {
    t,
    sealed: sealedTable(sealed, language, t),
    anySealed: sealed.length > 0,
    opened: opened.flatMap((file) => openedCard(file, bin, language, t)),
  };
}

function sealedTable(lines: SealedLine[], language: Language, t: Texts): DataTable {
  return {
    id: 'sealed-quotations',
    caption: t.sealed,
    captionHidden: true,
    columns: [{ text: t.procurement }, { text: t.ends }, { text: t.receipt }, { text: t.state }],
    rows: lines.map((line) => ({
      cells: [
        {
          text: `№ ${line.number}`,
          href: offerHref(line),
          lines: [ofBoth(line.name, language)],
          rowHeader: true,
        },
        {
          text: dateTime(line.closesAt, language),
          iso: isoInstant(line.closesAt),
          why: whyLink(line.number, windowDeadlines(line.method).end, t.ends, language),
        },
        { text: line.receipt, href: receiptOf(line) },
        { tag: stateOf(line, t), ...whyState(line, language, t) },
      ],
    })),
    empty: t.sealedEmpty,
  };
}

const receiptOf = (line: SealedLine) =>
  `${offerHref(line)}/receipt${line.voidGeneration === null ? '' : `?generation=${line.voidGeneration}`}`;

/** A state that comes from the procurement, not from the own act, is explained with its status. */
const whyState = ({ number, state, voidGeneration }: SealedLine, language: Language, t: Texts): Pick<Cell, 'why'> =>
  voidGeneration === null && ['frozen', 'closed', 'void'].includes(state)
    ? { why: whyLink(number, 'status', t.state, language) }
    : {};

function stateOf({ state, withdrawn, voidGeneration }: SealedLine, t: Texts): Tag {
  if (voidGeneration !== null) return { text: t.keyLost, colour: 'orange' };
  if (state === 'void') return { text: t.cancelled, colour: 'grey' };
  if (withdrawn) return { text: t.withdrawn, colour: 'grey' };
  if (state === 'frozen') return { text: t.suspended, colour: 'yellow' };
  return state === 'closed' ? { text: t.beingOpened, colour: 'blue' } : { text: t.submitted, colour: 'green' };
}

/** One opened quotation: its own prices and what each lot came to; nothing of it before the results are out. */
function openedCard(file: ProcurementFile, bin: string, language: Language, t: Texts): SummaryCard[] {
  const opened = openedOffers(file);
  const own = opened.find(({ supplier }) => supplier.bin === bin);
  const results = file.protocols.some((protocol) => protocol.state === 'published');
  const head = {
    title: `№ ${file.number} · ${ofBoth(file.name, language)}`,
    cardActions: [
      { href: `/procurements/${file.number}`, text: t.procurement, hidden: `№ ${file.number}` },
      { href: `${offerHref(file)}/receipt`, text: t.receipt, hidden: `№ ${file.number}` },
    ],
  };
  if (!own) return [{ ...head, rows: [{ key: t.result, text: t.forming }] }];
  const received: SummaryRow = { key: t.received, text: dateTime(own.receivedAt, language, 'millisecond'), lines: [own.receipt] };
  const unreadable = own.unreadable
    ? [
        {
          key: t.result,
          tag: { text: t.unreadable, colour: 'red' as const },
          lines: [fill(t.unreadableWhy, { reason: own.unreadable })],
        },
      ]
    : [];
  const lots = own.prices.map(({ lot, price }): SummaryRow => {
    const found = file.lots.find(({ number }) => number === lot);
    const key = `${t.lot} ${lot}`;
    const cost = `${t.price}: ${money(price, language)}`;
    if (!found || !results) return { key, text: t.forming, lines: [cost] };
    const { tag, why } = resultOf(file, found, bin, language, t);
    const explained = whyResult(file, found, own.order, language);
    return { key, tag, lines: [ofBoth(found.name, language), cost, ...why], explained };
  });
  return [{ ...head, rows: [received, ...unreadable, ...lots] }];
}

/** Why this result: of the rejection of this very quotation, else of the decision on the lot. */
function whyResult(file: ProcurementFile, lot: Lot, order: number, language: Language) {
  const derivations = publicDerivations(file);
  const derivation = derivations[`lots/${lot.number}/rejected/${order}`] ?? derivations[`lots/${lot.number}/decision`];
  return explainedAs(derivation, ofBoth(lot.name, language), language, { suppliers: suppliersOf(file) });
}

interface Result {
  tag: Tag;
  why: string[];
}

/** Победитель, Второй победитель, Допущен or Отклонен with the ground (S1 §1.3.2). */
function resultOf(file: ProcurementFile, lot: Lot, bin: string, language: Language, t: Texts): Result {
  const { decision } = lot;
  if (lot.status === 'cancelled') return { tag: { text: t.lotCancelled, colour: 'grey' }, why: [] };
  if (lot.status === 'refused') return { tag: { text: t.lotRefused, colour: 'grey' }, why: [] };
  if (file.method === 'single-source') {
    // Победитель or Отклонен (S1 §1.7.7).
    if (decision?.outcome === 'held') return { tag: { text: t.winner, colour: 'green' }, why: [] };
    return { tag: { text: t.rejected, colour: 'orange' }, why: decision ? [FAILURE_NAMES[decision.ground][language]] : [] };
  }
  const offer = offersFor(lot, file.quotations ?? [], file.restrictions).find(({ supplier }) => supplier === bin);
  if (offer?.rejected)
    return { tag: { text: t.rejected, colour: 'orange' }, why: [groundOf(offer.rejected, file, bin, language, t)] };
  if (decision?.outcome === 'held') {
    if (decision.winner.supplier === bin) return { tag: { text: t.winner, colour: 'green' }, why: [] };
    if (decision.second?.supplier === bin) return { tag: { text: t.second, colour: 'turquoise' }, why: [] };
  }
  return {
    tag: { text: t.admitted, colour: 'blue' },
    why: decision?.outcome === 'failed' ? [FAILURE_NAMES[decision.ground][language]] : [],
  };
}

function groundOf(
  ground: 'restriction' | 'unreadable' | 'above-lot-amount',
  file: ProcurementFile,
  bin: string,
  language: Language,
  t: Texts,
): string {
  if (ground !== 'restriction') return t[ground];
  const found = file.restrictions.find(({ supplier }) => supplier === bin);
  return found ? fill(t.restriction, { ground: ofBoth(found.ground, language), article: found.article }) : '';
}
