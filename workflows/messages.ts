import type { Command } from '../domain/case.ts';
import type { ProcurementFile } from '../domain/procurement/file.ts';

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
