import type { recordStep } from '../../db/record.ts';

/** One step of a case, ready to be recorded. */
export type Step = Parameters<typeof recordStep>[1];

/** Queue of the bare worker. */
export const FLOOR_QUEUE = 'zakup-bench-floor';

/** The only signal of a bare case. */
export const ACT = 'act';

/** What a bare case may do: the record's transaction and nothing else. */
export interface FloorActivities {
  record(step: Step): Promise<void>;
}
