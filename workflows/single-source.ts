import type { ProcurementFile } from '../domain/procurement/file.ts';
import type { CaseStart } from './messages.ts';
import { considerApplication } from './phases/consider-application.ts';
import { liveUntilContracted } from './phases/live-until-contracted.ts';
import { openApplication } from './phases/open-application.ts';
import { publishDueProtocols } from './phases/publish-protocols.ts';
import { isHeldAgain, takeOffers } from './phases/take-offers.ts';
import { close, openCase, type ProcurementOutcome } from './procurement.ts';

/** Single source after failed price quotations, S1 §1.7. */
export async function singleSource(start: CaseStart<ProcurementFile>): Promise<ProcurementOutcome> {
  const procurement = await openCase(start); // §1.7.1: made and published by the portal
  do {
    await takeOffers(procurement); // §1.7.1: five calendar days, sealed
    await openApplication(procurement); // §1.7.3: by hand or at the deadline
  } while (isHeldAgain(procurement)); // ADR 0021: its key was lost
  await considerApplication(procurement); // §1.7.4: admitted or rejected by the organizer's representative
  await publishDueProtocols(procurement); // §1.7.5–1.7.7: formed, signed, published
  await liveUntilContracted(procurement); // §1.7.8: cancellation stays possible
  return close(procurement);
}
