import { z } from 'zod';
import { refuse, type Refusal } from '../../refusals.ts';
import { S1 } from '../../regulation.ts';
import { openingDerivation } from '../derivations/application.ts';
import { unreadableDerivations } from '../derivations/lot-decision.ts';
import type { ProcurementFile } from '../file.ts';
import { resultsProtocolDue } from '../protocols.ts';
import { longText, nothing } from './input.ts';
import { atDeadline, intoTheWindow } from './intake.ts';
import { action, personOf } from './row.ts';

const METHODS = ['single-source'] as const;

const windowIsOpen = (file: ProcurementFile): Refusal | null =>
  file.applicationClosedAt === null
    ? null
    : refuse('window-closed', { closesAt: file.applicationClosedAt }, { source: S1('1.7.3') });

/** The portal opens the window: at publication, or on the next working day (S1 §1.7.1). */
export const startTakingApplications = atDeadline({
  name: 'start-taking-applications',
  methods: METHODS,
  when: 'published',
  fact: (at) => ({ type: 'ApplicationsStarted', at }),
  source: S1('1.7.1'),
});

/** The portal closes the window at its end; the opening follows (S1 §1.7.3). */
export const closeApplications = atDeadline({
  name: 'close-applications',
  methods: METHODS,
  when: 'taking-applications',
  fact: (at) => ({ type: 'ApplicationsClosed', at, by: null }),
  source: S1('1.7.3'),
});

const ofTheInvited = (name: string) =>
  intoTheWindow({
    name,
    methods: METHODS,
    who: 'invited-supplier',
    when: 'taking-applications',
    available: [windowIsOpen],
    source: S1('1.7.3'),
  });

/** The invited supplier hands in or replaces its application, sealed. */
export const submitApplication = ofTheInvited('submit-application');

/** Until the end an application may be withdrawn. */
export const withdrawApplication = ofTheInvited('withdraw-application');

/** Отказаться от участия: the invited supplier says no; the procurement goes straight to its results (S1 §1.7.3). */
export const declineParticipation = action({
  name: 'decline-participation',
  methods: METHODS,
  carrier: 'signal',
  who: ['invited-supplier'],
  when: ['taking-applications'],
  input: z.object({ reason: longText.optional() }),
  consult: ['applicationIn'],
  available: [windowIsOpen],
  rules: [({ consulted }) => (consulted.applicationIn ? refuse('application-stands') : null)],
  decide: ({ file, actor, receivedAt, input }) => [
    {
      type: 'ParticipationDeclined',
      at: receivedAt,
      derivations: openingDerivation('declined', receivedAt),
      declined: { at: receivedAt, by: personOf(actor), ...(input.reason === undefined ? {} : { reason: input.reason }) },
    },
    resultsProtocolDue(file, receivedAt, 'results'),
  ],
  source: S1('1.7.3'),
});

/** Вскрыть закупку: once the application is in, the creator need not wait for the end of the window (S1 §1.7.3). */
export const openApplicationsByHand = action({
  name: 'open-applications-by-hand',
  methods: METHODS,
  carrier: 'signal',
  who: ['creator'],
  when: ['taking-applications'],
  input: nothing,
  consult: ['applicationIn'],
  available: [windowIsOpen],
  rules: [({ consulted }) => (consulted.applicationIn ? null : refuse('no-application-yet'))],
  decide: ({ actor, receivedAt }) => [{ type: 'ApplicationsClosed', at: receivedAt, by: personOf(actor) }],
  source: S1('1.7.3'),
});

/** The opening of a closed window: with an application to its consideration, without one straight to the results (S1 §1.7.3). */
export const openApplication = action({
  name: 'open-application',
  methods: METHODS,
  carrier: 'clock',
  who: ['portal'],
  when: ['taking-applications'],
  input: nothing,
  consult: ['openedApplication'],
  available: [
    (file) =>
      file.applicationClosedAt === null
        ? refuse('not-in-this-status', { action: 'open-application', status: file.status }, { source: S1('1.7.3') })
        : null,
  ],
  rules: [],
  decide: ({ file, receivedAt, consulted: { openedApplication } }) => {
    const { application } = openedApplication;
    const unreadable = application ? unreadableDerivations([{ ...application, order: 1 }], S1('1.7.3')) : {};
    const how = file.openingOrderedBy ? 'by-hand' : application ? 'deadline' : 'silence';
    return [
      {
        type: 'ApplicationOpened',
        at: receivedAt,
        how,
        ...openedApplication,
        derivations: { ...openingDerivation(how, receivedAt), ...unreadable },
      },
      ...(application ? [] : [resultsProtocolDue(file, receivedAt, 'results')]),
    ];
  },
  source: S1('1.7.3'),
});
