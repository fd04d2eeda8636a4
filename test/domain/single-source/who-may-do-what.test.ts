import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../domain/parties.ts';
import type { ProcurementFile } from '../../../domain/procurement/file.ts';
import { actors, aRequestForQuotations, at, attempt } from '../../support/builders.ts';
import '../../support/matchers.ts';
import { aSingleSource } from '../../support/single-source.ts';

const twoCustomers = aSingleSource([{ customer: 1 }, { customer: 2 }]);
const published = twoCustomers.published();

/** A file per stage of S1 §1.7; suspension lies over the stage in which an application is considered. */
const states = {
  draft: twoCustomers.file,
  published: published.file,
  'taking-applications': published.taking().file,
  'closed by hand, not opened': published.closedByHand().file,
  'considering, nothing decided': published.opened().file,
  'considering, voted': published.voted().file,
  'forming, protocol due': published.ordered().file,
  'forming, waits for the signature': published.presented().file,
  'forming, signed': published.signed().file,
  completed: published.completed().file,
  'cancelled, protocol due': published.cancelled({ on: at('2026-02-14', '15:00') }).file,
  'suspended while considered': published.opened().suspended(at('2026-02-23', '09:00')).file,
} satisfies Record<string, ProcurementFile>;
type State = keyof typeof states;

const every = (value: (state: State) => string) =>
  Object.fromEntries(Object.keys(states).map((state) => [state, value(state as State)])) as Record<State, string>;
const nothing = () => every(() => '');

/**
 * Typed from the manual: opening by hand S1 §1.7.3 (creator, until the window ends), decline §1.7.3 (invited supplier, until the window ends),
 * decision §1.7.4 (only the organizer's representative), protocol §1.7.5–1.7.7 (creator forms and publishes, representative signs),
 * cancel §1.7.8, change of people §1.7.8 (representative also in Рассмотрение заявок and Формирование протокола итогов).
 */
const ALLOWED: Record<string, { who: Actor; may: Record<State, string> }> = {
  creator: {
    who: actors.creator,
    may: {
      draft: 'publish',
      published: 'suspend cancel change-representative download-all',
      'taking-applications': 'open-applications-by-hand suspend cancel change-representative download-all',
      'closed by hand, not opened': 'suspend cancel change-representative download-all',
      'considering, nothing decided': 'suspend cancel change-representative download-all',
      'considering, voted': 'form-results-protocol suspend cancel change-representative download-all',
      'forming, protocol due': 'cancel change-representative download-all',
      'forming, waits for the signature': 'cancel change-representative download-all',
      'forming, signed': 'publish-results-protocol cancel change-representative download-all',
      completed: 'cancel download-all',
      'cancelled, protocol due': 'download-all',
      'suspended while considered': 'resume cancel download-all',
    },
  },
  "organizer's representative": {
    who: actors.organizerRepresentative,
    may: {
      ...every(() => 'download-all'),
      draft: '',
      'considering, nothing decided': 'save-consideration vote download-all',
      'considering, voted': 'recall-vote download-all',
      'forming, waits for the signature': 'sign-results-protocol download-all',
    },
  },
  'invited supplier': {
    who: actors.supplier(1),
    may: { ...nothing(), 'taking-applications': 'submit-application withdraw-application decline-participation' },
  },
  'another supplier': { who: actors.supplier(2), may: nothing() },
  'customer, any user': {
    who: actors.customer,
    may: {
      ...every(() => 'refuse download-all'),
      draft: '',
      'cancelled, protocol due': 'download-all',
      'suspended while considered': 'download-all',
    },
  },
  'administrator of the organizer': {
    who: actors.administrator,
    may: {
      ...every(() => 'change-creator download-all'),
      draft: '',
      'cancelled, protocol due': 'download-all',
      'suspended while considered': 'download-all',
    },
  },
  'the portal itself': {
    who: actors.portal,
    may: {
      ...nothing(),
      draft: 'publish',
      published: 'start-taking-applications',
      'taking-applications': 'close-applications',
      'closed by hand, not opened': 'close-applications open-application',
      'forming, protocol due': 'publish-protocol present-protocol',
      'forming, waits for the signature': 'publish-protocol present-protocol',
      'forming, signed': 'publish-protocol present-protocol',
      completed: 'publish-protocol',
      'cancelled, protocol due': 'publish-protocol',
    },
  },
  'another user of the organizer': { who: actors.secondOrganizer, may: nothing() },
  // ADR 0021: while the window was not opened.
  'operator of the portal': {
    who: actors.operator,
    may: {
      ...nothing(),
      published: 'declare-key-lost',
      'taking-applications': 'declare-key-lost',
      'closed by hand, not opened': 'declare-key-lost',
    },
  },
  'invited supplier under the role of an organizer': { who: { ...actors.supplier(1), role: 'organizer' }, may: nothing() },
};

const cells = Object.entries(ALLOWED).flatMap(([name, { who, may }]) =>
  Object.entries(states).map(([state, file]) => ({
    name,
    who,
    state,
    file,
    may: may[state as State].split(' ').filter(Boolean),
  })),
);

describe('who may do what in a single source', () => {
  test.each(cells)('$name in «$state» can only: $may', ({ who, file, may }) => {
    expect(file).canOnly(who, may);
  });
});

describe('each method has its own actions', () => {
  test('what belongs to the other method is refused before its status is asked', () => {
    const request = aRequestForQuotations().taking().file;
    const when = at('2026-02-17', '12:00');
    expect(attempt(request, 'form-results-protocol', { by: actors.creator, at: when })).refusesWith('not-in-this-method', {
      action: 'form-results-protocol',
    });
    expect(attempt(states['taking-applications'], 'close-quotations', { by: actors.portal, at: when })).refusesWith(
      'not-in-this-method',
      { action: 'close-quotations' },
    );
  });

  test('the portal publishes what it made itself, nothing else', () => {
    const request = aRequestForQuotations().file;
    const published = attempt(request, 'publish', { by: actors.portal, at: at('2026-02-02', '10:00') });
    expect(published).refusesWith('not-your-role');
  });
});
