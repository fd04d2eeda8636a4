import { z } from 'zod';
import { dateOf, earliestAfterWorkingDays, instantOf, isWorkingDay, nextWorkingDay, timeOf } from '../../calendar.ts';
import type { WorkingCalendar } from '../../calendar.ts';
import type { Deadline } from '../../case.ts';
import type { Derivation } from '../../derivation.ts';
import { ours } from '../../regulation.ts';
import { refuse } from '../../refusals.ts';
import type { ProcurementFile } from '../file.ts';
import { sheetOf } from '../methods/index.ts';
import { withinTheCalendar } from '../rules/within-the-calendar.ts';
import { longText } from './input.ts';
import { action, personOf } from './row.ts';

const SOURCE = ours('ADR 0021');

const NO_WINDOW = { opensAt: 0, closesAt: 0 };

/**
 * The window as it is held again after its key was lost, with its deadlines. Not yet open: it stays as announced, nobody has offered.
 * Otherwise it is open from the declaration on for the sheet's whole minimum, and never ends before its former end; it ends at the
 * former time of day on a working day. Instants in ms.
 */
export function repeatedWindow(
  file: Pick<ProcurementFile, 'window' | 'deadlines' | 'status' | 'sheet'>,
  at: number,
  calendar: WorkingCalendar,
): { window: NonNullable<ProcurementFile['window']>; deadlines: Deadline[] } {
  const window = file.window ?? NO_WINDOW;
  if (file.status === 'published') return { window, deadlines: file.deadlines };
  const { atLeast } = sheetOf({ method: 'price-quotations', sheet: file.sheet }).window;
  const minimum = earliestAfterWorkingDays(calendar, at, atLeast.value);
  const day = dateOf(calendar, minimum.at);
  const workingDay = isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day);
  const earliest = instantOf(calendar, workingDay, timeOf(calendar, window.closesAt));
  const closesAt = Math.max(earliest, window.closesAt);
  const inputs = { ...minimum.derivation.inputs, declared: at, former: window.closesAt, earliest };
  const last = closesAt === earliest ? 'former-time-of-day' : 'former-end-is-later';
  const derivation: Derivation = {
    rule: 'window-again-after-key-loss',
    article: 'ADR 0021',
    inputs,
    steps: [...minimum.derivation.steps, last],
  };
  return { window: { opensAt: at, closesAt }, deadlines: [{ key: 'quotations-end', at: closesAt, derivation }] };
}

/** The operator declares that the key of a window cannot be used: new keys, a new generation, the old offers stay unread for good. */
export const declareKeyLost = action({
  name: 'declare-key-lost',
  carrier: 'signal',
  who: ['operator'],
  when: ['published', 'taking-quotations', 'forming-results-protocol'],
  input: z.object({ reason: longText }),
  consult: ['calendar', 'keyReleased', 'nextIntakeKeys'],
  available: [
    // A single source invites one supplier: its loss of a key ends in a cancellation.
    (file) =>
      file.method === 'price-quotations' && file.intake && !file.quotations
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
