import { describe, expect, test } from 'vitest';
import type { Consulted } from '../../../domain/procurement/consulted.ts';
import { actors, attempt } from '../../support/builders.ts';
import { person } from '../../support/people-and-lots.ts';
import '../../support/matchers.ts';
import { METHODS_BY_SHEET } from './methods.ts';

describe.each(METHODS_BY_SHEET)('$method ($sheet): change of a representative (S1 §1.3.5)', (method) => {
  const published = method.published([{ customer: 1 }, { customer: 2 }]);
  const when = method.when.published;
  const candidate = person('O1', 'organizer', 4);
  const changing = (input: object, consulted: Partial<Consulted>) =>
    attempt(published.file, 'change-representative', { by: actors.creator, at: when, input, consulted });

  test('of the organizer: a user of the organizer takes the place, decision, date and file may be left out', () => {
    const { file } = published.do('change-representative', {
      by: actors.creator,
      at: when,
      input: { userId: candidate.userId },
      consulted: { candidate },
    });
    expect(file.organizerRepresentative).toEqual(candidate);
    expect(file.customerRepresentatives).toEqual(published.file.customerRepresentatives);
    expect(file).canOnly({ ...actors.secondOrganizer, userId: candidate.userId }, ['download-all']);
    expect(file).canOnly(actors.organizerRepresentative, []);
  });

  test('of one customer: the other customers keep theirs', () => {
    const ofCustomer = person('C9', 'customer', 3);
    const [first, second] = published.file.customers;
    const { file } = published.do('change-representative', {
      by: actors.creator,
      at: when,
      input: { userId: ofCustomer.userId, customer: second?.bin, order: { number: '12-Ө', date: '2026-02-01' } },
      consulted: { candidate: ofCustomer },
    });
    const names = new Map(file.customerRepresentatives.map((each) => [each.customer, each.name.ru]));
    expect(names.get(second?.bin ?? '')).toBe(ofCustomer.name.ru);
    expect(names.get(first?.bin ?? '')).toBe(actors.customerRepresentative.name.ru);
    expect(file.customerRepresentatives).toHaveLength(2);
    expect(file.organizerRepresentative).toEqual(published.file.organizerRepresentative);
  });

  test('nobody fit was found: unknown, blocked, or without the role', () => {
    expect(changing({ userId: candidate.userId }, { candidate: null })).refusesWith('representative-unfit');
  });

  test('a user of another organization does not represent the organizer, nor a customer that is not here', () => {
    const stranger = person('C10', 'customer', 1);
    expect(changing({ userId: stranger.userId }, { candidate: stranger })).refusesWith('representative-unfit');
    expect(changing({ userId: stranger.userId, customer: stranger.bin }, { candidate: stranger })).refusesWith(
      'representative-unfit',
    );
    expect(changing({ userId: candidate.userId, customer: published.file.customers[0]?.bin }, { candidate })).refusesWith(
      'representative-unfit',
    );
  });

  test('an input without a user is refused', () => {
    expect(changing({}, { candidate })).refusesWith('bad-input');
  });
});

describe.each(METHODS_BY_SHEET)('$method ($sheet): change of the creator (S1 §1.3.4)', (method) => {
  const published = method.published([{ customer: 1 }, { customer: 2 }]);
  const when = method.when.published;
  const candidate = person('O1', 'organizer', 3);
  const changing = (consulted: Partial<Consulted>) =>
    attempt(published.file, 'change-creator', {
      by: actors.administrator,
      at: when,
      input: { userId: candidate.userId },
      consulted,
    });

  test('a blocked creator is replaced by a user of the same organization', () => {
    const { file } = published.do('change-creator', {
      by: actors.administrator,
      at: when,
      input: { userId: candidate.userId },
      consulted: { candidate, creatorBlocked: true },
    });
    expect(file.creator).toEqual({ userId: candidate.userId, iin: candidate.iin, name: candidate.name, bin: candidate.bin });
  });

  test('a creator that is not blocked stays', () => {
    expect(changing({ candidate, creatorBlocked: false })).refusesWith('creator-not-blocked');
  });

  test('nobody from outside the organization, and nobody unfit, becomes the creator', () => {
    expect(changing({ candidate: null, creatorBlocked: true })).refusesWith('new-creator-unfit');
    expect(changing({ candidate: person('O2', 'organizer', 1), creatorBlocked: true })).refusesWith('new-creator-unfit');
  });
});
