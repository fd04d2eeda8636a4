import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../domain/parties.ts';
import { type ProcurementFile, shownStatus } from '../../../domain/procurement/file.ts';
import { actors, anAct, aRequestForQuotations, at, attempt } from '../../support/builders.ts';
import '../../support/matchers.ts';

const published = aRequestForQuotations()
  .lots([{ customer: 1 }, { customer: 2 }])
  .published();
const whenPublished = at('2026-02-02', '12:00');
const whileTaking = at('2026-02-04', '12:00');

/** A file per status that people see; suspension lies over either of two. */
const states = {
  draft: aRequestForQuotations().file,
  published: published.file,
  'taking-quotations': published.takingQuotations().file,
  'forming-results-protocol, not opened': published.closed().file,
  'forming-results-protocol, decided': published.decided().file,
  completed: published.completed().file,
  'cancelled, protocol due': published.cancelled().file,
  'cancelled, protocol published': published.cancelled().protocolPublished().file,
  'suspended over published': published.suspended(whenPublished).file,
  'suspended over taking-quotations': published.takingQuotations().suspended(whileTaking, { date: '2026-02-04' }).file,
} satisfies Record<string, ProcurementFile>;
type State = keyof typeof states;

/**
 * Typed from the specification: cancel S1 §1.3.3 (from publication until the contract), suspend S1 §1.4.18 (until the results
 * protocol is formed) and then only resume and cancel, representative S1 §1.3.5 (Опубликовано, прием ценовых предложений),
 * creator S1 §1.3.4 (from Опубликовано to Завершено), download all S1 §1.3.6, refusal as cancellation, quotations S1 §1.3.2.
 */
const ALLOWED: Record<string, { who: Actor; may: Record<State, string> }> = {
  creator: {
    who: actors.creator,
    may: {
      draft: 'publish',
      published: 'suspend cancel change-representative download-all',
      'taking-quotations': 'suspend cancel change-representative download-all',
      'forming-results-protocol, not opened': 'cancel download-all',
      'forming-results-protocol, decided': 'cancel download-all',
      completed: 'cancel download-all',
      'cancelled, protocol due': 'download-all',
      'cancelled, protocol published': 'download-all',
      'suspended over published': 'resume cancel download-all',
      'suspended over taking-quotations': 'resume cancel download-all',
    },
  },
  "organizer's representative": { who: actors.organizerRepresentative, may: onlyDownloads() },
  "customer's representative, who is of the customer": { who: actors.customerRepresentative, may: ofTheCustomer() },
  'customer, any user': { who: actors.customer, may: ofTheCustomer() },
  'second customer': { who: actors.secondCustomer, may: ofTheCustomer() },
  'administrator of the organizer': {
    who: actors.administrator,
    may: {
      draft: '',
      published: 'change-creator download-all',
      'taking-quotations': 'change-creator download-all',
      'forming-results-protocol, not opened': 'change-creator download-all',
      'forming-results-protocol, decided': 'change-creator download-all',
      completed: 'change-creator download-all',
      'cancelled, protocol due': 'download-all',
      'cancelled, protocol published': 'download-all',
      'suspended over published': 'download-all',
      'suspended over taking-quotations': 'download-all',
    },
  },
  supplier: { who: actors.supplier(1), may: { ...nothing(), 'taking-quotations': 'submit-quotation withdraw-quotation' } },
  'the portal itself': {
    who: actors.portal,
    may: {
      ...nothing(),
      published: 'start-taking-quotations',
      'taking-quotations': 'close-quotations',
      'forming-results-protocol, not opened': 'open-and-compare publish-protocol',
      'forming-results-protocol, decided': 'open-and-compare publish-protocol',
      completed: 'publish-protocol',
      'cancelled, protocol due': 'publish-protocol',
      'cancelled, protocol published': 'publish-protocol',
    },
  },
  'another user of the organizer': { who: actors.secondOrganizer, may: nothing() },
  // ADR 0021: while the window was not opened, and not while it is suspended.
  'operator of the portal': {
    who: actors.operator,
    may: {
      ...nothing(),
      published: 'declare-key-lost',
      'taking-quotations': 'declare-key-lost',
      'forming-results-protocol, not opened': 'declare-key-lost',
    },
  },
  'organizer of another procurement': { who: actors.foreignOrganizer, may: nothing() },
  'customer of another procurement': { who: actors.foreignCustomer, may: nothing() },
  'administrator of another organization': { who: actors.foreignAdministrator, may: nothing() },
  'administrator of the customer': { who: actors.customersAdministrator, may: nothing() },
  'creator under the role of a customer': { who: { ...actors.creator, role: 'customer' }, may: nothing() },
  'creator under the role of a supplier': { who: { ...actors.creator, role: 'supplier' }, may: nothing() },
  'customer under the role of a supplier': { who: { ...actors.customer, role: 'supplier' }, may: nothing() },
  'customer under the role of an organizer': { who: { ...actors.customer, role: 'organizer' }, may: nothing() },
  'supplier under the role of an organizer': { who: { ...actors.supplier(1), role: 'organizer' }, may: nothing() },
};

function every(value: (state: State) => string): Record<State, string> {
  return Object.fromEntries(Object.keys(states).map((state) => [state, value(state as State)])) as Record<State, string>;
}
function nothing(): Record<State, string> {
  return every(() => '');
}
function onlyDownloads(): Record<State, string> {
  return { ...every(() => 'download-all'), draft: '' };
}
function ofTheCustomer(): Record<State, string> {
  const withRefusal = {
    published: 1,
    'taking-quotations': 1,
    'forming-results-protocol, not opened': 1,
    'forming-results-protocol, decided': 1,
    completed: 1,
  };
  return { ...every((state) => (state in withRefusal ? 'refuse download-all' : 'download-all')), draft: '' };
}

const ACTIONS = [
  'publish',
  'start-taking-quotations',
  'submit-quotation',
  'withdraw-quotation',
  'close-quotations',
  'open-and-compare',
  'publish-protocol',
  'suspend',
  'resume',
  'cancel',
  'refuse',
  'change-representative',
  'change-creator',
  'declare-key-lost',
];

const cells = Object.entries(ALLOWED).flatMap(([name, { who, may }]) =>
  Object.entries(states).map(([state, file]) => ({
    name,
    who,
    state,
    file,
    may: may[state as State].split(' ').filter(Boolean),
  })),
);

describe('who may do what in which status', () => {
  test('every status that people see is here', () => {
    const seen = new Set(Object.values(states).map(shownStatus));
    expect([...seen].sort()).toEqual(
      ['draft', 'published', 'taking-quotations', 'forming-results-protocol', 'completed', 'cancelled', 'suspended'].sort(),
    );
  });

  test.each(cells)('$name in «$state» can only: $may', ({ who, file, may }) => {
    expect(file).canOnly(who, may);
  });

  test.each(cells)('$name in «$state» is refused everything else, before the input is looked at', ({ who, file, may }) => {
    for (const action of ACTIONS.filter((each) => !may.includes(each))) {
      const checked = attempt(file, action, { by: who, at: whenPublished, input: 'not an input' });
      expect(checked.ok, action).toBe(false);
      if (!checked.ok) expect(['not-your-role', 'not-in-this-status', 'suspended'], action).toContain(checked.refusal.code);
    }
  });
});

describe('why not, in the order a person would ask', () => {
  const suspended = states['suspended over taking-quotations'];

  test('a stranger hears of the role, not of the status', () => {
    expect(attempt(suspended, 'cancel', { by: actors.foreignOrganizer, at: whileTaking })).refusesWith('not-your-role', {
      action: 'cancel',
      who: 'creator',
    });
  });

  test('while suspended it is suspension that refuses, and since when (S1 §1.4.18)', () => {
    expect(attempt(suspended, 'submit-quotation', { by: actors.supplier(1), at: whileTaking })).refusesWith('suspended', {
      action: 'submit-quotation',
      since: whileTaking,
    });
  });

  test('what is not suspended cannot be resumed (S1 §1.4.19)', () => {
    const input = { act: anAct() };
    expect(attempt(states.published, 'resume', { by: actors.creator, at: whenPublished, input })).refusesWith(
      'not-in-this-status',
    );
  });

  test('a refusal for the role names the article of the action', () => {
    const checked = attempt(states.published, 'suspend', { by: actors.supplier(1), at: whenPublished });
    expect(checked.ok ? null : checked.refusal.source).toEqual({ document: 'S1', place: '1.4.18' });
  });

  test('an action that is not in the table, and one that only reads, are unknown to the case', () => {
    expect(attempt(states.published, 'bid', { by: actors.creator, at: whenPublished })).refusesWith('unknown-action', {
      action: 'bid',
    });
    expect(attempt(states.published, 'download-all', { by: actors.creator, at: whenPublished })).refusesWith('unknown-action');
  });

  test('an input that is not the form is refused and the field is named', () => {
    const checked = attempt(states.published, 'suspend', {
      by: actors.creator,
      at: whenPublished,
      input: { act: { ...anAct(), body: '  ' } },
    });
    expect(checked).refusesWith('bad-input');
    expect(checked.ok ? null : checked.refusal.field).toBe('act.body');
  });
});

describe('roles of a person in a procurement', () => {
  test('an organizer that is its own customer may refuse its lots under the role of a customer', () => {
    const own = { ...states.published, customers: [states.published.organizer] };
    expect(own).canOnly({ ...actors.secondOrganizer, role: 'customer' }, ['refuse', 'download-all']);
  });

  test('after the creator is replaced the new one runs the announcement and the old one does not (S1 §1.3.4)', () => {
    const candidate = { ...states.published.organizerRepresentative!, userId: actors.secondOrganizer.userId };
    const { file } = published.do('change-creator', {
      by: actors.administrator,
      at: whenPublished,
      input: { userId: actors.secondOrganizer.userId },
      consulted: { creatorBlocked: true, candidate },
    });
    expect(file).canOnly(actors.secondOrganizer, ['suspend', 'cancel', 'change-representative', 'download-all']);
    expect(file).canOnly(actors.creator, []);
  });
});
