import type { WorkingCalendar } from '../calendar.ts';
import type { Representative } from '../parties.ts';
import type { IntakeKeys, OpenedQuotation, Restriction } from './file.ts';

/** Answers of look-ups outside the case. A row names those it needs; the others are absent. */
export interface Consulted {
  calendar: WorkingCalendar;
  /** Plan items of the draft that another announcement holds already. */
  takenPlanItems: string[];
  intakeKeys: IntakeKeys;
  /** Lots of this procurement in use elsewhere: lot number → number of the announcement that uses it. */
  lotsInUse: Record<string, string>;
  /** The user named in the input, when fit for the role it asks (role, organization, not blocked). */
  candidate: Representative | null;
  creatorBlocked: boolean;
  opened: { quotations: OpenedQuotation[]; restrictions: Restriction[] };
}

export type Lookup = keyof Consulted;
