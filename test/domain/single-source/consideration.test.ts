import { describe, expect, test } from 'vitest';
import { decideApplication, lotsToConsider, undecidedLots } from '../../../domain/procurement/consideration.ts';
import { actors, at, attempt } from '../../support/builders.ts';
import '../../support/matchers.ts';
import { person } from '../../support/people-and-lots.ts';
import { aSingleSource, anApplication, type SingleSource } from '../../support/single-source.ts';

const two = aSingleSource([{ amount: '1000000.00' }, { amount: '500000.00' }]);
const opened = two.opened();
const when = at('2026-02-23', '10:00');
const admitted = { verdict: 'admitted' };
const rejected = { verdict: 'rejected', reason: 'не соответствует' };

const saving = (input: object, from: SingleSource = opened) =>
  attempt(from.file, 'save-consideration', { by: actors.organizerRepresentative, at: when, input });
const voting = (from: SingleSource) => attempt(from.file, 'vote', { by: actors.organizerRepresentative, at: when });
const groundOf = ({ file }: SingleSource, lot: number) => {
  const decision = decideApplication(file, file.lots[lot - 1]!);
  return decision.outcome === 'failed' ? decision.ground : decision.winner.price;
};

describe('decisions of the representative (S1 §1.7.4)', () => {
  test('are saved as far as they go; each part replaces only itself', () => {
    const first = opened.considered({ restrictions: admitted, specifications: [{ lot: '1', ...rejected }] });
    const then = first.do('save-consideration', {
      by: actors.organizerRepresentative,
      at: when,
      input: { specifications: [{ lot: '2', ...admitted }] },
    });
    expect(then.file.consideration).toMatchObject({
      restrictions: admitted,
      specifications: [
        { lot: '1', ...rejected },
        { lot: '2', ...admitted },
      ],
      votedAt: null,
    });
  });

  test('a rejection needs its reason, an admission does not', () => {
    expect(saving({ restrictions: { verdict: 'rejected' } })).refusesWith('reason-missing');
    expect(saving({ specifications: [{ lot: '2', verdict: 'rejected', reason: ' ' }] })).refusesWith('bad-input');
    expect(saving({ specifications: [{ lot: '2', verdict: 'rejected' }] })).refusesWith('reason-missing', { lot: '2' });
    expect(saving({ specifications: [{ lot: '2', ...admitted }] }).ok).toBe(true);
  });

  test('only lots in which the supplier takes part, each once', () => {
    const one = two.opened(anApplication(two.file, { prices: [{ lot: '1', price: '900000.00' }] }));
    expect(lotsToConsider(one.file).map((lot) => lot.number)).toEqual(['1']);
    expect(saving({ specifications: [{ lot: '2', ...admitted }] }, one)).refusesWith('lot-not-considered', { lot: '2' });
    expect(saving({ specifications: [{ lot: '7', ...admitted }] })).refusesWith('lot-not-considered', { lot: '7' });
    const twice = [
      { lot: '1', ...admitted },
      { lot: '1', ...rejected },
    ];
    expect(saving({ specifications: twice })).refusesWith('lot-not-considered', { lot: '1' });
  });

  test('a price above the amount of the lot cannot be admitted (ADR 0015)', () => {
    const dear = two.opened(
      anApplication(two.file, {
        prices: [
          { lot: '1', price: '1000000.01' },
          { lot: '2', price: '500000.00' },
        ],
      }),
    );
    expect(saving({ specifications: [{ lot: '1', ...admitted }] }, dear)).refusesWith('price-above-lot');
    expect(saving({ specifications: [{ lot: '1', ...rejected }] }, dear).ok).toBe(true);
    expect(saving({ specifications: [{ lot: '2', ...admitted }] }, dear).ok).toBe(true);
  });

  test('the vote needs the restrictions and every lot, unless the restrictions reject all of them', () => {
    expect(voting(opened)).refusesWith('decisions-missing', {});
    const half = opened.considered({ specifications: [{ lot: '1', ...admitted }] });
    expect(undecidedLots(half.file)).toEqual(['2']);
    expect(voting(half)).refusesWith('decisions-missing', { lots: '2' });
    expect(voting(opened.considered({ restrictions: rejected, specifications: [] })).ok).toBe(true);
    expect(voting(opened.considered()).ok).toBe(true);
  });

  test('a cancelled lot needs no decision', () => {
    const { file } = opened.cancelled({ lots: ['2'], on: when });
    expect(undecidedLots(file)).toEqual(['1']);
  });

  test('after the vote nothing is saved until it is recalled, and it is recalled only while no protocol exists', () => {
    const voted = opened.voted();
    expect(saving({ restrictions: rejected }, voted)).refusesWith('already-voted');
    const recalled = voted.do('recall-vote', { by: actors.organizerRepresentative, at: when });
    expect(saving({ restrictions: rejected }, recalled).ok).toBe(true);
    const recalling = { by: actors.organizerRepresentative, at: when };
    expect(attempt(voted.ordered().file, 'recall-vote', recalling)).refusesWith('not-in-this-status');
    expect(attempt(recalled.file, 'recall-vote', recalling)).refusesWith('not-voted-yet');
    expect(attempt(recalled.file, 'form-results-protocol', { by: actors.creator, at: when })).refusesWith('not-voted-yet');
  });
});

describe('result of a lot (S1 §1.7.7, spec 17 §5.1)', () => {
  test.each<[string, SingleSource, string, string]>([
    ['admitted throughout', opened.voted(), '900000.00', '450000.00'],
    [
      'one specification rejected',
      opened
        .considered({
          specifications: [
            { lot: '1', ...rejected },
            { lot: '2', ...admitted },
          ],
        })
        .voted(),
      'supplier-rejected',
      '450000.00',
    ],
    [
      'rejected by the restrictions: every lot',
      opened.considered({ restrictions: rejected }).voted(),
      'supplier-rejected',
      'supplier-rejected',
    ],
    ['declined', two.declined(), 'supplier-declined', 'supplier-declined'],
    ['no answer', two.opened(null), 'supplier-silent', 'supplier-silent'],
    [
      'an application for one lot',
      two
        .opened(anApplication(two.file, { prices: [{ lot: '1', price: '1.00' }] }))
        .considered({ specifications: [{ lot: '1', ...admitted }] })
        .voted(),
      '1.00',
      'supplier-silent',
    ],
    [
      'an application that cannot be read',
      two
        .opened(anApplication(two.file, { prices: [], documents: [], unreadable: 'padding' }))
        .considered({ specifications: [] })
        .voted(),
      'supplier-rejected',
      'supplier-rejected',
    ],
  ])('%s', (_name, source, first, second) => {
    expect([groundOf(source, 1), groundOf(source, 2)]).toEqual([first, second]);
  });

  test('lots change their status with the publication, not before', () => {
    expect(opened.signed().file.lots.map((lot) => lot.status)).toEqual(['published', 'published']);
    const { file } = opened.completed();
    expect(file.lots.map((lot) => lot.status)).toEqual(['held', 'held']);
    expect(file.lots[0]?.decision).toMatchObject({ outcome: 'held', winner: { order: 1, price: '900000.00' }, second: null });
    expect(file.protocols).toMatchObject([{ state: 'published', validity: 'valid' }]);
  });
});

describe('the representative is replaced (S1 §1.7.8, spec 17 §1.4)', () => {
  const candidate = person('O1', 'organizer', 4);
  const replaced = (from: SingleSource) =>
    from.do('change-representative', {
      by: actors.creator,
      at: when,
      input: { userId: candidate.userId },
      consulted: { candidate },
    });

  test.each<[string, SingleSource]>([
    ['before anything is decided', opened],
    ['after the vote', opened.voted()],
    ['while the protocol waits for the signature', opened.presented()],
    ['after the signature', opened.signed()],
  ])('%s: decisions and protocol are void, the old one may not decide again, the new one may', (_name, from) => {
    const { file } = replaced(from);
    expect(file).toMatchObject({ status: 'considering-applications', consideration: null, protocols: [] });
    expect(file.excludedRepresentatives).toEqual([actors.organizerRepresentative.userId]);
    expect(file).canOnly({ ...actors.secondOrganizer, userId: candidate.userId }, ['save-consideration', 'vote', 'download-all']);
    expect(file).canOnly(actors.organizerRepresentative, []);
    const back = { candidate: person('O1', 'organizer', 2) };
    const again = { by: actors.creator, at: when, input: { userId: back.candidate.userId }, consulted: back };
    expect(attempt(file, 'change-representative', again)).refusesWith('representative-unfit');
  });

  test('while applications are taken nothing is decided yet: nobody is excluded', () => {
    expect(replaced(two.taking()).file).toMatchObject({ status: 'taking-applications', excludedRepresentatives: [] });
  });

  test('after a decline the protocol is only formed anew: it names the representatives', () => {
    const { file } = replaced(two.declined().presented());
    expect(file).toMatchObject({
      status: 'forming-results-protocol',
      excludedRepresentatives: [],
      protocols: [{ state: 'due' }],
    });
  });

  test('of a customer: the decisions stand, the protocol is formed anew', () => {
    const ofCustomer = person('C1', 'customer', 3);
    const { file } = opened.signed().do('change-representative', {
      by: actors.creator,
      at: when,
      input: { userId: ofCustomer.userId, customer: ofCustomer.bin },
      consulted: { candidate: ofCustomer },
    });
    expect(file.consideration?.votedAt).not.toBeNull();
    expect(file.protocols).toMatchObject([{ state: 'due', version: 1, reason: 'results' }]);
  });
});
