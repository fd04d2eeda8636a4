import type { Command } from '../domain/case.ts';
import { type Actor, PORTAL, ROLES } from '../domain/parties.ts';
import type { ProcurementFile } from '../domain/procurement/file.ts';
import { isStorable } from '../domain/storable.ts';

/** Queues: cases; their printing, which may lag behind; the opener that alone may use the private keys of intake windows. */
export const CASE_QUEUE = 'zakup-cases';
export const PRINT_QUEUE = 'zakup-print';
export const OPENER_QUEUE = 'zakup-opener';

/** Told to running cases when the sandbox's legal clock is moved. */
export const CLOCK_MOVED = 'clock-moved';

/** Argument of every case workflow; also that of continue-as-new. */
export interface CaseStart<File> {
  file: File;
  /** Legal clock minus the engine's clock, ms. */
  clockOffset: number;
  /** Steps after which the run is continued as new; absent: when the server suggests it. */
  continueAfter?: number;
}

/** Id of the workflow of a case: letters, digits and hyphens only, so that links in the operator's UI stay whole. */
export const workflowIdOf = (kind: string, number: string): string => `${kind}-${number}`;

/** Workflow type of a method: what operators see in the list. */
export const WORKFLOW_TYPES: Record<ProcurementFile['method'], string> = {
  'price-quotations': 'priceQuotations',
  'single-source': 'singleSource',
};

/** A signal carries a whole command under its action's name. Anything else is not believed. */
export function isCommand(value: unknown, action: string): value is Command {
  if (typeof value !== 'object' || value === null) return false;
  const given = value as Partial<Record<keyof Command, unknown>>;
  return (
    typeof given.commandId === 'string' &&
    given.action === action &&
    typeof given.receivedAt === 'number' &&
    Number.isSafeInteger(given.receivedAt) &&
    typeof given.actor === 'object' &&
    given.actor !== null &&
    'input' in given
  );
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** No receipt lies outside these years, ms; beyond them dates and databases have ends of their own. */
const [FIRST, LAST] = [Date.UTC(2000, 0, 1), Date.UTC(2200, 0, 1)];

/**
 * Whether a command is one that the portal could have received: what only looks like a command would break the look-ups and the record
 * of the case on every attempt, for good.
 */
export function couldBeReceived({ commandId, receivedAt, actor, ...rest }: Command): boolean {
  const { userId, iin, bin, role, name } = actor as { [Field in keyof Actor]?: unknown };
  const named = typeof name === 'object' && name !== null ? (name as { kk?: unknown; ru?: unknown }) : {};
  return (
    UUID.test(commandId) &&
    receivedAt >= FIRST &&
    receivedAt < LAST &&
    typeof userId === 'string' &&
    // The portal publishes what follows a failed procurement by commands of its own (S1 §1.7.1).
    (role === PORTAL.role ? userId === PORTAL.userId : UUID.test(userId) && ROLES.some((each) => each === role)) &&
    typeof iin === 'string' &&
    (bin === null || typeof bin === 'string') &&
    typeof named.kk === 'string' &&
    typeof named.ru === 'string' &&
    isStorable({ actor, ...rest })
  );
}
