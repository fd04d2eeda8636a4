import { z } from 'zod';
import { dateOf, earliestAfterWorkingDays, instantOf, isWorkingDay, nextWorkingDay, timeOf } from '../../calendar.ts';
import type { WorkingCalendar } from '../../calendar.ts';
import type { Deadline } from '../../case.ts';
import type { Derivation, Step } from '../../derivation.ts';
import { cite, ours } from '../../regulation.ts';
import { refuse } from '../../refusals.ts';
import type { ProcurementFile } from '../file.ts';
import { sheetOf } from '../methods/index.ts';
import { withinTheCalendar } from '../rules/within-the-calendar.ts';
import { DAY, fromWorkingDay } from '../window-at-publication.ts';
import { windowDeadlines } from '../windows.ts';
import { longText } from './input.ts';
import { action, personOf } from './row.ts';

const SOURCE = ours('ADR 0021');

const NO_WINDOW = { opensAt: 0, closesAt: 0 };

type Repeated = Pick<ProcurementFile, 'method' | 'window' | 'deadlines' | 'status' | 'sheet'>;

/** End and derivation of a window that is held again from an instant on (ms). */
interface Again {
  closesAt: number;
  inputs: Derivation['inputs'];
  steps: Step[];
}

/** For the sheet's whole minimum, until the former time of day on a working day. */
function againForTheMinimum({ sheet, window }: Repeated, at: number, calendar: WorkingCalendar): Again {
  const { atLeast } = sheetOf({ method: 'price-quotations', sheet }).window;
  const minimum = earliestAfterWorkingDays(calendar, at, atLeast.value);
  const day = dateOf(calendar, minimum.at);
  const workingDay = isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day);
  const closesAt = instantOf(calendar, workingDay, timeOf(calendar, (window ?? NO_WINDOW).closesAt));
  const { inputs, steps } = minimum.derivation;
  return { closesAt, inputs, steps: [...steps, 'former-time-of-day'] };
}

/** For as many calendar days as after a publication; declared on a day off they are counted from the start of the next working day. */
function againForCalendarDays({ sheet }: Repeated, at: number, calendar: WorkingCalendar): Again {
  const { lasts } = sheetOf({ method: 'single-source', sheet }).window;
  const { opensAt, steps } = fromWorkingDay(at, calendar) ?? { opensAt: at, steps: [] };
  const closesAt = opensAt + lasts.value * DAY;
  const end: Step = `ends ${dateOf(calendar, closesAt)} ${timeOf(calendar, closesAt).slice(0, 8)}`;
  const inputs = { from: opensAt, calendarDays: lasts.value, calendarVersion: calendar.version };
  return { closesAt, inputs, steps: [...steps, end] };
}

/**
 * The window as it is held again after its key was lost, with its deadlines. Not yet open: it stays as announced, nobody has offered.
 * Otherwise it is open from the declaration on for as long as the sheet gives, and never ends before its former end. Instants in ms.
 */
export function repeatedWindow(
  file: Repeated,
  at: number,
  calendar: WorkingCalendar,
): { window: NonNullable<ProcurementFile['window']>; deadlines: Deadline[] } {
  const window = file.window ?? NO_WINDOW;
  if (file.status === 'published') return { window, deadlines: file.deadlines };
  const single = file.method === 'single-source';
  const again = single ? againForCalendarDays(file, at, calendar) : againForTheMinimum(file, at, calendar);
  const closesAt = Math.max(again.closesAt, window.closesAt);
  const derivation: Derivation = {
    rule: single ? 'applications-again-after-key-loss' : 'window-again-after-key-loss',
    article: cite(SOURCE),
    inputs: { ...again.inputs, declared: at, former: window.closesAt, earliest: again.closesAt },
    steps:
      closesAt === again.closesAt
        ? again.steps
        : [...again.steps.filter((step) => step !== 'former-time-of-day'), 'former-end-is-later'],
  };
  return { window: { opensAt: at, closesAt }, deadlines: [{ key: windowDeadlines(file.method).end, at: closesAt, derivation }] };
}

/** The operator declares that the key of a window cannot be used: new keys, a new generation, the old offers stay unread for good. */
export const declareKeyLost = action({
  name: 'declare-key-lost',
  carrier: 'signal',
  who: ['operator'],
  when: ['published', 'taking-quotations', 'taking-applications', 'forming-results-protocol'],
  input: z.object({ reason: longText }),
  consult: ['calendar', 'keyReleased', 'nextIntakeKeys'],
  available: [
    (file) =>
      file.intake && !file.quotations && !file.opening
        ? null
        : refuse('not-in-this-status', { action: 'declare-key-lost', status: file.status }, { source: SOURCE }),
  ],
  rules: [
    // A key that was used is not lost: what it opened is public from then on.
    ({ file, consulted }) =>
      consulted.keyReleased ? refuse('not-in-this-status', { action: 'declare-key-lost', status: file.status }) : null,
    ({ file, receivedAt, consulted: { calendar } }) =>
      withinTheCalendar({ '': Math.max(receivedAt, file.window?.closesAt ?? 0) }, calendar),
  ],
  decide: ({ file, actor, receivedAt, input, consulted: { calendar, nextIntakeKeys } }) => {
    const { windowId, generation } = file.intake ?? nextIntakeKeys;
    const by = personOf(actor);
    return [
      { type: 'KeyLost', at: receivedAt, lost: { windowId, generation, at: receivedAt, reason: input.reason, by } },
      {
        type: 'WindowRepeated',
        at: receivedAt,
        ...repeatedWindow(file, receivedAt, calendar),
        intake: nextIntakeKeys,
        calendarVersion: calendar.version,
      },
    ];
  },
  source: SOURCE,
});
