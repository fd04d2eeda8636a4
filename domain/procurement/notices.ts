import type { Actor, Organization, Text } from '../parties.ts';
import type { Refusal } from '../refusals.ts';
import type { ProcurementFact } from './facts.ts';
import type { ProcurementFile } from './file.ts';

export const NOTICE_EVENTS = [
  'published',
  'quotations-started',
  'quotations-opened',
  'results-published',
  'suspended',
  'resumed',
  'lots-cancelled',
  'lots-refused',
  'representative-changed',
  'creator-changed',
  'invited',
  'applications-started',
  'application-opened',
  'to-consider',
  'opened-without-application',
  'participation-declined',
  'vote-finished',
  'consideration-reset',
  'protocol-to-sign',
  'protocol-signed',
  'single-source-started',
  'single-source-unpublished',
  'window-repeated',
  'hand-in-again',
] as const;
export type NoticeEvent = (typeof NOTICE_EVENTS)[number];

/** What a stored notice says beside its event: the announcement, and what its sentence names. */
export interface NoticeParams {
  number: string;
  name: Text;
  lots?: string;
  act?: string;
  version?: number;
  count?: number;
  /** Number of another announcement: the single source that follows. */
  announcement?: string;
  /** Why the portal could not do it. */
  refusal?: Refusal;
}

/** The page that a notice leads to; what could not be published has one for the organizer's people only. */
export const noticeAddress = (event: NoticeEvent, { number }: Pick<NoticeParams, 'number'>): string =>
  `/procurements/${encodeURIComponent(number)}${event === 'single-source-unpublished' ? '/unpublished' : ''}`;

/** A notice to be given: to named users, and to every person of an organization that took part where `suppliers` says so. */
export interface Notice {
  event: NoticeEvent;
  users: string[];
  /**
   * BINs whose people acting as suppliers are told; empty before the opening, when nobody may know them (spec 01 "Secrecy"). `all`: every
   * supplier of the portal, so that who offered stays unknown (ADR 0021).
   */
  suppliers: string[] | 'all';
  params: Omit<NoticeParams, 'number' | 'name'>;
}

const own = (file: ProcurementFile): string[] => [
  ...new Set([
    file.creator.userId,
    ...(file.organizerRepresentative ? [file.organizerRepresentative.userId] : []),
    ...file.customerRepresentatives.map((r) => r.userId),
  ]),
];

/** Suppliers that may be named: after the opening those who offered; the invited one from publication on. */
const suppliersOf = (file: ProcurementFile): string[] => [
  ...(file.quotations ?? []).map((q) => q.supplier.bin),
  ...(file.invited ? [file.invited.bin] : []),
];

const told = (event: NoticeEvent, users: (string | undefined)[], supplier: Organization | null = null): Notice[] => [
  { event, users: users.filter((each) => each !== undefined), suppliers: supplier ? [supplier.bin] : [], params: {} },
];

/** Of a window that was open nobody knows who had offered: all suppliers are told, or the one that was invited (ADR 0021). */
function handInAgain(file: ProcurementFile): Notice[] {
  if (file.status === 'published') return [];
  return [{ event: 'hand-in-again', users: [], suppliers: file.invited ? [file.invited.bin] : 'all', params: {} }];
}

/** The creator is told that what the portal made could not be published by itself: nobody else sees it (ADR 0015). */
export function noticesOfRefusal(
  { creator }: ProcurementFile,
  { action, actor, refusal }: { action: string; actor: Pick<Actor, 'role'>; refusal: Refusal },
): Notice[] {
  if (action !== 'publish' || actor.role !== 'portal') return [];
  return [{ event: 'single-source-unpublished', users: [creator.userId], suppliers: [], params: { refusal } }];
}

/** Who is told what after a fact (spec 17 §9). `file` is the file after it. */
export function noticesOf(file: ProcurementFile, fact: ProcurementFact): Notice[] {
  const bidders = suppliersOf(file);
  const tell = (event: NoticeEvent, params: Notice['params'] = {}, suppliers: string[] = []): Notice[] => [
    { event, users: own(file), suppliers, params },
  ];
  switch (fact.type) {
    case 'ProcurementPublished':
      return [...tell('published'), ...(file.invited ? told('invited', [], file.invited) : [])];
    case 'QuotationsStarted':
      return tell('quotations-started');
    case 'QuotationsOpened':
      return tell('quotations-opened', { count: fact.quotations.length });
    case 'ProtocolPublished':
      return tell('results-published', { version: fact.protocol.version }, bidders);
    case 'ProcurementSuspended':
      return tell('suspended', { act: fact.act.number }, bidders);
    case 'ProcurementResumed':
      return tell('resumed', { act: fact.act.number }, bidders);
    case 'LotsCancelled':
      return tell('lots-cancelled', { lots: fact.act.lots.join(', '), act: fact.act.number }, bidders);
    case 'LotsRefused':
      return tell('lots-refused', { lots: fact.refusal.lots.join(', ') }, bidders);
    case 'RepresentativeChanged':
      return [{ event: 'representative-changed', users: [fact.representative.userId], suppliers: [], params: {} }];
    case 'CreatorChanged':
      return [{ event: 'creator-changed', users: [fact.to.userId], suppliers: [], params: {} }];
    case 'ApplicationsStarted':
      return [...tell('applications-started'), ...told('applications-started', [], file.invited)];
    case 'ApplicationOpened':
      // S1 §1.7.3: representatives and the invited supplier hear of the opening, the organizer's representative of what is to be done.
      if (!fact.application) return tell('opened-without-application');
      return [
        { event: 'application-opened', users: own(file), suppliers: bidders, params: {} },
        ...told('to-consider', [file.organizerRepresentative?.userId]),
      ];
    case 'ParticipationDeclined':
      return tell('participation-declined');
    case 'ConsiderationVoted':
      return told('vote-finished', [file.creator.userId]);
    case 'ConsiderationReset':
      return told('consideration-reset', [file.creator.userId, file.organizerRepresentative?.userId]);
    case 'ProtocolFormed':
      return told('protocol-to-sign', [file.organizerRepresentative?.userId]);
    case 'ProtocolSigned':
      return told('protocol-signed', [file.creator.userId]);
    case 'SingleSourceStarted':
      return [
        {
          event: 'single-source-started',
          users: own(file),
          suppliers: [],
          params: { lots: fact.successor.lots.join(', '), announcement: fact.successor.number },
        },
      ];
    case 'WindowRepeated':
      return [...tell('window-repeated'), ...handInAgain(file)];
    case 'ApplicationsClosed':
    case 'ConsiderationSaved':
    case 'VoteRecalled':
    case 'KeyLost':
    case 'QuotationsClosed':
    case 'LotsDecided':
    case 'ProtocolDue':
      return [];
    default: {
      const unhandled: never = fact;
      return unhandled;
    }
  }
}
