import { describe, expect, test } from 'vitest';
import { evolve } from '../../../domain/procurement/evolve.ts';
import { noticesOf } from '../../../domain/procurement/notices.ts';
import { PORTAL } from '../../../domain/parties.ts';
import {
  actors,
  anAct,
  aQuotation,
  aRequestForQuotations,
  at,
  type Attempt,
  factsOf,
  type RequestForQuotations,
  suppliers,
} from '../../support/builders.ts';
import { person } from '../../support/people-and-lots.ts';

const when = at('2026-02-04', '12:00');
const twoLots = aRequestForQuotations().lots(2);
const published = twoLots.published();
const representative = person('C9', 'customer', 2).userId;
const own = [
  actors.creator.userId,
  actors.organizerRepresentative.userId,
  actors.customerRepresentative.userId,
  representative,
].sort();

/** Notices of an action, fact after fact, as the record gives them. */
function noticesAfter(request: RequestForQuotations, action: string, how: Attempt) {
  let { file } = request;
  return factsOf(file, action, how).flatMap((fact) => {
    file = evolve(file, fact);
    return noticesOf(file, fact).map((notice) => ({ ...notice, users: [...notice.users].sort() }));
  });
}

const act = { by: actors.creator, at: when, input: { act: anAct() } };
const cancelling = { by: actors.creator, at: when, input: { act: anAct(), lots: ['2'] } };
const refusing = { by: actors.customer, at: when, input: { lots: ['1'], ground: 'потребность отпала' } };

describe('before the opening nobody learns of suppliers, their number or that there are any (spec 01 "Secrecy")', () => {
  const taking = published.takingQuotations();
  const steps: [string, RequestForQuotations, string, Attempt][] = [
    ['publication', twoLots, 'publish', { by: actors.creator, at: at('2026-02-02', '10:00') }],
    ['start', published, 'start-taking-quotations', { by: PORTAL, at: when }],
    ['suspension', taking, 'suspend', act],
    ['resumption', taking.suspended(when), 'resume', act],
    ['cancellation of some lots', taking, 'cancel', cancelling],
    ['cancellation of all lots', taking, 'cancel', { ...cancelling, input: { act: anAct(), lots: ['1', '2'] } }],
    ['refusal by a customer', taking, 'refuse', refusing],
    ['end of the window', taking, 'close-quotations', { by: PORTAL, at: when }],
  ];

  test.each(steps)('%s', (_step, request, action, how) => {
    const notices = noticesAfter(request, action, how);
    for (const notice of notices) {
      expect(notice.suppliers).toEqual([]);
      expect(notice.users).toEqual(own);
      expect(notice.params).not.toHaveProperty('count');
    }
    expect(notices.map((notice) => notice.event)).toEqual(
      {
        publish: ['published'],
        'start-taking-quotations': ['quotations-started'],
        suspend: ['suspended'],
        resume: ['resumed'],
        cancel: ['lots-cancelled'],
        refuse: ['lots-refused'],
        'close-quotations': [],
      }[action],
    );
  });
});

describe('at the opening and after it', () => {
  const quotations = [
    aQuotation({ supplier: 2, prices: { 1: '10.00' } }),
    aQuotation({ supplier: 5, prices: { 1: '11.00', 2: '12.00' } }),
    aQuotation({ supplier: 7, unreadable: 'wrong-key' }),
  ];
  const bidders = [2, 5, 7].map((place) => suppliers(place).bin);
  const decided = published.decided(quotations);

  test('the opening tells the organizer how many; the results are told when the protocol is published', () => {
    const consulted = { opened: { quotations, restrictions: [] } };
    const notices = noticesAfter(published.closed(), 'open-and-compare', {
      by: PORTAL,
      at: at('2026-02-11', '18:00:05'),
      consulted,
    });
    expect(notices).toMatchObject([{ event: 'quotations-opened', users: own, suppliers: [], params: { count: 3 } }]);
  });

  test('the results protocol tells all who took part, also those whose quotation could not be read', () => {
    const input = {
      type: 'results',
      version: 1,
      documentId: '3b4dfa1e-52a5-4ea8-9d3a-7a1f4bb8b2aa',
      sha256: 'a',
      payloadSha256: 'b',
    };
    const notices = noticesAfter(decided, 'publish-protocol', { by: PORTAL, at: when, input });
    expect(notices).toMatchObject([{ event: 'results-published', users: own, suppliers: bidders, params: { version: 1 } }]);
  });

  test('a cancellation tells all who took part which lots and by which act', () => {
    const notices = noticesAfter(decided.protocolPublished(), 'cancel', cancelling);
    expect(notices).toMatchObject([
      { event: 'lots-cancelled', suppliers: bidders, params: { lots: '2', act: '7119-26-00-2э/184' } },
    ]);
  });
});

describe('changes of people tell the person who comes', () => {
  test('a new representative', () => {
    const candidate = person('O1', 'organizer', 4);
    const how = { by: actors.creator, at: when, input: { userId: candidate.userId }, consulted: { candidate } };
    expect(noticesAfter(published, 'change-representative', how)).toEqual([
      { event: 'representative-changed', users: [candidate.userId], suppliers: [], params: {} },
    ]);
  });

  test('a new creator', () => {
    const candidate = person('O1', 'organizer', 4);
    const how = {
      by: actors.administrator,
      at: when,
      input: { userId: candidate.userId },
      consulted: { candidate, creatorBlocked: true },
    };
    expect(noticesAfter(published, 'change-creator', how)).toEqual([
      { event: 'creator-changed', users: [candidate.userId], suppliers: [], params: {} },
    ]);
  });

  test('a person in two places is told once', () => {
    const both = twoLots.draft({ organizerRepresentative: { ...person('O1', 'organizer', 1) } }).published();
    expect(noticesAfter(both, 'start-taking-quotations', { by: PORTAL, at: when })[0]?.users).toHaveLength(3);
  });
});
