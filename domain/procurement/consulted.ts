import type { WorkingCalendar } from '../calendar.ts';
import type { Representative } from '../parties.ts';
import type { Refusal, RefusalCode } from '../refusals.ts';
import type { OpenedApplication } from './application.ts';
import type { ProtocolSignature } from './facts.ts';
import type { IntakeKeys, OpenedQuotation, Restriction } from './file.ts';

/** Answers of look-ups outside the case. A row names those it needs; the others are absent. */
export interface Consulted {
  calendar: WorkingCalendar;
  /** Plan items of the draft that another announcement holds already. */
  takenPlanItems: string[];
  intakeKeys: IntakeKeys;
  /** Keys of the window's next generation, after the present ones were lost. */
  nextIntakeKeys: IntakeKeys;
  /** Lots of this procurement in use elsewhere: lot number → number of the announcement that uses it. */
  lotsInUse: Record<string, string>;
  /** The user named in the input, when fit for the role it asks (role, organization, not blocked). */
  candidate: Representative | null;
  creatorBlocked: boolean;
  /** The invited supplier's application lies in the window; only the opener can tell. */
  applicationIn: boolean;
  openedApplication: { application: OpenedApplication | null; restrictions: Restriction[] };
  /** The EDS named in the input, judged over the stored bytes of the protocol that waits for it. */
  protocolSignature: { ok: true; signature: ProtocolSignature } | { ok: false; reason: RefusalCode; facts?: Refusal['facts'] };
  /** The private key of the current window has been used: its offers are, or are being, opened. */
  keyReleased: boolean;
  opened: { quotations: OpenedQuotation[]; restrictions: Restriction[] };
}

export type Lookup = keyof Consulted;
