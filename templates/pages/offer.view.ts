import { liveLots, type Lot, type ProcurementFile, type Restriction } from '../../domain/procurement/file.ts';
import { windowDeadlines } from '../../domain/procurement/windows.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { cite } from '../../domain/regulation.ts';
import { countdownWords, type DeadlinePanel } from '../components.ts';
import { edsKeyView } from '../eds-key.ts';
import { countdown, date, dateTime, dateTimeWithZone, isoInstant, money, overdue, quantity, time } from '../formats.ts';
import { refusalPanel } from '../refusal-panel.ts';
import { articleInWords } from '../texts/deadlines.ts';
import { edsMessages } from '../texts/eds.ts';
import type { QUOTATION } from '../texts/quotation.ts';
import { offerHref, offerWords } from '../offer-words.ts';
import { whyLink } from './procurement-panel.ts';
import { documentFields, documentWords, invitationOf } from './application.view.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';

/** Where the window stands for a supplier who looks at it now. */
export type WindowPhase = 'before' | 'open' | 'frozen' | 'over';

/** A supplier's newest receipt, as the page shows it. */
export interface ReceiptLine {
  act: 'submitted' | 'replaced' | 'withdrawn';
  number: string;
  /** ISO 8601, legal time. */
  received: string;
}

export interface OfferFacts {
  language: Language;
  file: ProcurementFile;
  phase: WindowPhase;
  opensAt: number;
  closesAt: number;
  legalNow: number;
  supplier: { bin: string; name: { kk: string; ru: string } };
  restriction: Restriction | null;
  latest: ReceiptLine | null;
  /** Why this person may not take part at all. */
  refusal: Refusal | null;
  script: string;
}

type Texts = Record<keyof typeof QUOTATION, string>;

export function offerView(facts: OfferFacts) {
  const { language, file, phase, latest } = facts;
  const t = inLanguage(offerWords(file.method).page, language);
  const taking = !facts.refusal && (phase === 'open' || phase === 'before');
  return {
    t,
    deadline: deadlineOf(facts, t),
    refusal: facts.refusal && refusalPanel(facts.refusal, language),
    invitation: invitationOf(facts),
    own: latest && ownOf(facts, latest, t),
    preflight: taking ? preflightOf(facts, t) : null,
    form: taking ? formOf(facts, t) : null,
    links: [
      { href: `/procurements/${file.number}`, text: t.toProcurement },
      { href: '/my/quotations', text: t.toMine },
    ],
  };
}

function deadlineOf(facts: OfferFacts, t: Texts): DeadlinePanel {
  const { language, phase, opensAt, closesAt, legalNow, file } = facts;
  const at = phase === 'before' ? opensAt : closesAt;
  const { start, end } = windowDeadlines(file.method);
  const running = phase === 'open' || phase === 'before';
  const title = { before: t.from, open: t.until, frozen: t.frozen, over: t.over }[phase];
  const left = {
    before: countdown(at - legalNow, language),
    open: countdown(at - legalNow, language),
    frozen: t.frozenLeft,
    over: overdue(at, language),
  };
  return {
    id: 'intake',
    title,
    state: running ? 'running' : phase === 'frozen' ? 'frozen' : 'over',
    running,
    ...(phase === 'frozen' || phase === 'over' ? {} : { at, iso: isoInstant(at), absolute: dateTimeWithZone(at, language) }),
    left: left[phase],
    ...countdownWords(language, time(legalNow, 'second')),
    refreshHref: offerHref(file),
    why: whyLink(facts, phase === 'before' ? start : end),
    road: [],
    notes:
      phase === 'over' ? [] : [t.secrecy, ...(phase === 'frozen' ? [] : [fill(t.opensAt, { at: dateTime(closesAt, language) })])],
  };
}

function ownOf({ language, file, phase, closesAt }: OfferFacts, latest: ReceiptLine, t: Texts) {
  const open = phase === 'open';
  const standing = latest.act !== 'withdrawn';
  return {
    title: standing ? t.submitted : t.withdrawn,
    tag: { text: standing ? t.submitted : t.withdrawn, colour: standing ? ('green' as const) : ('grey' as const) },
    rows: [
      { key: t.receiptNumber, text: latest.number },
      { key: t.receivedAt, text: dateTime(`${latest.received.slice(0, 23)}Z`, language, 'millisecond') },
      ...(open && standing ? [{ key: t.mayReplace, text: dateTime(closesAt, language) }] : []),
    ],
    links: [
      { href: `${offerHref(file)}/receipt`, text: t.openReceipt },
      ...(open && standing ? [{ href: `${offerHref(file)}/withdraw`, text: t.withdraw }] : []),
    ],
  };
}

function preflightOf({ language, supplier, restriction, legalNow }: OfferFacts, t: Texts) {
  const who = fill(t.ownOrganization, { name: ofBoth(supplier.name, language), bin: supplier.bin });
  const found = restriction && { ground: ofBoth(restriction.ground, language), article: restriction.article };
  return {
    lines: [
      { text: who, good: true },
      found
        ? { text: fill(t.restriction, found), good: false }
        : { text: fill(t.noRestriction, { date: date(legalNow, language) }), good: true },
    ],
    hint: t.certificateHint,
    link: { href: '/eds', text: t.checkKey },
  };
}

function formOf(facts: OfferFacts, t: Texts) {
  const { language, file, phase, supplier, latest, script } = facts;
  const { intake } = file;
  if (!intake) throw new Error(`the window of ${file.number} has no keys`);
  const lots = liveLots(file);
  const { key, publicKey } = intake.price;
  const { messages, source } = offerWords(file.method);
  const article = articleInWords(cite(source), language);
  return {
    t: { ...t, ...documentWords(language) },
    documents: documentFields(file, language),
    action: offerHref(file),
    done: `${offerHref(file)}/receipt?done=1`,
    open: phase === 'open',
    button: latest && latest.act !== 'withdrawn' ? t.replaceButton : t.button,
    pricesHint: fill(t.pricesHint, { article }),
    several: lots.length > 1,
    lots: lots.map((lot) => lotRow(lot, language, t, lots.length > 1)),
    window: {
      procurement: file.number,
      lot: '*',
      kind: 'price',
      key,
      publicKey,
      generation: intake.generation,
      supplier: supplier.bin,
      lots: lots.map(({ number, amount }) => ({ number, amount })),
      article,
    },
    messages: edsMessages(language, messages),
    eds: edsKeyView(language),
    fingerprint: fingerprintOf(key),
    script,
  };
}

const lotRow = (lot: Lot, language: Language, t: Texts, several: boolean) => ({
  number: lot.number,
  name: ofBoth(lot.name, language),
  quantity: `${quantity(lot.quantity, language)} ${ofBoth(lot.unit, language)}`,
  amount: money(lot.amount, language),
  label: fill(t.priceOf, { lot: lot.number }),
  skip: several ? fill(t.skipLot, { lot: lot.number }) : '',
});

/** Hex in groups of four: what people compare by eye. */
export const fingerprintOf = (hex: string): string => (hex.match(/.{4}/g) ?? []).join(' ');
