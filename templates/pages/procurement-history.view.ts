import type { Actor } from '../../domain/parties.ts';
import type { ProcurementFact } from '../../domain/procurement/facts.ts';
import type { ActOfAuthority } from '../../domain/procurement/file.ts';
import type { ShownStatus } from '../../domain/procurement/statuses.ts';
import type { Timeline } from '../components.ts';
import type { ContentBlock } from '../content.ts';
import { date, dateTime, isoInstant } from '../formats.ts';
import { articleInWords } from '../texts/deadlines.ts';
import { FACT_LINES, FACT_TITLES, OPENING_NAMES } from '../texts/facts.ts';
import { ROLE_NAMES } from '../texts/frame.ts';
import { PROCUREMENT } from '../texts/procurement.ts';
import { STATUS_NAMES } from '../texts/statuses.ts';
import { ACT_KIND_NAMES } from '../texts/terms.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';

/** One fact of the journal. `at` in ms; `hash` in hex. */
export interface HistoryEntry {
  fact: ProcurementFact;
  actor: Actor;
  statusBefore: ShownStatus;
  statusAfter: ShownStatus;
  at: number;
  hash: string;
}

/** Who, in which role, when, what, from which status to which. Names are shown to those who take part. */
export function historyBlocks(entries: readonly HistoryEntry[], language: Language, mayReadNames: boolean): ContentBlock[] {
  const t = inLanguage(PROCUREMENT, language);
  const items = entries.map((entry): Timeline['items'][number] => {
    const { statusBefore: from, statusAfter: to } = entry;
    const change =
      from === to ? [] : [fill(t.statusChange, { from: STATUS_NAMES[from][language], to: STATUS_NAMES[to][language] })];
    return {
      title: FACT_TITLES[entry.fact.type][language],
      by: whoOf(entry.actor, language, mayReadNames),
      iso: isoInstant(entry.at),
      time: dateTime(entry.at, language, 'second'),
      lines: [...linesOf(entry.fact, language), ...change, ...groundOf(entry.fact, language), `${t.hash}: ${entry.hash}`],
    };
  });
  return [{ timeline: { items }, small: t.chain }];
}

/** Where the rule stands by which it happened, as recorded with the fact. */
const groundOf = ({ article }: ProcurementFact, language: Language): string[] =>
  article ? [`${PROCUREMENT.ground[language]}: ${articleInWords(article, language)}`] : [];

function whoOf(actor: Actor, language: Language, mayReadNames: boolean): string {
  if (actor.role === 'portal') return PROCUREMENT.portal[language];
  const role = ROLE_NAMES[actor.role][language];
  return mayReadNames ? `${ofBoth(actor.name, language)} (${role})` : role;
}

function actLine({ kind, number, date: of, body }: ActOfAuthority, language: Language): string {
  return fill(FACT_LINES.act[language], { kind: ACT_KIND_NAMES[kind][language], number, date: date(of, language), body });
}

function linesOf(fact: ProcurementFact, language: Language): string[] {
  const t = inLanguage(FACT_LINES, language);
  switch (fact.type) {
    case 'QuotationsOpened':
      return [fill(t.opened, { count: fact.quotations.length })];
    case 'LotsDecided': {
      const held = fact.decisions.filter(({ decision }) => decision.outcome === 'held').length;
      return [fill(t.decided, { held, failed: fact.decisions.length - held })];
    }
    case 'ProtocolDue':
    case 'ProtocolPublished':
      return [fill(t.version, { version: fact.protocol.version })];
    case 'ProcurementSuspended':
      return [actLine(fact.act, language)];
    case 'ProcurementResumed':
      return [actLine(fact.act, language), ...fact.deadlines.map(({ at }) => fill(t.newEnd, { at: dateTime(at, language) }))];
    case 'KeyLost':
      return [fill(t.reason, { reason: fact.lost.reason }), fill(t.unread, { generation: fact.lost.generation })];
    case 'WindowRepeated':
      return [fill(t.newEnd, { at: dateTime(fact.window.closesAt, language) })];
    case 'LotsCancelled':
      return [fill(t.lots, { lots: fact.act.lots.join(', ') }), actLine(fact.act, language)];
    case 'LotsRefused':
      return [fill(t.lots, { lots: fact.refusal.lots.join(', ') }), fill(t.ground, { ground: fact.refusal.ground })];
    case 'RepresentativeChanged':
      return [fill(t.who, { name: ofBoth(fact.representative.name, language) })];
    case 'CreatorChanged':
      return [fill(t.creator, { from: ofBoth(fact.from.name, language), to: ofBoth(fact.to.name, language) })];
    case 'ApplicationOpened':
      return [fill(t.how, { how: OPENING_NAMES[fact.how][language] })];
    case 'ParticipationDeclined':
      return fact.declined.reason ? [fill(t.ground, { ground: fact.declined.reason })] : [];
    case 'ProtocolFormed':
    case 'ProtocolSigned':
      return [fill(t.version, { version: fact.protocol.version })];
    case 'SingleSourceStarted':
      return [fill(t.announcement, { number: fact.successor.number }), fill(t.lots, { lots: fact.successor.lots.join(', ') })];
    case 'ApplicationsStarted':
    case 'ApplicationsClosed':
    case 'ConsiderationSaved':
    case 'ConsiderationVoted':
    case 'VoteRecalled':
    case 'ConsiderationReset':
    case 'ProcurementPublished':
    case 'QuotationsStarted':
    case 'QuotationsClosed':
      return [];
    default: {
      const unhandled: never = fact;
      return unhandled;
    }
  }
}
