import { describe, expect, test } from 'vitest';
import { type Actor, PORTAL } from '../../../domain/parties.ts';
import { evolve } from '../../../domain/procurement/evolve.ts';
import { type NoticeEvent, noticesOf } from '../../../domain/procurement/notices.ts';
import {
  actors,
  aQuotation,
  aRequestForQuotations,
  at,
  type Attempt,
  factsOf,
  PROTOCOL,
  type ProcurementInTest,
  suppliers,
} from '../../support/builders.ts';
import { type LotWish, person } from '../../support/people-and-lots.ts';
import { aSingleSource, anApplication, SIGNATURE } from '../../support/single-source.ts';

const LOTS: LotWish[] = [{ customer: 1 }, { customer: 2 }];
const draft = aSingleSource(LOTS);
const published = draft.published();
const taking = published.taking();
const considered = published.voted();
const request = aRequestForQuotations().lots(LOTS);
const oneQuotation = request.completed([aQuotation({ supplier: 1, prices: { 1: '1.00', 2: '1.00' } })]);

const newcomer = person('O1', 'organizer', 4);
const creator = actors.creator.userId;
const representative = actors.organizerRepresentative.userId;
/** Who runs it: the creator, the representatives of the organizer and of both customers. */
const own = [creator, representative, actors.customerRepresentative.userId, person('C9', 'customer', 2).userId];
const invited = [suppliers(1).bin];
const nobody: string[] = [];

type Told = [event: NoticeEvent, users: string[], suppliers: string[] | 'all'];
interface Step {
  before: ProcurementInTest;
  action: string;
  by?: Actor;
  when?: number;
  input?: object;
  consulted?: Attempt['consulted'];
  told: Told[];
}

const lost = { by: actors.operator, input: { reason: 'Файл ключа и его копия не читаются' } };
const replacing = { by: actors.creator, input: { userId: newcomer.userId }, consulted: { candidate: newcomer } };
const signing = {
  by: actors.organizerRepresentative,
  input: { documentId: SIGNATURE.id, sha256: 'cd'.repeat(32), name: 'подпись.p7s' },
  consulted: { protocolSignature: { ok: true as const, signature: SIGNATURE } },
};

/**
 * Typed from S1 §1.7.1–1.7.8, spec 06, spec 17 §9 and ADR 0021. Where they name nobody, those who run it are told of what the portal
 * did, and whoever has to act (spec 01 "Notifications"); each step tells exactly these.
 */
const TABLE: Record<string, Step> = {
  'published: the portal sends the invitation (S1 §1.7.1)': {
    ...{ before: draft, action: 'publish', when: at('2026-02-14', '12:00') },
    told: [
      ['published', own, nobody],
      ['invited', nobody, invited],
    ],
  },
  'applications start: the invited supplier has to act': {
    ...{ before: published, action: 'start-taking-applications' },
    told: [
      ['applications-started', own, nobody],
      ['applications-started', nobody, invited],
    ],
  },
  'opened with an application: representatives and the invited supplier, and who considers it (S1 §1.7.3)': {
    ...{ before: taking.closed(), action: 'open-application' },
    consulted: { openedApplication: { application: anApplication(draft.file), restrictions: [] } },
    told: [
      ['application-opened', own, invited],
      ['to-consider', [representative], nobody],
    ],
  },
  'no answer by the end: the protocol forms itself (S1 §1.7.3)': {
    ...{ before: taking.closed(), action: 'open-application' },
    told: [['opened-without-application', own, nobody]],
  },
  'the supplier declined: the protocol forms itself (S1 §1.7.3)': {
    ...{ before: taking, action: 'decline-participation', by: actors.supplier(1) },
    told: [['participation-declined', own, nobody]],
  },
  'decisions saved: nobody yet': {
    ...{ before: published.opened(), action: 'save-consideration', by: actors.organizerRepresentative },
    input: { restrictions: { verdict: 'admitted' } },
    told: [],
  },
  'voted: the creator hears that the consideration is finished (S1 §1.7.4)': {
    ...{ before: published.considered(), action: 'vote', by: actors.organizerRepresentative },
    told: [['vote-finished', [creator], nobody]],
  },
  'the vote recalled (S1 §1.7.4): nobody is asked to act': {
    ...{ before: considered, action: 'recall-vote', by: actors.organizerRepresentative },
    told: [],
  },
  'the representative replaced while it is considered: the new one decides anew, the creator waits again (S1 §1.7.8)': {
    ...{ before: considered, action: 'change-representative', ...replacing },
    told: [
      ['representative-changed', [newcomer.userId], nobody],
      ['consideration-reset', [creator, newcomer.userId], nobody],
    ],
  },
  'the representative replaced while the protocol waits for the signature: the same (S1 §1.7.8, spec 01)': {
    ...{ before: considered.presented(), action: 'change-representative', ...replacing },
    told: [
      ['representative-changed', [newcomer.userId], nobody],
      ['consideration-reset', [creator, newcomer.userId], nobody],
    ],
  },
  'the protocol is formed: the organizer’s representative is to sign it (S1 §1.7.5)': {
    ...{ before: considered.ordered(), action: 'present-protocol', input: { type: 'results', version: 1, ...PROTOCOL } },
    told: [['protocol-to-sign', [representative], nobody]],
  },
  'the protocol is signed: the creator is to publish it (S1 §1.7.6–1.7.7)': {
    ...{ before: considered.presented(), action: 'sign-results-protocol', ...signing },
    told: [['protocol-signed', [creator], nobody]],
  },
  'the results are published: all who applied (spec 17 §9)': {
    ...{ before: considered.signed(), action: 'publish-results-protocol', by: actors.creator },
    told: [['results-published', own, invited]],
  },
  'the failed request is told what follows it (S1 §1.7.1)': {
    ...{ before: oneQuotation, action: 'note-single-source' },
    input: { started: [{ number: '1000008-1', supplier: invited[0], lots: ['1', '2'] }] },
    told: [['single-source-started', own, nobody]],
  },
  'the key lost while applications are taken: the invited supplier alone hands in again (ADR 0021)': {
    ...{ before: taking, action: 'declare-key-lost', ...lost },
    told: [
      ['window-repeated', own, nobody],
      ['hand-in-again', nobody, invited],
    ],
  },
  'the key of a request lost while quotations are taken: every supplier, because nobody knows who offered (ADR 0021)': {
    ...{ before: request.published().takingQuotations(), action: 'declare-key-lost', when: at('2026-02-05', '12:00'), ...lost },
    told: [
      ['window-repeated', own, nobody],
      ['hand-in-again', nobody, 'all'],
    ],
  },
  'the key lost before the window opens: there is nothing to hand in again (ADR 0021)': {
    ...{ before: published, action: 'declare-key-lost', ...lost },
    told: [['window-repeated', own, nobody]],
  },
};

describe('who is told of what', () => {
  test.each(Object.entries(TABLE))('%s', (_, { before, action, by = PORTAL, when, input = {}, consulted = {}, told }) => {
    let { file } = before;
    const how = { by, at: when ?? at('2026-02-23', '12:30'), input, consulted };
    const notices = factsOf(file, action, how).flatMap((fact) => {
      file = evolve(file, fact);
      return noticesOf(file, fact).map((notice) => [notice.event, [...notice.users].sort(), notice.suppliers]);
    });
    expect(notices).toEqual(told.map(([event, users, suppliers]) => [event, [...users].sort(), suppliers]));
  });

  test('the notice of what follows names the announcement and the lots', () => {
    const { input } = TABLE['the failed request is told what follows it (S1 §1.7.1)']!;
    const [fact] = factsOf(oneQuotation.file, 'note-single-source', { by: PORTAL, at: at('2026-02-12', '10:00'), input });
    expect(noticesOf(oneQuotation.file, fact!)[0]?.params).toEqual({ announcement: '1000008-1', lots: '1, 2' });
  });

  test('made by the portal, creator and representative are one person, who is told once (S1 §1.7.1)', () => {
    const one = taking.draft({ organizerRepresentative: person('O1', 'organizer', 1), customerRepresentatives: [] });
    const [fact] = factsOf(one.file, 'decline-participation', { by: actors.supplier(1), at: at('2026-02-17', '12:00') });
    expect(noticesOf(evolve(one.file, fact!), fact!)[0]?.users).toEqual([creator]);
  });
});
